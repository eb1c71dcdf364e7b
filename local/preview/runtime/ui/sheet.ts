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
    let columns = options.columns;
    const selected = columns.map((_column, index) => options.selected[index] ?? 0);
    const body = h('phone-columns');
    const finish = (answer: number[] | null): void => {
      layer.close();
      resolve(answer);
    };
    const choose = (column: number, value: number): void => {
      selected[column] = value;
      if (options.onColumn) columns = options.onColumn(column, value, selected);
      columns.forEach((entries, index) => {
        selected[index] = Math.min(selected[index] ?? 0, Math.max(0, entries.length - 1));
      });
      draw();
    };
    const draw = (): void => {
      body.replaceChildren(
        ...columns.map((entries, column) =>
          drawColumn(entries, selected[column] ?? 0, (value) => {
            choose(column, value);
          }),
        ),
      );
      for (const one of body.querySelectorAll('[aria-selected="true"]'))
        one.scrollIntoView({ block: 'center' });
    };
    const cancel = h(
      'button',
      {
        click: () => {
          finish(null);
        },
      },
      '取消',
    );
    const confirm = h(
      'button',
      {
        click: () => {
          finish(selected);
        },
      },
      '确定',
    );
    const head = h('header', {}, cancel, h('strong', {}, options.title), confirm);
    const layer = openLayer(
      'sheet',
      h('phone-sheet', { role: 'dialog', 'aria-label': options.title || '请选择' }, head, body),
    );
    draw();
  });
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
