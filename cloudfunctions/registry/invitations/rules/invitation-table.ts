/** 身份邀请 as a table of the import engine: a line is one person and one role, with the last four digits of their phone. */
import type { ImportFault } from '../../../../miniprogram/contract/imports';
import type { Invited } from '../../../../miniprogram/contract/registry-office';
import { LIMITS } from '../../../../miniprogram/contract/limits';
import {
  INVITERS,
  OFFICE,
  ROLE_IDS,
  ROLE_LABELS,
  roleNames,
  type Role,
} from '../../../../miniprogram/contract/roles';
import { nameKey } from '../../../../miniprogram/contract/text';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import type { Plan, PlannedLine } from '../../imports/rules/plan';
import type { Cells, Column, Rows, TableSpec } from '../../imports/rules/table';
import { membersOn, nameOf, type Directory } from '../../directory/rules/directory';
import type { Invitation } from './invitation';
import { toInvitee } from './invite';

/** Those that the whole office invites for; staff, chief, district and administrators are invited one by one. */
export const TABLE_ROLES: readonly Role[] = ROLE_IDS.filter((role) =>
  OFFICE.every((one) => INVITERS[role].includes(one)),
);

export const STATE_WORDS = {
  issued: '没认领',
  claimed: '等确认',
  confirmed: '已确认',
  revoked: '已撤销',
} as const;

const COLUMNS: readonly Column[] = [
  {
    key: 'name',
    head: '姓名',
    kind: 'text',
    needed: true,
    most: LIMITS.name,
    hint: '代表和接访人要和名册里的一样',
    example: '王磊',
  },
  {
    key: 'role',
    head: '身份',
    kind: 'choice',
    needed: true,
    choices: TABLE_ROLES.map((role) => ROLE_LABELS[role]),
    hint: '一个人有几个身份就写几行',
    example: ROLE_LABELS.deputy,
  },
  {
    key: 'phone',
    head: '手机号后四位',
    also: ['后四位', '手机后四位'],
    kind: 'text',
    most: 4,
    hint: '认领时要对上。已经邀请过的不用写',
    example: '0135',
  },
  {
    key: 'unit',
    head: '承办单位',
    also: ['单位'],
    kind: 'text',
    offers: 'units',
    hint: '只有承办单位联络员要写',
    example: '交通建设办',
  },
  {
    key: 'village',
    head: '村',
    also: ['村（社区）'],
    kind: 'text',
    offers: 'villages',
    hint: '只有村干部（代办员）要写',
    example: '柳树城村',
  },
  { key: 'state', head: '现在', kind: 'text', hint: '导出时写着，导入时不看', example: '' },
];

export const INVITATION_TABLE: TableSpec = { title: '身份邀请', most: 500, columns: COLUMNS };

type Live = Pick<Invitation, 'role' | 'person' | 'unit' | 'village' | 'state'> & { name: string };
type Fault = { column: string; why: ImportFault['why']; text?: string };

function idOf(rows: readonly { id: string; name: string }[], name: string): string | undefined {
  return rows.find((row) => nameKey(row.name) === nameKey(name))?.id;
}

/** The digits, a nought that a spreadsheet dropped in front of them put back. */
function digitsOf(text: string): string {
  const plain = text.normalize('NFKC');
  return /^\d{1,4}$/.test(plain) ? plain.padStart(4, '0') : '';
}

function personOf({ people }: Directory, name: string, date: LocalDate): string | Fault {
  const found = people.filter((one) => nameKey(one.name) === nameKey(name));
  const now = found.filter((one) => membersOn([one], date).length > 0);
  if (now.length > 1) return { column: 'name', why: 'namesake' };
  return now[0]?.id ?? { column: 'name', why: 'unknown' };
}

