/** What is said of a morning and of an eve, word by word, and what one run of the reminders does. In process, from the sample. */
import { askResults } from '../../../../cloudfunctions/notify/reminders/ask-results';
import { remind, type MorningJob } from '../../../../cloudfunctions/notify/reminders/remind';
import { remindOfEve } from '../../../../cloudfunctions/notify/reminders/remind-eve';
import { tellMeeting } from '../../../../cloudfunctions/notify/reminders/tell-meeting';
import { tellNear } from '../../../../cloudfunctions/notify/reminders/tell-near';
import { tellUnknownYear } from '../../../../cloudfunctions/notify/reminders/tell-unknown-year';
import { tellUntied } from '../../../../cloudfunctions/notify/reminders/tell-untied';
import type { DayDocument } from '../../../../cloudfunctions/reception/days/rules/day-document';
import type { Directory } from '../../../../cloudfunctions/registry/directory/rules/directory';
import { toLocalDate } from '../../../../cloudfunctions/shared/china-time';
import { startInProcess, type InProcessCloud } from '../../../support/in-process';
import { toldLines } from '../support/told-lines';

jest.mock('../../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../../support/memory-database'),
);

const DAY = 'bh~2026-12-07';
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const NAMES = ['townships', 'days', 'activities', 'presidium', 'requests', 'ties'];
let cloud: InProcessCloud;
let seed: [string, { _id: string }[]][];
beforeAll(async () => {
  cloud = await startInProcess({}, { lives: true });
  seed = NAMES.map((name) => [name, cloud.documents(name)]);
});
let runs = 0;
/** Each run a little later, so that nothing is remembered of how it was. */
const at = (instant: string) => {
  cloud.clock.set(Date.parse(`${instant}+08:00`) + (runs += 2 * MINUTE_MS));
  return cloud.clock.now();
};
beforeEach(() => {
  for (const [name, documents] of seed) cloud.replace(name, documents);
  for (const name of ['inbox', 'messages', 'reminders', 'deadletters', 'audit', 'seals'])
    cloud.replace(name, []);
});
function change(collection: string, id: string, own: (one: never) => object): void {
  cloud.replace(
    collection,
    cloud
      .documents<{ _id: string }>(collection)
      .map((one) => (one._id === id ? { ...one, ...own(one as never) } : one)),
  );
}
const told = () => toldLines(cloud);

describe('the eve', () => {
  const eve = async (instant = '2026-12-06T09:00:00') => remindOfEve('bh', '2026-12-07', at(instant));

  it('each with a place, whoever entered it, and each on duty for each half-day', async () => {
    change('days', DAY, ({ bookings, seats, place }: DayDocument) => {
      const [first] = Object.entries(bookings).map(([account, own]) => [
        account,
        Object.fromEntries(Object.entries(own).map(([short, one]) => [short, { ...one, operator: 'p8' }])),
      ]);
      return {
        bookings: Object.fromEntries(first ? [first] : []) as object,
        seats: Object.fromEntries(Object.entries(seats).filter(([seat]) => seat.startsWith('h2-am'))),
        place,
      };
    });
    expect(await eve()).toBe(4);
    expect(told()).toEqual([
      'bh-p55: 明天轮到您坐班接访 | 12月7日 星期一上午，柳树城代表之家，还没有人预约，也会有人直接来。点开看今日待办。 | deputy/today/today | reminder',
      'bh-p5: 明天轮到您坐班接访 | 12月7日 星期一上午，柳树城代表之家，已有1人预约。点开看今日待办。 | deputy/today/today | reminder',
      'bh-p8: 您代填的：明天接访，别忘了来 | 明天上午 8:30，柳树城代表之家，第2号。到了报号数或称呼就行，不用带什么。请告诉本人。 | office/behalf/behalf',
      'bh-villager-2: 明天接访，别忘了来 | 明天上午 8:30，柳树城代表之家，第2号。到了报号数或称呼就行，不用带什么。 | more/slip/slip?booking=xbcg304b7zt5gdzb-bdm5g1b18&date=2026-12-07 | reminder',
    ]);
  });

  it('nobody whose place was given back, or whose time has come', async () => {
    change('days', DAY, ({ bookings }: DayDocument) => ({
      seats: {},
      bookings: Object.fromEntries(
        Object.entries(bookings).map(([account, own]) => [
          account,
          Object.fromEntries(
            Object.entries(own).map(([short, one]) => [short, { ...one, state: 'cancelled' }]),
          ),
        ]),
      ),
    }));
    expect(await eve()).toBe(0);
    cloud.replace('days', seed[1]?.[1] ?? []);
    change('days', DAY, () => ({ seats: {} }));
    const all = await eve();
    expect(await eve('2026-12-07T08:31:00')).toBe(all - 2);
    const time = Date.parse('2026-12-07T08:30:00+08:00');
    expect(await remindOfEve('bh', '2026-12-07', time - 1)).toBe(all);
    expect(await remindOfEve('bh', '2026-12-07', time)).toBe(all - 2);
    expect(await remindOfEve('zz', '2026-12-07', at('2026-12-06T09:00:00'))).toBe(0);
  });
});

