import { answer, emptyForm, sayReason, toBookingScreen } from '../../../../miniprogram/more/booking/view';
import type { BookingForm } from '../../../../miniprogram/more/booking/view';
import { day, fullDay, home, places } from '../../../support/sample-answers';

const form: BookingForm = { ...emptyForm(), name: '李婶', time: '09:00' };
const shown = (more: Partial<Parameters<typeof toBookingScreen>[0]> = {}) => {
  const view = more.day ?? day;
  const own = view.homes.find(({ home }) => home === 'h1');
  return toBookingScreen({
    day: view,
    home: own,
    homes: home.homes,
    places: null,
    village: undefined,
    form,
    today: '2026-11-23',
    ...more,
  });
};

test('the main button says what it does', () => {
  expect(shown().main).toBe('确认预约：上午 9:00');
  expect(shown({ form: { ...form, time: 'pm' } }).main).toBe('确认预约：下午');
});

describe('why it cannot be sent yet', () => {
  test.each([
    ['no time', { time: '' }, '请先选一个时间'],
    ['no name', { name: ' ' }, '请先写怎么称呼您'],
    ['nobody of the family', { whom: 'family' }, '请先写怎么称呼家里人'],
    ['half a number', { phone: '138' }, '电话号码好像不对，可以不留'],
    ['nothing', {}, ''],
    ['a mobile', { phone: '13800000000' }, ''],
    ['the family named, oneself not', { whom: 'family', name: '', family: '李大爷' }, ''],
  ] as const)('%s', (_name, more, reason) => {
    expect(sayReason({ ...form, ...more })).toBe(reason);
  });
});

test('a day by phone says which number to call', () => {
  const homes = home.homes.map((each) => ({ ...each, phoneDays: [day.date] }));
  expect(shown({ homes }).course).toContain(`打座机 ${homes[0]?.landline ?? ''}`);
  expect(shown({ homes, day: fullDay }).stop).toContain('直接打座机也行');
  expect(shown().course).toContain('直接来也行');
});

describe('when nothing can be booked it says why and that one may just come', () => {
  test.each([
    ['past', { ...day, state: 'past' }],
    ['unpublished', { ...day, state: 'unpublished', homes: [] }],
    ['closed', { ...day, homes: day.homes.map((each) => ({ ...each, open: false })) }],
    ['full', fullDay],
  ] as const)('%s', (state, view) => {
    expect(shown({ day: view }).stop).toMatch(state === 'past' ? /首页/ : /直接来也行/);
  });

  test('where this home is full the others of the day are offered', () => {
    expect(shown({ day: fullDay }).elsewhere.map(({ text }) => text)).toEqual([
      '柳树城代表之家',
      '白鹤桥代表之家',
    ]);
    expect(shown().stop).toBe('');
  });
});

describe('找谁', () => {
  test('before the directory is there: anybody and each receiver', () => {
    expect(shown().who.map(({ id }) => id)).toEqual(['any', 'p:p1', 'p:p2', 'p:p3', 'p:p4']);
  });

  test('with it: my own group when my village is known, else every group that sits', () => {
    const ids = (village: string | undefined) => shown({ places, village }).who.map(({ id }) => id);
    expect(ids('v2')).toContain('g:g2');
    expect(ids('v2')).not.toContain('g:g1');
    expect(ids(undefined)).toEqual(expect.arrayContaining(['g:g1', 'g:g2']));
    expect(ids(undefined)).not.toContain('g:g3');
  });

  test('somebody without a free place can not be chosen, and it says so', () => {
    const own = day.homes[0];
    const noOne = {
      ...day,
      homes: own ? [{ ...own, times: own.times.filter(({ half }) => half === 'pm') }] : [],
    };
    const chen = shown({ day: noOne }).who.find(({ id }) => id === 'p:p1');
    expect(chen).toMatchObject({ off: true, hint: '上午已满，可直接来' });
  });

  test('the wish counts the places left', () => {
    const all = shown().am.find(({ id }) => id === '10:00')?.hint;
    const one = shown({ form: { ...form, who: 'p:p2' } }).am.find(({ id }) => id === '10:00')?.hint;
    expect([all, one]).toEqual(['余 3', '余 1']);
  });
});

test('an answer changes its own question; another home asks for anybody there', () => {
  expect(answer(form, 'whom', 'family').whom).toBe('family');
  expect(answer(form, 'time', 'am').time).toBe('am');
  expect(answer(form, 'category', 'road').category).toBe('road');
  expect(answer({ ...form, who: 'p:p1' }, 'home', 'h2').who).toBe('any');
});
