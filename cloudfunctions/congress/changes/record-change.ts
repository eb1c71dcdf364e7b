import * as v from 'valibot';
import { LIMITS } from '../../../miniprogram/contract/limits';
import type { Vacancy } from '../../../miniprogram/contract/congress/change';
import type { Input, Output } from '../../../miniprogram/contract/wire';
import type { Directory } from '../../registry/directory/rules/directory';
import { readTownship } from '../../registry/store';
import { actorOf, replay } from '../../shared/act';
import { ok, refuse } from '../../shared/errors';
import { id, line, localDate, township } from '../../shared/schemas';
import type { Action, Call } from '../../shared/serve';
import { mayChange } from './rules/apply-change';
import { fillsOf, seatOf, vacanciesOn } from './rules/vacancies';
import {
  changeId,
  createChange,
  readChange,
  readChangeOf,
  readSeatChanges,
  seatChangeId,
  type ChangeDocument,
} from './store';

type Asked = Input<'congress', 'recordChange'>;

const input: v.GenericSchema<unknown, Asked> = v.strictObject({
  township,
  person: id,
  kind: v.picklist(['suspend', 'resume', 'resign', 'end', 'recall', 'death', 'byelection']),
  date: localDate,
  body: line(LIMITS.title),
  notice: line(LIMITS.title),
  examined: v.exactOptional(v.strictObject({ date: localDate, number: line(LIMITS.title) })),
  vacancy: v.exactOptional(id),
  constituency: v.exactOptional(id),
  group: v.exactOptional(id),
});

/** Of a by-election for an empty seat: the same for all who are entered for it, until one does not take it. */
async function idForSeat(of: string, seat: string): Promise<string> {
  const { lapsed } = fillsOf(await readSeatChanges(of));
  return seatChangeId(of, seat, lapsed.get(seat) ?? 0);
}

/** What is wrong with where somebody was elected: nothing is entered without constituency and examination. */
function wrongPlace(
  { groups, constituencies }: Directory,
  { kind, date, group, constituency, examined }: Asked,
): string | undefined {
  if (group !== undefined && !groups.some((one) => one.id === group)) return 'group';
  const isTown = ({ id: one, level }: Directory['constituencies'][number]) =>
    one === constituency && level === 'town';
  if (constituency !== undefined && !constituencies.some(isTown)) return 'constituency';
  if (examined && examined.date > date) return 'examined.date';
  if (kind !== 'byelection') return undefined;
  if (constituency === undefined) return 'constituency';
  return examined ? undefined : 'examined';
}

function documentOf(
  { now: at, bodyHash: h, account, key }: Call,
  asked: Asked,
  _id: string,
  seat?: Vacancy,
): ChangeDocument {
  const seq = `${String(at).padStart(13, '0')}${_id.slice(-8)}`;
  const group = asked.group ?? seat?.group;
  return {
    ...asked,
    ...(seat && { seat: seatOf(seat) }),
    ...(group !== undefined && { group }),
    _id,
    rev: 1,
    seq,
    at,
    k: `${account}~${key}`,
    h,
  };
}

/** Three calls; one more for a by-election for an empty seat, and where it was recorded before. */
export const recordChange: Action<Asked, Output<'congress', 'recordChange'>> = {
  write: true,
  input,
  async run(call, asked) {
    const { township: of, vacancy } = asked;
    const directory = await readTownship(of);
    const person = directory?.people.find((one) => one.id === asked.person);
    if (!directory || !person) return refuse('not-found');
    const same = await readChangeOf(of, `${call.account}~${call.key}`);
    const replayed = replay(call, same && { hash: same.h, answer: { change: same._id } });
    if (replayed) return replayed;
    const field = wrongPlace(directory, asked);
    if (field !== undefined) return refuse('bad-input', { field });
    // Whether it is filled already the id decides.
    const seat = vacanciesOn(directory, asked.date, new Set()).find((one) => one.person === vacancy);
    if (vacancy !== undefined && (asked.kind !== 'byelection' || seat?.constituency !== asked.constituency))
      return refuse('bad-input', { field: 'vacancy' });
    const _id = seat ? await idForSeat(of, seatOf(seat)) : changeId(of, person.id, asked.kind, asked.date);
    if (!mayChange(person, asked)) {
      const before = await readChange(of, _id);
      return before?.h === call.bodyHash ? ok({ change: _id }) : refuse('bad-input', { field: 'kind' });
    }
    const change = documentOf(call, asked, _id, seat);
    if (await createChange(change, actorOf(call), call.key)) return ok({ change: _id });
    const before = await readChange(of, _id);
    return before?.h === call.bodyHash ? ok({ change: _id }) : refuse('row-doubled', { id: _id });
  },
};
