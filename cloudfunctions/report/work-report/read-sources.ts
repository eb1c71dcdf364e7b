/**
 * Reads what a report is computed from. Nine calls side by side (ten with what came before), one more for each further
 * 1,000 facts and 100 events.
 */
import type { Instant, LocalDate } from '../../../miniprogram/contract/wire';
import { readList as readNotes, readRowsById } from '../../congress/presidium/store';
import type { NoteDocument } from '../../congress/presidium/rules/presidium-document';
import { readSessions } from '../../congress/session/store';
import { readReported } from '../../congress/suggestion/store';
import { openSaid, readActivitiesById, readStudies } from '../../duty/activities/store';
import { listOf } from '../../duty/activities/rules/activity-document';
import { readSpan } from '../../duty/ledger/figures-store';
import { readSource, type SpanFact } from '../../duty/ledger/rules/span';
import { recallTownship } from '../../registry/store';
import { EVERY } from '../../request/lists/rules/facets';
import { readList } from '../../request/store';
import { toLocalDate } from '../../shared/china-time';
import { inSlices } from '../in-slices';
import { earlierThan } from './rules/charts';
import { toEvent, type Event, type OpenRequest, type Sources } from './rules/sources';
import { SLOTS } from './rules/slots';

/** A township has some dozens in a term. */
const SUGGESTIONS = 500;
/** Open requests of one page. */
const PAGE = 200;
const REQUEST_FIELDS = [
  'number',
  'state',
  'due',
  'village',
  'category',
  'group',
  'home',
  'promise',
  'dueSeq',
] as const;

async function readOpen(township: string): Promise<OpenRequest[]> {
  const found: OpenRequest[] = [];
  for (let after = ''; ;) {
    const where = { open: true, facets: EVERY };
    const rows = await readList(township, {
      where,
      by: 'dueSeq',
      limit: PAGE,
      fields: REQUEST_FIELDS,
      ...(after !== '' && { after }),
    });
    found.push(...rows);
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return found;
    after = last.dueSeq;
  }
}

/** Kinds that a sentence tells by name; households and matters are only counted. */
const TOLD: ReadonlySet<string> = new Set(
  Object.values(SLOTS).flatMap(({ question }) => (question.ask === 'events' ? question.kinds : [])),
);

/** Whoever came from above, as the presidium wrote it down. */
function visitsAmong(facts: readonly SpanFact[]): string[] {
  const visits = facts.filter(({ kind }) => kind === 'guidance').map(readSource);
  return visits.filter(({ kind }) => kind === 'presidium').map(({ id }) => id);
}

export async function readEvents(
  township: string,
  facts: readonly SpanFact[],
): Promise<ReadonlyMap<string, Event>> {
  const sources = facts.map(readSource).filter(({ kind }) => kind === 'activity');
  const ids = [...new Set(sources.map(({ id }) => id))];
  const [found, rows] = await Promise.all([
    Promise.all(inSlices(ids).map((slice) => readActivitiesById(township, slice))),
    readRowsById(township, visitsAmong(facts)),
  ]);
  const held = found.flat().map((activity): [string, Event] => [activity._id, toEvent(openSaid(activity))]);
  const visits = rows.flatMap((row): [string, Event][] =>
    row.kind === 'visit' ? [[row._id, toEvent({ title: row.words })]] : [],
  );
  return new Map([...held, ...visits]);
}

/** Years of the span, each of which the plan of studies is read for. */
function yearsOf(from: LocalDate, to: LocalDate): number[] {
  const first = Number(from.slice(0, 4));
  return Array.from({ length: Number(to.slice(0, 4)) - first + 1 }, (_, n) => first + n);
}

async function readMissed(
  township: string,
  { from, to }: { from: LocalDate; to: LocalDate },
  today: LocalDate,
): Promise<Sources['missed']> {
  const list = listOf('all', 'study');
  const years = await Promise.all(yearsOf(from, to).map((year) => readStudies(township, list, year)));
  return years
    .flat()
    .filter(({ state, date }) => state === 'planned' && date >= from && date <= to && date < today)
    .map(({ _id, group = '', date }) => ({ _id, group, date }));
}

async function readWished(
  township: string,
  { from, to }: { from: LocalDate; to: LocalDate },
): Promise<Sources['wished']> {
  const notes = await readNotes<NoteDocument>(township, 'guidance', 'asc');
  return notes
    .filter(({ kind, date }) => kind === 'training' && date >= from && date <= to)
    .map(({ _id, date, words }) => ({ _id, date, words }));
}

interface Days {
  from: LocalDate;
  to: LocalDate;
}

/**
 * What charts are drawn from: four calls side by side, one more for each further 1,000 facts and 200 open requests.
 * Undefined: there is no such township.
 */
export async function readChartSources(
  township: string,
  span: Days,
  now: Instant,
): Promise<Sources | undefined> {
  const [known, facts, suggestions, requests] = await Promise.all([
    recallTownship(township, now),
    readSpan(township, span),
    readReported(township, SUGGESTIONS),
    readOpen(township),
  ]);
  const none = { events: new Map(), sessions: [], missed: [], wished: [] };
  const today = toLocalDate(now);
  return known && { ...none, ...span, directory: known.directory, today, facts, suggestions, requests };
}

/** Undefined: there is no such township. */
export async function readSources(township: string, span: Days, now: Instant): Promise<Sources | undefined> {
  const [drawn, sessions, missed, wished] = await Promise.all([
    readChartSources(township, span, now),
    readSessions(township),
    readMissed(township, span, toLocalDate(now)),
    readWished(township, span),
  ]);
  if (!drawn) return undefined;
  const told = drawn.facts.filter(({ kind }) => TOLD.has(kind));
  return { ...drawn, events: await readEvents(township, told), sessions, missed, wished };
}

/** The sources of a report, and the ledger's rows of as many days before it, with which its charts are compared. */
export async function readWithEarlier(
  township: string,
  span: { from: LocalDate; to: LocalDate },
  now: Instant,
): Promise<{ sources: Sources; earlier: readonly SpanFact[] } | undefined> {
  const [sources, earlier] = await Promise.all([
    readSources(township, span, now),
    readSpan(township, earlierThan(span)),
  ]);
  return sources && { sources, earlier };
}
