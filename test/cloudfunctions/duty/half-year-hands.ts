/** What else happens in a random half-year: persons move between groups and terms, and paper is entered and taken back. */
import { readKnownKeys } from '../../../cloudfunctions/duty/back-entry/known-store';
import { planBackEntry } from '../../../cloudfunctions/duty/back-entry/rules/plan';
import type { Directory } from '../../../cloudfunctions/registry/directory/rules/directory';
import { countMarks, cutInSlices } from '../../../cloudfunctions/registry/imports/rules/plan';
import { keepImport, readSlice } from '../../../cloudfunctions/registry/imports/store';
import { addDays, toLocalDate } from '../../../cloudfunctions/shared/china-time';
import { hashParts } from '../../../cloudfunctions/shared/cipher';
import { kindRow, type OwnKind } from '../../../miniprogram/contract/activity-kinds';
import type { ActivityInput } from '../../../miniprogram/contract/duty';
import type { DirectoryKind, DirectoryView } from '../../../miniprogram/contract/registry-office';
import { newKey, STAFF, TOWNSHIP, type Duty } from './support';

export const OWN_NAME = '敬老助学';
export const OWN: OwnKind = {
  heading: 'contact',
  unit: 'households',
  fields: ['village', 'category', 'household', 'words', 'tag'],
  by: 'deputies',
};

export function directoryOf({ cloud }: Duty): Directory {
  const [found] = cloud.documents<Directory>('townships').filter(({ _id }) => _id === TOWNSHIP);
  if (!found) throw new Error('the sample has no township');
  return found;
}

/** One row by the office's own act; what an instance remembers of the directory is old afterwards. */
async function editRow(duty: Duty, kind: DirectoryKind, id: string, row: object): Promise<string> {
  const caller = { openid: STAFF, key: newKey() };
  const parts = { person: 'people', term: 'names', ownKind: 'settings' } as const;
  const part = parts[kind as keyof typeof parts];
  const read = await duty.cloud.invoke('registry', 'book', { township: TOWNSHIP, part }, { openid: STAFF });
  const seen = (read.data as DirectoryView).rows.find((one) => one.kind === kind && one.id === id)?.tag ?? '';
  const input = { township: TOWNSHIP, kind, reason: '变动', edits: [{ id, seen, row }] };
  const answer = await duty.cloud.invoke('registry', 'editBook', input, caller);
  expect(answer).toMatchObject({ ok: true });
  duty.cloud.clock.set(duty.cloud.clock.now() + 61_000);
  return (answer.data as { ids: string[] }).ids[0] ?? '';
}

/** Two terms and a kind of the township's own, before the first half-year. Answers the second term's id. */
export async function prepare(duty: Duty, turn: string): Promise<string> {
  await editRow(duty, 'ownKind', OWN_NAME, OWN);
  const first = directoryOf(duty).terms[0];
  if (!first) throw new Error('the sample has no term');
  const { id, name, from } = first;
  await editRow(duty, 'term', id, { name, from, to: addDays(turn, -1) });
  return editRow(duty, 'term', '', { name: '第十九届', from: turn });
}

export interface Move {
  person: string;
  from: string;
  term: string;
  /** '' : no deputy any more. */
  group: string;
  level: 'town' | 'district';
}

/** From that day on they are in another group, or in none. */
export async function movePerson(duty: Duty, { person, from, term, group, level }: Move): Promise<void> {
  const found = directoryOf(duty).people.find(({ id }) => id === person);
  if (!found) throw new Error('there is no such person');
  const before = found.memberships
    .filter((row) => row.from < from)
    .map((row) =>
      row.to !== undefined && row.to < from ? row : Object.assign({}, row, { to: addDays(from, -1) }),
    );
  const after = group === '' ? [] : [{ term, from, level, group }];
  const { name, strokes, absent } = found;
  await editRow(duty, 'person', person, { name, strokes, absent, memberships: [...before, ...after] });
}

function toCells(input: ActivityInput, directory: Directory): Record<string, string> {
  const nameOf = (rows: readonly { id: string; name: string }[], id: string | undefined) =>
    rows.find((row) => row.id === id)?.name ?? '';
  const {
    kind,
    date,
    persons = [],
    village,
    category,
    household,
    title = '',
    words = '',
    tag = '',
    mandate = '',
  } = input;
  return {
    kind: kindRow(kind, directory.ownKinds)?.label ?? '',
    date,
    persons: persons.map((person) => nameOf(directory.people, person)).join('、'),
    village: nameOf(directory.villages, village),
    category: nameOf(directory.categories, category),
    household: household?.name ?? '',
    title,
    words,
    mandate,
    tag,
  };
}

let imports = 0;

/** A file of these lines, as far as they are no doubles; answers its id and what each slice will note. */
export async function bringPaper(
  duty: Duty,
  inputs: readonly ActivityInput[],
): Promise<{ id: string; slices: ActivityInput[][] }> {
  const directory = directoryOf(duty);
  const now = duty.cloud.clock.now();
  const days = inputs.map(({ date }) => date).sort();
  const span = { from: days[0] ?? '', to: days.at(-1) ?? '' };
  const known = await readKnownKeys(TOWNSHIP, span);
  const rows = inputs.map((input, at) => ({ line: at + 2, cells: toCells(input, directory) }));
  const whole = planBackEntry({ rows, faults: [] }, directory, toLocalDate(now), known);
  const doubled = new Set(whole.faults.map(({ line }) => line));
  const lines = whole.lines.filter(({ line }) => !doubled.has(line));
  const id = `${TOWNSHIP}~${hashParts(['half-year', String(imports++)], 20)}`;
  const slices = cutInSlices(lines, 2);
  const counts = countMarks({ lines, same: whole.same });
  const about = { by: 'somebody', hash: '', reason: '补录', lines: lines.length, faults: [] };
  const head = { _id: id, township: TOWNSHIP, rev: 1, table: 'activity' as const, at: now, counts };
  if (slices.length > 0) await keepImport(Object.assign(head, about, { slices: slices.length }), slices);
  return { id, slices: slices.map((slice) => slice.map(({ line }) => inputs[line - 2] as ActivityInput)) };
}

/** Under which ids the lines of a slice stand. */
export async function standingOf(id: string, slice: number): Promise<readonly string[]> {
  return (await readSlice(TOWNSHIP, id, slice))?.standing?.ids ?? [];
}
