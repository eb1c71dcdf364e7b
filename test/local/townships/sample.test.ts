import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { knowsHolidays } from '../../../cloudfunctions/shared/holidays';
import { gatherIndexes } from '../../../build/indexes';
import { openDatabase } from '../../../local/cloudbase/database';
import type { LocalDatabase } from '../../../local/cloudbase/database/types';
import { loadSample, sampleIndex } from '../../../local/townships';

const dir = mkdtempSync(join(tmpdir(), 'sample-'));
let database: LocalDatabase;
let indexes: Awaited<ReturnType<typeof gatherIndexes>>;
beforeAll(async () => {
  indexes = await gatherIndexes(resolve(__dirname, '../../../cloudfunctions'));
  database = openDatabase({ dir, now: () => 0, indexes });
});
afterAll(async () => {
  await database.close();
  rmSync(dir, { recursive: true, force: true });
});

const keys = { id: 'k1', key: Buffer.alloc(32, 'sample').toString('base64') };
const load = async (now: string) => {
  await database.drop();
  return loadSample(database, { now: Date.parse(now), keys });
};
const all = (collection: string) =>
  [...database.exportDocuments(collection)] as (Record<string, unknown> & {
    _id: string;
    township: string;
  })[];
/** Encrypted fields differ in every load; nothing else may. */
const unsalted = (collection: string) => JSON.stringify(all(collection)).replace(/"k1\.[^"]+"/g, '"*"');

it('has no collection with more than fifteen indexes', () => {
  // The platform takes twenty; each costs every write of its collection, and what a single word finds needs none.
  const counts = Object.values(indexes).map((each) => each.indexes.length);
  expect(counts.length).toBeGreaterThan(20);
  expect(Math.max(...counts)).toBeLessThanOrEqual(15);
});

it('is the same for the same instant', async () => {
  await load('2026-11-23T09:00:00+08:00');
  const first = database.collectionNames().map(unsalted);
  await load('2026-11-23T09:00:00+08:00');
  expect(database.collectionNames().map(unsalted)).toEqual(first);
});

it('leaves the environment as it was', async () => {
  process.env['FIELD_KEYS'] = 'as it was';
  await load('2026-11-23T09:00:00+08:00');
  expect(process.env['FIELD_KEYS']).toBe('as it was');
  delete process.env['FIELD_KEYS'];
});

it.each([
  '2024-02-29T23:59:59+08:00',
  '2026-01-01T00:00:00+08:00',
  '2026-10-05T12:00:00+08:00',
  '2026-12-07T10:00:00+08:00',
  '2027-03-05T17:00:00+08:00',
  '2031-07-05T08:00:00+08:00',
])(
  'has at %s two days behind, the certain ones of two ahead and open requests, in each township',
  async (now) => {
    await load(now);
    const today = now.slice(0, 10);
    for (const township of ['bh', 'qs']) {
      const days = all('days').filter((day) => day.township === township) as unknown as { date: string }[];
      expect(days.filter(({ date }) => date <= today).length).toBeGreaterThanOrEqual(2);
      // A year that nobody announced is drawn up, and nothing of it is published.
      const rosters = all('rosters').filter((roster) => roster.township === township);
      const ahead = rosters
        .flatMap((roster) => Object.keys(roster['days'] as object))
        .filter((date) => date >= today);
      expect(ahead.length).toBeGreaterThanOrEqual(2);
      const certain = ahead.filter((date) => knowsHolidays(Number(date.slice(0, 4)))).sort();
      const out = days.map(({ date }) => date).filter((date) => date > today);
      expect(out.filter((date) => !certain.includes(date))).toEqual([]);
      expect(certain.slice(0, 1).filter((date) => date > today && !out.includes(date))).toEqual([]);
      expect(all('requests').some((request) => request.township === township)).toBe(true);
    }
  },
);

it('seats the deputy and the leader of the story on the coming day', async () => {
  await load('2026-11-23T09:00:00+08:00');
  const day = all('days').find(({ _id }) => _id === 'bh~2026-12-07');
  expect(day).toMatchObject({ seats: { 'h2-am-2': { person: 'p5' }, 'h2-pm-2': { person: 'p6' } } });
  const roster = all('rosters').find(({ _id }) => _id === 'bh~2026');
  const seats = (roster?.['seats'] as Record<string, Record<string, { person: string }>>)['2026-12-07'];
  const shown = day?.['seats'] as Record<string, { person: string }>;
  for (const [seat, { person }] of Object.entries(shown)) expect(seats?.[seat]?.person).toBe(person);
});

it('holds every document in one township, under an id of that township', async () => {
  await load('2026-11-23T09:00:00+08:00');
  for (const collection of ['townships', 'invitations', 'days', 'rosters', 'requests']) {
    for (const { _id, township } of all(collection)) {
      expect(_id === township || _id.startsWith(`${township}~`)).toBe(true);
    }
  }
});

it('stores no villager’s name or phone in the clear, and says that its persons are invented', async () => {
  await load('2026-11-23T09:00:00+08:00');
  const text = ['invitations', 'days', 'requests'].map((name) => JSON.stringify(all(name))).join();
  expect(text).not.toMatch(/张三婶|李大爷|王师傅|孔二嫂|13800000002|文小满/);
  expect(JSON.stringify(all('townships'))).toContain('人名均为虚构');
});

it('offers identities of both townships and a poster for every home and village', () => {
  const { identities, posters } = sampleIndex(Date.parse('2026-11-23T09:00:00+08:00'));
  const roles = identities.filter(({ township }) => township === 'bh').map(({ role }) => role);
  for (const role of [
    'voter',
    'deputy',
    'leader',
    'presidium',
    'receiver',
    'staff',
    'chief',
    'helper',
    'unit',
  ])
    expect(roles).toContain(role);
  expect(identities.some(({ township }) => township === 'qs')).toBe(true);
  expect(posters.map(({ scene }) => scene)).toEqual(expect.arrayContaining(['bh.h2', 'bh.v4', 'qs.h1']));
  for (const { scene } of posters) expect(scene).toMatch(/^[a-z]{2}\.[hv]\d{1,2}$/);
  for (const { label } of identities) expect(label).not.toMatch(/undefined|（）/);
});
