import { door } from '../registry/invitations/grants-store';
import { serve } from '../shared/serve';
import { review } from './articles/review';
import { approve } from './articles/approve';
import { compose } from './articles/compose';
import { drop } from './articles/drop';
import { dropTemplate } from './keeping/drop-template';
import { get } from './articles/get';
import { happenings } from './articles/happenings';
import { history } from './articles/history';
import { list } from './articles/list';
import { handOver } from './articles/hand-over';
import { markPublished } from './articles/mark-published';
import { overrule } from './articles/overrule';
import { pack } from './articles/pack';
import { officialKeys } from './keys/official-keys';
import { revokeOfficialKeys } from './keys/revoke-official-keys';
import { saveOfficialKeys } from './keys/save-official-keys';
import { plan } from './keeping/plan';
import { preview } from './articles/preview';
import { published } from './articles/published';
import { push } from './push/push';
import { pushStatus } from './push/push-status';
import { pushStep } from './push/push-step';
import { reopen } from './articles/reopen';
import { restore } from './articles/restore';
import { resume } from './push/resume';
import { save } from './articles/save';
import { saveActivity } from './keeping/save-activity';
import { saveSettings } from './keeping/save-settings';
import { saveTemplate } from './keeping/save-template';
import { sendBack } from './articles/send-back';
import { settings } from './keeping/settings';
import { takeBack } from './articles/take-back';
import { submit } from './articles/submit';
import { templates } from './keeping/templates';
import { version } from './articles/version';
import { withdraw } from './articles/withdraw';

export const main = serve(
  'publicity',
  {
    list,
    get,
    happenings,
    compose,
    save,
    history,
    version,
    overrule,
    preview,
    submit,
    withdraw,
    review,
    approve,
    sendBack,
    reopen,
    drop,
    restore,
    handOver,
    markPublished,
    takeBack,
    push,
    pushStep,
    pushStatus,
    resume,
    pack,
    published,
    templates,
    saveTemplate,
    dropTemplate,
    plan,
    saveActivity,
    settings,
    saveSettings,
    officialKeys,
    saveOfficialKeys,
    revokeOfficialKeys,
  },
  door,
);