describe('a morning', () => {
  it('results that nobody wrote down: the office hears how many, and who sat there their own', async () => {
    change('days', DAY, ({ bookings }: DayDocument) => ({
      bookings: Object.fromEntries(Object.entries(bookings).slice(0, 3)),
      seats: { 'h2-am-2': { person: 'p5', name: '马秋月' }, 'h2-am-1': { person: 'p5', name: '马秋月' } },
    }));
    const now = at('2026-12-08T08:00:00');
    expect(await askResults('bh', toLocalDate(now), now)).toBe(told().join().split('bh-').length - 1);
    expect(told()).toEqual([
      'bh-p1 bh-staff: 接访日有3位没有登记结果 | 12月7日 星期一，来访人里还有3位没有登记结果：谈成什么样，还是没有来。请在接待台补上。 | office/desk/desk?date=2026-12-07 | task',
      'bh-p5: 接访日有2位没有登记结果 | 12月7日 星期一，您接访的来访人里还有2位没有登记结果：谈成什么样，还是没有来。请在接待台补上。 | office/desk/desk?date=2026-12-07 | task',
    ]);
  });

  it('the presidium’s next meeting, on its day', async () => {
    cloud.replace('inbox', []);
    const now = at('2027-01-04T08:00:00');
    const none = { eve: '', digest: '', cleared: '' };
    expect(await tellMeeting('bh', none, toLocalDate(now), now)).toMatchObject({
      mark: { meetingTold: '2027-01' },
    });
    const early = at('2026-12-01T08:00:00');
    expect(await tellMeeting('bh', none, toLocalDate(early), early)).toEqual({
      count: 0,
      mark: { meetingTold: '2026-12' },
    });
    expect(told()).toEqual([
      'bh-p1 bh-staff: 主席团该开会了 | 主席团至少每 3 个月开一次会，下一次最迟1月29日开。开过了的，请登记。 | office/presidium/presidium?tab=meetings',
    ]);
  });

  it('a year that is not known, and from which day on; deputies without a household', async () => {
    const none = { eve: '', digest: '', cleared: '' };
    const now = at('2026-11-23T08:00:00');
    expect((await tellUnknownYear('bh', none, '2026-11-23', now)).count).toBe(2);
    change('townships', 'bh', ({ settings }: Directory) => ({
      settings: { ...settings, tiedNotice: 'monthly' },
    }));
    const later = at('2026-11-23T08:10:00');
    cloud.replace('ties', [{ _id: 'bh~t1', township: 'bh', person: 'p5', ties: { t1: {} } }]);
    expect((await tellUntied('bh', none, '2026-11-23', later)).count).toBe(2);
    expect(told()).toEqual([
      'bh-p1 bh-staff: 2027年的放假安排还没有录入 | 系统里还没有2027年的放假安排，这一年的接访日先按周一到周五和法定节日排，写着“可能改”，值班表不能公布。最早的是1月5日 星期二。国务院办公厅公布以后，请在设置里录入放假和调休的日子，再重新排班、公布。 | office/directory/directory?part=settings&kind=calendar | task',
      'bh-p1 bh-staff: 还有代表没有结对 | 还有 57 位代表没有结对监测户，请点开看名单。 | deputy/ties/ties?all=1',
    ]);
  });

  it('what is planned for tomorrow, to whoever is invited', async () => {
    change('activities', 'bh~4nthw6sxn4gt1bnc', () => ({
      date: '2026-11-24',
      seq: '2026-11-24sxn4gt1bnc',
      invited: { p4: { a: 'invited' }, p11: { a: 'on-leave' }, p18: { a: 'coming' } },
    }));
    const now = at('2026-11-23T08:00:00');
    expect(await tellNear('bh', '2026-11-23', now)).toBe(2);
    expect(told()).toEqual([
      'bh-p18 bh-p4: 11月24日 星期二有小组学习 | 11月24日 星期二有小组学习，点开看地点；来不了请点「请假」。 | deputy/activity/activity?activity=bh~4nthw6sxn4gt1bnc',
    ]);
  });
});

