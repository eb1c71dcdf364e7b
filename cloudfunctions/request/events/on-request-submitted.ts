/**
 * Asks WeChat about what was submitted, or said later on, after the act and never inside it: the villager has the
 * answer already.
 * A refusal of whatever kind, and no answer at all, go to a person of the office; nothing is lost or dropped.
 */
import type { HeldWhy, PartId } from '../../../miniprogram/contract/content-check';
import type { Instant } from '../../../miniprogram/contract/wire';
import { linkFiles } from '../../shared/files';
import type { Consumer } from '../../shared/outbox';
import { CHECKED_TEXT_CHARS, mediaCheckAsync, msgSecCheck } from '../../shared/wechat/security';
import { joinAsked, settleCheck, type PartRef } from '../content-check/store';
import {
  checkOf,
  fileOf,
  judgePieces,
  partsIn,
  splitText,
  textOf,
} from '../content-check/rules/content-check';
import { readRequest } from '../store';

async function checkText(openid: string, text: string): Promise<HeldWhy | 'pass'> {
  const pieces = splitText(text, CHECKED_TEXT_CHARS);
  const verdicts = pieces.map(async (piece) => {
    const answer = await msgSecCheck(openid, piece);
    return answer.ok ? answer.data.suggest : 'unchecked';
  });
  return judgePieces(await Promise.all(verdicts));
}

async function askAbout(openid: string, url: string, about: PartRef, now: Instant): Promise<void> {
  const kind = about.part.startsWith('recording') ? 'sound' : 'picture';
  const answer = url === '' ? undefined : await mediaCheckAsync(openid, { url, kind });
  if (answer?.ok) await joinAsked(answer.data.traceId, about, now);
  else await settleCheck(about, ['waiting'], checkOf('unchecked', now));
}

/** All parts at once: however slow WeChat is, the relay waits for one call's patience only. */
export const onRequestSubmitted: Consumer = async ({ township, document: id }, now) => {
  const request = await readRequest(township, id);
  if (!request) return;
  const waiting = partsIn(request, 'waiting');
  const refOf = (part: PartId): PartRef => ({ township, request: id, part });
  const media = waiting.filter((part) => fileOf(request, part) !== undefined);
  const typed = waiting.filter((part) => !media.includes(part));
  const links = await linkFiles(media.map((part) => fileOf(request, part) ?? ''));
  await Promise.all([
    ...typed.map(async (part) => {
      const judged = await checkText(request.openid, textOf(request, part) ?? '');
      await settleCheck(refOf(part), ['waiting'], checkOf(judged, now));
    }),
    ...media.map((part, at) => askAbout(request.openid, links[at] ?? '', refOf(part), now)),
  ]);
};
