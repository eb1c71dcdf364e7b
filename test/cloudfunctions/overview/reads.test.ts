/** 首页, 我的, 今日待办, 工作台 and 运行情况 on half a year of life: whose, for whom, and what is left out. In process. */
import { main as overview } from '../../../cloudfunctions/overview/index';
import { main as reception } from '../../../cloudfunctions/reception/index';
import type { Invitation } from '../../../cloudfunctions/registry/invitations/rules/invitation';
import type { Directory } from '../../../cloudfunctions/registry/directory/rules/directory';
import { SOURCES } from '../../../cloudfunctions/notify/relay/outbox-store';
import { encryptField } from '../../../cloudfunctions/shared/cipher';
import type { HealthView } from '../../../miniprogram/contract/health';
import type { HomeView, MineView, TodayView } from '../../../miniprogram/contract/overview';
import type { DayView, Slip } from '../../../miniprogram/contract/reception';
import type { WorkbenchView } from '../../../miniprogram/contract/workbench';
import { startInProcess, type InProcessCloud } from '../../support/in-process';
import { newKey } from '../request/requests';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);

let cloud: InProcessCloud;
beforeAll(async () => {
  cloud = await startInProcess({ overview, reception }, { lives: true });
});
beforeEach(() => {
  cloud.clock.set(cloud.clock.now() + 61_000);
});

const ask = (action: string, openid: string, input: object = {}) =>
  cloud.invoke('overview', action, { township: 'bh', ...input }, { openid });
const get = async <T>(action: string, openid: string, input: object = {}) => {
  const answer = await ask(action, openid, input);
  if (!answer.ok) throw new Error(`${action}: ${String(answer.code)}`);
  return answer.data as T;
};
/** What stands in a township’s directory, until the answer is called. */
function swap(changes: object | undefined): () => void {
  const all = cloud.documents<Directory>('townships');
  const others = all.filter(({ _id }) => _id !== 'bh');
  const own = all.find(({ _id }) => _id === 'bh');
  cloud.replace('townships', changes ? [...others, { ...own, ...changes }] : others);
  cloud.clock.set(cloud.clock.now() + 61_000);
  return () => {
    cloud.replace('townships', all);
    cloud.clock.set(cloud.clock.now() + 61_000);
  };
}

async function book(openid: string): Promise<Slip> {
  const { data } = await cloud.invoke('reception', 'day', { township: 'bh' }, { openid });
  const { date, homes } = data as DayView;
  const home = 'h2';
  const times = homes.find((one) => one.home === home)?.times ?? [];
  const place = times.flatMap(({ free }) => free)[0]?.place;
  const input = { township: 'bh', date, home, place, wish: { who: 'any' }, whom: 'self', name: '王先生' };
  const booked = await cloud.invoke('reception', 'book', input, { openid, key: newKey() });
  return booked.data as Slip;
}
const cancel = ({ date, booking, place: from, keys }: Slip, openid: string) =>
  cloud.invoke(
    'reception',
    'cancel',
    { township: 'bh', date, booking, from, keys },
    { openid, key: newKey() },
  );

test('a closed township says why and, where one goes on for it, by its name', async () => {
  expect(await get<HomeView>('home', 'o1')).not.toHaveProperty('closed');
  const closed = { since: 1, words: '并入青石镇' };
  for (const [own, said] of [
    [closed, { words: closed.words }],
    [
      { ...closed, to: 'qs' },
      { words: closed.words, to: { id: 'qs', name: '青石镇' } },
    ],
    [{ ...closed, to: 'nowhere' }, { words: closed.words }],
  ] as const) {
    const back = swap({ closed: own });
    expect((await get<HomeView>('home', 'o1')).closed).toEqual(said);
    back();
  }
});

test('a slip is shown at home and under 我的 until it is cancelled, to whose it is', async () => {
  const slip = await book('o-mine');
  const shown = async (openid: string) => {
    const home = await get<HomeView>('home', openid, { home: 'h2' });
    const mine = await get<MineView>('mine', openid);
    return [home.slips.map(({ booking }) => booking), mine.slips.map(({ booking }) => booking)];
  };
  expect(await shown('o-mine')).toEqual([[slip.booking], [slip.booking]]);
  expect(await shown('o-other')).toEqual([[], []]);
  await cancel(slip, 'o-mine');
  expect(await shown('o-mine')).toEqual([[], []]);
});

