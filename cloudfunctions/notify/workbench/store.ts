/** The collection of what is kept ready for 工作台, one document a township and the district's own, and how it is counted. */
import type { Instant } from '../../../miniprogram/contract/wire';
import { WORK_ROWS, type WorkRow } from '../../../miniprogram/contract/workbench';
import type { Measure } from '../../../miniprogram/contract/facts';
import { walkFacts } from '../../duty/ledger/store';
import { readCards } from '../../publicity/articles/store';
import { planYear } from '../../reception/calendar/rules/year-calendar';
import { DESK_FIELDS, readDaysBefore, readDaysFrom } from '../../reception/days/store';
import { readRosters } from '../../reception/roster/store';
import type { Directory } from '../../registry/directory/rules/directory';
import { readWords } from '../../registry/district/district-store';
import { readInvitations } from '../../registry/invitations/store';
import { DISTRICT, listTownships, recallTownship } from '../../registry/store';
import { queueDays } from '../../request/life/rules/deadline';
import { CALL_BACK, EVERY } from '../../request/lists/rules/facets';
import { OWED_WORD } from '../../request/life/rules/written-word';
import { toPassedUp } from '../../request/lists/rules/passed-up';
import { readHeld, readList, readOpenPassedUp } from '../../request/store';
import { addDays, toLocalDate } from '../../shared/china-time';
import { encryptField } from '../../shared/cipher';
import { oneOf, put } from '../../shared/conditions';
import { sealedFields } from '../../shared/sealed';
import { changeOne, createOne, readAcross, type CollectionSpecs, type Stored } from '../../shared/database';
import { readList as readMessages } from '../messages/store';
import { countFigures, spanOf, type FigureSpan } from './rules/figures';
import { findWorkDay, listSwaps, listUnrecorded, nextUnpublished } from './rules/days';
import { groupByQueue, groupByTeam, groupByUnit, groupOf, type Waiting } from './rules/groups';
import { countPassed } from './rules/district';
import type { Projection, ReadyFigures, StoredWaiting } from './rules/projection';

const WORKBENCHES = 'workbenches';

const WRITTEN = sealedFields('title');

export const collections = { [WORKBENCHES]: { indexes: [] } } satisfies CollectionSpecs;

type Workbench = Stored & { projection: Projection };
/** Under an id that no township has. */
type DistrictBench = Stored & { asOf: Instant; passed: StoredWaiting<WorkRow> };

/** Rows of one page when everything open is looked at. */
const PAGE = 500;
/** More of these nobody has waiting; a number as large as this reads «99+». */
const MOST = 100;
/** Reception days back in which a missing result is still somebody's to add. */
const DAYS_BACK = 3;

const WAITING_FIELDS = [
  'state',
  'open',
  'due',
  'dueSeq',
  'owner',
  'lead',
  'assists',
  'group',
  'review',
  'extension',
  'promise',
  'key',
  'callback',
  'hidden',
  'word',
] as const;

/** Every open request, nearest date first; one call for each 500. */
async function readOpen(township: string): Promise<Waiting[]> {
  const found: Waiting[] = [];
  for (let after = ''; ;) {
    const where = { open: true, facets: EVERY };
    const rows = await readList(township, {
      where,
      by: 'dueSeq',
      limit: PAGE,
      after,
      fields: WAITING_FIELDS,
    });
    found.push(...rows);
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return found;
    after = last.dueSeq;
  }
}

async function readFigure(township: string, measure: Measure, span: FigureSpan) {
  const rows = [];
  const fields = ['seq', 'date', 'party', 'household', 'entered', 'result'] as const;
  for await (const page of walkFacts({ township, name: measure, from: span.reads, to: span.to }, fields))
    rows.push(...page);
  return rows;
}

/** Closed in the half-year and never rated. */
async function countUnrated(township: string, { from }: FigureSpan): Promise<number> {
  let count = 0;
  for (let after: string = from; ;) {
    const where = { state: 'closed', facets: EVERY };
    const fields = ['rating', 'dueSeq'] as const;
    const rows = await readList(township, { where, by: 'dueSeq', limit: PAGE, after, fields });
    count += rows.filter(({ rating }) => rating === undefined).length;
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return count;
    after = last.dueSeq;
  }
}

async function countAllFigures(township: string, span: FigureSpan): Promise<Projection['figures']> {
  const [received, visited, done, rated, unrated] = await Promise.all([
    readFigure(township, 'received', span),
    readFigure(township, 'visited', span),
    readFigure(township, 'done', span),
    readFigure(township, 'rated', span),
    countUnrated(township, span),
  ]);
  const ratings = rated.filter(({ date }) => date >= span.from).map(({ result }) => result);
  const { from, to, months } = span;
  return {
    from,
    to,
    months,
    received: countFigures('received', received, span),
    visited: countFigures('visited', visited, span),
    done: countFigures('done', done, span),
    satisfied: ratings.filter((one) => one === 'satisfied' || one === 'basic').length,
    dissatisfied: ratings.filter((one) => one === 'dissatisfied').length,
    unrated,
  };
}

async function readArticles(township: string) {
  const [submitted, ...others] = await Promise.all(
    (['submitted', 'approved', 'in-box', 'failed'] as const).map((state) =>
      readCards(township, MOST, { state }),
    ),
  );
  const waiting = (cards: Awaited<ReturnType<typeof readCards>>) => ({
    count: cards.length,
    rows: cards
      .slice(0, WORK_ROWS)
      .map(({ _id, content }) => ({ id: _id, title: encryptField(content.title) })),
  });
  return { toApprove: waiting(submitted ?? []), articles: waiting(others.flat()) };
}

