/** What a person with a pencil counts and tells of a half-year, knowing nothing of facets, measures and questions. */
import type { Fact } from '../../../../cloudfunctions/duty/ledger/rules/fact';
import type { SlotName } from '../../../../cloudfunctions/report/work-report/rules/slots';
import type { Directory } from '../../../../cloudfunctions/registry/directory/rules/directory';
import type { RequestDocument } from '../../../../cloudfunctions/request/rules/request-document';
import type { SuggestionDocument } from '../../../../cloudfunctions/congress/suggestion/rules/suggestion-document';

/** The half-year of the sample up to its day. */
export const HALF = { from: '2026-05-24', to: '2026-11-23' } as const;

/** No fact: a group's study that was planned, and that nobody says was held. */
export const PLANNED_STUDY = 'planned-study';

/** No fact: the presidium notes for the district what deputies wish to be taught. */
export const WISHED_TRAINING = 'wished-training';

/** What stands elsewhere than in the ledger. */
export const NO_FACT: ReadonlySet<string> = new Set([PLANNED_STUDY, WISHED_TRAINING]);

export const KINDS = [
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
  PLANNED_STUDY,
  WISHED_TRAINING,
];

export interface Happened {
  kind: string;
  /** Days after ten before the span. */
  day: number;
  persons: readonly string[];
  level: 'town' | 'district';
  who: number;
  category: string;
  result: string;
}

const DATES = Array.from({ length: 204 }, (_, day) =>
  new Date(Date.UTC(2026, 4, 14 + day)).toISOString().slice(0, 10),
);
export const dateOf = ({ day }: Happened): string => DATES[day] ?? '';

export function toFact(one: Happened, n: number): Fact {
  const { kind, persons, level, who, category, result } = one;
  const known = who > 0 ? { party: `party${String(who)}`, household: `home${String(who)}` } : {};
  const about = { kind, part: String(n), date: dateOf(one), persons, level, category, result };
  return Object.assign(about, known);
}

export function countByHand(
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
    population: directory.card.population ?? 0,
    voters: directory.card.voters ?? 0,
    groups: directory.groups.length,
    homes: directory.homes.length,
    equipment: thingsIn(directory).length,
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
    suggestionsExplained: at.filter(({ answeredOn, replies }) => answeredOn && replies.at(-1)?.class === 'D')
      .length,
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
    wishedTrainings: of(WISHED_TRAINING).length,
    silent: town.filter((person) => sat.has(person) && !did(of('session-spoke', 'bill-moved')).has(person))
      .length,
    sessionsOnly: town.filter((person) => {
      const own = within.filter(({ kind, persons }) => !NO_FACT.has(kind) && persons.includes(person));
      return sat.has(person) && own.every(({ kind }) => kind.startsWith('session-') || kind === 'bill-moved');
    }).length,
    untrained: taught.size === 0 ? 0 : town.filter((person) => !taught.has(person)).length,
    sentBack: made.filter(
      ({ submittedOn = '', steps }) =>
        submittedOn >= HALF.from && submittedOn <= HALF.to && steps.some(({ act }) => act === 'sendBack'),
    ).length,
    missedStudies: of(PLANNED_STUDY).filter((one) => dateOf(one) < HALF.to).length,
    answeredD: of('request-answered').filter(({ result }) => result === 'D').length,
  };
  return hands[slot];
}

export interface Known {
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

const thingsIn = ({ homes }: Directory): string[] => {
  const things: string[] = [];
  for (const { equipment = [] } of homes) {
    for (const thing of equipment) if (!things.includes(thing)) things.push(thing);
  }
  return things;
};

/** The title of everything that happened. */
export const TITLE = '一场活动';

/** Populations of the townships that are lived here, as somebody writes them down in 万. */
export const TEN_THOUSANDS: ReadonlyMap<number, string> = new Map([
  [0, '0'],
  [8_640, '0.86'],
  [9_996, '1'],
  [32_149, '3.2'],
  [32_150, '3.2'],
  [49_950, '5'],
  [123_460, '12.3'],
]);

const sayDay = (one: Happened): string => {
  const [, month, day] = dateOf(one).split('-').map(Number);
  return `${String(month)}月${String(day)}日${TITLE}`;
};

/** «公路3条、供水1条» in any order of equals, as its parts sorted. */
function sayCounts(
  all: readonly { category: string }[],
  { categories }: Directory,
  unit: string,
  atLeast = 1,
): string[] {
  const counts = categories.map(({ id, name }) => ({
    name,
    n: all.filter(({ category }) => category === id).length,
  }));
  return counts.filter(({ n }) => n >= atLeast).map(({ name, n }) => `${name}${String(n)}${unit}`);
}

/** What a slot says that is more than its number, as its parts in any order; undefined: the number alone. */
export function tellByHand(
  slot: SlotName,
  all: readonly Happened[],
  { directory, suggestions }: Known,
): string[] | undefined {
  const within = all.filter((one) => dateOf(one) >= HALF.from && dateOf(one) <= HALF.to);
  const of = (...kinds: string[]) => within.filter(({ kind }) => kinds.includes(kind));
  const dated = (...kinds: string[]) => of(...kinds).map(sayDay);
  const named = (kind: string) => (of(kind).length === 0 ? [] : [TITLE]);
  const made = suggestions.filter(
    ({ submittedOn, state }) => submittedOn !== undefined && !['withdrawn', 'letter'].includes(state),
  );
  const tells: Partial<Record<SlotName, string[]>> = {
    township: [directory.card.name],
    period: ['半年来'],
    until: ['11月23日'],
    receptionDay: ['5'],
    session: ['镇十八届人大一次会议'],
    population: [TEN_THOUSANDS.get(directory.card.population ?? 0) ?? '?'],
    positions: named('position'),
    ruleNames: named('rules'),
    trainingNames: dated('training'),
    inspectionNames: dated('inspection', 'research'),
    guidanceNames: dated('guidance'),
    wishedTrainings: named(WISHED_TRAINING),
    campaignNames: named('campaign'),
    keyWorkNames: named('key-work'),
    suggestionCategories: sayCounts(
      made.filter(({ session }) => session === 's181'),
      directory,
      '条',
    ),
    equipment: thingsIn(directory),
    hotSpots: sayCounts(of('request-submitted'), directory, '件', 3),
  };
  return tells[slot]?.sort();
}
