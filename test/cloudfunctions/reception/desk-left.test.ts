/** What the desk leaves, what it finds, and whom the office keeps from booking. In process. */
import { codeOf } from '../../../cloudfunctions/reception/booking/booking-ids';
import { onRequestSubmitted } from '../../../cloudfunctions/reception/events/on-request-submitted';
import type { DeskRow } from '../../../miniprogram/contract/desk';
import type { Slip } from '../../../miniprogram/contract/reception';
import { accountOf, decryptField } from '../../../cloudfunctions/shared/cipher';
import type { InProcessCloud } from '../../support/in-process';
import { DATE } from './support/days';
import { DAY_MORNING } from './support/desk';
import { AT_START, bookInput, newKey } from './support/reception';
import {
  day,
  last,
  plain,
  ask,
  hold,
  bookingOf,
  delivered,
  once,
  type Left,
  resetDay,
  startDay,
} from './support/day-in-process';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);

let cloud: InProcessCloud;
beforeAll(async () => {
  cloud = await startDay();
});
beforeEach(resetDay);

describe('at the desk', () => {
  const come = async () => {
    const slip = await hold('o1', { phone: '13712345678' });
    cloud.clock.set(Date.parse(DAY_MORNING));
    return slip;
  };
  const step = (slip: Slip, from: string, to: string, own: object = {}) =>
    ask('o-staff', 'setVisit', { booking: slip.booking, place: slip.place, from, to, ...own });

  test('a visit from step to step; the wall shows its number where it is', async () => {
    const slip = await come();
    const wall = async () => (await ask('o-staff', 'wall', { home: 'h1' })).data;
    const shown = { date: DATE, half: 'am', calling: [], talking: [], arrived: [], done: 0 };
    expect(await wall()).toEqual(shown);
    const input = { booking: slip.booking, place: slip.place, from: 'booked', to: 'arrived' };
    await once('o-staff', 'setVisit', input, { to: 'called' });
    expect(last()).toMatchObject({
      row: { act: 'visit', of: slip.booking, by: 'p90', from: 'booked', to: 'arrived' },
      event: {
        event: 'visit-changed',
        about: { date: DATE, booking: slip.booking, place: slip.place, from: 'booked', to: 'arrived' },
      },
    });
    expect(await wall()).toEqual({ ...shown, arrived: [slip.number] });
    await step(slip, 'arrived', 'called');
    expect(await wall()).toEqual({ ...shown, calling: [slip.number] });
    await step(slip, 'called', 'talking');
    expect(await wall()).toEqual({ ...shown, talking: [slip.number] });
    await step(slip, 'talking', 'met', { outcome: 'explained', words: '说清楚了' });
    expect(await wall()).toEqual({ ...shown, done: 1 });
    expect(day().visits?.[slip.place]).toMatchObject({ s: 'met', o: 'explained', e: cloud.clock.now() });
    expect(decryptField(day().words?.[slip.place] ?? '')).toBe('说清楚了');
    expect(await step(slip, 'talking', 'met')).toMatchObject({
      code: 'visit-changed',
      details: { state: 'met' },
    });
    cloud.clock.set(Date.parse('2026-12-07T14:00:00+08:00'));
    expect(await wall()).toEqual({ ...shown, half: 'pm' });
    expect(await ask('o-staff', 'wall', { home: 'h2' })).toMatchObject({ data: { half: 'am' } });
    expect(await ask('o-staff', 'wall', { home: 'h9' })).toMatchObject({ code: 'not-published' });
    for (const [from, to, own] of [
      ['met', 'called', {}],
      ['talking', 'called', {}],
      ['arrived', 'called', { words: '某' }],
    ] as const)
      expect([from, to, (await step(slip, from, to, own)).ok]).toEqual([from, to, false]);
  });

  test('several numbers stand in their order', async () => {
    const places = Object.keys(day().place)
      .filter((place) => place.startsWith('h1-') && !place.startsWith('h1-w'))
      .slice(0, 12);
    const slips: Slip[] = [];
    for (const [n, place] of places.entries()) {
      const answer = await ask(`o-n${String(n)}`, 'book', bookInput({ place, name: `人${String(n)}` }));
      if (answer.ok && (answer.data as Slip).half === 'am') slips.push(answer.data as Slip);
    }
    cloud.clock.set(Date.parse(DAY_MORNING));
    for (const slip of [...slips].reverse()) await step(slip, 'booked', 'arrived');
    const { arrived } = (await ask('o-staff', 'wall', { home: 'h1' })).data as { arrived: number[] };
    expect(arrived).toEqual(slips.map(({ number }) => number).sort((one, other) => one - other));
  });

  test('found by number, code, telephone or a part of the name, and by nothing else', async () => {
    const slip = await come();
    const other =
      Object.keys(day().place).find((place) => place.startsWith('h1-0') && day().place[place] === 0) ?? '';
    cloud.clock.set(Date.parse(AT_START));
    await hold('o2', { place: other, name: '李奶奶' });
    cloud.clock.set(Date.parse(DAY_MORNING));
    const find = async (text: string) =>
      ((await ask('o-staff', 'findVisitor', { text })).data as { rows: DeskRow[] }).rows.map(
        ({ booking }) => booking,
      );
    for (const text of [String(slip.number), codeOf(slip.booking), '13712345678', '王', '王先生'])
      expect([text, (await find(text)).includes(slip.booking)]).toEqual([text, true]);
    for (const text of ['张', '13712345679', '。', 'ZZZZZ'])
      expect([text, await find(text)]).toEqual([text, []]);
  });

  test('a talk that became a request: the visit says so and which, once', async () => {
    const { booking, place } = await come();
    const submitted = (request: string) =>
      onRequestSubmitted(
        delivered('request-submitted', { date: DATE, booking, place, request }),
        cloud.clock.now(),
      );
    const visit = () => day().visits?.[place];
    await submitted('r0');
    expect(visit()).toBeUndefined();
    await step({ booking, place } as Slip, 'booked', 'talking');
    await submitted('r1');
    expect(visit()).toMatchObject({ s: 'met', o: 'matter', r: 'r1', e: cloud.clock.now() });
    expect(last()).toMatchObject({
      row: { act: 'visit', of: booking, by: 'system', from: 'talking', to: 'met' },
      event: {
        event: 'visit-changed',
        about: { date: DATE, booking, place, from: 'talking', to: 'met', request: 'r1' },
      },
    });
    await submitted('r2');
    expect(visit()?.r).toBe('r1');
    const again = async (outcome?: string) => {
      cloud.replace('days', [
        { ...day(), visits: { [place]: { s: 'met', ...(outcome && { o: outcome }) } } },
      ]);
      await submitted('r3');
      return [visit()?.o, visit()?.r, last().row?.from];
    };
    expect(await again()).toEqual(['matter', 'r3', 'met']);
    expect(await again('explained')).toEqual(['explained', 'r3', 'met']);
    const { rev } = day();
    await onRequestSubmitted(delivered('request-submitted', { request: 'r4' }), cloud.clock.now());
    expect(day().rev).toBe(rev);
  });

  test('who just comes: entered with what is known, at the next number', async () => {
    cloud.clock.set(Date.parse(DAY_MORNING));
    const place =
      Object.keys(day().place).find((one) => one.startsWith('h1-w') || /^h1-\w+-w/.test(one)) ?? '';
    const desk = (await ask('o-staff', 'desk', { home: 'h1', half: 'am' })).data as { next?: string };
    const input = {
      home: 'h1',
      half: 'am',
      place: desk.next ?? place,
      name: '老周',
      phone: '13900001234',
      village: 'v1',
      category: 'road',
    };
    const entered = (await once('o-staff', 'walkIn', input, { name: '别人' })).data as {
      booking: string;
      place: string;
    };
    expect(bookingOf(entered)).toMatchObject({
      state: 'booked',
      p: entered.place,
      operator: 'p90',
      village: 'v1',
      category: 'road',
      openid: '',
    });
    expect(day().visits?.[entered.place]).toEqual({ s: 'arrived', a: cloud.clock.now() });
    expect(last()).toMatchObject({
      row: { act: 'walk-in', of: entered.booking, by: 'p90', from: '', to: entered.place },
      event: {
        event: 'walked-in',
        about: { date: DATE, home: 'h1', booking: entered.booking, place: entered.place },
      },
    });
    expect(await ask('o-staff', 'walkIn', { ...input, place: 'h2-0830-1' })).toMatchObject({
      details: { field: 'place' },
    });
    expect(await ask('o-staff', 'walkIn', { ...input, seat: 'h1-pm-1' })).toMatchObject({
      details: { field: 'seat' },
    });
    expect(await ask('o-staff', 'walkIn', input)).toMatchObject({
      code: 'already-booked',
      details: { place: entered.place },
    });
  });
});

