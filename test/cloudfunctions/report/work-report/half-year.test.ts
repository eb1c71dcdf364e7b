/**
 * Random half-years: whatever happened, every slot of the report equals a count by hand over what happened, and opens as
 * many rows. A slot that asks another one's question is found. `PROOF=1`: a thousand half-years.
 */
import fc from 'fast-check';
import { toRows } from '../../../../cloudfunctions/duty/ledger/store';
import type { Fact } from '../../../../cloudfunctions/duty/ledger/rules/fact';
import { readSources } from '../../../../cloudfunctions/report/work-report/read-sources';
import { ask, askAll, type RowRef } from '../../../../cloudfunctions/report/work-report/rules/ask';
import { composeSentence } from '../../../../cloudfunctions/report/work-report/rules/compose';
import {
  SLOT_NAMES,
  slotRow,
  type SlotName,
} from '../../../../cloudfunctions/report/work-report/rules/slots';
import type { Sources } from '../../../../cloudfunctions/report/work-report/rules/sources';
import type { Directory } from '../../../../cloudfunctions/registry/directory/rules/directory';
import type { RequestDocument } from '../../../../cloudfunctions/request/rules/request-document';
import type { SuggestionDocument } from '../../../../cloudfunctions/congress/suggestion/rules/suggestion-document';
import { HALF, openReports, type Reports } from './support';

jest.mock('../../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../../support/memory-database'),
);

const HALF_YEARS = process.env['PROOF'] === '1' ? 1_000 : 20;
jest.setTimeout(60_000 + HALF_YEARS * 2_000);

const KINDS = [
  'reception',
  'reception-other',
  'household-visit',
  'help',
  'request-submitted',
  'request-answered',
  'request-solved',
  'request-rated',
  'study',
  'training',
  'upper-training',
  'inspection',
  'research',
  'session-attended',
  'session-missed',
  'session-spoke',
  'bill-moved',
  'liaison',
  'tied-help',
  'care',
  'key-work',
  'campaign',
  'position',
  'rules',
  'exchange',
  'appointment',
  'duty-report',
  'guidance',
];

interface Happened {
  kind: string;
  /** Days after ten before the span. */
  day: number;
  persons: readonly string[];
  level: 'town' | 'district';
  who: number;
  category: string;
  result: string;
}

const happened: fc.Arbitrary<Happened> = fc.record({
  kind: fc.constantFrom(...KINDS),
  day: fc.integer({ min: 0, max: 203 }),
  persons: fc.subarray(['p5', 'p6', 'p8', 'p10', 'p12', 'p49'], { minLength: 1 }),
  level: fc.constantFrom('town', 'district'),
  who: fc.integer({ min: 0, max: 12 }),
  category: fc.constantFrom('road', 'water', 'school'),
  result: fc.constantFrom('satisfied', 'basic', 'dissatisfied', 'A', 'D'),
});

const dateOf = ({ day }: Happened): string =>
  new Date(Date.UTC(2026, 4, 14 + day)).toISOString().slice(0, 10);

function toFact(one: Happened, n: number): Fact {
  const { kind, persons, level, who, category, result } = one;
  const known = who > 0 ? { party: `party${String(who)}`, household: `home${String(who)}` } : {};
  const about = { kind, part: String(n), date: dateOf(one), persons, level, category, result };
  return Object.assign(about, known);
}

