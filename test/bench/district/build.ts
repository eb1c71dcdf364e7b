/**
 * A large district: one township with half a year behind it, as the sample lives it, copied to many townships and many
 * years. Copies have ids of their own, and dates and instants of their year; what they say is the same. The first township
 * has three hundred people and a hundred villages.
 */
import type { LocalDatabase } from '../../../local/cloudbase/database/types';
import { DISTRICT } from '../../../cloudfunctions/registry/store';
import { daySource, factsOfStoredDay } from '../../../cloudfunctions/duty/ledger/sources-store';
import type { FactDay } from '../../../cloudfunctions/duty/ledger/rules/facts-of-day';
import { toRows } from '../../../cloudfunctions/duty/ledger/store';
import type { Directory } from '../../../cloudfunctions/registry/directory/rules/directory';
import { enlarge } from '../../support/large-township';

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;
/** Signs of an id; a copy changes the first one. */
const SIGNS = '0123456789abcdefghjkmnpqrstvwxyz';
const BATCH = 2_000;

export interface Size {
  townships: number;
  years: number;
  /** Documents of a collection in each township, about; the first township has `facts` of its own. */
  requests: number;
  audit: number;
  facts: number;
  factsOfFirst: number;
  /** Of each reception day. */
  bookings: number;
}

interface Row {
  _id: string;
  township: string;
}

/** A row's text `years` earlier, as the copy that this sign names. */
function shift(text: string, copy: number, years: number): string {
  const sign = SIGNS[copy % SIGNS.length] ?? '0';
  const second = SIGNS[Math.floor(copy / SIGNS.length) % SIGNS.length] ?? '0';
  return text
    .replace(/\bbh~[0-9a-z]{2}(?=[0-9a-z]{14}\b)/g, `bh~${sign}${second}`)
    .replace(/\b20(2[0-9])(?=-\d\d-\d\d)/g, (_, year: string) => `20${String(Number(year) - years)}`)
    .replace(/\b1[67]\d{11}/g, (instant) => String(Number(instant) - years * YEAR_MS));
}

/** A row of the pattern's township as one of another. */
function moved(text: string, township: string): string {
  return text.replace(/\bbh(?=["~])/g, township);
}

/** Rows of one township out of the pattern, until there are about so many. What is still open is of this year. */
function* copies(pattern: readonly string[], township: string, many: number, years: number) {
  const over = pattern.filter((text) => !text.includes('"open":true'));
  const rounds = Math.ceil((many - pattern.length) / Math.max(1, over.length));
  for (let copy = 0; copy <= Math.max(0, rounds); copy++)
    for (const text of copy === 0 ? pattern : over) {
      const shifted = copy === 0 ? text : shift(text, copy, copy % years);
      yield JSON.parse(moved(shifted, township)) as Row;
    }
}

async function put(database: LocalDatabase, collection: string, rows: Iterable<Row>): Promise<void> {
  let some: Row[] = [];
  for (const row of rows) {
    some.push(row);
    if (some.length < BATCH) continue;
    await database.importDocuments(collection, some);
    some = [];
  }
  await database.importDocuments(collection, some);
}

/** Of a reception day what bookings lie in. */
interface Day extends Row {
  date: string;
  place: Record<string, string | 0>;
  by: Record<string, string>;
  of: Record<string, string[]>;
  bookings: Record<string, Record<string, { p: string; keys: string; openid: string }>>;
  visits?: Record<string, object>;
}

/** The day with so many bookings: copies of its own, each of an account of its own, at places that are free. */
function crowd(day: Day, bookings: number): void {
  const free = Object.keys(day.place).filter((place) => day.place[place] === 0);
  const own = Object.entries(day.bookings).flatMap(([account, rows]) =>
    Object.entries(rows).map(([id, row]) => ({ account, id, row })),
  );
  free.slice(0, Math.max(0, bookings - own.length)).forEach((place, n) => {
    const like = own[n % own.length];
    if (!like) return;
    const { account, id, row } = like;
    const other = `${SIGNS[1 + Math.floor(n / own.length)] ?? ''}0${account.slice(2)}`;
    const booking = `${other}-${id}`;
    const keys = row.keys.replace(account, other);
    day.bookings[other] = { [id]: { ...row, p: place, keys, openid: `o-${other}` } };
    day.place[place] = day.by[other] = booking;
    day.of[other] = [booking];
    const visit = day.visits?.[row.p];
    if (day.visits && visit) day.visits[place] = visit;
  });
}

/** Days are by date: each of the years has the months that the pattern's day is copied to. */
function* days(pattern: string, township: string, years: number): Generator<Day> {
  const { date } = JSON.parse(pattern) as { date: string };
  for (let year = 2026 - years; year < 2026; year++)
    for (let month = 1; month <= 12; month++) {
      const day = `${String(year)}-${String(month).padStart(2, '0')}-05`;
      yield JSON.parse(moved(pattern.replaceAll(date, day), township)) as Day;
    }
}

/** What the ledger has of them. */
function* factsOf(township: string, held: Iterable<Day>): Generator<Row> {
  for (const day of held) {
    const facts = factsOfStoredDay(township, day as unknown as FactDay);
    yield* toRows(daySource(township, day.date), facts);
  }
}

/** The district's townships, the pattern's own among them. */
export async function buildDistrict(database: LocalDatabase, size: Size): Promise<string[]> {
  const own = (collection: string) =>
    ([...database.exportDocuments(collection)] as Row[])
      .filter(({ township }) => township === 'bh')
      .map((row) => JSON.stringify(row));
  const pattern = new Map(database.collectionNames().map((name) => [name, own(name)]));
  const crowded = (pattern.get('days') ?? []).map((text) => {
    const day = JSON.parse(text) as Day;
    crowd(day, size.bookings);
    return JSON.stringify(day);
  });
  pattern.set('days', crowded);
  const longest = [...crowded].sort((one, other) => other.length - one.length)[0];
  const names = ['bh', ...Array.from({ length: size.townships - 1 }, (_, n) => `t${String(n + 1)}`)];
  const many: Readonly<Record<string, number>> = { requests: size.requests, audit: size.audit };
  for (const township of names) {
    for (const [collection, rows] of pattern) {
      const facts = township === 'bh' ? size.factsOfFirst : size.facts;
      const wanted = collection === 'facts' ? facts : (many[collection] ?? rows.length);
      await put(database, collection, copies(rows, township, wanted, size.years));
    }
    if (longest === undefined) continue;
    const held = [...days(longest, township, size.years)];
    await put(database, 'days', held);
    const ofThisYear = crowded.map((day) => JSON.parse(moved(day, township)) as Day);
    await put(database, 'facts', factsOf(township, [...ofThisYear, ...held]));
  }
  const [first] = [...database.exportDocuments('townships')].filter((row) => (row as Row)._id === 'bh');
  await database.importDocuments('townships', [enlarge(first as Directory, 2026)]);
  const list = { _id: DISTRICT, township: DISTRICT, rev: 1, townships: names };
  await database.importDocuments('townships', [list]);
  return names;
}
