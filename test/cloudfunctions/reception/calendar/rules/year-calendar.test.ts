import {
  listHalfDays,
  planYear,
  standingOf,
  type OfficeDirectory,
} from '../../../../../cloudfunctions/reception/calendar/rules/year-calendar';

const card = { address: '', landline: '' };

function office(own: Partial<OfficeDirectory> = {}): OfficeDirectory {
  return {
    homes: [
      { ...card, id: 'h1', name: '城关代表之家', own: {}, marketDays: [] },
      { ...card, id: 'h2', name: '柳树城代表之家', own: {}, marketDays: [] },
    ],
    settings: {},
    calendar: { years: [], rows: [] },
    ...own,
  };
}

const dates = (year: number, directory = office()) => planYear(year, directory).days.map(({ date }) => date);

test('2026: the 5th, moved off weekends and holidays to the next working day', () => {
  expect(dates(2026).map((date) => date.slice(5))).toEqual([
    '01-05',
    '02-05',
    '03-05',
    '04-07',
    '05-06',
    '06-05',
    '07-06',
    '08-05',
    '09-07',
    '10-08',
    '11-05',
    '12-07',
  ]);
});

test('a moved day says from where and why, an ordinary one says nothing', () => {
  const { days } = planYear(2026, office());
  expect(days[11]).toEqual({
    date: '2026-12-07',
    kind: 'reception',
    homes: ['h1', 'h2'],
    shiftedFrom: '2026-12-05',
    why: '5日是星期六',
  });
  expect(days[9]).toMatchObject({ shiftedFrom: '2026-10-05', why: '5日是节假日' });
  expect(days[0]).toEqual({ date: '2026-01-05', kind: 'reception', homes: ['h1', 'h2'] });
});

test('a year that no table covers has its days, each of which may change', () => {
  const { known, days } = planYear(2041, office());
  expect(known).toBe(false);
  expect(days).toHaveLength(12);
  expect(days.every(({ provisional }) => provisional)).toBe(true);
  expect(days[3]).toMatchObject({ date: '2041-04-05', provisional: true });
});

test('the days of New Year by the lunar calendar are left out of a year that nobody announced, and why is said', () => {
  const { days } = planYear(2038, office());
  expect(days[1]).toMatchObject({ date: '2038-02-08', shiftedFrom: '2038-02-05', why: '5日是春节' });
});

test('what may be published: a day that the calendar holds for certain', () => {
  expect(standingOf('2026-12-07', office())).toBe('held');
  expect(standingOf('2026-12-05', office())).toBe('none');
  expect(standingOf('2041-02-05', office())).toBe('provisional');
  const market = office().homes.map((home) => ({ ...home, marketDays: ['2041-02-17'] }));
  expect(standingOf('2041-02-17', office({ homes: market }))).toBe('held');
  const row = { years: [], rows: [{ date: '2041-02-05', workday: true, name: '照常上班' }] };
  expect(standingOf('2041-02-05', office({ calendar: row }))).toBe('held');
});

test('the office’s own rows make a year known', () => {
  const calendar = { years: [2031], rows: [{ date: '2031-05-05', workday: false, name: '调休' }] };
  const { known, days } = planYear(2031, office({ calendar }));
  expect(known).toBe(true);
  expect(days).toHaveLength(12);
  expect(days[4]).toMatchObject({ date: '2031-05-06', why: '5日是节假日' });
});

test('a rule that moves nothing needs no table', () => {
  const { known, days } = planYear(2031, office({ settings: { receptionShift: 'stays' } }));
  expect(known).toBe(true);
  expect(days.every(({ date }) => date.endsWith('-05'))).toBe(true);
});

test('a day that the rule carries over the turn of the year belongs to the year in which it falls', () => {
  const last = office({ settings: { receptionDay: 31 } });
  // 31 January 2026 is a Saturday.
  expect(dates(2026, last)[0]).toBe('2026-02-02');
  const first = office({ settings: { receptionDay: 1, receptionShift: 'previous' } });
  expect(dates(2025, first).at(-1)).toBe('2025-12-31');
});

test('a home with a day of its own, and market days beside it', () => {
  const directory = office({
    homes: [
      {
        ...card,
        id: 'h1',
        name: '',
        own: { receptionDay: 10 },
        marketDays: ['2026-02-03', '2026-02-10', '2027-02-03'],
      },
      { ...card, id: 'h2', name: '', own: {}, marketDays: ['2026-02-03'] },
    ],
  });
  const february = planYear(2026, directory).days.filter(({ date }) => date.startsWith('2026-02'));
  expect(february).toEqual([
    { date: '2026-02-03', kind: 'market', homes: ['h1', 'h2'] },
    { date: '2026-02-05', kind: 'reception', homes: ['h2'] },
    { date: '2026-02-10', kind: 'reception', homes: ['h1'] },
  ]);
});

test('half-days are those that each home holds', () => {
  const directory = office({
    homes: [{ ...card, id: 'h1', name: '', own: { afternoon: '' }, marketDays: [] }],
  });
  const [day] = planYear(2026, directory).days;
  expect(listHalfDays(day ? [day] : [], directory)).toEqual([{ date: '2026-01-05', home: 'h1', half: 'am' }]);
});

test('a home that receives by phone: on days of its own, and on a reception or market day instead of there', () => {
  const phoneDays = ['2026-02-05', '2026-02-19', '2026-02-03', '2027-02-04'];
  const directory = office({
    homes: [
      { ...card, id: 'h1', name: '', own: {}, marketDays: ['2026-02-03'], phoneDays },
      { ...card, id: 'h2', name: '', own: {}, marketDays: ['2026-02-03'] },
    ],
  });
  const february = planYear(2026, directory).days.filter(({ date }) => date.startsWith('2026-02'));
  expect(february).toEqual([
    { date: '2026-02-03', kind: 'market', homes: ['h2'] },
    { date: '2026-02-03', kind: 'phone', homes: ['h1'] },
    { date: '2026-02-05', kind: 'reception', homes: ['h2'] },
    { date: '2026-02-05', kind: 'phone', homes: ['h1'] },
    { date: '2026-02-19', kind: 'phone', homes: ['h1'] },
  ]);
});