test('one’s own requests are paged: as many as fit, and whether there are more', async () => {
  const all = cloud.documents<{ _id: string; township: string; seq: string; openid: string }>('requests');
  const own = all.find(({ openid, township }) => township === 'bh' && openid === 'bh-villager-1');
  const short = await get<MineView>('mine', 'bh-villager-1');
  expect(short.requests.length).toBeGreaterThan(0);
  expect(short).not.toHaveProperty('next');
  const many = Array.from({ length: 60 }, (_, n) => {
    const id = String(n).padStart(16, '0');
    return { ...own, _id: `bh~${id}`, seq: `1795${String(n).padStart(9, '0')}${id.slice(-8)}` };
  });
  cloud.replace('requests', [...all, ...many]);
  const page = await get<MineView>('mine', 'bh-villager-1');
  cloud.replace('requests', all);
  expect(page.requests.length).toBeGreaterThan(short.requests.length);
  expect(page.next).toEqual(expect.any(String));
});

test('今日待办: the promised visits with village and name where they are known, newest due first or not at all', async () => {
  const before = await get<TodayView>('today', 'bh-p5');
  expect(before).toMatchObject({ name: '马秋月', group: { id: 'g3' } });
  expect(
    before.promises.every(({ due, agreed }) => typeof due === 'string' && typeof agreed === 'boolean'),
  ).toBe(true);
  const kept = cloud.documents<{ _id: string; person: string }>('promises');
  const [pattern] = kept.filter((one) => Object.values(one).includes('p5'));
  if (pattern) {
    const { village: _v, name: _n, ...bare } = pattern as unknown as Record<string, unknown>;
    const named = { ...bare, _id: 'bh~named', village: 'v4', name: encryptField('柳奶奶') };
    cloud.replace('promises', [...kept, named, { ...bare, _id: 'bh~bare' }]);
    const { promises } = await get<TodayView>('today', 'bh-p5');
    cloud.replace('promises', kept);
    expect(promises.find(({ promise }) => promise === 'bh~named')).toMatchObject({
      village: 'v4',
      name: '柳奶奶',
    });
    const without = promises.find(({ promise }) => promise === 'bh~bare');
    expect(without).toBeDefined();
    expect(without).not.toHaveProperty('village');
    expect(without).not.toHaveProperty('name');
  }
  const outside = swap({ groups: [] });
  expect(await get<TodayView>('today', 'bh-p5')).not.toHaveProperty('group');
  outside();
});

describe('工作台', () => {
  const open = (openid: string) => get<WorkbenchView>('workbench', openid);

  test('is a unit’s under its own name, and the office’s under the township’s; whoever holds both sees the office', async () => {
    const { card, units } = cloud
      .documents<Directory>('townships')
      .find(({ _id }) => _id === 'bh') as Directory;
    const unit = await open('bh-unit');
    expect(units.map(({ name }) => name)).toContain(unit.office);
    expect([unit.roles, 'figures' in unit, 'day' in unit, 'unpublished' in unit]).toEqual([
      ['unit'],
      false,
      false,
      false,
    ]);
    const staff = await open('bh-staff');
    expect(staff).toMatchObject({ office: card.name, roles: ['staff'], today: '2026-11-23' });
    const grants = cloud.documents<Invitation>('invitations');
    const own = grants.find(
      ({ openid, state }) => openid === 'bh-unit' && state === 'confirmed',
    ) as Invitation;
    const second = { ...own, _id: 'bh~3333333333333333', role: 'staff' };
    cloud.replace('invitations', [...grants, second]);
    expect((await open('bh-unit')).office).toBe(card.name);
    // What is claimed only, or is over, opens nothing.
    for (const more of [{ state: 'claimed' }, { until: '2026-11-22' }]) {
      cloud.replace('invitations', [...grants, { ...second, ...more }]);
      expect((await open('bh-unit')).roles).toEqual(['unit']);
    }
    cloud.replace('invitations', grants);
  });

  test('the office sees the next day and its figures; the administrator neither', async () => {
    const staff = await open('bh-staff');
    expect(staff.figures).toEqual(
      expect.objectContaining({ open: expect.any(Number) as number, overdue: expect.any(Number) as number }),
    );
    expect('day' in staff || 'unpublished' in staff).toBe(true);
    expect(staff.groups.length).toBeGreaterThan(0);
    const admin = await ask('workbench', 'bh-admin');
    if (admin.ok) expect(admin.data).not.toHaveProperty('day');
  });
});