/** What a person with a pencil counts: knows nothing of facets, measures and questions. */
function countByHand(
  slot: SlotName,
  all: readonly Happened[],
  { directory, suggestions, requests }: Known,
): number | undefined {
  const within = all.filter((one) => dateOf(one) >= HALF.from && dateOf(one) <= HALF.to);
  const of = (...kinds: string[]) => within.filter(({ kind }) => kinds.includes(kind));
  const different = (rows: readonly Happened[]) =>
    new Set(rows.flatMap(({ who }) => (who > 0 ? [who] : []))).size;
  const rated = (result: string) => of('request-rated').filter((one) => one.result === result).length;
  const there = (rows: readonly Happened[]) => rows.reduce((sum, { persons }) => sum + persons.length, 0);
  const levelled = (level: string) => different(of('reception').filter((one) => one.level === level));
  const town = townOn(directory, HALF.to);
  const did = (rows: readonly Happened[]) => new Set(rows.flatMap(({ persons }) => persons));
  const sat = did(of('session-attended'));
  const made = suggestions.filter(
    ({ submittedOn, state }) => submittedOn !== undefined && !['withdrawn', 'letter'].includes(state),
  );
  const at = made.filter(({ session }) => session === 's181');
  const between = made.filter(
    ({ session, submittedOn = '' }) => session === undefined && submittedOn >= HALF.from,
  );
  const taught = did(of('study', 'training', 'upper-training'));
  const open = requests.filter((request) => request.open);
  const hot = ['road', 'water', 'school']
    .map((name) => of('request-submitted').filter(({ category }) => category === name).length)
    .filter((n) => n >= 3);
  const hands: Partial<Record<SlotName, number>> = {
    villages: directory.villages.length,
    villagerGroups: directory.villages.reduce((sum, { villagerGroups }) => sum + villagerGroups.length, 0),
    groups: directory.groups.length,
    homes: directory.homes.length,
    townDeputies: town.length,
    districtDeputies: districtOn(directory, HALF.to).length,
    positions: of('position').length,
    rules: of('rules').length,
    ruleNames: of('rules').length,
    exchanges: of('exchange').length,
    studies: of('study').length,
    studyAttendances: there(of('study')),
    trainings: of('training').length,
    trainingNames: of('training').length,
    trainingAttendances: there(of('training')),
    upperTrainings: of('upper-training').length,
    sessionsAttended: of('session-attended').length,
    speeches: of('session-spoke').length,
    bills: of('bill-moved').length,
    suggestions: at.length,
    suggestionCategories: at.length,
    suggestionsAnswered: at.filter(({ answeredOn }) => answeredOn).length,
    suggestionsOpen: at.filter(({ answeredOn }) => !answeredOn).length,
    suggestionsSolved: at.filter(({ answeredOn, replies }) => answeredOn && replies.at(-1)?.class === 'A')
      .length,
    suggestionsPromised: at.filter(({ promise }) => promise).length,
    between: between.length,
    betweenAnswered: between.filter(({ answeredOn }) => answeredOn).length,
    liaisons: of('liaison').length,
    received: different(of('reception')),
    receivedByDistrict: levelled('district'),
    receivedByTown: levelled('town'),
    receivedVisits: of('reception').length,
    receivedByOthers: different(of('reception-other')),
    visited: different(of('household-visit')),
    visits: of('household-visit').length,
    done: of('help').length + of('request-solved').length,
    helped: of('help').length,
    solved: of('request-solved').length,
    submitted: of('request-submitted').length,
    answered: of('request-answered').length,
    satisfied: rated('satisfied'),
    nearlySatisfied: rated('basic'),
    notSatisfied: rated('dissatisfied'),
    open: open.length,
    late: open.filter(({ due }) => due < HALF.to).length,
    promised: open.filter(({ promise }) => promise === 'open').length,
    hotSpots: hot.reduce((sum, n) => sum + n, 0),
    inspections: of('inspection', 'research').length,
    inspectionNames: of('inspection', 'research').length,
    appointments: of('appointment').length,
    campaigns: of('campaign').length,
    campaignNames: of('campaign').length,
    tiedHelps: of('tied-help').length,
    cares: of('care').length,
    keyWorks: of('key-work').length,
    keyWorkNames: of('key-work').length,
    dutyReports: of('duty-report').length,
    guidanceNames: of('guidance').length,
    silent: town.filter((person) => sat.has(person) && !did(of('session-spoke', 'bill-moved')).has(person))
      .length,
    sessionsOnly: town.filter((person) => {
      const own = within.filter(({ persons }) => persons.includes(person));
      return sat.has(person) && own.every(({ kind }) => kind.startsWith('session-') || kind === 'bill-moved');
    }).length,
    untrained: taught.size === 0 ? 0 : town.filter((person) => !taught.has(person)).length,
    sentBack: made.filter(
      ({ submittedOn = '', steps }) =>
        submittedOn >= HALF.from && submittedOn <= HALF.to && steps.some(({ act }) => act === 'sendBack'),
    ).length,
    answeredD: of('request-answered').filter(({ result }) => result === 'D').length,
  };
  return hands[slot];
}

interface Known {
  directory: Directory;
  suggestions: readonly SuggestionDocument[];
  requests: readonly RequestDocument[];
}

const levelOn = ({ people }: Directory, date: string, level: string): string[] =>
  people
    .filter(({ memberships }) => {
      const rows = memberships.filter(({ from, to = '9999' }) => from <= date && date <= to);
      const last = rows.sort((one, other) => (one.from < other.from ? 1 : -1))[0];
      return last?.level === level;
    })
    .map(({ id }) => id);
