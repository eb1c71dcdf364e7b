/** What the office, the invited and the administrator are told of a morning: on which, once, and of what. In process. */
import { main as notify } from '../../../cloudfunctions/notify/index';
import type { DeadLetter } from '../../../cloudfunctions/notify/dead-letters/store';
import { askResults } from '../../../cloudfunctions/notify/reminders/ask-results';
import { remindOfEve } from '../../../cloudfunctions/notify/reminders/remind-eve';
import { tellMeeting } from '../../../cloudfunctions/notify/reminders/tell-meeting';
import { tellNear } from '../../../cloudfunctions/notify/reminders/tell-near';
import { tellUnknownYear } from '../../../cloudfunctions/notify/reminders/tell-unknown-year';
import { tellUntied } from '../../../cloudfunctions/notify/reminders/tell-untied';
import { tellUnwell } from '../../../cloudfunctions/notify/reminders/tell-unwell';
import type { ActivityDocument } from '../../../cloudfunctions/duty/activities/rules/activity-document';
import type { DayDocument } from '../../../cloudfunctions/reception/days/rules/day-document';
import type { Directory } from '../../../cloudfunctions/registry/directory/rules/directory';
import { toLocalDate } from '../../../cloudfunctions/shared/china-time';
import { startInProcess, type InProcessCloud } from '../../support/in-process';
import { newKey } from '../request/requests';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);

const MONDAY = Date.parse('2026-11-23T08:30:00+08:00');
const SATURDAY = Date.parse('2026-11-28T08:30:00+08:00');
const DAY_MS = 86_400_000;
let cloud: InProcessCloud;
let townships: Directory[];
let activities: ActivityDocument[];
beforeAll(async () => {
  cloud = await startInProcess({ notify }, { lives: true });
  townships = cloud.documents<Directory>('townships');
  activities = cloud.documents<ActivityDocument>('activities');
});
beforeEach(() => {
  cloud.replace('townships', townships);
  cloud.replace('activities', activities);
  for (const name of ['inbox', 'messages', 'deadletters', 'timers']) cloud.replace(name, []);
});

/** A minute on, so that nothing is remembered of how it was. */
let minutes = 0;
const at = (instant: number) => {
  minutes += 2;
  cloud.clock.set(instant + minutes * 60_000);
  return cloud.clock.now();
};
function swap(change: (directory: Directory) => object): void {
  cloud.replace(
    'townships',
    townships.map((one) => (one._id === 'bh' ? { ...one, ...change(one) } : one)),
  );
}
const told = (event: string) =>
  cloud.documents<{ event: string; account: string }>('inbox').filter((one) => one.event === event);
type Tell = (
  township: string,
  done: never,
  today: string,
  now: number,
) => Promise<{ count: number; mark: object }>;
const run = (tell: Tell, instant: number, done: object = {}, township = 'bh') => {
  const now = at(instant);
  return tell(township, done as never, toLocalDate(now), now);
};

describe('once a month', () => {
  test('that the presidium is to meet: on a working morning, where it has one and its time has come', async () => {
    const { count, mark } = await run(tellMeeting, MONDAY);
    expect(mark).toEqual({ meetingTold: '2026-11' });
    expect(told('meeting-due')).toHaveLength(count);
    expect(await run(tellMeeting, MONDAY, mark)).toEqual({ count: 0, mark: {} });
    expect(await run(tellMeeting, SATURDAY)).toEqual({ count: 0, mark: {} });
    expect(await run(tellMeeting, MONDAY, {}, 'zz')).toEqual({ count: 0, mark: {} });
    cloud.replace('presidium', []);
    cloud.replace('inbox', []);
    const due = await run(tellMeeting, MONDAY, { meetingTold: '2026-10' });
    expect(due.count).toBeGreaterThan(0);
    expect(told('meeting-due')).toHaveLength(due.count);
    swap(({ people }) => ({
      people: people.map((one) => ({
        ...one,
        memberships: one.memberships.map(({ presidium: _, ...rest }) => rest),
      })),
    }));
    expect(await run(tellMeeting, MONDAY)).toEqual({ count: 0, mark: { meetingTold: '2026-11' } });
  });

  test('that the holidays of a year are not known, and from which day on it matters', async () => {
    const known = await run(tellUnknownYear, MONDAY);
    expect(known.count).toBeGreaterThan(0);
    expect(known.mark).toEqual({ yearTold: '2026-11' });
    expect(told('year-unknown')).toHaveLength(known.count);
    expect(await run(tellUnknownYear, MONDAY, known.mark)).toEqual({ count: 0, mark: {} });
    expect((await run(tellUnknownYear, MONDAY, { yearTold: '2026-10' })).mark).toEqual({
      yearTold: '2026-11',
    });
    expect(await run(tellUnknownYear, SATURDAY)).toEqual({ count: 0, mark: {} });
    swap(({ calendar }) => ({ calendar: { ...calendar, years: [...calendar.years, 2027] } }));
    expect(await run(tellUnknownYear, MONDAY)).toEqual({ count: 0, mark: {} });
  });

  test('that deputies have no tied household, where it is asked for', async () => {
    expect(await run(tellUntied, MONDAY)).toEqual({ count: 0, mark: {} });
    swap(({ settings }) => ({ settings: { ...settings, tiedNotice: 'monthly' } }));
    const { count, mark } = await run(tellUntied, MONDAY);
    expect(mark).toEqual({ tiesTold: '2026-11' });
    expect(count).toBeGreaterThan(0);
    expect(told('ties-missing')).toHaveLength(count);
    expect(await run(tellUntied, MONDAY, mark)).toEqual({ count: 0, mark: {} });
    expect(await run(tellUntied, SATURDAY)).toEqual({ count: 0, mark: {} });
    swap(({ settings }) => ({ people: [], settings: { ...settings, tiedNotice: 'monthly' } }));
    expect(await run(tellUntied, MONDAY)).toEqual({ count: 0, mark });
  });
});