async function readReception(township: string, directory: Directory, now: Instant) {
  const today = toLocalDate(now);
  const year = Number(today.slice(0, 4));
  const [rosters, coming, past] = await Promise.all([
    readRosters(township, [year, year + 1]),
    readDaysFrom(township, today, 2, DESK_FIELDS),
    readDaysBefore(township, addDays(today, 1), DAYS_BACK, DESK_FIELDS),
  ]);
  const planned = [year, year + 1]
    .flatMap((each) => planYear(each, directory).days)
    .filter(({ date }) => date >= today);
  const day = findWorkDay(coming, planned, rosters, now);
  const unpublished = nextUnpublished(planned, rosters);
  return {
    unrecorded: listUnrecorded(past, now),
    swaps: listSwaps(rosters, today),
    ...(day && { day }),
    ...(unpublished !== undefined && { unpublished }),
  };
}

async function count(township: string, directory: Directory, now: Instant): Promise<Projection> {
  const today = toLocalDate(now);
  const days = queueDays(directory, today);
  const [open, calledBack, owed, held, claimed, calls, articles, reception, figures] = await Promise.all([
    readOpen(township),
    readList(township, {
      where: { state: 'closed', facets: CALL_BACK },
      by: 'dueSeq',
      limit: MOST,
      fields: WAITING_FIELDS,
    }),
    readList(township, {
      where: { tokens: OWED_WORD },
      by: 'seq',
      limit: MOST,
      fields: WAITING_FIELDS,
    }),
    readHeld(township, undefined, MOST),
    readInvitations(township, 'claimed', { after: undefined, limit: MOST }),
    readMessages(township, 'call', MOST),
    readArticles(township),
    readReception(township, directory, now),
    countAllFigures(township, spanOf(today)),
  ]);
  return {
    asOf: now,
    today,
    requests: {
      ...groupByQueue(open, { 'call-backs': calledBack, 'to-tell': owed }, days),
      held: groupOf(held),
      open: groupOf(open),
    },
    units: groupByUnit(open, days),
    teams: groupByTeam(open, days),
    claimed: claimed.map(({ _id, role, name }) => ({ id: _id, role, name })),
    calls: calls.length,
    ...articles,
    ...reception,
    figures,
  };
}

/** Some twenty reads at once and one write, two where the township has none yet. */
export async function writeWorkbench(township: string, now: Instant): Promise<Projection | undefined> {
  const known = await recallTownship(township, now);
  if (!known) return undefined;
  const projection = await count(township, known.directory, now);
  // Titles of articles are words; they lie here as they lie there.
  const closed = WRITTEN.close(projection);
  const changes = { projection: put(closed) };
  const born: Workbench = { _id: township, township, rev: 1, projection: closed };
  if (!(await changeOne(WORKBENCHES, township, township, {}, changes))) await createOne(WORKBENCHES, born);
  return projection;
}

/**
 * «转报» of all these townships as the district's 工作台 shows it. Summaries are the office's words for the district; they
 * lie here encrypted, as they lie there. Three calls, four when nothing was counted before.
 */
export async function writePassed(
  townships: readonly string[],
  now: Instant,
): Promise<StoredWaiting<WorkRow>> {
  const rows = await readOpenPassedUp(townships, MOST);
  const words = await readWords([...new Set(rows.map(({ township }) => township))]);
  const passed = countPassed(rows.map((row) => toPassedUp(row, words.get(row.township))));
  const closed = WRITTEN.close(passed);
  const changes = { asOf: put(now), passed: put(closed) };
  const born: DistrictBench = { _id: DISTRICT, township: DISTRICT, rev: 1, asOf: now, passed: closed };
  if (!(await changeOne(WORKBENCHES, DISTRICT, DISTRICT, {}, changes))) await createOne(WORKBENCHES, born);
  return passed;
}

export interface Benches {
  projection: Projection;
  /** Absent: nothing of today was counted. */
  passed?: StoredWaiting<WorkRow>;
}

/**
 * What was counted last, if it was of today; otherwise the township's is counted now. One read for both, so that nobody
 * has to be known to be the district's before it.
 */
export async function recallWorkbench(township: string, now: Instant): Promise<Benches | undefined> {
  const ids = [township, DISTRICT];
  const found = await readAcross<Workbench | DistrictBench>(WORKBENCHES, ids, {
    where: { _id: oneOf(ids) },
    order: [],
    limit: ids.length,
  });
  const today = toLocalDate(now);
  const own = found.find((each) => 'projection' in each);
  const projection =
    own?.projection.today === today ? WRITTEN.open(own.projection) : await writeWorkbench(township, now);
  if (!projection) return undefined;
  const district = found.find((each) => 'passed' in each);
  if (!district || toLocalDate(district.asOf) !== today) return { projection };
  return { projection, passed: WRITTEN.open(district.passed) };
}

/** What {@link recallWorkbench} did not find, counted now. */
export async function countPassedNow(now: Instant): Promise<StoredWaiting<WorkRow>> {
  return writePassed(await listTownships(), now);
}

/** What the district adds up; nothing else of a township leaves the database. */
const READY_FIELDS = [
  'township',
  'projection.asOf',
  'projection.figures',
  'projection.requests.open.count',
  'projection.requests.overdue.count',
];

/** Of these townships what was counted last, as far as something was. One call. */
export async function readReadyFigures(townships: readonly string[]): Promise<ReadyFigures[]> {
  if (townships.length === 0) return [];
  const found = await readAcross<Workbench>(WORKBENCHES, townships, {
    where: { _id: oneOf(townships) },
    order: [],
    limit: townships.length,
    fields: READY_FIELDS,
  });
  return found.map(({ township, projection: { asOf, figures, requests } }) => ({
    township,
    asOf,
    figures,
    open: requests['open']?.count ?? 0,
    late: requests['overdue']?.count ?? 0,
  }));
}
