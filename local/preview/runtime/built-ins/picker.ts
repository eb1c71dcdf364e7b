import { NotInPreviewError, reportError } from '../errors';
import { openSheet } from '../ui/sheet';
import { toText } from '../values';
import { registerControl } from './controls';
import type { BuiltIn, BuiltInNode } from './define';
import { dateColumns, dateFromColumns, timeColumns, timeFromColumns } from './picker-dates';
import type { ColumnState } from './picker-dates';

type Range = readonly unknown[];

function labels(range: unknown, key: unknown): string[] {
  return (Array.isArray(range) ? (range as Range) : []).map((item) => {
    if (typeof key === 'string' && key !== '') return String((item as Record<string, unknown>)[key]);
    return String(item);
  });
}

function finish(node: BuiltInNode, value: unknown): void {
  if (value === null) node.triggerEvent('cancel', {});
  else node.triggerEvent('change', { value });
}

async function openSelector(node: BuiltInNode): Promise<void> {
  const { range, rangeKey, value, headerText } = node.data;
  const columns = [labels(range, rangeKey)];
  const chosen = await openSheet({
    title: String(headerText),
    columns,
    selected: [Number(toText(value)) || 0],
  });
  finish(node, chosen?.[0] ?? null);
}

async function openMultiSelector(node: BuiltInNode): Promise<void> {
  const columns = (): string[][] =>
    ((node.data['range'] ?? []) as Range[]).map((range) => labels(range, node.data['rangeKey']));
  const selected = columns().map((_column, index) => (node.data['value'] as number[] | null)?.[index] ?? 0);
  const chosen = await openSheet({
    title: String(node.data['headerText']),
    columns: columns(),
    selected,
    onColumn: (column, value) => {
      node.triggerEvent('columnchange', { column, value });
      return columns();
    },
  });
  finish(node, chosen);
}

async function openColumns(
  node: BuiltInNode,
  state: ColumnState,
  toValue: (columns: string[]) => string,
): Promise<void> {
  let current = state;
  const chosen = await openSheet({
    title: String(node.data['headerText']),
    columns: state.columns,
    selected: state.selected,
    onColumn: (_column, _value, selected) => {
      current = state.next(selected);
      return current.columns;
    },
  });
  if (chosen === null) finish(node, null);
  else finish(node, toValue(chosen.map((index, column) => current.columns[column]?.[index] ?? '')));
}

function open(node: BuiltInNode): void {
  if (node.data['disabled'] === true) return;
  const mode = toText(node.data['mode']);
  const [value, start, end] = [node.data['value'], node.data['start'], node.data['end']].map(toText) as [
    string,
    string,
    string,
  ];
  if (mode === 'selector') void openSelector(node);
  else if (mode === 'multiSelector') void openMultiSelector(node);
  else if (mode === 'date') {
    void openColumns(node, dateColumns(value, start, end, toText(node.data['fields'])), dateFromColumns);
  } else if (mode === 'time') void openColumns(node, timeColumns(value, start, end), timeFromColumns);
  else reportError(new NotInPreviewError(`mode "${mode}" of <picker>`), 'picker');
}

export const picker: BuiltIn = {
  name: 'picker',
  properties: {
    mode: 'selector',
    range: null,
    rangeKey: '',
    value: null,
    start: '',
    end: '',
    fields: 'day',
    disabled: false,
    headerText: '',
    name: '',
  },
  created(node) {
    node.addListener('tap', () => {
      open(node);
    });
    registerControl({
      node,
      activate: () => {
        open(node);
      },
      value: () => node.data['value'],
    });
  },
};
