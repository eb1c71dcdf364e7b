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
function change<T extends { _id: string }>(collection: string, id: string, own: (one: T) => object): void {
  cloud.replace(
    collection,
    cloud.documents<T>(collection).map((one) => (one._id === id ? { ...one, ...own(one) } : one)),
  );
}
const told = () => toldLines(cloud);

describe('the eve', () => {
  const eve = async (instant = '2026-12-06T09:00:00') => remindOfEve('bh', '2026-12-07', at(instant));

  it('each with a place, whoever entered it, and each on duty for each half-day', async () => {
    change<DayDocument>('days', DAY, ({ bookings, seats, place }) => {
      const [[first = '', own = {}] = []] = Object.entries(bookings);
      const entered = Object.fromEntries(
        Object.entries(own).map(([short, one]) => [short, { ...one, operator: 'p8' }]),
      );
      return {
        bookings: { [first]: entered },
        seats: Object.fromEntries(Object.entries(seats).filter(([seat]) => seat.startsWith('h2-am'))),
        place,
      };
    });
    expect(await eve()).toBe(4);
    expect(told()).toEqual([]);
  });

  it('nobody whose place was given back, or whose time has come', async () => {
    change<DayDocument>('days', DAY, ({ bookings }) => ({
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
    change<DayDocument>('days', DAY, () => ({ seats: {} }));
    const all = await eve();
    expect(await eve('2026-12-07T08:31:00')).toBe(all - 2);
    expect(await remindOfEve('zz', '2026-12-07', at('2026-12-06T09:00:00'))).toBe(0);
  });
});

describe('a morning', () => {
  it('results that nobody wrote down: the office hears how many, and who sat there their own', async () => {
    change<DayDocument>('days', DAY, ({ bookings }) => ({
      bookings: Object.fromEntries(Object.entries(bookings).slice(0, 3)),
      seats: { 'h2-am-2': { person: 'p5', name: '马秋月' }, 'h2-am-1': { person: 'p5', name: '马秋月' } },
    }));
    const now = at('2026-12-08T08:00:00');
    expect(await askResults('bh', toLocalDate(now), now)).toBe(told().join().split('bh-').length - 1);
    expect(told()).toEqual([]);
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
    expect(told()).toEqual([]);
  });

  it('a year that is not known, and from which day on; deputies without a household', async () => {
    const none = { eve: '', digest: '', cleared: '' };
    const now = at('2026-11-23T08:00:00');
    expect((await tellUnknownYear('bh', none, '2026-11-23', now)).count).toBe(2);
    change<Directory>('townships', 'bh', ({ settings }) => ({
      settings: { ...settings, tiedNotice: 'monthly' },
    }));
    const later = at('2026-11-23T08:10:00');
    cloud.replace('ties', [{ _id: 'bh~t1', township: 'bh', person: 'p5', open: true, state: 'open' }]);
    expect((await tellUntied('bh', none, '2026-11-23', later)).count).toBe(2);
    expect(told()).toEqual([]);
  });

  it('what is planned for tomorrow, to whoever is invited', async () => {
    change('activities', 'bh~4nthw6sxn4gt1bnc', () => ({
      date: '2026-11-24',
      seq: '2026-11-24sxn4gt1bnc',
      invited: { p4: { a: 'invited' }, p11: { a: 'on-leave' }, p18: { a: 'coming' } },
    }));
    const now = at('2026-11-23T08:00:00');
    expect(await tellNear('bh', '2026-11-23', now)).toBe(2);
    expect(told()).toEqual([]);
  });
});
