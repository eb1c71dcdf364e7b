import { h } from '../dom';
import { openLayer } from './layer';

interface SheetOptions {
  readonly title: string;
  readonly columns: string[][];
  readonly selected: readonly number[];
  /** A choice in one column; answers the columns as they are then. */
  readonly onColumn?: (column: number, value: number, selected: readonly number[]) => string[][];
}

/** The sheet of a picker: columns to choose from, 取消 and 确定. Null when it was canceled. */
export function openSheet(options: SheetOptions): Promise<number[] | null> {
  return new Promise((resolve) => {
    const columns = new Columns(options);
    const finish = (answer: number[] | null) => (): void => {
      layer.close();
      resolve(answer);
    };
    const cancel = h('button', { click: finish(null) }, '取消');
    const confirm = h('button', { click: finish(columns.selected) }, '确定');
    const head = h('header', {}, cancel, h('strong', {}, options.title), confirm);
    const label = options.title === '' ? '请选择' : options.title;
    const sheet = h('phone-sheet', { role: 'dialog', 'aria-label': label }, head, columns.element);
    const layer = openLayer('sheet', sheet);
    columns.draw();
  });
}

class Columns {
  readonly element = h('phone-columns');
  readonly selected: number[];
  private columns: string[][];

  constructor(private readonly options: SheetOptions) {
    this.columns = options.columns;
    this.selected = options.columns.map((_column, index) => options.selected[index] ?? 0);
  }

  draw(): void {
    const parts = this.columns.map((entries, column) =>
      drawColumn(entries, this.selected[column] ?? 0, (value) => {
        this.choose(column, value);
      }),
    );
    this.element.replaceChildren(...parts);
    for (const one of this.element.querySelectorAll('[aria-selected="true"]'))
      one.scrollIntoView({ block: 'center' });
  }

  private choose(column: number, value: number): void {
    this.selected[column] = value;
    this.columns = this.options.onColumn?.(column, value, this.selected) ?? this.columns;
    this.columns.forEach((entries, index) => {
      this.selected[index] = Math.min(this.selected[index] ?? 0, Math.max(0, entries.length - 1));
    });
    this.draw();
  }
}

function drawColumn(
  entries: readonly string[],
  selected: number,
  choose: (value: number) => void,
): HTMLElement {
  const options = entries.map((entry, value) =>
    h(
      'button',
      {
        role: 'option',
        'aria-selected': String(value === selected),
        click: () => {
          choose(value);
        },
      },
      entry,
    ),
  );
  return h('phone-column', { role: 'listbox' }, ...options);
}
