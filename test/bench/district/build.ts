/**
 * A large district: one township with half a year behind it, as the sample lives it, copied to many townships and many
 * years. Copies have ids of their own, and dates and instants of their year; what they say is the same.
 */
import type { LocalDatabase } from '../../../local/cloudbase/database/types';
import { DISTRICT } from '../../../cloudfunctions/registry/store';

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

/** Rows of one township out of the pattern, until there are about so many. What is still open is of this year. */
function* copies(pattern: readonly string[], township: string, many: number, years: number) {
  const over = pattern.filter((text) => !text.includes('"open":true'));
  const rounds = Math.ceil((many - pattern.length) / Math.max(1, over.length));
  for (let copy = 0; copy <= Math.max(0, rounds); copy++)
    for (const text of copy === 0 ? pattern : over) {
      const shifted = copy === 0 ? text : shift(text, copy, copy % years);
      yield JSON.parse(shifted.replace(/\bbh(?=["~])/g, township)) as Row;
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

/** Days are by date: each of the years has the months that the pattern's day is copied to. */
function* days(pattern: string, township: string, years: number): Generator<Row> {
  const { date } = JSON.parse(pattern) as { date: string };
  for (let year = 2026 - years; year < 2026; year++)
    for (let month = 1; month <= 12; month++) {
      const day = `${String(year)}-${String(month).padStart(2, '0')}-05`;
      yield JSON.parse(pattern.replaceAll(date, day).replace(/\bbh(?=["~])/g, township)) as Row;
    }
}

/** The district's townships, the pattern's own among them. */
export async function buildDistrict(database: LocalDatabase, size: Size): Promise<string[]> {
  const own = (collection: string) =>
    ([...database.exportDocuments(collection)] as Row[])
      .filter(({ township }) => township === 'bh')
      .map((row) => JSON.stringify(row));
  const pattern = new Map(database.collectionNames().map((name) => [name, own(name)]));
  const names = ['bh', ...Array.from({ length: size.townships - 1 }, (_, n) => `t${String(n + 1)}`)];
  const many: Readonly<Record<string, number>> = { requests: size.requests, audit: size.audit };
  for (const township of names) {
    for (const [collection, rows] of pattern) {
      const facts = township === 'bh' ? size.factsOfFirst : size.facts;
      const wanted = collection === 'facts' ? facts : (many[collection] ?? rows.length);
      await put(database, collection, copies(rows, township, wanted, size.years));
    }
    const longest = [...(pattern.get('days') ?? [])].sort((one, other) => other.length - one.length)[0];
    if (longest) await put(database, 'days', days(longest, township, size.years));
  }
  const list = { _id: DISTRICT, township: DISTRICT, rev: 1, townships: names };
  await database.importDocuments('townships', [list]);
  return names;
}
