/**
 * What the presidium decided about 重点督办 is done where it is handled: passed, it is overseen; not passed, the proposal
 * ends. What moved on meanwhile stays as it is.
 */
import type { Instant } from '../../../miniprogram/contract/wire';
import { recallTownship, type Township } from '../../registry/store';
import { readRequest, writeStep as writeRequest } from '../../request/store';
import { toLocalDate } from '../../shared/china-time';
import type { Consumer } from '../../shared/outbox';
import type { MeetingDocument } from '../presidium/rules/presidium-document';
import { readRow } from '../presidium/store';
import { takeStep } from '../suggestion/rules/take-step';
import { readSuggestion, writeStep } from '../suggestion/store';

type Item = MeetingDocument['items'][number];

async function decideSuggestion(
  known: Township,
  id: string,
  { passed, title }: Item,
  { meeting, now }: { meeting: string; now: Instant },
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

async function superviseRequest(
  township: string,
  id: string,
  { passed, title }: Item,
  { meeting, now }: { meeting: string; now: Instant },
): Promise<void> {
  const before = await readRequest(township, id);
  if (!before?.open || !passed || before.key) return;
  const plan = { set: { key: true as const }, words: `主席团会议：${title}` };
  const meta = {
    act: 'supervise',
    event: 'request-supervised',
    from: before.state,
    now,
    key: meeting,
  } as const;
  if (!(await writeRequest(before, plan, meta))) throw new Error('it changed meanwhile');
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
    if (subject?.kind === 'request') await superviseRequest(township, subject.id, item, about);
  }
};
