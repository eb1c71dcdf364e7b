/** What a table that was read would change, row by row, before anything is sent. */
import { LIMITS } from '../../../contract/limits';
import type { DirectoryRow, Edit, RouteRow } from '../../../contract/registry-office';
import type { RoutingFault } from '../../../contract/report';
import type { Names } from '../form';
import { sayRoute } from '../say-row';

type Stored = Extract<DirectoryRow, { kind: 'route' }>;

export interface Change {
  key: string;
  mark: '加' | '改' | '撤';
  title: string;
  words: string;
}

export interface Comparison {
  edits: readonly Edit<'route'>[];
  changes: readonly Change[];
  /** «加 2 行，改 1 行，撤 0 行», or why it cannot be sent. */
  sum: string;
  tooMany: boolean;
}

/** Changes shown; the rest is counted. */
const SHOWN = 40;

/** What makes a row this one and no other: its place, category and first day. */
function keyOf({ village, villagerGroup, category, from }: RouteRow): string {
  return [village, villagerGroup ?? '', category, from].join('.');
}

function same(one: RouteRow, other: RouteRow): boolean {
  const { group, home, to, reason } = one;
  return group === other.group && home === other.home && to === other.to && reason === other.reason;
}

export function compare(rows: readonly DirectoryRow[], read: readonly RouteRow[], names: Names): Comparison {
  const stored = rows.filter((row): row is Stored => row.kind === 'route');
  const byKey = new Map(stored.map((each) => [keyOf(each.row), each]));
  const wanted = new Set(read.map(keyOf));
  const gone = stored.filter((each) => !wanted.has(keyOf(each.row)));
  const changed = read.filter((row) => {
    const before = byKey.get(keyOf(row));
    return before !== undefined && !same(before.row, row);
  });
  const added = read.filter((row) => !byKey.has(keyOf(row)));
  const say = (mark: Change['mark'], row: RouteRow): Change => ({
    key: `${mark}${keyOf(row)}`,
    mark,
    ...sayRoute(row, names),
  });
  const edits: Edit<'route'>[] = [
    ...gone.map(({ id, tag }) => ({ id, seen: tag, row: null })),
    ...changed.map((row) => {
      const before = byKey.get(keyOf(row));
      return { id: before?.id ?? '', seen: before?.tag ?? '', row };
    }),
    ...added.map((row) => ({ id: '', seen: '', row })),
  ];
  const all = [
    ...gone.map(({ row }) => say('撤', row)),
    ...changed.map((row) => say('改', row)),
    ...added.map((row) => say('加', row)),
  ];
  const count = (what: readonly unknown[]) => String(what.length);
  const tooMany = edits.length > LIMITS.bookEdits;
  const sum = `加 ${count(added)} 行，改 ${count(changed)} 行，撤 ${count(gone)} 行`;
  const more = all.length > SHOWN ? `；下面只列前 ${String(SHOWN)} 行` : '';
  return {
    edits,
    changes: all.slice(0, SHOWN),
    tooMany,
    sum: tooMany ? `${sum}。一次最多 ${String(LIMITS.bookEdits)} 行，请分两次。` : `${sum}${more}。`,
  };
}

const WHY: Readonly<Record<RoutingFault['why'], (fault: RoutingFault) => string>> = {
  head: () => '没有找到表头。第一行要有：村、类别、代表小组、从哪天起',
  needed: ({ column }) => `「${column}」没有写`,
  unknown: ({ column, text }) => `「${column}」里没有“${text}”这一个`,
  date: ({ column, text }) => `「${column}」的“${text}”不是日期，要写成 2026-12-01`,
  span: () => '结束的日子比开始早',
  long: ({ column }) => `「${column}」太长，最多 ${String(LIMITS.reason)} 个字`,
  doubled: ({ text }) => `和第 ${text} 行是同一个地方、同一类、同一天`,
  many: ({ text }) => `行太多，一张表最多 ${text} 行`,
};

export function sayFaults(faults: readonly RoutingFault[]): string[] {
  return faults.map((fault) => `第 ${String(fault.line)} 行：${WHY[fault.why](fault)}。`);
}
