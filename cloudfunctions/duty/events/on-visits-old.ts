/**
 * Activities of long ago: whom they met goes, with what was said there; that they were, and how many, stays. So does the
 * household's keyed hash, as in the ledger: by another one it would be two households of a span that reaches further.
 */
import { shapeOf } from '../../../miniprogram/contract/activity-kinds';
import type { Answer, Instant } from '../../../miniprogram/contract/wire';
import { encryptField } from '../../shared/cipher';
import { readClock } from '../../shared/clock';
import { drop, put } from '../../shared/conditions';
import { recordAct } from '../../shared/outbox';
import { callOwnFunction } from '../../shared/own-call';
import type { Sweep } from '../../shared/sweep';
import { changeActivity, openSaid, readOldest } from '../activities/store';
import type { ActivityDocument, Said } from '../activities/rules/activity-document';

/** What was held in public keeps its words. */
function isPrivate({ kind, own, household }: ActivityDocument, said: Said): boolean {
  return (
    kind === 'tied-help' || own?.fades === true || household !== undefined || said.household !== undefined
  );
}

/** Pictures that only who recorded it and the office ever saw, and those that nobody sees since it was withdrawn. */
function picturesToForget(activity: ActivityDocument): string[] {
  const { state, own, pictures = {} } = activity;
  const shown = state !== 'withdrawn' && shapeOf(activity).pictures === 'all' && !own?.fades;
  return shown ? [] : Object.values(pictures).map(({ file }) => file);
}

async function forgetFiles(township: string, files: readonly string[]): Promise<void> {
  if (files.length === 0) return;
  const answer = (await callOwnFunction('media', 'forget', { township, files })) as Answer<unknown>;
  // The next sweep tries again.
  if (!answer.ok) throw new Error(`media refused: ${answer.code}`);
}

/** What may still be said: of a tied household nothing. */
function keepSaid({ kind }: ActivityDocument, { household: _who, words: _words, ...said }: Said): Said {
  const { result: _result, ...rest } = said;
  return kind === 'tied-help' ? rest : said;
}

/** One write on the `rev` that was read; false: it changed meanwhile. */
async function sweepOne(activity: ActivityDocument, now: Instant): Promise<boolean> {
  const said = openSaid(activity);
  const files = picturesToForget(activity);
  const met = isPrivate(activity, said);
  if (activity.bare || (!met && files.length === 0)) return true;
  const { township, _id, rev, edition, state } = activity;
  // The bytes go first: killed in between, the next sweep finds what there is to delete.
  await forgetFiles(township, files);
  const act = { at: now, by: 'system', act: 'sweep', of: _id, from: state, to: state, key: `sweep-${_id}` };
  const changed = await changeActivity(
    township,
    _id,
    { rev },
    {
      ...(met && { said: put(encryptField(JSON.stringify(keepSaid(activity, said)))) }),
      ...(files.length > 0 && { pictures: drop }),
      bare: put(true),
      edition: put(edition + 1),
      ...recordAct({ ...act, event: 'activity-erased', about: { activity: _id } }),
    },
  );
  return changed !== undefined;
}

/** One look, and one write for each that met somebody. */
export const sweepActivities: Sweep = async (township, { before, after, limit, endsAt }, now) => {
  const found = await readOldest(township, after, limit);
  let last = after;
  let count = 0;
  for (const activity of found) {
    if (readClock() >= endsAt) return { after: last, more: true, count };
    if (activity.date >= before || !(await sweepOne(activity, now)))
      return { after: last, more: false, count };
    last = activity.seq;
    count++;
  }
  return { after: last, more: found.length === limit, count };
};
