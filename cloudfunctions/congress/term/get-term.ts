import type { ElectedKind, TermView } from '../../../miniprogram/contract/congress/term';
import type { Input, LocalDate, Output } from '../../../miniprogram/contract/wire';
import { membersOn, nameOf, type Directory } from '../../registry/directory/rules/directory';
import { readTownship } from '../../registry/store';
import { addDays, toLocalDate } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { readLastTerm } from '../changes/store';
import { actsOf } from './rules/plan-term';
import { writeList } from './rules/read-list';
import { confirmedOf, type Elected, type TermDocument } from './rules/term-document';
import { termInput } from './schemas';

function toRow(directory: Directory, inOffice: ReadonlySet<string>, one: Elected) {
  const { row, person, name, fresh, constituency, group, leader, presidium, invalid } = one;
  const kind: ElectedKind = inOffice.has(person) ? 'again' : fresh ? 'new' : 'known';
  return {
    row,
    person,
    name,
    kind,
    constituencyName: nameOf(directory.constituencies, constituency),
    groupName: nameOf(directory.groups, group),
    leader,
    presidium,
    ...(invalid && { invalid }),
  };
}

/** 代表资格审查委员会, as the directory names it on that day. */
function committeeOn(people: Directory['people'], date: LocalDate): string[] {
  const members = membersOn(people, date).filter(({ credentials }) => credentials);
  return members.map(({ name }) => name);
}

export function toTermView(directory: Directory, found: TermDocument, today: LocalDate): TermView {
  const { term, name, opens, state, edition, examined, notice, elected, villages } = found;
  const before = membersOn(directory.people, addDays(opens, -1)).filter(({ level }) => level === 'town');
  const inOffice = new Set(before.map(({ person }) => person));
  const confirmed = confirmedOf(elected);
  const manned = new Set(confirmed.map(({ group }) => group));
  const led = new Set(confirmed.flatMap(({ group, leader }) => (leader ? [group] : [])));
  const todays = new Set(before.flatMap(({ group }) => group ?? []));
  const names = (ids: readonly string[]) => ids.map((id) => nameOf(directory.groups, id));
  return {
    term,
    name,
    opens,
    state,
    edition,
    ...(examined && { examined }),
    committee: committeeOn(directory.people, today),
    ...(notice !== undefined && { notice }),
    rows: elected.map((one) => toRow(directory, inOffice, one)),
    lines: writeList(directory, elected),
    villages: directory.villages.map(({ id: village, name: title }) => ({
      village,
      name: title,
      group: villages[village] ?? directory.routing.villageFallback[village] ?? '',
    })),
    noLeader: names([...manned].filter((group) => !led.has(group))),
    emptied: elected.length === 0 ? [] : names([...todays].filter((group) => !manned.has(group))),
    acts: actsOf(found, today),
  };
}

/** Two calls. */
export const term: Action<Input<'congress', 'term'>, Output<'congress', 'term'>> = {
  write: false,
  input: termInput,
  async run(call, { township }) {
    const [directory, found] = await Promise.all([readTownship(township), readLastTerm(township)]);
    if (!directory) return refuse('not-found');
    return ok(found ? { term: toTermView(directory, found, toLocalDate(call.now)) } : {});
  },
};
