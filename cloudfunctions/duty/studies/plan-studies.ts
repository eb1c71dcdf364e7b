import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { OFFICE } from '../../../miniprogram/contract/roles';
import { asOneOf } from '../../registry/invitations/store';
import { membersOn, type Directory } from '../../registry/directory/rules/directory';
import { recallTownship } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import { hashParts } from '../../shared/cipher';
import { ok, refuse } from '../../shared/errors';
import { bornWith } from '../../shared/outbox';
import type { Action, Call } from '../../shared/serve';
import { actorOf } from '../../shared/act';
import { isOffice } from '../activities/act-on-activity';
import { toTyped } from '../activities/note';
import { listsOf, type ActivityDocument } from '../activities/rules/activity-document';
import { activitySeq, createActivity } from '../activities/store';
import { studyInputs } from './schemas';

type Asked = Input<'duty', 'planStudies'>;
type Planned = Output<'duty', 'planStudies'>;
type Meeting = Asked['meetings'][number];

/** A group's month has one planned study, whoever plans it and however often; of trainings a half-year has one. */
function studyId(township: string, group: string | undefined, date: string): string {
  const half = Number(date.slice(5, 7)) <= 6 ? 'first' : 'second';
  const when = group === undefined ? `${date.slice(0, 4)} ${half}` : date.slice(0, 7);
  return `${township}~${hashParts(['study-plan', township, group ?? '', when])}`;
}

function bearStudy(
  call: Call,
  group: string | undefined,
  meeting: Meeting,
  directory: Directory,
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
  const _id = studyId(township, group, date);
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
    acts: [],
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
  const born = await Promise.all(
    meetings.map((meeting) => createActivity(bearStudy(call, group, meeting, directory))),
  );
  const planned = born.filter(Boolean).length;
  return ok({ planned, there: born.length - planned });
}

export const planStudies: Action<Asked, Planned> = { write: true, input: studyInputs.planStudies, run };