test('what is planned until the next working day is said to whoever is invited, but not to who has leave', async () => {
  const [pattern] = activities.filter(({ state, township }) => state === 'planned' && township === 'bh');
  if (!pattern) throw new Error('nothing is planned');
  const invited = {
    p5: { a: 'invited' },
    p8: { a: 'coming' },
    p9: { a: 'leave-refused' },
    p19: { a: 'leave' },
    p23: { a: 'asked' },
  };
  const planned = (date: string, own: object = {}) => ({
    ...pattern,
    _id: `bh~${date.replace(/-/g, '')}00000000`,
    seq: `${date}s0000000000`,
    date,
    invited,
    ...own,
  });
  const near = async (rows: readonly object[], instant = MONDAY) => {
    cloud.replace('activities', rows);
    cloud.replace('inbox', []);
    const now = at(instant);
    return tellNear('bh', toLocalDate(now), now);
  };
  expect(await near([planned('2026-11-24')])).toBe(3);
  expect(told('activity-near')).toHaveLength(3);
  for (const [date, own] of [
    ['2026-11-23', {}],
    ['2026-11-25', {}],
    ['2026-11-24', { state: 'held' }],
    ['2026-11-24', { state: 'withdrawn' }],
  ] as const)
    expect([date, own, await near([planned(date, own)])]).toEqual([date, own, 0]);
  // Friday: the weekend, and Monday.
  const FRIDAY = MONDAY + 4 * DAY_MS;
  expect(await near([planned('2026-11-28'), planned('2026-11-30'), planned('2026-12-01')], FRIDAY)).toBe(6);
  expect(await near([planned('2026-11-30')], SATURDAY)).toBe(0);
});

describe('what failed', () => {
  const letter = (n: number, own: object = {}) => ({
    _id: `bh~x${String(n)}`,
    township: 'bh',
    rev: 1,
    seq: String(n).padStart(4, '0'),
    nextAt: 0,
    id: `e${String(n)}`,
    event: 'booked',
    at: MONDAY,
    about: {},
    attempts: 10,
    collection: 'days',
    document: 'd',
    ...own,
  });
  const unwell = async (instant = MONDAY) => {
    const now = at(instant);
    return tellUnwell('bh', toLocalDate(now), now);
  };

  test('the administrator hears each morning of what is new, of nothing where nothing is', async () => {
    expect(await unwell()).toBe(0);
    cloud.replace('deadletters', [letter(1)]);
    const admins = await unwell();
    expect(admins).toBeGreaterThan(0);
    expect(told('unwell')).toHaveLength(admins);
    expect(await unwell(MONDAY + 2 * DAY_MS)).toBe(0);
    cloud.replace('deadletters', []);
    const timer = (age: number) => ({
      _id: '~',
      township: '~',
      rev: 1,
      at: MONDAY,
      took: 1,
      fault: { at: MONDAY - age, jobs: ['relay'] },
    });
    cloud.replace('timers', [timer(2 * DAY_MS)]);
    expect(await unwell()).toBe(0);
    cloud.replace('timers', [timer(3_600_000)]);
    expect(await unwell()).toBe(admins);
  });

  test('letters are listed newest first, a page at a time; one is tried again once', async () => {
    const ask = (action: string, input: object, key = newKey()) =>
      cloud.invoke(
        'notify',
        action,
        { township: 'bh', kind: 'event', ...input },
        { openid: 'bh-admin', key },
      );
    at(MONDAY);
    cloud.replace('deadletters', [letter(1), letter(2, { nextAt: 5 })]);
    const { data } = await ask('letters', {});
    expect(data).toEqual({
      letters: [
        { letter: 'bh~x2', about: 'booked', code: 'waits', attempts: 10, at: MONDAY },
        { letter: 'bh~x1', about: 'booked', code: 'failed', attempts: 10, at: MONDAY },
      ],
    });
    const many = Array.from({ length: 60 }, (_, n) => letter(n));
    cloud.replace('deadletters', many);
    const page = (await ask('letters', {})).data as { letters: { letter: string }[]; next?: string };
    expect([
      page.letters.length > 10,
      page.letters.length < 60,
      page.letters[0]?.letter,
      typeof page.next,
    ]).toEqual([true, true, 'bh~x59', 'string']);
    cloud.replace('deadletters', [letter(1)]);
    const retry = (of: string, kind: string, key?: string) => ask('retryLetter', { letter: of, kind }, key);
    expect(await retry('bh~x2', 'event')).toMatchObject({ code: 'not-found' });
    expect(await retry('bh~x1', 'message')).toMatchObject({ code: 'not-found' });
    expect(await retry('bh~x1', 'event')).toMatchObject({ ok: true, data: { letter: 'bh~x1' } });
    const [stored] = cloud.documents<DeadLetter>('deadletters');
    expect(stored?.nextAt).toBe(cloud.clock.now());
    expect(await retry('bh~x1', 'event')).toMatchObject({ code: 'not-found' });
    const rows = cloud
      .documents<{ act: string; of: string; to: string }>('audit')
      .filter(({ act }) => act === 'retry');
    expect(rows).toMatchObject([{ of: 'bh~x1', from: '', to: 'queued' }]);
  });
});

