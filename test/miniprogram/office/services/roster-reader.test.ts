/** Long answers as the office's pages read them: part behind part, and anew where something changed in between. */
import type { Result } from '../../../../miniprogram/contract/result';
import type { RosterPart, RosterView } from '../../../../miniprogram/contract/roster';
import { readPart, readParts } from '../../../../miniprogram/services/parts';
import { getRoster } from '../../../../miniprogram/office/services/roster';
import { RosterReader } from '../../../../miniprogram/office/services/roster-reader';

jest.mock('../../../../miniprogram/office/services/roster', () => ({ getRoster: jest.fn() }));

const TODAY = '2027-06-15';
const COMING = ['2027-06-15', '2027-07-05', '2027-08-05', '2027-09-06'];
const PAST = ['2027-06-07', '2027-05-06', '2027-04-06'];
/** Days in one answer. */
const IN_ONE = 2;

const NOTHING: RosterView = {
  year: 2027,
  rev: 1,
  past: PAST.length,
  proposable: true,
  drafts: [],
  days: [],
  notes: [],
  counts: [],
  groups: [],
  swaps: [],
  absences: [],
};
const person = { person: 'p1', name: '陈样样', badge: '镇代表', duties: 2 };

let asked: string[];
beforeEach(() => {
  asked = [];
  jest.mocked(getRoster).mockImplementation((_year, of: RosterPart, after = '0') => {
    asked.push(`${of} ${after}`);
    if (of === 'people') return Promise.resolve({ ok: true, data: { ...NOTHING, counts: [person] } });
    const dates = of === 'coming' ? COMING : PAST;
    const end = Number(after) + IN_ONE;
    const days = dates
      .slice(Number(after), end)
      .map((date) => ({ date, state: 'draft' as const, seats: [], gaps: [] }));
    const next = end < dates.length ? { next: String(end) } : {};
    return Promise.resolve({ ok: true, data: { ...NOTHING, days, ...next } });
  });
});

const datesOf = (reader: RosterReader) => reader.view?.days.map(({ date }) => date);

test('it opens with the first coming days, and reads on until the wanted day is there', async () => {
  const reader = new RosterReader(2027);
  await reader.open('', TODAY);
  expect(asked).toEqual(['coming 0']);
  const other = new RosterReader(2027);
  await other.open('2027-09-06', TODAY);
  expect(datesOf(other)).toEqual(COMING);
  const earlier = new RosterReader(2027);
  await earlier.open('2027-04-06', TODAY);
  expect(datesOf(earlier)).toEqual([...[...PAST].reverse(), ...COMING.slice(0, IN_ONE)]);
});

test('days stand in their order, and what is there already is not asked for again', async () => {
  const reader = new RosterReader(2027);
  await Promise.all([reader.read('coming'), reader.read('past'), reader.read('people')]);
  expect(datesOf(reader)).toEqual([...[...PAST].reverse(), ...COMING]);
  expect(reader.view?.counts).toEqual([person]);
  const before = asked.length;
  await reader.readOn('people');
  expect(asked).toHaveLength(before);
});

test('after an act it is read as far as it was read before', async () => {
  const before = new RosterReader(2027);
  await before.open('', TODAY);
  await before.readOn('past');
  const reader = new RosterReader(2027);
  await reader.readLike(before);
  expect(datesOf(reader)).toEqual(datesOf(before));
  expect(reader.isWhole('past')).toBe(false);
});

interface Letters {
  edition: number;
  rows: readonly string[];
  next?: string;
}

/** Two parts of each edition; the second one comes after `changes` changes. */
function letters(changes: number): (after?: string) => Promise<Result<Letters>> {
  let edition = 1;
  return (after) => {
    if (after === undefined)
      return Promise.resolve({
        ok: true,
        data: { edition, rows: [`${String(edition)}a`], next: String(edition) },
      });
    if (edition <= changes) edition++;
    const isOld = after !== String(edition);
    return Promise.resolve(
      isOld
        ? { ok: false, code: 'row-changed' }
        : { ok: true, data: { edition, rows: [`${String(edition)}b`] } },
    );
  };
}

test.each([0, 1, 3])('after %d changes in between all parts are of one edition', async (changes) => {
  const read = await readParts(letters(changes));
  const edition = changes + 1;
  expect(read).toEqual({ ok: true, data: { edition, rows: [`${String(edition)}a`, `${String(edition)}b`] } });
});

test('what fails otherwise is told, and what was read stays with whoever asked', async () => {
  const before = { edition: 1, rows: ['1a'], next: '1' };
  const failed = await readPart<Letters>(before, () => Promise.resolve({ ok: false, code: 'offline' }));
  expect(failed).toEqual({ ok: false, code: 'offline' });
});
