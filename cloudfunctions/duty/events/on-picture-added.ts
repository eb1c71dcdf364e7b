/**
 * Asks WeChat about a photo or a recording of an activity, after the act and never inside it. No answer at all goes to a
 * person of the office.
 */
import { keepTrace } from '../../request/content-check/store';
import { checkOf } from '../../request/content-check/rules/content-check';
import { linkFiles } from '../../shared/files';
import type { Consumer } from '../../shared/outbox';
import { mediaCheckAsync } from '../../shared/wechat/security';
import { readActivity, settlePicture } from '../activities/store';

export const onPictureAdded: Consumer = async ({ township, document, about }, now) => {
  const picture = String(about['picture']);
  const found = (await readActivity(township, document))?.pictures?.[picture];
  if (found?.check.state !== 'waiting') return;
  const ref = { township, activity: document, picture };
  const [url = ''] = await linkFiles([found.file]);
  const kind = found.use === 'recording' ? 'sound' : 'picture';
  const answer = url === '' ? undefined : await mediaCheckAsync(found.openid, { url, kind });
  if (answer?.ok) {
    await keepTrace(answer.data.traceId, ref, now);
    await settlePicture(ref, ['waiting'], { state: 'asked', at: now });
  } else await settlePicture(ref, ['waiting'], checkOf('unchecked', now));
};