test('kept from booking: by which names, until when and why; lifted; each answers its key again', async () => {
  const slip = await hold('o1', { phone: '13712345678' });
  const account = accountOf('o1');
  const ban = { booking: slip.booking, reason: '三次没来', until: '2026-12-20' };
  const key = newKey();
  const bars = () =>
    cloud.documents<Left & { key: string; until: string; marks: string[]; phone?: string }>('bans');
  expect(await ask('o-staff', 'barPerson', ban, key)).toMatchObject({ data: { bar: account } });
  expect((await ask('o-staff', 'barPerson', ban, key)).data).toEqual({ bar: account });
  expect(await ask('o-staff', 'barPerson', { ...ban, until: '2026-12-21' }, key)).toMatchObject({
    code: 'key-reused',
  });
  const [bar] = bars();
  expect(bars()).toHaveLength(1);
  expect(bar?.marks[0]).toBe(account);
  expect(bar?.history).toMatchObject([{ act: 'bar', of: account, by: 'p90', from: '', to: '2026-12-20' }]);
  expect(bar?.outbox).toMatchObject([{ event: 'person-banned', about: { bar: account } }]);
  const { rows } = (await plain('o-staff', 'listBars', {})).data as { rows: object[] };
  expect(rows).toMatchObject([
    { bar: account, name: '王先生', until: '2026-12-20', reason: '三次没来', phoneTail: '5678' },
  ]);
  expect(await ask('o-staff', 'barPerson', { ...ban, until: '2026-12-22' })).toMatchObject({ ok: true });
  expect(bars()[0]?.history.at(-1)).toMatchObject({ from: '2026-12-20', to: '2026-12-22' });
  for (const until of ['2026-11-30', '2036-01-01'])
    expect(await ask('o-staff', 'barPerson', { ...ban, until })).toMatchObject({
      details: { field: 'until' },
    });
  const nobody = { ...ban, booking: `${account}-b00000000` };
  expect(await ask('o-staff', 'barPerson', nobody)).toMatchObject({ code: 'not-found' });
  const lifting = newKey();
  const lift = () => plain('o-chief', 'liftBar', { bar: account }, lifting);
  expect(await lift()).toMatchObject({ data: { bar: account } });
  expect(await lift()).toMatchObject({ data: { bar: account } });
  expect(bars()[0]).toMatchObject({ until: '' });
  expect(bars()[0]?.history.at(-1)).toMatchObject({ act: 'lift', of: account, from: '2026-12-22', to: '' });
  expect(bars()[0]?.outbox.at(-1)).toMatchObject({ event: 'ban-lifted', about: { bar: account } });
  expect(await plain('o-chief', 'liftBar', { bar: account })).toMatchObject({ code: 'not-found' });
});