const townOn = (directory: Directory, date: string) => levelOn(directory, date, 'town');
const districtOn = (directory: Directory, date: string) => levelOn(directory, date, 'district');

let reports: Reports;
let known: Known;
beforeAll(async () => {
  reports = await openReports();
  const own = <T extends { township: string }>(collection: string) =>
    reports.cloud.documents<T>(collection).filter(({ township }) => township === 'bh');
  known = {
    directory: own<Directory>('townships').find(({ _id }) => _id === 'bh') as Directory,
    suggestions: own<SuggestionDocument>('suggestions'),
    requests: own<RequestDocument>('requests'),
  };
});

async function live(all: readonly Happened[]): Promise<Sources> {
  const source = { township: 'bh', kind: 'meeting', id: 'bh~lived' } as const;
  reports.cloud.replace('facts', toRows(source, all.map(toFact)));
  const sources = await readSources('bh', HALF, Date.parse('2026-11-23T09:00:00+08:00'));
  if (!sources) throw new Error('no township');
  return { ...sources, events: titled };
}

/** All of them come from one source, which has a title: a sentence leaves out what has none. */
const titled: Sources['events'] = new Map([['bh~lived', { title: '一场活动', place: '', sites: [] }]]);

const COUNTED = SLOT_NAMES.filter(
  (slot) => slotRow(slot).question.ask !== 'words' && slot !== 'missedStudies',
);
const lives = fc.array(happened, { minLength: 0, maxLength: 120 });

/** Persons, households and heads over all rows, which are more or fewer than the rows. */
const OF_SEVERAL: ReadonlySet<SlotName> = new Set([
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

test('every slot equals a count by hand, and opens as many rows as it counts', async () => {
  let figures = 0;
  await fc.assert(
    fc.asyncProperty(lives, async (all) => {
      const sources = await live(all);
      const answers = askAll(SLOT_NAMES, sources);
      for (const slot of COUNTED) {
        const byHand = countByHand(slot, all, known);
        expect({ slot, n: answers[slot]?.n }).toEqual({ slot, n: byHand });
        const rows = answers[slot]?.rows ?? [];
        expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
        if (!OF_SEVERAL.has(slot)) expect({ slot, rows: rows.length }).toEqual({ slot, rows: byHand });
        figures++;
      }
    }),
    { numRuns: HALF_YEARS },
  );
  expect(figures).toBeGreaterThanOrEqual(HALF_YEARS * COUNTED.length);
});

/** As if these rows had never been. */
function without(sources: Sources, rows: readonly RowRef[]): Sources {
  const gone = new Set(rows.map(({ of, id }) => `${of} ${id}`));
  const left = <T>(of: RowRef['of'], all: readonly T[], idOf: (one: T) => string): T[] =>
    all.filter((one) => !gone.has(`${of} ${idOf(one)}`));
  const byId = (one: { _id: string }) => one._id;
  const named = ({ id }: { id: string }) => id;
  const { directory, facts, requests, suggestions, missed } = sources;
  const villages = left('directory', directory.villages, named).map((village) =>
    Object.assign({}, village, { villagerGroups: left('directory', village.villagerGroups, named) }),
  );
  const others = {
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
  });
}

test('a figure is nothing without the rows that it opens, and then no sentence says it', async () => {
  const full = fc.array(happened, { minLength: 100, maxLength: 200, size: 'max' });
  const [all = []] = fc.sample(full, { numRuns: 1, seed: 11 });
  const sources = await live(all);
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

test('a slot that asks another one’s question is found', async () => {
  const full = fc.array(happened, { minLength: 100, maxLength: 200, size: 'max' });
  const years = fc.sample(full, { numRuns: 12, seed: 7 });
  const found = new Set<SlotName>();
  const asked: [SlotName, SlotName][] = COUNTED.flatMap((slot, at) => {
    const other = COUNTED[(at + 5) % COUNTED.length];
    return other === undefined ? [] : [[slot, other]];
  });
  for (const all of years) {
    const sources = await live(all);
    for (const [slot, other] of asked)
      if (ask(slotRow(other).question, sources).n !== countByHand(slot, all, known)) found.add(slot);
  }
  expect(COUNTED.filter((slot) => !found.has(slot))).toEqual([]);
});
