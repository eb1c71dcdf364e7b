import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { OFFICE } from '../../../miniprogram/contract/roles';
import { asOneOf } from '../../registry/invitations/grants-store';
import { membersOn, type Directory } from '../../registry/directory/rules/directory';
import { recallTownship } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import { hashParts } from '../../shared/cipher';
import { ok, refuse } from '../../shared/errors';
import { bornWith } from '../../shared/outbox';
import type { Action, Call } from '../../shared/serve';
import { actorOf } from '../../shared/act';
import { findRepeated, isOffice, markOf } from '../activities/act-on-activity';
import { toTyped } from '../activities/note';
import { listsOf, type ActivityDocument } from '../activities/rules/activity-document';
import { activitySeq, createActivity, readActivity } from '../activities/store';
import { studyInputs } from './schemas';

type Asked = Input<'duty', 'planStudies'>;
type Planned = Output<'duty', 'planStudies'>;
type Meeting = Asked['meetings'][number];

/**
 * A group's month has one planned study, whoever plans it and however often; of trainings a half-year has one. `nth`: so
 * many before it were withdrawn.
 */
export function studyId(township: string, group: string | undefined, date: string, nth: number): string {
  const half = Number(date.slice(5, 7)) <= 6 ? 'first' : 'second';
  const when = group === undefined ? `${date.slice(0, 4)} ${half}` : date.slice(0, 7);
  const again = nth === 0 ? [] : [String(nth)];
  return `${township}~${hashParts(['study-plan', township, group ?? '', when, ...again])}`;
}

function bearStudy(
  call: Call,
  group: string | undefined,
  meeting: Meeting,
  { directory, nth }: { directory: Directory; nth: number },
): ActivityDocument {
  const { township, now, key, bodyHash } = call;
  const { date, title, place } = meeting;
  const members = membersOn(directory.people, date).filter(
    (member) => member.level !== undefined && (group === undefined || member.group === group),
  );
  const kind = group === undefined ? ('training' as const) : ('study' as const);
  const typed = toTyped(
    call,
    {
      kind,
      date,
      title,
      planned: true,
      persons: members.map(({ person }) => person),
      ...(place !== undefined && { place }),
      ...(group !== undefined && { group }),
    },
    directory,
  );
  const _id = studyId(township, group, date, nth);
  const by = actorOf(call);
  return {
    _id,
    township,
    rev: 1,
    edition: 1,
    seq: activitySeq(date, _id),
    state: 'planned',
    by,
    opinions: {},
    ...typed,
    lists: listsOf({ by, opinions: {}, ...typed }),
    recordedAt: now,
    born: bodyHash,
    acts: [markOf(call)],
    ...bornWith({
      at: now,
      by,
      act: 'plan-study',
      of: _id,
      from: '',
      to: 'planned',
      key,
      event: 'study-planned',
      about: { activity: _id, by, kind },
    }),
  };
}

/** How often a month's study may be withdrawn and planned anew. */
const TIMES = 12;

/** One call; two more for each that was withdrawn, one more where there is one. */
async function planOne(
  call: Call,
  group: string | undefined,
  meeting: Meeting,
  directory: Directory,
): Promise<'planned' | 'there' | 'reused'> {
  for (let nth = 0; nth < TIMES; nth++) {
    const study = bearStudy(call, group, meeting, { directory, nth });
    if (await createActivity(study)) return 'planned';
    const there = await readActivity(call.township, study._id);
    const before = there && findRepeated(call, there);
    if (before) return before === 'reused' ? 'reused' : 'planned';
    if (there?.state !== 'withdrawn') return 'there';
  }
  return 'there';
}

async function run(caller: Call, { township, group, meetings }: Asked): Promise<Answer<Planned>> {
  const call = await asOneOf(caller, OFFICE);
  const known = await recallTownship(township, call.now);
  if (!known || !call.admitted) return refuse('not-found');
  const { directory } = known;
  if (!isOffice(call) && (group === undefined || group !== call.admitted.group)) return refuse('not-allowed');
  if (group !== undefined && !directory.groups.some(({ id }) => id === group))
    return refuse('bad-input', { field: 'group' });
  const today = toLocalDate(call.now);
  if (meetings.some(({ date }) => date <= today)) return refuse('bad-input', { field: 'meetings' });
  const done = await Promise.all(meetings.map((meeting) => planOne(call, group, meeting, directory)));
  if (done.includes('reused')) return refuse('key-reused');
  const planned = done.filter((each) => each === 'planned').length;
  return ok({ planned, there: done.length - planned });
}

export const planStudies: Action<Asked, Planned> = { write: true, input: studyInputs.planStudies, run };
