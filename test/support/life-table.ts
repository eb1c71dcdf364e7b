/**
 * What must be true of any table of a life (cloudfunctions/shared/life/rules/table.ts). Answers the faults as sentences,
 * so that a test says `expect(faultsOf(…)).toEqual([])`.
 */
import type { Step, Table } from '../../cloudfunctions/shared/life/rules/table';

interface Shape<State extends string> {
  states: readonly State[];
  /** Where it begins. */
  birth: State;
  /** Nobody has to act any more. */
  over: readonly State[];
  /** For rows whose state a plan decides: where it may lead. */
  planned: Readonly<Record<string, readonly State[]>>;
}

type AnyStep<State extends string> = Step<State, string, string, string>;

function targetsOf<State extends string>(act: string, row: AnyStep<State>, shape: Shape<State>): State[] {
  if (row.to === 'same') return [];
  return row.to === 'planned' ? [...(shape.planned[act] ?? [])] : [row.to];
}

function reachable<State extends string>(
  rows: readonly (readonly [string, AnyStep<State>])[],
  shape: Shape<State>,
): Set<State> {
  const found = new Set<State>([shape.birth]);
  for (let before = 0; before < found.size;) {
    before = found.size;
    for (const [act, row] of rows) {
      if (row.from.some((state) => found.has(state)))
        targetsOf(act, row, shape).forEach((state) => found.add(state));
    }
  }
  return found;
}

function faultsOfRow<State extends string>(act: string, row: AnyStep<State>, shape: Shape<State>): string[] {
  const faults: string[] = [];
  const over = row.to !== 'same' && row.to !== 'planned' && shape.over.includes(row.to);
  if (row.from.length === 0) faults.push(`${act} starts nowhere`);
  if (row.who.length === 0) faults.push(`${act} is nobody's`);
  if (new Set(row.from).size < row.from.length) faults.push(`${act} names a state twice`);
  if (row.to === 'planned' && targetsOf(act, row, shape).length === 0) faults.push(`${act} plans no state`);
  if (over && row.due !== 'none') faults.push(`${act} ends it and sets a date`);
  if (!over && row.due === 'none') faults.push(`${act} leaves it open without a date`);
  return faults;
}

export function faultsOf<State extends string>(
  table: Table<string, State, string, string, string>,
  shape: Shape<State>,
): string[] {
  const rows = Object.entries(table);
  const reached = reachable(rows, shape);
  const open = shape.states.filter((state) => !shape.over.includes(state));
  const leaves = (state: State) =>
    rows.some(([, { from, to }]) => from.includes(state) && to !== 'same' && to !== state);
  return [
    ...rows.flatMap(([act, row]) => faultsOfRow(act, row, shape)),
    ...shape.states.filter((state) => !reached.has(state)).map((state) => `${state} is never reached`),
    ...open.filter((state) => !leaves(state)).map((state) => `${state} is never left`),
  ];
}
