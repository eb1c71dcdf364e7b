/**
 * Random half-years: whatever happened, every slot of the report equals a count by hand over what happened, and opens as
 * many rows. A slot that asks another one's question is found. `PROOF=1`: a thousand half-years.
 */
import fc from 'fast-check';
import { toRows } from '../../../../cloudfunctions/duty/ledger/store';
import { listsOf } from '../../../../cloudfunctions/duty/activities/rules/activity-document';
import { activitySeq } from '../../../../cloudfunctions/duty/activities/store';
import { closeRow, rowSeq } from '../../../../cloudfunctions/congress/presidium/store';
import type { NoteDocument } from '../../../../cloudfunctions/congress/presidium/rules/presidium-document';
import { readSources } from '../../../../cloudfunctions/report/work-report/read-sources';
import { ask, askAll, type RowRef } from '../../../../cloudfunctions/report/work-report/rules/ask';
import { composeSentence } from '../../../../cloudfunctions/report/work-report/rules/compose';
import {
  isSlot,
  SLOT_NAMES,
  slotRow,
  type SlotName,
} from '../../../../cloudfunctions/report/work-report/rules/slots';
import { slotsOf } from '../../../../cloudfunctions/report/work-report/rules/template';
import { templateOf } from '../../../../cloudfunctions/report/work-report/rules/templates';
import type { Sources } from '../../../../cloudfunctions/report/work-report/rules/sources';
import type { Directory } from '../../../../cloudfunctions/registry/directory/rules/directory';
import type { RequestDocument } from '../../../../cloudfunctions/request/rules/request-document';
import type { SuggestionDocument } from '../../../../cloudfunctions/congress/suggestion/rules/suggestion-document';
import {
  countByHand,
  dateOf,
  HALF,
  KINDS,
  NO_FACT,
  PLANNED_STUDY,
  tellByHand,
  TEN_THOUSANDS,
  TITLE,
  toFact,
  WISHED_TRAINING,
  type Happened,
  type Known,
} from './by-hand';
import { openReports, type Reports } from './support';

jest.mock('../../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../../support/memory-database'),
);

const HALF_YEARS = process.env['PROOF'] === '1' ? 1_000 : 20;
jest.setTimeout(60_000 + HALF_YEARS * 2_000);

const happened: fc.Arbitrary<Happened> = fc.record({
  kind: fc.constantFrom(...KINDS),
  day: fc.integer({ min: 0, max: 203 }),
  persons: fc.subarray(['p5', 'p6', 'p8', 'p10', 'p12', 'p49'], { minLength: 1 }),
  level: fc.constantFrom('town', 'district'),
  who: fc.integer({ min: 0, max: 12 }),
  category: fc.constantFrom('road', 'water', 'school'),
  result: fc.constantFrom('satisfied', 'basic', 'dissatisfied', 'A', 'D'),
});

/** As the plan of studies holds it. */
function toStudy(one: Happened, n: number): object {
  const date = dateOf(one);
  const _id = `bh~study${String(n)}`;
  const lists = listsOf({ kind: 'study', by: 'p5', persons: [], invited: {}, group: 'g1', opinions: {} });
  const about = { state: 'planned', kind: 'study', date, group: 'g1', lists };
  return Object.assign({ _id, township: 'bh', rev: 1, seq: activitySeq(date, _id) }, about);
}

/** As the presidium's room holds it. */
function toNote(one: Happened, n: number): object {
  const date = dateOf(one);
  const _id = `bh~note${String(n)}`;
  const born = { k: String(n), by: 'p1', h: '' };
  const about = { list: 'guidance', seq: rowSeq(date, _id), kind: 'training' as const, date, by: 'p1', born };
  return closeRow<NoteDocument>(Object.assign({ _id, township: 'bh', rev: 1, words: TITLE }, about));
}

/** A half-year: what happened, and a number from 0 to 31 for each document of the sample, which turns it. */
interface Lived {
  all: readonly Happened[];
  turns: readonly number[];
}

const turns = fc.array(fc.nat(31), { minLength: 16, maxLength: 16 });
const lived: fc.Arbitrary<Lived> = fc.record({ all: fc.array(happened, { maxLength: 120 }), turns });
const full: fc.Arbitrary<Lived> = fc.record({
  all: fc.array(happened, { minLength: 100, maxLength: 200, size: 'max' }),
  turns,
});

/** Everything that can happen, on the day before the span, its first, its last but one, its last, and the day after. */
const onEdges: Lived = {
  all: [9, 10, 192, 193, 194].flatMap((day) =>
    KINDS.map((kind, who) => {
      const about = { kind, day, who, persons: ['p5'], level: 'town' as const };
      return Object.assign(about, { category: 'road', result: 'satisfied' });
    }),
  ),
  turns: [31],
};

