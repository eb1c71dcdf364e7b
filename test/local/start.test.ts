import { mkdtempSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StartOptions } from '../../local/options';
import { type LocalRun, startLocal } from '../../local/start';
import { made } from '../support/made';

// The machine may be busy. What a start builds is for main.test.ts; here it is built once (made.ts).
jest.setTimeout(180_000);

const dir = mkdtempSync(join(tmpdir(), 'start-local-'));
afterAll(() => {
  rmSync(dir, { recursive: true });
});

const open = (options: Partial<StartOptions> = {}): Promise<LocalRun> =>
  startLocal(
    { port: 0, dataDir: join(dir, 'data'), reset: false, lan: false, watch: false, ...options },
    undefined,
    made,
  );

const count = (run: LocalRun, name: string): number => [...run.cloud.database.exportDocuments(name)].length;

describe('the data of the local run', () => {
  it('is the sample at first, survives a restart with what was done to it, and is the sample again after a reset', async () => {
    const first = await open({ now: Date.parse('2026-11-23T09:00:00+08:00') });
    const sample = count(first, 'townships');
    expect(sample).toBeGreaterThan(0);
    expect(first.sample.identities.length).toBeGreaterThan(0);
    await first.cloud.database.importDocuments('townships', [{ _id: 'one-more' }]);
    await first.close();

    const second = await open();
    expect(count(second, 'townships')).toBe(sample + 1);
    expect(second.sample).toEqual(first.sample);
    await second.close();

    const third = await open({ reset: true });
    expect(count(third, 'townships')).toBe(sample);
    await third.close();
  });

  it('is served under this machine’s own name only', async () => {
    const run = await open();
    const statusFor = (host: string): Promise<number | undefined> =>
      new Promise((done, fail) => {
        get(run.url, { headers: { host } }, (response) => {
          response.resume();
          done(response.statusCode);
        }).on('error', fail);
      });
    expect([await statusFor(new URL(run.url).host), await statusFor('evil.example')]).toEqual([200, 403]);
    await run.close();
  });

  it('is let go by a close: the port, the folder, everything', async () => {
    const run = await open();
    const url = run.url;
    await run.close();
    await run.close();
    await expect(fetch(url)).rejects.toThrow();
    await (await open()).close();
  });
});
