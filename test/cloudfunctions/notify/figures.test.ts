import { startSampleCloud, type SampleCloud } from '../../support/sample-cloud';
import { submit } from '../request/requests';

let cloud: SampleCloud;
beforeAll(async () => {
  cloud = await startSampleCloud({ instancesPerFunction: 1 });
});
afterAll(() => cloud.close());

const figures = (township: string) =>
  [...cloud.database.exportDocuments('townships')].find(
    (document) => (document as { _id: string })._id === `${township}~figures`,
  ) as { openByPerson: Record<string, number>; asOf: number; rev: number; stale?: boolean };

describe('the timer', () => {
  it('brings the open requests of each owner up to date', async () => {
    const before = figures('bh').openByPerson['p5'] ?? 0;
    await submit(cloud, 'somebody', { deputy: 'p5' });
    await cloud.control({ runTimers: true });
    expect(figures('bh').openByPerson['p5']).toBe(before + 1);
    expect(figures('bh').asOf).toBeGreaterThanOrEqual(Date.parse('2026-11-23T09:00:00+08:00'));
  });

  it('counts nothing where nothing changed, and as little for many townships as for one', async () => {
    const timer = { Type: 'Timer', TriggerName: 'm' };
    const minute = async () => (await cloud.cloud.invoke('notify', timer, { timer: true })).cost;
    await minute();
    const { rev } = figures('bh');
    const { calls } = await minute();
    expect(figures('bh').rev).toBe(rev);
    const list = { _id: '~', township: '~', rev: 1, townships: ['bh'] };
    await cloud.database.importDocuments('townships', [list]);
    expect((await minute()).calls).toBe(calls);
    await cloud.database.importDocuments('townships', [{ ...list, townships: ['bh', 'qs'] }]);
  });

  it('counts in the next minute what a kick has shipped', async () => {
    await submit(cloud, 'somebody-else', { deputy: 'p5' });
    await cloud.invoke('notify', 'kick', { township: 'bh' }, { openid: 'somebody-else' });
    expect(figures('bh').stale).toBe(true);
    const before = figures('bh').openByPerson['p5'] ?? 0;
    await cloud.control({ runTimers: true });
    expect(figures('bh')).toMatchObject({ stale: false, openByPerson: { p5: before + 1 } });
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
