import { promisesOfActivity, promisesOfDay } from '../../../../../cloudfunctions/duty/promises/rules/promise';

const PLACE = 'h1-0830-1';

function dayWith(booking: object): Parameters<typeof promisesOfDay>[0] {
  const stored = { state: 'booked', p: PLACE, whom: 'self', keys: '', openid: '', at: 0, ...booking };
  return {
    date: '2026-12-07',
    state: 'published',
    homes: {},
    closesAt: {},
    waiting: {},
    seats: { 'h1-am-1': { person: 'p5' } },
    plan: { [PLACE]: 'h1-am-1' },
    place: { [PLACE]: 'a-b1' },
    bookings: { a: { b1: stored } },
    visits: { [PLACE]: { s: 'met', o: 'visit' } },
  } as unknown as Parameters<typeof promisesOfDay>[0];
}

test('a visit agreed at the desk differs once its booking forgot the name, so that the promise forgets it too', () => {
  const due = () => '2026-12-21';
  expect(promisesOfDay(dayWith({ name: 'x' }), due)).toMatchObject([{ person: 'p5', name: 'x' }]);
  expect(promisesOfDay(dayWith({ name: 'x' }), due)[0]).not.toHaveProperty('bare');
  expect(promisesOfDay(dayWith({ name: 'y', bare: true }), due)).toMatchObject([{ name: 'y', bare: true }]);
});

describe('a talk', () => {
  const due = (date: string) => (date === '2026-12-07' ? '2026-12-21' : '');

  it('that ended with a visit agreed is promised by whoever received, for the visitor', () => {
    expect(promisesOfDay(dayWith({ name: 'x', village: 'v4' }), due)).toStrictEqual([
      { part: 'a-b1', person: 'p5', agreed: '2026-12-07', due: '2026-12-21', name: 'x', village: 'v4' },
    ]);
    expect(promisesOfDay(dayWith({ name: 'x' }), due)[0]).not.toHaveProperty('village');
  });

  it.each([
    ['that is not over', { visits: { [PLACE]: { s: 'talking', o: 'visit' } } }],
    ['that ended otherwise', { visits: { [PLACE]: { s: 'met', o: 'explained' } } }],
    ['that nobody noted the end of', { visits: { [PLACE]: { s: 'met' } } }],
    ['that nobody came to', { visits: {} }],
    [
      'that became a matter, which is followed there',
      { visits: { [PLACE]: { s: 'met', o: 'visit', r: 'x' } } },
    ],
    ['whose receiver is not known', { seats: {} }],
    ['of a day that was taken back', { state: 'draft' }],
  ])('%s promises nothing', (_what, changes) => {
    const day = Object.assign(dayWith({ name: 'x' }), changes) as Parameters<typeof promisesOfDay>[0];
    expect(promisesOfDay(day, due)).toEqual([]);
  });
});

describe('a visit', () => {
  const visit: Parameters<typeof promisesOfActivity>[0] = {
    state: 'held',
    date: '2026-11-05',
    persons: ['p5', 'p7'],
    promised: '2026-12-05',
  };

  it('that promised another one is kept by the first who made it', () => {
    expect(promisesOfActivity(visit, undefined)).toStrictEqual([
      { part: '', person: 'p5', agreed: '2026-11-05', due: '2026-12-05' },
    ]);
    expect(promisesOfActivity({ ...visit, village: 'v4', household: 'hash' }, 'x')).toStrictEqual([
      {
        part: '',
        person: 'p5',
        agreed: '2026-11-05',
        due: '2026-12-05',
        village: 'v4',
        household: 'hash',
        name: 'x',
      },
    ]);
  });

  it.each([
    ['that promised none', { promised: undefined }],
    ['that was made by nobody of the directory', { persons: [] }],
    ['that was withdrawn', { state: 'withdrawn' }],
  ])('%s leaves nothing', (_what, changes) => {
    expect(promisesOfActivity(Object.assign<object, typeof visit, object>({}, visit, changes), 'x')).toEqual(
      [],
    );
  });
});
