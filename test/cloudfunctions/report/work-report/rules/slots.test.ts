/** A half-year in which no two things happened equally often: each figure is of what its name says, and of nothing else. */
import { askAll } from '../../../../../cloudfunctions/report/work-report/rules/ask';
import { isSlot, SLOT_NAMES } from '../../../../../cloudfunctions/report/work-report/rules/slots';
import type { Sources, Suggestion } from '../../../../../cloudfunctions/report/work-report/rules/sources';
import type { Directory } from '../../../../../cloudfunctions/registry/directory/rules/directory';
import { smallDirectory } from '../../../request/rules/books';
import {
  countByHand,
  dateOf,
  HALF,
  KINDS,
  NO_FACT,
  PLANNED_STUDY,
  tellByHand,
  TITLE,
  toFact,
  WISHED_TRAINING,
  type Happened,
  type Known,
} from '../by-hand';
import { factOf, requestOf, sessionOf, sourcesOf, suggestionOf } from './span';

const times = (n: number): number[] => Array.from({ length: n }, (_, at) => at);

const PERSONS = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8'];
/** Six deputies sat in the session, two of them spoke. */
const IN_SESSION = ['session-attended', 'session-missed', 'session-spoke', 'bill-moved'];
/** The n-th kind happened n + 3 times. */
const all: readonly Happened[] = KINDS.flatMap((kind, n) =>
  times(n + 3).map((at): Happened => {
    const most = kind === 'session-attended' ? 6 : 2;
    const persons = PERSONS.slice(0, IN_SESSION.includes(kind) ? most : 1 + (at % 2));
    const level = at % 3 === 0 ? 'district' : 'town';
    const result =
      ['satisfied', 'satisfied', 'satisfied', 'basic', 'basic', 'dissatisfied', 'D'][at % 7] ?? '';
    const category = ['road', 'road', 'water'][at % 3] ?? '';
    return { kind, day: 10 + ((n * 7 + at * 5) % 183), persons, level, who: at % (n + 2), category, result };
  }),
);

const town = (id: string) => ({ id, level: 'town' as const });
const small = smallDirectory([], [...PERSONS.map(town), town('p9'), { id: 'p10', level: 'district' }]);
const [home, other] = small.homes;
if (!home || !other) throw new Error('no homes');
const directory: Directory = {
  ...small,
  card: { ...small.card, population: 32_150, voters: 20_111 },
  homes: [
    { ...home, equipment: ['电脑', '打印机'] },
    { ...other, equipment: ['打印机', '投影仪', '档案柜'] },
    { ...other, id: 'h3' },
  ],
  groups: [1, 2, 3, 4, 5].map((n) => ({ id: `g${String(n)}`, name: `第${String(n)}小组`, home: 'h1' })),
};

const AT_SESSION = { session: 's181', submittedOn: '2026-06-12' };
const answered = (kind: string) => ({ answeredOn: '2026-09-01', replies: [{ class: kind }] });
const promise = { class: 'B', doneBy: '2027-06-30' } as const;
const sentBack = { steps: [{ act: 'sendBack' }] };
/** What a suggestion went through, and how many there are of it. */
const MADE: readonly (readonly [number, Partial<Suggestion>])[] = [
  [9, AT_SESSION],
  [4, { ...AT_SESSION, category: 'water', ...answered('A') }],
  [3, { ...AT_SESSION, ...answered('D') }],
  [2, { ...AT_SESSION, ...answered('B'), promise, ...sentBack }],
  [1, { ...AT_SESSION, promise, ...sentBack }],
  [5, { ...AT_SESSION, state: 'letter' }],
  [6, { submittedOn: '2026-07-01', ...answered('A'), ...sentBack }],
  [7, { submittedOn: '2026-07-01' }],
];
const suggestions = MADE.flatMap(([n, { session, ...changes }], kind) =>
  times(n).map((at) => {
    const { session: _born, ...born } = suggestionOf(`s${String(kind)}-${String(at)}`, changes);
    return { ...born, ...(session !== undefined && { session }) };
  }),
);
const requests = times(11).map((n) =>
  requestOf(`r${String(n)}`, { due: n < 4 ? '2026-11-01' : '2026-12-01', ...(n > 8 && { promise: 'open' }) }),
);

const known = {
  directory,
  suggestions,
  requests: requests.map((request) => ({ ...request, open: true })),
} as unknown as Known;

function lived(): Sources {
  const own = (kind: string) => all.filter((one) => one.kind === kind && dateOf(one) < HALF.to);
  const facts = all.flatMap((one, n) => {
    const { part: _part, ...fact } = toFact(one, n);
    return NO_FACT.has(one.kind) ? [] : factOf(`f${String(n)}`, one.kind, { ...fact, source: 'activity~a' });
  });
  const session = { ...sessionOf('s181', '2026-06-10'), name: '镇十八届人大一次会议' };
  return sourcesOf({
    directory,
    facts,
    suggestions,
    requests,
    sessions: [session],
    events: new Map([['a', { title: TITLE, place: '', sites: [] }]]),
    missed: own(PLANNED_STUDY).map((one, n) => ({ _id: `m${String(n)}`, group: 'g1', date: dateOf(one) })),
    wished: own(WISHED_TRAINING).map((one, n) => ({ _id: `w${String(n)}`, date: dateOf(one), words: TITLE })),
  });
}

/** «6月3日视察；6月9日调研» is two. */
const partsOf = (text: string): string[] =>
  text
    .split(/[；、]/)
    .filter((part) => part !== '')
    .sort();

const answers = askAll(SLOT_NAMES, lived());

it.each(SLOT_NAMES)('%s says what a person with a pencil says', (slot) => {
  const { text = '', n } = answers[slot] ?? {};
  const counted = countByHand(slot, all, known);
  expect(n).toBe(counted);
  expect(partsOf(text)).toEqual(tellByHand(slot, all, known) ?? [String(counted)]);
});

it.each([
  ['villages', 'directory', 'v1'],
  ['villagerGroups', 'directory', 'v1s1'],
  ['groups', 'directory', 'g1'],
  ['townDeputies', 'directory', 'p1'],
  ['districtDeputies', 'directory', 'p10'],
  ['equipment', 'directory', 'h1'],
  ['voters', 'directory', 'voters'],
  ['suggestionsSolved', 'suggestion', 's1-0'],
  ['suggestionCategories', 'suggestion', 's0-0'],
  ['sentBack', 'suggestion', 's3-0'],
  ['open', 'request', 'r0'],
  ['promised', 'request', 'r9'],
  ['missedStudies', 'study', 'm0'],
  ['wishedTrainings', 'note', 'w0'],
  ['received', 'fact', 'f0'],
] as const)('%s opens rows of a %s', (slot, of, id) => {
  expect(answers[slot]?.rows[0]).toEqual({ of, id });
});

it.each(['silent', 'sessionsOnly', 'untrained'] as const)(
  '%s opens nobody: it says how many, never who',
  (slot) => {
    expect(answers[slot]?.n).toBeGreaterThan(0);
    expect(answers[slot]?.rows).toEqual([]);
  },
);

it('takes what every object has for no figure', () => {
  expect([isSlot('received'), isSlot('constructor'), isSlot('')]).toEqual([true, false, false]);
});