/** Whom the line invites, the digits apart. */
function readInvited(
  directory: Directory,
  cells: Cells,
  date: LocalDate,
): Omit<Invited, 'phoneLast4'> | Fault {
  const { name = '', unit = '', village = '' } = cells;
  const role = TABLE_ROLES.find((each) => ROLE_LABELS[each] === cells['role']);
  if (role === undefined) return { column: 'role', why: 'unknown' };
  if (roleNames(role, 'person')) {
    const person = personOf(directory, name, date);
    return typeof person === 'string' ? { role, person } : person;
  }
  if (roleNames(role, 'unit')) {
    const id = idOf(directory.units, unit);
    return id === undefined
      ? { column: 'unit', why: unit === '' ? 'needed' : 'unknown' }
      : { role, name, unit: id };
  }
  const id = idOf(directory.villages, village);
  return id === undefined
    ? { column: 'village', why: village === '' ? 'needed' : 'unknown' }
    : { role, name, village: id };
}

function isSame(
  live: Live,
  { role, person, name = '', unit, village }: Omit<Invited, 'phoneLast4'>,
): boolean {
  if (live.role !== role) return false;
  if (person !== undefined) return live.person === person;
  return nameKey(live.name) === nameKey(name) && live.unit === unit && live.village === village;
}

const headOf = (key: string): string => COLUMNS.find((column) => column.key === key)?.head ?? key;

/** Who has a live invitation of the role already is left as it is. */
export function planInvitations(
  { rows, faults }: Rows,
  directory: Directory,
  live: readonly Live[],
  date: LocalDate,
): Plan<Invited> {
  const lines: PlannedLine<Invited>[] = [];
  const found: ImportFault[] = [...faults];
  const lineOf = new Map<string, number>();
  let same = 0;
  for (const { line, cells } of rows) {
    const fault = (one: Fault) =>
      found.push({
        line,
        column: headOf(one.column),
        why: one.why,
        text: one.text ?? cells[one.column] ?? '',
      });
    const read = readInvited(directory, cells, date);
    if ('why' in read) {
      fault(read);
      continue;
    }
    if (live.some((one) => isSame(one, read))) {
      same += 1;
      continue;
    }
    const phoneLast4 = digitsOf(cells['phone'] ?? '');
    const invited: Invited = { ...read, phoneLast4 };
    const key = JSON.stringify(read);
    const earlier = lineOf.get(key);
    lineOf.set(key, line);
    if (phoneLast4 === '') fault({ column: 'phone', why: cells['phone'] ? 'phone' : 'needed' });
    else if (earlier !== undefined) fault({ column: 'name', why: 'doubled', text: String(earlier) });
    else if ('ok' in toInvitee(directory, invited, date)) fault({ column: 'role', why: 'unknown' });
    else
      lines.push({
        line,
        mark: 'new',
        title: cells['name'] ?? '',
        words: wordsOf(directory, read),
        body: invited,
      });
  }
  return { lines, same, faults: found.sort((one, other) => one.line - other.line) };
}

function wordsOf(
  { units, villages }: Directory,
  { role, unit = '', village = '' }: Partial<Invited> & { role: Role },
): string {
  return [ROLE_LABELS[role], nameOf(units, unit), nameOf(villages, village)].filter(Boolean).join('，');
}

/** The table as it stands: who is invited, and which deputies and receivers are not. No digits go out. */
export function sayInvitations(directory: Directory, live: readonly Live[], date: LocalDate): Cells[] {
  const { people, units, villages } = directory;
  const invited = live
    .filter(({ role }) => TABLE_ROLES.includes(role))
    .map(({ role, name, unit = '', village = '', state }) => ({
      name,
      role: ROLE_LABELS[role],
      unit: nameOf(units, unit),
      village: nameOf(villages, village),
      state: STATE_WORDS[state],
    }));
  const missing = listUninvited(people, live, date).map(({ name, role }) => ({
    name,
    role: ROLE_LABELS[role],
    state: '没有邀请',
  }));
  return [...missing, ...invited];
}

/** Deputies and receivers of that day without a live invitation. */
export function listUninvited(
  people: Directory['people'],
  live: readonly Pick<Invitation, 'person'>[],
  date: LocalDate,
): { person: string; name: string; role: Role }[] {
  const known = new Set(live.flatMap(({ person }) => person ?? []));
  return membersOn(people, date)
    .filter(({ person }) => !known.has(person))
    .map(({ person, name, level }) => ({ person, name, role: level === undefined ? 'receiver' : 'deputy' }));
}
