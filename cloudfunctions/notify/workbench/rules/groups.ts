/** Open requests, nearest date first → the groups in which they wait, each by the condition of its list. */
import type { RequestState } from '../../../../miniprogram/contract/request-life';
import type { OfficeQueue } from '../../../../miniprogram/contract/request-lists';
import {
  queueOfGroup,
  WORK_GROUP_IDS,
  WORK_ROWS,
  type WorkGroup,
} from '../../../../miniprogram/contract/workbench';
import { standsIn, type Queued, type QueueDays } from '../../../request/lists/rules/queues';
import type { RequestDocument } from '../../../request/rules/request-document';
import type { StoredGroup } from './projection';

export type Waiting = Queued & Pick<RequestDocument, '_id' | 'hidden' | 'lead' | 'assists' | 'group'>;

/** What a unit has to do about it; `unit` leads or assists. */
const UNIT_GROUPS: Readonly<
  Record<
    Extract<WorkGroup, `unit-${string}`>,
    (row: Pick<Waiting, 'state' | 'due' | 'lead' | 'assists'>, unit: string, today: string) => boolean
  >
> = {
  'unit-overdue': (row, unit, today) => leads(row, unit) && row.due < today,
  'unit-name': (row, unit) => row.state === 'entrusted' && row.lead === unit,
  'unit-sign': (row, unit) => row.state === 'signing' && row.lead === unit,
  'unit-accept': (row, unit) => row.state === 'assigned' && row.lead === unit,
  'unit-reply': (row, unit) => (row.state === 'accepted' || row.state === 'promised') && row.lead === unit,
  'unit-assist': ({ state, assists = {} }, unit) =>
    (state === 'assigned' || state === 'accepted' || state === 'promised') &&
    assists[unit] !== undefined &&
    assists[unit].at === undefined,
};

/** States in which the lead unit, or the township government in its place, has something to do. */
const LED: readonly RequestState[] = ['entrusted', 'assigned', 'accepted', 'signing', 'promised'];

function leads({ state, lead }: Pick<Waiting, 'state' | 'lead'>, unit: string): boolean {
  return lead === unit && LED.includes(state);
}

/** What a leader looks after: what deputies of the group have. */
const TEAM_GROUPS: Readonly<
  Record<Extract<WorkGroup, `group-${string}`>, (row: Waiting, today: string) => boolean>
> = {
  'group-overdue': ({ due }, today) => due < today,
  'group-untaken': ({ state }) => state === 'submitted',
};

export function groupOf(rows: readonly Pick<Waiting, '_id' | 'hidden'>[]): StoredGroup {
  const hidden: Record<string, number> = {};
  for (const person of rows.flatMap((row) => row.hidden)) hidden[person] = (hidden[person] ?? 0) + 1;
  return { count: rows.length, hidden, rows: rows.slice(0, WORK_ROWS).map(({ _id }) => _id) };
}

const BY_QUEUE: readonly (readonly [WorkGroup, OfficeQueue])[] = WORK_GROUP_IDS.flatMap((group) => {
  const queue = queueOfGroup(group);
  return queue === undefined ? [] : [[group, queue] as const];
});

export function isUnitGroup(group: WorkGroup): group is keyof typeof UNIT_GROUPS {
  return group in UNIT_GROUPS;
}
export function isTeamGroup(group: WorkGroup): group is keyof typeof TEAM_GROUPS {
  return group in TEAM_GROUPS;
}

interface Reader {
  unit?: string | undefined;
  group?: string | undefined;
}

/** Whether a request that was counted in the group still belongs there. */
export function stillWaits(group: WorkGroup, row: Waiting, days: QueueDays, reader: Reader): boolean {
  const queue = queueOfGroup(group);
  if (queue !== undefined) return standsIn(queue, row, days);
  if (isUnitGroup(group))
    return row.open && reader.unit !== undefined && UNIT_GROUPS[group](row, reader.unit, days.today);
  if (isTeamGroup(group)) return isOfTeam(row, reader.group) && TEAM_GROUPS[group](row, days.today);
  return true;
}

function isOfTeam({ open, owner, group }: Waiting, team: string | undefined): boolean {
  return open && owner.person !== '' && group === team;
}

type Groups = Record<string, StoredGroup>;

/** `open`: every open one. `others`: of queues that do not go by what is open, all that may stand there. */
export function groupByQueue(
  open: readonly Waiting[],
  others: Readonly<Partial<Record<OfficeQueue, readonly Waiting[]>>>,
  days: QueueDays,
): Groups {
  return Object.fromEntries(
    BY_QUEUE.map(([group, queue]) => {
      const rows = others[queue] ?? open;
      return [group, groupOf(rows.filter((row) => standsIn(queue, row, days)))];
    }),
  );
}

/** Groups in which nothing waits are left out. */
function filled(pairs: readonly (readonly [string, StoredGroup])[]): Groups {
  return Object.fromEntries(pairs.filter(([, { count }]) => count > 0));
}

export function groupByUnit(open: readonly Waiting[], { today }: QueueDays): Record<string, Groups> {
  const units = new Set(open.flatMap(({ lead, assists = {} }) => [lead, ...Object.keys(assists)]));
  units.delete('');
  return Object.fromEntries(
    [...units].map((unit) => [
      unit,
      filled(
        Object.entries(UNIT_GROUPS).map(
          ([group, holds]) => [group, groupOf(open.filter((row) => holds(row, unit, today)))] as const,
        ),
      ),
    ]),
  );
}

export function groupByTeam(open: readonly Waiting[], { today }: QueueDays): Record<string, Groups> {
  const teams = new Set(open.map(({ group }) => group));
  teams.delete('');
  return Object.fromEntries(
    [...teams].map((team) => [
      team,
      filled(
        Object.entries(TEAM_GROUPS).map(
          ([group, holds]) =>
            [group, groupOf(open.filter((row) => isOfTeam(row, team) && holds(row, today)))] as const,
        ),
      ),
    ]),
  );
}
