import type { Output } from '../../../miniprogram/contract/wire';
import { startSampleCloud, type SampleCloud } from '../../support/sample-cloud';

let cloud: SampleCloud;
beforeAll(async () => {
  cloud = await startSampleCloud({ instancesPerFunction: 4 });
});
afterAll(() => cloud.close());

const scan = (openid: string, place: string, township = 'bh') =>
  cloud.invoke('registry', 'countScan', { township, place }, { openid });

async function counts(openid = 'bh-staff', township = 'bh', month?: string): Promise<Record<string, number>> {
  const answer = await cloud.invoke('registry', 'scans', { township, ...(month && { month }) }, { openid });
  expect(answer).toMatchObject({ ok: true });
  const { places } = answer.data as Output<'registry', 'scans'>;
  return Object.fromEntries(places.map(({ place, scans }) => [place, scans]));
}

it('counts every scan of a month’s first second, however many instances create its document', async () => {
  const scanned = Array.from({ length: 12 }, (_, at) => scan(`o-${at}`, 'v4'));
  expect((await Promise.all(scanned)).every(({ ok }) => ok)).toBe(true);
  expect((await counts())['v4']).toBe(12);
});

it('takes one call a scan, two for a month’s first; keeps nothing of who it was', async () => {
  await scan('o-1', 'v4');
  const first = await scan('o-1', 'h2');
  const second = await scan('o-1', 'h2');
  expect(first.cost.calls).toBeLessThanOrEqual(3);
  expect(second.cost.calls).toBeLessThanOrEqual(2);
  const kept = JSON.stringify([...cloud.database.exportDocuments('scans')]);
  expect(kept).not.toMatch(/o-1|account|openid/);
});

it('shows places that nobody scanned as 0, and each township its own', async () => {
  const shown = await counts();
  expect(Object.keys(shown)).toHaveLength(15);
  expect(shown['v12']).toBe(0);
  await scan('o-1', 'v1', 'qs');
  expect((await counts('qs-staff', 'qs'))['v1']).toBe(1);
  expect((await counts())['v1']).toBe(0);
});

it('makes no document for a place that is not in the directory', async () => {
  const before = [...cloud.database.exportDocuments('scans')].length;
  expect(await scan('o-1', 'v99')).toMatchObject({ ok: false, code: 'not-found' });
  expect(await scan('o-1', 'v4', 'zz')).toMatchObject({ ok: false, code: 'not-found' });
  expect([...cloud.database.exportDocuments('scans')]).toHaveLength(before);
});

it('ends a month at midnight in China', async () => {
  cloud.clock.set(Date.parse('2026-11-30T23:59:59+08:00'));
  await scan('o-1', 'v7');
  cloud.clock.set(Date.parse('2026-12-01T00:00:00+08:00'));
  await scan('o-1', 'v7');
  expect((await counts('bh-staff', 'bh', '2026-11'))['v7']).toBe(1);
  expect((await counts())['v7']).toBe(1);
});