/** As other deputies and units would have left it; undefined: it was never made. */
function turnSuggestion(one: SuggestionDocument, turn: number): SuggestionDocument[] {
  const { answeredOn: _answered, promise: _promise, ...open } = one;
  const returned = turn % 2 === 0 ? [] : [{ at: 0, act: 'sendBack' as const, by: 'p1' }];
  const steps = [...one.steps, ...returned];
  const answered = (word: string) => [{ class: word }] as unknown as SuggestionDocument['replies'];
  switch (turn >> 3) {
    case 0:
      return [];
    case 1:
      return [Object.assign({}, open, { steps })];
    case 2:
      return [
        Object.assign({}, one, {
          steps,
          replies: answered('C'),
          promise: { class: 'C', doneBy: '2027-06-30' },
        }),
      ];
    default:
      return [Object.assign({}, one, { steps, ...(turn % 4 === 1 && { replies: answered('D') }) })];
  }
}

function turnRequest(one: RequestDocument, turn: number): RequestDocument[] {
  const promise = turn % 2 === 0 ? {} : { promise: 'open' as const };
  if (turn < 8) return [];
  return [Object.assign({}, one, promise, turn < 20 ? { due: '2026-11-01' } : {})];
}

const POPULATIONS = [...TEN_THOUSANDS.keys()];

/** Without the last villages, groups and homes; of this size, or nobody wrote which. */
function turnDirectory(directory: Directory, turn: number): Directory {
  const left = <T>(all: readonly T[], gone: number): readonly T[] => all.slice(0, all.length - gone);
  const { villages, groups, homes } = directory;
  const { population: _people, voters: _voters, ...unsaid } = directory.card;
  const population = POPULATIONS[turn % POPULATIONS.length] ?? 0;
  const fewer = {
    card: population === 0 ? unsaid : { ...unsaid, population, voters: population - 77 - turn },
    villages: left(villages, turn % 8),
    groups: left(groups, turn % 4),
    homes: left(homes, turn % 2),
  };
  return Object.assign({}, directory, fewer);
}

let reports: Reports;
let sample: Known;
beforeAll(async () => {
  reports = await openReports();
  const own = <T extends { township: string }>(collection: string) =>
    reports.cloud.documents<T>(collection).filter(({ township }) => township === 'bh');
  sample = {
    directory: own<Directory>('townships').find(({ _id }) => _id === 'bh') as Directory,
    suggestions: own<SuggestionDocument>('suggestions'),
    requests: own<RequestDocument>('requests'),
  };
});

function putAll({ all }: Lived, { suggestions, requests }: Known): void {
  const source = { township: 'bh', kind: 'presidium', id: 'bh~lived' } as const;
  const facts = all.filter(({ kind }) => !NO_FACT.has(kind));
  const { cloud } = reports;
  cloud.replace('facts', toRows(source, facts.map(toFact)));
  cloud.replace('activities', all.filter(({ kind }) => kind === PLANNED_STUDY).map(toStudy));
  cloud.replace('presidium', all.filter(({ kind }) => kind === WISHED_TRAINING).map(toNote));
  cloud.replace('suggestions', suggestions);
  cloud.replace('requests', requests);
}

async function live(half: Lived): Promise<{ sources: Sources; known: Known }> {
  const turn = (n: number): number => half.turns[n % half.turns.length] ?? 0;
  const known = {
    directory: turnDirectory(sample.directory, turn(0)),
    suggestions: sample.suggestions.flatMap((one, n) => turnSuggestion(one, turn(n))),
    requests: sample.requests.flatMap((one, n) => turnRequest(one, turn(n + 3))),
  };
  putAll(half, known);
  const sources = await readSources('bh', HALF, Date.parse('2026-11-23T09:00:00+08:00'));
  if (!sources) throw new Error('no township');
  return { sources: { ...sources, directory: known.directory, events: titled }, known };
}

/** All of them come from one source, which has a title: a sentence leaves out what has none. */
const titled: Sources['events'] = new Map([['bh~lived', { title: TITLE, place: '', sites: [] }]]);

const COUNTED = SLOT_NAMES.filter((slot) => slotRow(slot).question.ask !== 'words');

/** Persons, households and heads over all rows, which are more or fewer than the rows. */
const OF_SEVERAL: ReadonlySet<SlotName> = new Set([
  'equipment',
  'population',
  'voters',
  'received',
  'receivedByDistrict',
  'receivedByTown',
  'receivedByOthers',
  'visited',
  'studyAttendances',
  'trainingAttendances',
  'silent',
  'sessionsOnly',
  'untrained',
]);

/** What a slot says as its parts in any order: «6月3日视察；6月9日调研» is two. */
const partsOf = (text: string): string[] =>
  text
    .split(/[；、]/)
    .filter((part) => part !== '')
    .sort();

function sayByHand(slot: SlotName, { all }: Lived, known: Known): string[] {
  return tellByHand(slot, all, known) ?? [String(countByHand(slot, all, known))];
}

