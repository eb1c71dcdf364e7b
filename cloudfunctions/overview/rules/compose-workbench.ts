/** From what is kept ready of the township to what one person sees of it: whose groups, how many, which lines. */
import type { Grant } from '../../request/view/rules/reader';
import {
  groupsFor,
  WORK_ROWS,
  type WorkDay,
  type WorkGroup,
  type WorkGroupView,
  type WorkRow,
} from '../../../miniprogram/contract/workbench';
import { HALF_LABELS } from '../../../miniprogram/contract/labels';
import { OFFICE, ROLE_LABELS, type Role } from '../../../miniprogram/contract/roles';
import { stillWaits, isTeamGroup, isUnitGroup, type Waiting } from '../../notify/workbench/rules/groups';
import type {
  Projection,
  StoredGroup,
  StoredWaiting,
  StoredWorkDay,
} from '../../notify/workbench/rules/projection';
import { confirmedBy } from '../../registry/invitations/rules/invitation';
import { nameOf, type Directory } from '../../registry/directory/rules/directory';
import type { QueueDays } from '../../request/lists/rules/queues';
import { toCard, type CardSource } from '../../request/lists/rules/request-card';
import { nameHolder } from '../../request/routing/rules/decide-route';
import type { Reader } from '../../request/view/rules/reader';
import { sayDate } from '../../shared/say-date';

/** Whoever opens it, with everything that is held here. */
export interface Opener {
  roles: readonly Role[];
  person: string | undefined;
  unit: string | undefined;
  group: string | undefined;
}

export function openerOf(grants: readonly (Grant & { role: Role })[]): Opener {
  const first = (field: 'person' | 'unit' | 'group') =>
    grants.find((grant) => grant[field] !== undefined)?.[field];
  return {
    roles: [...new Set(grants.map(({ role }) => role))],
    person: first('person'),
    unit: first('unit'),
    group: grants.find(({ role, group }) => role === 'leader' && group !== undefined)?.group,
  };
}

const NONE: StoredGroup = { count: 0, hidden: {}, rows: [] };

/** The requests of a group, as they were counted; undefined: the group is of something else. */
function requestsOf(group: WorkGroup, projection: Projection, opener: Opener): StoredGroup | undefined {
  if (isUnitGroup(group)) return projection.units[opener.unit ?? '']?.[group] ?? NONE;
  if (isTeamGroup(group)) return projection.teams[opener.group ?? '']?.[group] ?? NONE;
  return projection.requests[group];
}

/** Ids of the requests whose lines are shown to this person. */
export function idsShown(projection: Projection, opener: Opener): string[] {
  const groups = groupsFor(opener.roles);
  return [...new Set(groups.flatMap((group) => requestsOf(group, projection, opener)?.rows ?? []))];
}

interface Source {
  projection: Projection;
  opener: Opener;
  directory: Directory;
  days: QueueDays;
  /** By id: those that were read and that this person may know of. */
  known: ReadonlyMap<string, CardSource & Waiting>;
  decrypt: (stored: string) => string;
  /** Of all townships of the district, whichever of them it opened 工作台 in; shown to nobody else. */
  passed: StoredWaiting<WorkRow>;
}

function readerOf(group: WorkGroup): Reader {
  if (isUnitGroup(group)) return 'unit';
  return isTeamGroup(group) ? 'leader' : 'office';
}

/** The presidium reads as an overseer whatever it shares with the office. */
function readAs(group: WorkGroup, { roles }: Opener): Reader {
  const reader = readerOf(group);
  const isOffice = roles.some((role) => OFFICE.includes(role));
  return reader === 'office' && !isOffice ? 'overseer' : reader;
}

function toRow(row: CardSource, group: WorkGroup, { directory, days, opener }: Source): WorkRow {
  const { title, village, request } = toCard(row, directory, readAs(group, opener), days.today);
  return { id: request, title, village, who: nameHolder(directory, row), due: row.due };
}

/** Less what is kept from the person, and what somebody has dealt with since it was counted. */
function requestGroup(group: WorkGroup, stored: StoredGroup, source: Source): WorkGroupView {
  const { known, opener, days } = source;
  const found = stored.rows.flatMap((id) => known.get(id) ?? []);
  const waiting = found.filter((row) => stillWaits(group, row, days, opener));
  const hidden = opener.person === undefined ? 0 : (stored.hidden[opener.person] ?? 0);
  return {
    group,
    count: Math.max(waiting.length, stored.count - hidden - (found.length - waiting.length)),
    rows: waiting.map((row) => toRow(row, group, source)),
  };
}

function openTitles(
  { count, rows }: Projection['articles'],
  decrypt: (stored: string) => string,
): Projection['articles'] {
  return { count, rows: rows.map(({ id, title }) => ({ id, title: decrypt(title) })) };
}

function otherGroup(group: WorkGroup, source: Source): WorkGroupView {
  const { projection, directory, opener, decrypt, passed } = source;
  const home = (id: string) => nameOf(directory.homes, id);
  const none = { group, count: 0, rows: [] };
  switch (group) {
    case 'unrecorded': {
      const { count, rows } = projection.unrecorded;
      const lines = rows.map(({ date, home: at, number }) => ({
        id: `${date} ${at} ${String(number)}`,
        title: `${sayDate(date)} ${home(at)} 第${String(number)}号`,
        date,
        home: at,
      }));
      return { group, count, rows: lines };
    }
    case 'swaps': {
      const { count, rows } = projection.swaps;
      const lines = rows.map(({ date, home: at, half, person }) => ({
        id: `${date} ${at} ${half} ${person}`,
        title: `${sayDate(date)}${HALF_LABELS[half]} ${home(at)}要换人`,
        who: nameOf(directory.people, person),
        date,
        home: at,
      }));
      return { group, count, rows: lines };
    }
    case 'claimed': {
      const roles = opener.roles.flatMap(confirmedBy);
      const own = projection.claimed.filter(({ role }) => roles.includes(role));
      const rows = own.map(({ id, role, name }) => ({ id, title: decrypt(name), who: ROLE_LABELS[role] }));
      return { group, count: own.length, rows: rows.slice(0, WORK_ROWS) };
    }
    case 'calls':
      return { ...none, count: projection.calls };
    case 'articles-to-approve':
      return { group, ...openTitles(projection.toApprove, decrypt) };
    case 'articles':
      return { group, ...openTitles(projection.articles, decrypt) };
    case 'passed-up':
      return { group, count: passed.count, rows: passed.rows };
    default:
      return none;
  }
}

/** Groups in which something waits, in the table's order. */
export function composeGroups(source: Source): WorkGroupView[] {
  const { projection, opener } = source;
  return groupsFor(opener.roles)
    .map((group) => {
      const stored = requestsOf(group, projection, opener);
      return stored ? requestGroup(group, stored, source) : otherGroup(group, source);
    })
    .filter(({ count }) => count > 0);
}

export function toWorkDay(
  { date, published, provisional, homes, missing }: StoredWorkDay,
  directory: Pick<Directory, 'homes'>,
): WorkDay {
  return {
    date,
    published,
    ...(provisional && { provisional }),
    homes: homes.map((one) => Object.assign({ name: nameOf(directory.homes, one.home) }, one)),
    missing: missing.map(({ home, half }) => `${nameOf(directory.homes, home)}${HALF_LABELS[half]}`),
  };
}

/** Open and late as this person may know of them. */
export function countKnown(stored: StoredGroup | undefined, { person }: Opener): number {
  const { count, hidden } = stored ?? NONE;
  return count - (person === undefined ? 0 : (hidden[person] ?? 0));
}
