/** What is past its time goes at night, by settings, a slice a minute; what happened still counts. */
import { main as duty } from '../../../cloudfunctions/duty/index';
import type { ActivityDocument } from '../../../cloudfunctions/duty/activities/rules/activity-document';
import { openSaid } from '../../../cloudfunctions/duty/activities/store';
import type { StoredFact } from '../../../cloudfunctions/duty/ledger/store';
import { main as notify } from '../../../cloudfunctions/notify/index';
import { sweepStep } from '../../../cloudfunctions/notify/reminders/sweeps';
import { readDone, NEVER } from '../../../cloudfunctions/notify/reminders/store';
import { sweepMark, sweptTo } from '../../../cloudfunctions/notify/reminders/rules/reminders';
import { main as reception } from '../../../cloudfunctions/reception/index';
import type { DayDocument } from '../../../cloudfunctions/reception/days/store';
import { settingsOf } from '../../../cloudfunctions/registry/directory/rules/settings';
import { main as request } from '../../../cloudfunctions/request/index';
import type { RequestDocument } from '../../../cloudfunctions/request/rules/request-document';
import { openRequest } from '../../../cloudfunctions/request/store';
import { decryptField } from '../../../cloudfunctions/shared/cipher';
import { addDays, toInstant, toLocalDate } from '../../../cloudfunctions/shared/china-time';
import { startInProcess, type InProcessCloud } from '../../support/in-process';
import { turnstile } from '../../support/memory-database';
import { newKey } from '../request/requests';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);
jest.mock('../../../cloudfunctions/shared/own-call', () => ({
  ...jest.requireActual<object>('../../../cloudfunctions/shared/own-call'),
  callOwnFunction: () => Promise.resolve({ ok: true, data: { forgotten: 0 } }),
}));

/** In what was done for a tied household, which no list but its deputy's shows. */
const CANARY = '金丝雀';

let cloud: InProcessCloud;
beforeAll(async () => {
  cloud = await startInProcess({ duty, notify, reception, request }, { lives: true });
});

const relay = async () => {
  for (let n = 0; n < 40; n++) {
    cloud.clock.set(cloud.clock.now() + 1_000);
    await cloud.invoke('notify', 'kick', { township: 'bh' }, { openid: 'x', key: newKey() });
  }
};
async function sweepAll(now: number): Promise<number> {
  for (let steps = 1; ; steps++) {
    const done = (await readDone(['bh'])).get('bh') ?? NEVER;
    if (await sweepStep('bh', { settings: settingsOf({}), done, now, endsAt: Infinity })) return steps;
    if (steps > 200) throw new Error('sweeping does not end');
  }
}

const own = <T extends { township: string }>(collection: string) =>
  cloud.documents<T>(collection).filter(({ township }) => township === 'bh');
const requests = () => own<RequestDocument>('requests').map((one) => openRequest(one));
const days = () => own<DayDocument>('days');
const activities = () => own<ActivityDocument>('activities');
const bookings = (day: DayDocument) => Object.values(day.bookings).flatMap((each) => Object.values(each));

/** How many rows, and how many different persons and households, of each kind. */
function counts(): Record<string, [number, number, number]> {
  const facts = own<StoredFact>('facts');
  const distinct = (kind: string, field: 'party' | 'household') =>
    new Set(facts.flatMap((one) => (one.kind === kind && one[field] !== undefined ? [one[field]] : []))).size;
  const kinds = [...new Set(facts.map(({ kind }) => kind))].sort();
  return Object.fromEntries(
    kinds.map((kind) => [
      kind,
      [facts.filter((one) => one.kind === kind).length, distinct(kind, 'party'), distinct(kind, 'household')],
    ]),
  );
}

test('a step whose time is over begins nothing, and says that there is more', async () => {
  const now = toInstant(addDays(toLocalDate(cloud.clock.now()), 3 * 365));
  const before = JSON.stringify([requests(), days(), activities()]);
  const done = (await readDone(['bh'])).get('bh') ?? NEVER;
  const isClear = await sweepStep('bh', { settings: settingsOf({}), done, now, endsAt: cloud.clock.now() });
  expect(isClear).toBe(false);
  expect(JSON.stringify([requests(), days(), activities()]) === before).toBe(true);
});