describe('of a reception day', () => {
  const DATE = '2026-12-07';
  const day = () =>
    cloud.documents<DayDocument>('days').find(({ _id }) => _id === `bh~${DATE}`) as DayDocument;

  test('the evening before: everybody with a place to come, and everybody on duty; of a draft nobody', async () => {
    const now = at(Date.parse('2026-12-06T18:00:00+08:00'));
    const booked = Object.values(day().place).filter((booking) => booking !== 0).length;
    const seats = Object.keys(day().seats).length;
    expect(booked).toBeGreaterThan(0);
    const count = await remindOfEve('bh', DATE, now);
    expect(count).toBeGreaterThanOrEqual(booked);
    expect(count).toBeLessThanOrEqual(booked * 2 + seats);
    expect(told('eve')).toHaveLength(count);
    expect(await remindOfEve('bh', '2026-12-08', now)).toBe(0);
    const all = cloud.documents<DayDocument>('days');
    cloud.replace(
      'days',
      all.map((one) => (one._id === day()._id ? { ...one, state: 'draft' } : one)),
    );
    expect(await remindOfEve('bh', DATE, now)).toBe(0);
    cloud.replace('days', all);
  });

  test('whoever entered for somebody is told to tell them', async () => {
    const all = cloud.documents<DayDocument>('days');
    const now = at(Date.parse('2026-12-06T18:00:00+08:00'));
    const before = await remindOfEve('bh', DATE, now);
    cloud.replace('inbox', []);
    const bookings = Object.fromEntries(
      Object.entries(day().bookings).map(([account, own]) => [
        account,
        Object.fromEntries(
          Object.entries(own).map(([short, one]) => [short, { ...one, operator: 'p5', openid: '' }]),
        ),
      ]),
    );
    cloud.replace(
      'days',
      all.map((one) => (one._id === day()._id ? { ...one, bookings } : one)),
    );
    const after = await remindOfEve('bh', DATE, at(now));
    const titles = cloud.documents<{ event: string }>('inbox').filter(({ event }) => event === 'eve');
    expect(titles.length).toBe(after);
    expect(after).toBeGreaterThan(0);
    expect(before).toBeGreaterThan(0);
    cloud.replace('days', all);
  });

  test('the working morning after: the office and who sat there are asked for what nobody wrote down', async () => {
    const ask = async (instant: string) => {
      cloud.replace('inbox', []);
      const now = at(Date.parse(instant));
      return askResults('bh', toLocalDate(now), now);
    };
    const count = await ask('2026-12-08T08:30:00+08:00');
    expect(count).toBeGreaterThan(1);
    expect(told('unrecorded')).toHaveLength(count);
    expect(await ask('2026-12-07T08:30:00+08:00')).toBe(0);
    expect(await ask('2026-12-09T08:30:00+08:00')).toBe(0);
    const all = cloud.documents<DayDocument>('days');
    const visits = Object.fromEntries(Object.keys(day().place).map((place) => [place, { s: 'no-show' }]));
    cloud.replace(
      'days',
      all.map((one) => (one._id === day()._id ? { ...one, visits } : one)),
    );
    expect(await ask('2026-12-08T08:30:00+08:00')).toBe(0);
    cloud.replace('days', all);
  });
});

test('what was consented to is counted once under a key, and taken back as a whole', async () => {
  at(MONDAY);
  const ask = (action: string, input: object = {}, key = newKey()) =>
    cloud.invoke('notify', action, { township: 'bh', ...input }, { openid: 'o-consents', key });
  const key = newKey();
  const answers = { progress: 'accept', task: 'reject', change: 'accept' };
  const left = { reminder: 0, change: 1, progress: 1, task: 0 };
  expect((await ask('consent', { answers }, key)).data).toEqual({ left });
  expect((await ask('consent', { answers }, key)).data).toEqual({ left });
  expect((await ask('consent', { answers: { task: 'reject' } })).data).toEqual({ left });
  expect((await ask('consent', { answers: { progress: 'accept' } })).data).toEqual({
    left: { ...left, progress: 2 },
  });
  expect((await ask('withdrawConsents')).data).toEqual({ withdrawn: 3 });
  expect((await ask('withdrawConsents')).data).toEqual({ withdrawn: 0 });
});