describe('运行情况', () => {
  const see = () => get<HealthView>('health', 'bh-admin');
  const none = ['timers', 'recounts', 'deadletters', 'messages', 'probes'];
  beforeEach(() => {
    for (const name of none) cloud.replace(name, []);
  });

  test('before anything ran: late, and nothing failed', async () => {
    const view = await see();
    expect(view).toMatchObject({
      now: cloud.clock.now(),
      late: true,
      failed: { events: 0, messages: 0, more: false },
    });
    for (const absent of ['timer', 'ledger', 'verified']) expect(view).not.toHaveProperty(absent);
    const alive = await cloud.invoke('overview', 'alive', {}, {});
    expect(alive.data).toMatchObject({ now: cloud.clock.now(), late: true });
  });

  test('when the timer ran last, how long it took, and in which jobs it failed', async () => {
    const at = cloud.clock.now() - 60_000;
    const timer = { _id: '~', township: '~', rev: 1, at, took: 1_234 };
    cloud.replace('timers', [timer]);
    expect(await see()).toMatchObject({ late: false, timer: { at, took: 1_234 } });
    expect((await see()).timer).not.toHaveProperty('fault');
    const fault = { at, jobs: ['relay'] };
    cloud.replace('timers', [{ ...timer, fault }]);
    expect((await see()).timer).toEqual({ at, took: 1_234, fault });
    cloud.clock.set(cloud.clock.now() + 3_600_000);
    expect((await see()).late).toBe(true);
  });

  test('how long the longest waiting event waits, and how many failed, at most a page', async () => {
    for (const { name } of SOURCES)
      cloud.replace(
        name,
        cloud.documents<object>(name).map((one) => ({ ...one, outboxAt: 0 })),
      );
    expect((await see()).lagMs).toBe(0);
    const days = cloud.documents<{ _id: string; township: string; outboxAt: number }>('days');
    const since = cloud.clock.now() - 90_000;
    cloud.replace(
      'days',
      days.map((one, n) => (n === 0 ? { ...one, outboxAt: since } : one)),
    );
    expect((await see()).lagMs).toBe(90_000);
    cloud.replace('days', days);
    const letters = (n: number) =>
      Array.from({ length: n }, (_, at) => ({
        _id: `bh~${String(at)}`,
        township: 'bh',
        rev: 1,
        seq: String(at).padStart(4, '0'),
        nextAt: 0,
        id: 'e',
        event: 'booked',
        at: 1,
        about: {},
      }));
    cloud.replace('deadletters', letters(2));
    expect((await see()).failed).toEqual({ events: 2, messages: 0, more: false });
    cloud.replace('deadletters', letters(60));
    const { events, more } = (await see()).failed;
    expect([events < 60, more]).toEqual([true, true]);
  });

  test('what the last count of the ledger found', async () => {
    const at = cloud.clock.now() - 1;
    cloud.replace('recounts', [
      { _id: 'bh', township: 'bh', rev: 1, step: 1, last: { at, looked: 7, differing: ['a', 'b'] } },
    ]);
    expect((await see()).ledger).toEqual({ at, sources: 7, differing: 2 });
    expect(await ask('health', 'bh-staff')).toMatchObject({ code: 'not-allowed' });
  });
});

test('without a directory each says so', async () => {
  const back = swap(undefined);
  for (const [action, openid] of [
    ['home', 'o1'],
    ['mine', 'o1'],
    ['today', 'bh-p5'],
    ['workbench', 'bh-staff'],
  ] as const)
    expect([action, (await ask(action, openid)).code]).toEqual([action, 'not-found']);
  back();
});
