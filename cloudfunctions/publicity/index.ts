import { admit } from '../registry/store';
import { serve } from '../shared/serve';
import { approve } from './actions/approve';
import { compose } from './actions/compose';
import { drop } from './actions/drop';
import { dropTemplate } from './actions/drop-template';
import { get } from './actions/get';
import { happenings } from './actions/happenings';
import { history } from './actions/history';
import { list } from './actions/list';
import { markPublished } from './actions/mark-published';
import { overrule } from './actions/overrule';
import { pack } from './actions/pack';
import { plan } from './actions/plan';
import { preview } from './actions/preview';
import { published } from './actions/published';
import { push } from './actions/push';
import { pushStatus } from './actions/push-status';
import { pushStep } from './actions/push-step';
import { reopen } from './actions/reopen';
import { restore } from './actions/restore';
import { resume } from './actions/resume';
import { save } from './actions/save';
import { saveActivity } from './actions/save-activity';
import { saveSettings } from './actions/save-settings';
import { saveTemplate } from './actions/save-template';
import { sendBack } from './actions/send-back';
import { settings } from './actions/settings';
import { submit } from './actions/submit';
import { templates } from './actions/templates';
import { version } from './actions/version';
import { withdraw } from './actions/withdraw';

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
    approve,
    sendBack,
    reopen,
    drop,
    restore,
    markPublished,
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
  },
  admit,
);
