/** Where the place is lost another one is taken, within the wish. In process. */
import type { StoredBooking } from '../../../cloudfunctions/reception/days/rules/day-document';
import type { Slip } from '../../../miniprogram/contract/reception';
import type { Answer } from '../../support/cloud';
import type { InProcessCloud } from '../../support/in-process';
import { ask, bookingOf, day, hold, last, plain, resetDay, startDay } from './support/day-in-process';
import { DATE, makeDay, receiver } from './support/days';
import { bookInput } from './support/reception';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);

let cloud: InProcessCloud;
beforeAll(async () => {
  cloud = await startDay();
});
beforeEach(resetDay);

const change = (changes: object) => {
  cloud.replace('days', [{ ...day(), ...changes }]);
};

describe('another place than the one that was seen free', () => {
  const HOMES = { h1: { am: [receiver('p1'), receiver('p2', 'g2')] } };
  const seatOf = (place: string) => day().plan[place];
  /** All places of the time but those of this seat are gone. */
  const first = (seat: string) =>
    Object.keys(day().plan).find((one) => seatOf(one) === seat && /\d$/.test(one)) as string;
  beforeEach(() => {
    cloud.replace('days', [makeDay({ homes: HOMES })]);
  });

  test.each([
    [{ who: 'receiver', person: 'p1' }, 'h1-am-1'],
    [{ who: 'group', group: 'g2' }, 'h1-am-2'],
  ] as const)('is with whom they wish: %j', async (wish, seat) => {
    for (const openid of ['o1', 'o2', 'o3', 'o4']) {
      const slip = (await ask(openid, 'book', bookInput({ place: first(seat), name: openid, wish })))
        .data as Slip;
      expect(seatOf(slip.place)).toBe(seat);
    }
    const other = {
      ...bookInput(),
      place: first(seat),
      name: '别人',
      wish: { who: 'receiver', person: 'p9' },
    };
    // Who is not there at all has no place free.
    expect((await ask('o5', 'book', other as object)).code).toBe('full');
  });

  test.each([
    [{ who: 'receiver', person: 'p1' }, 'h1-am-1', { person: 'p8' }],
    [{ who: 'group', group: 'g2' }, 'h1-am-2', { group: 'g7' }],
  ] as const)('not with whoever came onto the seat meanwhile: %j', async (wish, seat, own) => {
    const place = first(seat);
    await hold('o1', { place });
    const later = async () => {
      await plain('o9', 'day', { date: DATE });
      const seats = { ...day().seats, [seat]: { ...day().seats[seat], ...own } };
      change({ seats });
      return { ok: true } as Answer;
    };
    // Write, read, the other comes, write.
    const [booked] = await cloud.together(
      [() => ask('o2', 'book', bookInput({ place, name: '李先生', wish })), later],
      [0, 1, 0, 1, 0, 0, 0, 0],
    );
    expect((booked as Answer).code).toBe('full');
  });

  test('many who want the same at once all get one, each another', async () => {
    const place = first('h1-am-1');
    const answers = await cloud.together(
      Array.from(
        { length: 5 },
        (_each, n) => () => ask(`m${String(n)}`, 'book', bookInput({ place, name: `人${String(n)}` })),
      ),
      [0, 1, 2, 3, 4],
    );
    const places = answers.map(({ data }) => (data as Slip).place);
    expect(new Set(places).size).toBe(5);
    const stored: (StoredBooking | undefined)[] = answers.map(({ data }) => bookingOf(data as Slip));
    expect(stored.map((one) => one?.p)).toEqual(places);
    expect(last().row?.act).toBe('book');
  });
});
