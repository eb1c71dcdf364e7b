/** What a file of back-entries would note: each line once, what is there already left out. */
import type { ActivityInput } from '../../../../miniprogram/contract/duty';
import type { ImportFault } from '../../../../miniprogram/contract/imports';
import { nameKey } from '../../../../miniprogram/contract/text';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import type { Directory } from '../../../registry/directory/rules/directory';
import type { Plan, PlannedLine } from '../../../registry/imports/rules/plan';
import type { Rows } from '../../../registry/imports/rules/table';
import { BACK_ENTRY, toActivityInput } from './table';

/**
 * Two of one key are one activity: the same kind, day and persons, and the same household where one is named, else the
 * same words.
 */
export function sameKey({
  kind,
  date,
  persons = [],
  village = '',
  household,
  title = '',
  words = '',
}: ActivityInput): string {
  const about = household ? ['户', nameKey(household.name)] : ['事', nameKey(title || words)];
  return JSON.stringify([kind, date, [...persons].sort(), village, ...about]);
}

function headOf(key: string): string {
  return BACK_ENTRY.columns.find((column) => column.key === key)?.head ?? '';
}

/** `known`: keys of what is noted already in these days. */
export function planBackEntry(
  { rows, faults }: Rows,
  directory: Directory,
  today: LocalDate,
  known: ReadonlySet<string>,
): Plan<ActivityInput> {
  const lineOf = new Map<string, number>();
  const lines: PlannedLine<ActivityInput>[] = [];
  const found: ImportFault[] = [...faults];
  let same = 0;
  for (const { line, cells } of rows) {
    const made = toActivityInput(directory, cells, today);
    if ('why' in made) {
      const text = made.text ?? cells[made.column] ?? '';
      found.push({ line, column: headOf(made.column), why: made.why, text });
      continue;
    }
    const key = sameKey(made);
    const earlier = lineOf.get(key);
    if (earlier !== undefined) found.push({ line, column: '类别', why: 'doubled', text: String(earlier) });
    else if (known.has(key)) same += 1;
    else {
      const words = ['代表', '村', '户主', '事由'].flatMap((head) => {
        const column = BACK_ENTRY.columns.find((each) => each.head === head);
        const said = cells[column?.key ?? ''] ?? '';
        return said === '' ? [] : [said];
      });
      const title = `${cells['kind'] ?? ''} ${made.date}`;
      lines.push({ line, mark: 'new', title, words: words.join('，'), body: made });
    }
    lineOf.set(key, line);
  }
  return { lines, same, faults: found.sort((one, other) => one.line - other.line) };
}

/** The first and the last day that the file speaks of. */
export function spanOf({ rows }: Rows): { from: LocalDate; to: LocalDate } | undefined {
  const days = rows.map(({ cells }) => cells['date'] ?? '').sort();
  const [from, to] = [days[0], days.at(-1)];
  return from === undefined || to === undefined ? undefined : { from, to };
}