test('nothing goes before its time', async () => {
  const note = { kind: 'tied-help', date: '2026-11-19', words: `${CANARY}送了鸡苗`, result: '收下了' };
  const asked = { township: 'bh', activity: note };
  expect(await cloud.invoke('duty', 'note', asked, { openid: 'bh-p5', key: newKey() })).toMatchObject({
    ok: true,
  });
  await relay();
  const before = JSON.stringify([requests(), days(), activities()]);
  await sweepAll(cloud.clock.now());
  expect(JSON.stringify([requests(), days(), activities()])).toBe(before);
});

test('nothing goes before three months, whatever is set', async () => {
  const settings = Object.assign({}, settingsOf({}), { requestMonths: 0, bookingMonths: 0, visitMonths: 0 });
  const now = cloud.clock.now();
  const today = toLocalDate(now);
  const born = (at: number) => toLocalDate(at) > addDays(today, -89);
  const young = () => requests().filter(({ createdAt, open: still }) => !still && born(createdAt));
  const words = young().map(({ text }) => text);
  expect(words.filter((text) => text !== undefined)).not.toEqual([]);
  const done = (await readDone(['bh'])).get('bh') ?? NEVER;
  await sweepStep('bh', { settings, done, now, endsAt: Infinity });
  expect(young().map(({ text }) => text)).toEqual(words);
});

test('three years on nobody’s words, names and phones are left of what is over, and the counts are', async () => {
  const before = counts();
  const open = requests().filter(({ open: still }) => still);
  expect(requests().some(({ open: still, text }) => !still && text !== undefined)).toBe(true);
  expect(activities().some((one) => openSaid(one).household !== undefined)).toBe(true);
  const later = toInstant(addDays(toLocalDate(cloud.clock.now()), 3 * 365));
  expect(await sweepAll(later)).toBeGreaterThan(1);

  for (const one of requests().filter(({ open: still, state }) => !still && state !== 'merged')) {
    expect(one).toMatchObject({ openid: '', bare: true, photos: [] });
    // Where and what kind stay, as the counts do.
    expect(one.tokens.filter((token) => !token.startsWith('at:'))).toEqual([]);
    for (const field of ['text', 'phone', 'summary'] as const) expect(one).not.toHaveProperty(field);
    expect(one.steps.filter(({ words }) => words !== undefined)).toEqual([]);
  }
  // Still handled: whole.
  for (const one of open) expect(requests().find(({ _id }) => _id === one._id)?.text).toBe(one.text);
  for (const booking of days().flatMap(bookings)) {
    expect(booking).toMatchObject({ openid: '', keys: '', bare: true });
    expect(booking).not.toHaveProperty('phone');
    expect(decryptField(booking.name)).toMatch(/^已删除/);
  }
  expect(days().filter(({ words }) => words !== undefined)).toEqual([]);
  for (const one of activities()) {
    expect(openSaid(one).household).toBeUndefined();
    expect(JSON.stringify(openSaid(one))).not.toContain(CANARY);
  }

  await relay();
  const after = counts();
  const rows = (of: typeof before) => Object.fromEntries(Object.entries(of).map(([kind, [n]]) => [kind, n]));
  expect(rows(after)).toEqual(rows(before));
  // Persons and households of a year stay as many as they were.
  for (const [kind, [, persons, households]] of Object.entries(before)) {
    expect([kind, after[kind]?.[2]]).toEqual([kind, households]);
    expect([kind, (after[kind]?.[1] ?? 0) > 0]).toEqual([kind, persons > 0]);
  }
});

test('what was swept costs one look of each kind the next night', async () => {
  const now = toInstant(addDays(toLocalDate(cloud.clock.now()), 3 * 365 + 1));
  await sweepAll(now);
  const before = turnstile.calls;
  const done = (await readDone(['bh'])).get('bh') ?? NEVER;
  const read = turnstile.calls - before;
  await sweepStep('bh', { settings: settingsOf({}), done, now, endsAt: Infinity });
  expect(turnstile.calls - before - read).toBeLessThanOrEqual(3);
});

test('a new year begins anew', () => {
  expect(sweptTo(sweepMark('x', '2026-12-31'), '2026-12-31')).toBe('x');
  expect(sweptTo(sweepMark('x', '2026-12-31'), '2027-01-01')).toBe('');
});
