/**
 * What the presidium decided about 重点督办 is done where it is handled: passed, it is overseen; not passed, the proposal
 * ends. What moved on meanwhile stays as it is.
 */
import type { Instant } from '../../../miniprogram/contract/wire';
import { recallTownship, type Township } from '../../registry/store';
import { readRequest, writeStep as writeRequest } from '../../request/store';
import { LIFE_CYCLE } from '../../request/life/rules/life-cycle';
import { changeActivity, readActivity } from '../../duty/activities/store';
import { isOpenOpinion, OPINION_LIFE } from '../../duty/opinions/rules/life-cycle';
import { afterStep } from '../../duty/opinions/rules/take-step';
import { toLocalDate } from '../../shared/china-time';
import { encryptField } from '../../shared/cipher';
import { add, put } from '../../shared/conditions';
import { recordAct, type Consumer } from '../../shared/outbox';
import type { MeetingDocument } from '../presidium/rules/presidium-document';
import { readRow } from '../presidium/store';
import { takeStep } from '../suggestion/rules/take-step';
import { readSuggestion, writeStep } from '../suggestion/store';

type Item = MeetingDocument['items'][number];

interface Deciding {
  meeting: string;
  now: Instant;
}

async function decideSuggestion(
  known: Township,
  id: string,
  { passed, title }: Item,
  { meeting, now }: Deciding,
): Promise<void> {
  const before = await readSuggestion(known.directory.township, id);
  if (before?.key?.state !== 'proposed') return;
  const context = {
    directory: known.directory,
    caller: { account: 'system', role: 'chief' as const },
    now,
    today: toLocalDate(now),
  };
  const taken = takeStep(
    { act: 'decideKey', agreed: passed, words: `主席团会议：${title}` },
    context,
    before,
  );
  if ('refused' in taken) return;
  if (!(await writeStep(before, taken, { now, key: meeting }))) throw new Error('it changed meanwhile');
}

async function decideRequest(
  township: string,
  id: string,
  { passed, title }: Item,
  { meeting, now }: Deciding,
): Promise<void> {
  const before = await readRequest(township, id);
  if (!before?.open || before.key === true || (!passed && before.key === undefined)) return;
  const words = `主席团会议：${title}`;
  const plan = passed ? { set: { key: true as const }, words } : { drop: ['key'] as const, words };
  const act = passed ? ('supervise' as const) : ('declineKey' as const);
  const meta = {
    act,
    event: LIFE_CYCLE[act].event,
    from: before.state,
    now,
    key: meeting,
  } as const;
  if (!(await writeRequest(before, plan, meta))) throw new Error('it changed meanwhile');
}

/** A 视察意见 stands in its inspection: one write on the edition that was read. */
async function decideOpinion(
  known: Township,
  { id, part = '' }: { id: string; part?: string },
  { passed, title }: Item,
  { meeting, now }: Deciding,
): Promise<void> {
  const { township } = known.directory;
  const activity = await readActivity(township, id);
  const before = activity?.state === 'held' ? activity.opinions[part] : undefined;
  if (!activity || before?.key?.state !== 'proposed' || !isOpenOpinion(before)) return;
  const act = passed ? 'supervise' : 'declineKey';
  const words = `主席团会议：${title}`;
  const today = toLocalDate(now);
  const context = { today, after: () => today, seal: encryptField, by: meeting };
  const next = afterStep(before, { act, words }, context);
  const { event } = OPINION_LIFE.table[act];
  const about = { activity: id, opinion: part, unit: before.unit, by: 'system' };
  const told = { at: now, by: 'system', act: `opinion-${act}`, of: id, from: '', to: '', key: meeting };
  const changes = {
    [`opinions.${part}`]: put(next),
    edition: add(1),
    ...recordAct({ ...told, event, about, words }),
  };
  if (!(await changeActivity(township, id, { edition: activity.edition }, changes)))
    throw new Error('it changed meanwhile');
}

/** For meeting-recorded; a read and a write for each item about something. */
export const onMeetingRecorded: Consumer = async ({ township, document }, now) => {
  const [known, meeting] = await Promise.all([
    recallTownship(township, now),
    readRow<MeetingDocument>(township, document),
  ]);
  if (!known || meeting?.kind !== 'meeting') return;
  const about = { meeting: document.slice(document.indexOf('~') + 1), now };
  for (const item of meeting.items) {
    const { subject } = item;
    if (subject?.kind === 'suggestion') await decideSuggestion(known, subject.id, item, about);
    if (subject?.kind === 'request') await decideRequest(township, subject.id, item, about);
    if (subject?.kind === 'opinion') await decideOpinion(known, subject, item, about);
  }
};