describe('one run', () => {
  const NOON = '2026-11-25T12:00:00';
  /** All was done today. */
  const DONE = { eve: '2026-11-26#1', digest: '2026-11-25', cleared: '2026-11-25' };
  const LATER = { yearTold: '2026-11', tiesTold: '2026-11', meetingTold: '2026-11' };
  const mark = (own: object = {}, township = 'bh') =>
    Object.assign({ _id: township, township, rev: 1 }, DONE, LATER, own);
  const marked = (township = 'bh') =>
    cloud.documents<{ _id: string; cleared: string }>('reminders').find(({ _id }) => _id === township);
  const run = (now: number, { endsAt = Infinity, morning = [] as MorningJob[], of = ['bh'] } = {}) =>
    remind(of, { now, endsAt }, morning);

  it('does nothing where all was done, and each of it where it was not', async () => {
    cloud.replace('reminders', [mark()]);
    expect(await run(at(NOON))).toBe(0);
    expect(cloud.documents('inbox')).toEqual([]);
    cloud.replace('reminders', [mark({ eve: '2026-11-25#1' })]);
    expect(await run(at(NOON))).toBe(0);
    expect(marked()).toMatchObject({ eve: '2026-11-26#1' });
    cloud.replace('reminders', [mark({ digest: '2026-11-24', yearTold: '2026-10', meetingTold: '2026-10' })]);
    const asked: [string, number][] = [];
    const now = at(NOON);
    const job: MorningJob = (township, when) => {
      asked.push([township, when]);
      return Promise.resolve(1_000);
    };
    const count = await run(now, { morning: [job, job] });
    expect(count).toBe(2_000 + cloud.documents('inbox').length);
    expect(asked).toEqual([
      ['bh', now],
      ['bh', now],
    ]);
    expect(marked()).toMatchObject({ digest: '2026-11-25', yearTold: '2026-11', meetingTold: '2026-11' });
    expect(await run(at(NOON))).toBe(0);
  });

  it('a township that fails holds up no other, and is tried again', async () => {
    cloud.replace('reminders', [mark({ digest: '2026-11-24' }), mark({ digest: '2026-11-24' }, 'qs')]);
    const { error } = console;
    console.error = () => undefined;
    const morning: MorningJob[] = [
      (township) => (township === 'bh' ? Promise.reject(new Error('no')) : Promise.resolve(0)),
    ];
    const count = await run(at(NOON), { morning, of: ['bh', 'qs'] }).finally(() => (console.error = error));
    // Side by side, none of them forgets what another counted.
    expect(count).toBe(1 + cloud.documents('inbox').length);
    expect([marked(), marked('qs')]).toMatchObject([{ digest: '2026-11-24' }, { digest: '2026-11-25' }]);
  });

  it('what the time did not allow is said to be left', async () => {
    cloud.replace('reminders', [mark({ digest: '2026-11-24' }), mark({}, 'qs')]);
    const now = at(NOON);
    expect(await run(now, { of: ['bh', 'qs'], endsAt: now })).toBe(2);
    expect(marked()).toMatchObject({ digest: '2026-11-24' });
  });

  describe('clears', () => {
    const NIGHT = '2026-11-25T03:30:00';
    const days = (n: number) => Date.parse('2026-11-25T00:00:00+08:00') - n * DAY_MS;
    const row = (n: number, when: number, name = 'x') => ({
      _id: `bh~${name}${String(n)}`,
      township: 'bh',
      rev: 1,
      at: when,
      account: 'a',
      title: '',
      words: '',
      seq: `${String(when).padStart(13, '0')}${String(n).padStart(8, '0')}`,
      nextAt: 0,
      state: 'sent',
    });
    const left = (name: string) => cloud.documents<{ _id: string }>(name).map(({ _id }) => _id.slice(3));

    it('what is past its time, by what it is, and nothing younger', async () => {
      cloud.replace('reminders', [mark({ cleared: '2026-11-24' })]);
      cloud.replace('inbox', [row(1, days(180) - 1), row(2, days(180))]);
      cloud.replace('messages', [row(3, days(30) - 1), row(4, days(30))]);
      cloud.replace('deadletters', [row(5, days(180) - 1), row(6, days(180))]);
      let turns = 0;
      while ((await run(at(NIGHT))) > 0 && turns < 50) turns++;
      expect(['inbox', 'messages', 'deadletters'].map(left)).toEqual([['x2'], ['x4'], ['x6']]);
      expect(marked()?.cleared).toBe('2026-11-25');
    });

    it('two hundred in a minute, until nothing is left; not before its hour, nor without time', async () => {
      cloud.replace('reminders', [mark({ cleared: '2026-11-24' })]);
      cloud.replace(
        'messages',
        Array.from({ length: 450 }, (_, n) => row(n, days(40))),
      );
      expect(await run(at('2026-11-25T01:00:00'))).toBe(0);
      expect(left('messages')).toHaveLength(450);
      for (const some of [250, 50, 0]) {
        await run(at(NIGHT));
        expect(left('messages')).toHaveLength(some);
        if (some > 0) expect(marked()?.cleared).toBe('2026-11-24');
      }
    });
  });
});
