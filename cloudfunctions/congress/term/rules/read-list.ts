/**
 * The list of who was elected, as the office pastes it out of a table: a line a deputy, its cells apart by tabs, blanks,
 * commas or 、. «王某某 第三选区 第三代表小组 组长». A name that stands once in the directory is that person.
 */
import type { ListFault } from '../../../../miniprogram/contract/congress/term';
import { LIMITS } from '../../../../miniprogram/contract/limits';
import type { Directory } from '../../../registry/directory/rules/directory';
import type { Elected } from './term-document';

type Known = Pick<Directory, 'people' | 'groups' | 'constituencies'>;

const CELLS = /[\s,，、;；|]+/;
const LEADER = '组长';
const PRESIDIUM = /^主席团(成员)?$/;
const FRESH = /^新(代表)?$/;

/** Its whole name, or the only one that begins or ends so: 第三选区 of 柳树镇第三选区. */
export function findNamed(rows: readonly { id: string; name: string }[], text: string): string | undefined {
  const whole = rows.find(({ name }) => name === text);
  if (whole) return whole.id;
  const near = rows.filter(({ name }) => text.length > 1 && (name.startsWith(text) || name.endsWith(text)));
  return near.length === 1 ? near[0]?.id : undefined;
}

function readLine(
  { people, groups, constituencies }: Known,
  text: string,
  { line, row, idOf }: { line: number; row: string; idOf: (row: string, name: string) => string },
): Elected | ListFault {
  const [name = '', ...cells] = text.split(CELLS).filter((cell) => cell !== '');
  if (name.length > LIMITS.name) return { line, why: 'name', text: name };
  const leader = cells.includes(LEADER);
  const presidium = cells.some((cell) => PRESIDIUM.test(cell));
  const asNew = cells.some((cell) => FRESH.test(cell));
  const places = cells.filter((cell) => cell !== LEADER && !PRESIDIUM.test(cell) && !FRESH.test(cell));
  const towns = constituencies.filter(({ level }) => level === 'town');
  const constituency = places.map((cell) => findNamed(towns, cell)).find((id) => id !== undefined);
  if (constituency === undefined) return { line, why: 'constituency', text: places[0] ?? '' };
  const others = places.filter((cell) => findNamed(towns, cell) !== constituency);
  const group = others.map((cell) => findNamed(groups, cell)).find((id) => id !== undefined);
  if (group === undefined) return { line, why: 'group', text: others[0] ?? '' };
  const same = asNew ? [] : people.filter((one) => one.name === name);
  if (same.length > 1) return { line, why: 'same-name', text: name };
  const [known] = same;
  const person = known?.id ?? idOf(row, name);
  return { row, person, name, fresh: !known, constituency, group, leader, presidium };
}

/** All of it, or what is wrong with it, at most twenty faults. */
export function readList(
  known: Known,
  lines: string,
  idOf: (row: string, name: string) => string,
): { elected: readonly Elected[]; faults: readonly ListFault[] } {
  const elected: Elected[] = [];
  const faults: ListFault[] = [];
  lines.split('\n').forEach((text, at) => {
    if (text.trim() === '') return;
    const read = readLine(known, text, { line: at + 1, row: `r${String(at + 1)}`, idOf });
    if ('why' in read) faults.push(read);
    else if (elected.some(({ person }) => person === read.person))
      faults.push({ line: at + 1, why: 'doubled', text: read.name });
    else elected.push(read);
  });
  return { elected, faults: faults.slice(0, FAULTS) };
}
const FAULTS = 20;

/** The list as it would be pasted again. */
export function writeList({ groups, constituencies }: Known, elected: readonly Elected[]): string {
  const nameOf = (rows: readonly { id: string; name: string }[], id: string) =>
    rows.find((row) => row.id === id)?.name ?? id;
  return elected
    .map(({ name, fresh, constituency, group, leader, presidium }) =>
      [
        name,
        nameOf(constituencies, constituency),
        nameOf(groups, group),
        ...(leader ? [LEADER] : []),
        ...(presidium ? ['主席团'] : []),
        ...(fresh ? ['新'] : []),
      ].join(' '),
    )
    .join('\n');
}
