import { startSampleCloud, type SampleCloud } from '../../support/sample-cloud';
import { submit } from '../request/matters';

let cloud: SampleCloud;
beforeAll(async () => {
  cloud = await startSampleCloud({ instancesPerFunction: 1 });
});
afterAll(() => cloud.close());

const figures = (township: string) =>
  [...cloud.database.exportDocuments('townships')].find(
    (document) => (document as { _id: string })._id === `${township}~figures`,
  ) as { openByPerson: Record<string, number>; asOf: number; rev: number };

describe('the timer', () => {
  it('brings the open matters of each owner up to date', async () => {
    const before = figures('bh').openByPerson['p5'] ?? 0;
    await submit(cloud, 'somebody', { deputy: 'p5' });
    await cloud.control({ runTimers: true });
    expect(figures('bh').openByPerson['p5']).toBe(before + 1);
    expect(figures('bh').asOf).toBeGreaterThanOrEqual(Date.parse('2026-11-23T09:00:00+08:00'));
  });

  it('writes nothing where nothing changed', async () => {
    await cloud.control({ runTimers: true });
    const { rev } = figures('bh');
    await cloud.control({ runTimers: true });
    expect(figures('bh').rev).toBe(rev);
  });

  it('counts in no township what belongs to the other', async () => {
    const before = figures('qs');
    await submit(cloud, 'somebody-more');
    await cloud.control({ runTimers: true });
    expect(figures('qs')).toEqual(before);
  });

  it('is nothing that an account may call', async () => {
    const answer = await cloud.invoke('notify', 'relay', {}, { openid: 'bh-staff' });
    expect(answer).toMatchObject({ ok: false, code: 'not-allowed', cost: { calls: 0 } });
  });
});
