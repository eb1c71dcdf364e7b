/** The tools that read a data folder after the product has stopped: they read what lies there, and say when nothing does. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyAudit } from '../../local/audit-verify';
import { recount } from '../../local/recount';
import { startLocal } from '../../local/start';
import { withStoredData } from '../../local/stored-data';
import { made } from '../support/made';
import type { DayView } from '../../miniprogram/contract/reception';
import type { HomeView } from '../../miniprogram/contract/overview';

const NOW = Date.parse('2026-11-23T09:00:00+08:00');
const dir = mkdtempSync(join(tmpdir(), 'stored-data-'));
afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
});

it('finds the booking of a product that was stopped in the audit, and a ledger that equals its sources', async () => {
  await expect(withStoredData(dir, () => true)).rejects.toThrow('There is no database');
  const options = { port: 0, dataDir: dir, reset: false, lan: false, watch: false, now: NOW, lives: true };
  const run = await startLocal(options, undefined, made);
  const ask = async <T>(fn: string, action: string, input: object, key?: string): Promise<T> => {
    const event = { action, input: { township: 'bh', ...input }, ...(key && { key }) };
    const { result } = await run.cloud.invoke(fn, event, { openid: 'bh-villager-1' });
    return (result as { data: T }).data;
  };
  const { next } = await ask<HomeView>('overview', 'home', {});
  const { homes } = await ask<DayView>('reception', 'day', { date: next.date });
  const [first] = homes;
  const place = first?.times.flatMap(({ free }) => free)[0]?.place;
  const wish = {
    date: next.date,
    home: first?.home,
    place,
    wish: { who: 'any' },
    whom: 'self',
    name: '试一试',
  };
  await ask('reception', 'book', wish, 'key-000000001');
  for (let minute = 0; minute < 3; minute++)
    await run.cloud.control({ clock: { advanceMs: 61_000 }, runTimers: true });
  await run.close();

  const audit = (await withStoredData(dir, (database) => verifyAudit(database, NOW))).get('bh');
  expect(audit).toMatchObject({ unsealed: 0 });
  expect(audit?.seals).toBeGreaterThan(0);
  expect(audit?.rows).toBeGreaterThan(0);
  expect(audit?.broken).toBeUndefined();
  expect(await withStoredData(dir, (database) => recount(database, 'bh'))).toEqual([]);
}, 180_000);
