/** What a table's file holds when it goes out: head, lines, drop-downs, and a second sheet that says how to fill it in. */
import type { Directory } from '../../../registry/directory/rules/directory';
import type { Cells, Column, Offer, TableSpec } from '../../../registry/imports/rules/table';

export interface Template {
  head: readonly string[];
  rows: readonly (readonly string[])[];
  /** Letters wide. */
  widths: readonly number[];
  /** Column from 0 → what is offered there. */
  choices: readonly { column: number; values: readonly string[] }[];
  /** The second sheet, with its head. */
  explained: readonly (readonly string[])[];
}

const NAMES: Readonly<Record<Offer, (directory: Directory) => readonly { name: string }[]>> = {
  homes: ({ homes }) => homes,
  villages: ({ villages }) => villages,
  groups: ({ groups }) => groups,
  categories: ({ categories }) => categories,
  constituencies: ({ constituencies }) => constituencies,
  terms: ({ terms }) => terms,
  units: ({ units }) => units,
};

function offered(column: Column, directory: Directory): readonly string[] {
  if (column.kind === 'yes') return ['是'];
  if (column.choices) return column.choices;
  return column.offers ? NAMES[column.offers](directory).map(({ name }) => name) : [];
}

const KINDS: Readonly<Record<Column['kind'], string>> = {
  text: '文字',
  day: '日期，如 2026-12-01',
  yes: '“是”或空着',
  choice: '几样里选一样',
  count: '整数',
  phone: '电话号码',
  names: '几个名称，用顿号隔开',
};

function explain(column: Column): string[] {
  const { head, needed, kind, hint, example } = column;
  return [head, needed ? '必填' : '', KINDS[kind], hint, example];
}

/** Wide enough for its head and what usually stands there. */
function widthOf({ head, kind, most = 20 }: Column): number {
  if (kind === 'names') return 36;
  return kind === 'yes' ? 10 : Math.max(head.length * 2 + 2, Math.min(30, most));
}

export function toTemplate({ columns }: TableSpec, rows: readonly Cells[], directory: Directory): Template {
  return {
    head: columns.map(({ head }) => head),
    rows: rows.map((cells) => columns.map(({ key }) => cells[key] ?? '')),
    widths: columns.map(widthOf),
    choices: columns
      .map((column, at) => ({ column: at, values: offered(column, directory) }))
      .filter(({ values }) => values.length > 0),
    explained: [['列', '', '怎么写', '说明', '例子'], ...columns.map(explain)],
  };
}