test('every slot says what a person with a pencil says, and opens as many rows as it counts', async () => {
  let slots = 0;
  await fc.assert(
    fc.asyncProperty(lived, async (half) => {
      const { sources, known } = await live(half);
      const answers = askAll(SLOT_NAMES, sources);
      for (const slot of SLOT_NAMES) {
        const { text = '', n, rows = [] } = answers[slot] ?? {};
        expect({ slot, said: partsOf(text) }).toEqual({ slot, said: sayByHand(slot, half, known) });
        slots++;
        if (n === undefined) continue;
        const byHand = countByHand(slot, half.all, known);
        expect({ slot, n }).toEqual({ slot, n: byHand });
        expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
        if (!OF_SEVERAL.has(slot)) expect({ slot, rows: rows.length }).toEqual({ slot, rows: byHand });
      }
    }),
    { numRuns: HALF_YEARS, examples: [[onEdges]] },
  );
  expect(slots).toBeGreaterThanOrEqual(HALF_YEARS * SLOT_NAMES.length);
});

test('the pencil knows every slot of every template', () => {
  const asked = (['work', 'presidium'] as const).flatMap((kind) => slotsOf(templateOf(kind)));
  expect(asked.filter((slot) => !isSlot(slot))).toEqual([]);
  const unknown = SLOT_NAMES.filter(
    (slot) => countByHand(slot, [], sample) === undefined && tellByHand(slot, [], sample) === undefined,
  );
  expect(unknown).toEqual([]);
});

/** As if these rows had never been. */
function without(sources: Sources, rows: readonly RowRef[]): Sources {
  const gone = new Set(rows.map(({ of, id }) => `${of} ${id}`));
  const left = <T>(of: RowRef['of'], all: readonly T[], idOf: (one: T) => string): T[] =>
    all.filter((one) => !gone.has(`${of} ${idOf(one)}`));
  const byId = (one: { _id: string }) => one._id;
  const named = ({ id }: { id: string }) => id;
  const { directory, facts, requests, suggestions, missed, wished } = sources;
  const villages = left('directory', directory.villages, named).map((village) =>
    Object.assign({}, village, { villagerGroups: left('directory', village.villagerGroups, named) }),
  );
  const card = Object.entries(directory.card).filter(([field]) => !gone.has(`directory ${field}`));
  const others = {
    card: Object.fromEntries(card),
    villages,
    groups: left('directory', directory.groups, named),
    homes: left('directory', directory.homes, named),
    people: left('directory', directory.people, named),
  };
  return Object.assign({}, sources, {
    directory: Object.assign({}, directory, others),
    facts: left('fact', facts, byId),
    requests: left('request', requests, byId),
    suggestions: left('suggestion', suggestions, byId),
    missed: left('study', missed, byId),
    wished: left('note', wished, byId),
  });
}

test('a figure is nothing without the rows that it opens, and then no sentence says it', async () => {
  const [half] = fc.sample(full, { numRuns: 1, seed: 11 });
  if (!half) throw new Error('nothing was sampled');
  const { sources } = await live(half);
  // Of people that a number hides there are no rows to open: nobody may read who they are.
  const slots = COUNTED.filter((slot) => slotRow(slot).question.ask !== 'people');
  let supported = 0;
  for (const slot of slots) {
    const { n = 0, rows } = ask(slotRow(slot).question, sources);
    const bare = ask(slotRow(slot).question, without(sources, rows));
    expect({ slot, n: bare.n }).toEqual({ slot, n: 0 });
    const value = { text: bare.text, n: 0, rows: 0 };
    const row = { id: 'one', clauses: [`有{${slot}}`] };
    expect(composeSentence(row, { values: { [slot]: value }, off: new Set() })).toBeUndefined();
    if (n > 0) supported++;
  }
  expect(supported).toBeGreaterThan(30);
});

test('a slot that asks any other one’s question is found', async () => {
  const missed = new Set(
    SLOT_NAMES.flatMap((slot) =>
      SLOT_NAMES.filter((other) => other !== slot).map((other) => `${slot} asks ${other}`),
    ),
  );
  expect(missed.size).toBe(SLOT_NAMES.length * (SLOT_NAMES.length - 1));
  // Among few happenings most kinds have none: that tells one name from another.
  const halves = [
    ...fc.sample(full, { numRuns: 10, seed: 7 }),
    ...fc.sample(lived, { numRuns: 32, seed: 7 }),
  ];
  for (const half of halves) {
    const { sources, known } = await live(half);
    const answers = askAll(SLOT_NAMES, sources);
    for (const slot of SLOT_NAMES) {
      const told = sayByHand(slot, half, known).join();
      for (const other of SLOT_NAMES)
        if (partsOf(answers[other]?.text ?? '').join() !== told) missed.delete(`${slot} asks ${other}`);
    }
  }
  expect([...missed]).toEqual([]);
});
