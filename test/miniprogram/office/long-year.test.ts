/**
 * A year with a market day each week in every one of twelve homes: 636 days in the calendar, a roster of 364 days. Each
 * page has less than the thousand nodes that WeChat's audit allows, and together they are the year.
 * @jest-environment jsdom
 */
import { addDays } from '../../../cloudfunctions/shared/china-time';
import type { CalendarDay, RosterDay, RosterView } from '../../../miniprogram/contract/roster';
import { nodesOfRow, toMatrix } from '../../../miniprogram/office/roster/matrix';
import { toDatePage } from '../../../miniprogram/office/view/date-pages';
import { clearScreen, showComponent, showPage, type Shown } from '../../support/components';
import { NOW, places } from '../../support/sample-answers';

const MOST_NODES = 1_000;
const KB = 1_024;
const TODAY = '2026-11-23';
const HOMES = Array.from({ length: 12 }, (_, n) => ({
  id: `h${String(n + 1)}`,
  name: `第${String(n + 1)}代表之家`,
  address: '',
  landline: '',
}));
const MONDAYS = Array.from({ length: 52 }, (_, week) => addDays('2026-01-05', week * 7));

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(NOW);
});
afterEach(() => {
  clearScreen();
  jest.restoreAllMocks();
});

function countNodes({ dom }: Shown): number {
  return dom instanceof Element ? dom.querySelectorAll('*').length : 0;
}

interface Calendar {
  data: { days: readonly { date: string }[] };
  choosePage(event: { detail: { id: string } }): void;
}

test('the calendar opens where today is, and a page of it holds', async () => {
  const days: CalendarDay[] = MONDAYS.flatMap((monday) =>
    HOMES.map(({ id }, n) => ({
      date: addDays(monday, n % 7),
      kind: 'market' as const,
      homes: [id],
      state: 'none' as const,
    })),
  ).sort((one, other) => one.date.localeCompare(other.date));
  const answers: Readonly<Record<string, object>> = {
    places: { ...places, homes: HOMES },
    calendarYear: { year: 2026, known: true, days },
    whoAmI: { grants: [], folder: 'f' },
  };
  const callFunction = ({ data }: { data: { action: string } }) =>
    Promise.resolve({ result: { ok: true, data: answers[data.action] } });
  Object.assign(wx, { cloud: { callFunction } });
  wx.setStorageSync('v1.whereabouts', { township: 'bh' });
  const { page, written } = await showPage('office/calendar/calendar');
  const calendar = page.instance as unknown as Calendar;
  expect(calendar.data.days.some(({ date }) => date >= TODAY)).toBe(true);
  calendar.choosePage({ detail: { id: '0' } });
  expect(calendar.data.days[0]?.date).toBe(days[0]?.date);
  const nodes = countNodes(page);
  expect(nodes).toBeGreaterThan(calendar.data.days.length * 6);
  expect(nodes).toBeLessThan(MOST_NODES);
  expect(Math.max(...written)).toBeLessThanOrEqual(16 * KB);
});

test('so does the table of a wide screen', () => {
  const seated = MONDAYS.flatMap((monday) =>
    Array.from({ length: 7 }, (_, weekday): RosterDay => {
      const open = HOMES.filter((_home, n) => n % 7 === weekday);
      const seats = open.flatMap(({ id }) =>
        ['am-1', 'am-2', 'pm-1', 'pm-2'].map((seat) => ({
          seat: `${id}-${seat}`,
          person: 'p1',
          name: '陈样样',
          badge: '镇代表',
          why: '按次序轮到',
        })),
      );
      return { date: addDays(monday, weekday), state: 'draft', seats, gaps: [] };
    }),
  );
  const view = { days: seated, swaps: [] } as unknown as RosterView;
  const matrix = toMatrix(view, HOMES, TODAY, 'year');
  const cut = (page: string) => toDatePage(matrix.rows, nodesOfRow, { page, today: TODAY });
  const { pages, rows: first } = cut('');
  expect(first.some(({ date }) => date === TODAY)).toBe(true);
  const seen: string[] = [];
  for (const { id } of pages) {
    const { rows } = cut(id);
    seen.push(...rows.map(({ date }) => date));
    // One is drawn: they are of one kind.
    if (id !== '0') continue;
    const table = showComponent('office/roster/year-table/year-table', { matrix: { ...matrix, rows } });
    expect(countNodes(table)).toBeLessThan(MOST_NODES);
    clearScreen();
  }
  expect(seen).toEqual(seated.map(({ date }) => date));
});

test('a year of few days is on one page', () => {
  const rows = MONDAYS.map((date) => ({ date }));
  expect(toDatePage(rows, () => 8, { page: '', today: TODAY })).toMatchObject({ rows, pages: [] });
  expect(toDatePage([], () => 8, { page: '3', today: TODAY })).toMatchObject({ rows: [], pages: [] });
});
