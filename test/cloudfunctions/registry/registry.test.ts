import type { Places, WhoAmI } from '../../../miniprogram/contract/registry';
import { startSampleCloud, type SampleCloud } from '../../support/sample-cloud';

let cloud: SampleCloud;
beforeAll(async () => {
  cloud = await startSampleCloud({ instancesPerFunction: 1 });
});
afterAll(() => cloud.close());

const villager = { openid: 'bh-villager-1' };

describe('whoAmI', () => {
  it('tells a deputy the confirmed grant, the own folder and the day in China, with one call', async () => {
    const answer = await cloud.invoke('registry', 'whoAmI', { township: 'bh' }, { openid: 'bh-p5' });
    expect(answer).toMatchObject({ ok: true, cost: { calls: 1 } });
    const me = answer.data as WhoAmI;
    expect(me.today).toBe('2026-11-23');
    expect(me.folder).toMatch(/^bh\/u\/[0-9a-hjkmnp-tv-z]{16}$/);
    expect(me.grants).toEqual([
      expect.objectContaining({ role: 'deputy', person: 'p5', group: 'g3', state: 'confirmed' }),
    ]);
    expect(JSON.stringify(me)).not.toContain('bh-p5');
  });

  it('knows a voter as nobody in particular', async () => {
    const answer = await cloud.invoke('registry', 'whoAmI', { township: 'bh' }, villager);
    expect(answer).toMatchObject({ ok: true, data: { grants: [] } });
  });

  it('shows a deputy of one township no grant in the other', async () => {
    const answer = await cloud.invoke('registry', 'whoAmI', { township: 'qs' }, { openid: 'bh-p5' });
    expect(answer).toMatchObject({ ok: true, data: { grants: [] } });
  });

  it('refuses a call without identity', async () => {
    expect(await cloud.invoke('registry', 'whoAmI', { township: 'bh' })).toMatchObject({
      ok: false,
      code: 'no-identity',
      cost: { calls: 0 },
    });
  });
});

describe('places', () => {
  it('answers the public part of the directory with one call, and none while it is fresh', async () => {
    cloud.clock.set(cloud.clock.now() + 120_000);
    const cold = await cloud.invoke('registry', 'places', { township: 'bh' }, villager);
    const warm = await cloud.invoke('registry', 'places', { township: 'bh' }, villager);
    expect([cold.cost.calls, warm.cost.calls]).toEqual([1, 0]);
    expect(warm.data).toEqual(cold.data);
    const places = cold.data as Places;
    expect(places.homes).toHaveLength(3);
    expect(places.groups).toHaveLength(8);
    expect(places.villages).toHaveLength(12);
    expect(places.deputies.filter(({ level }) => level === 'town')).toHaveLength(50);
    expect(places.deputies.filter(({ level }) => level === 'district')).toHaveLength(8);
  });

  it('lists deputies in the order of surname strokes, without receivers who are none', async () => {
    const { data } = await cloud.invoke('registry', 'places', { township: 'bh' }, villager);
    const numbers = (data as Places).deputies.map(({ person }) => Number(person.slice(1)));
    expect(numbers).toEqual([...numbers].sort((one, other) => one - other));
    expect(numbers).not.toContain(7);
  });

  it('holds nothing of routing, settings, absence or claims, nor of how many people there are', async () => {
    const { data } = await cloud.invoke('registry', 'places', { township: 'bh' }, villager);
    expect(JSON.stringify(data)).not.toMatch(
      /routing|fallback|absent|claimed|settings|memberships|population|voters/,
    );
  });

  it('says when a home is open, and not what stands in it', async () => {
    const { data } = await cloud.invoke('registry', 'places', { township: 'bh' }, villager);
    const { homes } = data as Places;
    expect(homes.map(({ hours }) => hours)).toEqual([
      '周一至周五 8:30—17:30',
      '周一至周五 8:30—17:30',
      '每天 9:00—16:00',
    ]);
    expect(JSON.stringify(data)).not.toMatch(/equipment|档案柜/);
  });

  it('shows the second township nothing of the first', async () => {
    const { data } = await cloud.invoke('registry', 'places', { township: 'qs' }, villager);
    expect((data as Places).villages.map(({ name }) => name)).toEqual(['青石村', '黑松林村']);
    expect(JSON.stringify(data)).not.toContain('白鹤');
  });

  it('knows no township of a name that nobody gave', async () => {
    const answer = await cloud.invoke('registry', 'places', { township: 'zz' }, villager);
    expect(answer).toMatchObject({ ok: false, code: 'not-found' });
  });
});
