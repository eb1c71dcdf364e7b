/** 值班表 for the wall. */
import type { Directory } from '../../../registry/directory/rules/directory';
import { HALF_LABELS } from '../../../../miniprogram/contract/labels';
import type { DayKind } from '../../../../miniprogram/contract/roster';
import type { Half } from '../../../../miniprogram/contract/wire';
import type { Home } from '../../../registry/directory/rules/directory';
import { hoursOf, type PrintedDay } from './reception-days';
import { areaOf, joinPages, packPages } from './fit-page';
import type { Line, Sheet, Size, Table } from './sheet';
import { sayDate, sayWeekday } from '../../../shared/say-date';
import { DOORS, footOf, HALVES, sayFullDay, sayHome, sayPerson } from './words';

const KINDS: Readonly<Record<DayKind, string>> = {
  reception: '',
  market: '赶集日',
  phone: '电话接访',
};

function cell(day: PrintedDay, home: Home, half: Half): string {
  if (!day.published) return '待公布';
  const here = day.seats.filter((seat) => seat.home === home.id && seat.half === half);
  return here.length === 0 ? '—' : here.map(({ name, badge }) => sayPerson(name, badge)).join('、');
}

function rowsOf(day: PrintedDay): string[][] {
  return day.homes.map((home, at) => {
    const kind = KINDS[day.kinds.get(home.id) ?? 'reception'];
    return [
      at === 0 ? `${sayDate(day.date)}\n${sayWeekday(day.date)}` : '',
      kind === '' ? home.name : `${home.name}\n${kind}`,
      ...HALVES.map((half) => cell(day, home, half)),
    ];
  });
}

/** The hours beside the half-day where all homes keep the same, else in a line of their own. */
function hoursIn(directory: Directory): { heads: string[]; lines: Line[] } {
  const of = (half: Half) => [
    ...new Set(directory.homes.map(({ id }) => hoursOf(directory, id, half) ?? '不接访')),
  ];
  const heads = HALVES.map((half) => {
    const hours = of(half);
    return hours.length === 1 ? `${HALF_LABELS[half]}\n${hours[0] ?? ''}` : HALF_LABELS[half];
  });
  if (HALVES.every((half) => of(half).length <= 1)) return { heads, lines: [] };
  const lines = directory.homes.map(({ id, name }): Line => {
    const hours = HALVES.map((half) => `${HALF_LABELS[half]}${hoursOf(directory, id, half) ?? '不接访'}`);
    return { line: `${name}：${hours.join('，')}`, size: 'small' };
  });
  return { heads, lines };
}

function afterTable(directory: Directory, known: boolean): Line[] {
  const gap: Line[] = known ? [] : [{ line: '其余日期等国家放假安排公布后再补，可以打座机问。' }];
  return [
    ...gap,
    { line: '不用预约，直接来也行。要预约，打座机、请村里代办，或用微信小程序。', bold: true },
    ...directory.homes.map((home): Line => ({ line: sayHome(home), size: 'small' })),
    { ...DOORS, size: 'small' },
  ];
}

/** Letters from the largest down to the least that is read on a wall, or on a door. */
const OF_YEAR: readonly Size[] = ['big', 'medium', 'large'];
const OF_DAY: readonly Size[] = ['huge', 'big', 'medium', 'large'];
/** Where one day alone would be too much. */
const AT_WORST: readonly Size[] = ['normal', 'small'];

type MakePage = (days: readonly PrintedDay[], size: Size, last: boolean) => (Line | Table)[];

/** As few pages as the smallest letters need; on so many, as large letters as there is room for. */
function setPages(makePage: MakePage, days: readonly PrintedDay[], sizes: readonly Size[]) {
  if (days.length === 0) return [makePage([], 'large', true)];
  const pack = (size: Size) => packPages(days, (some, last) => makePage(some, size, last), areaOf(true));
  const tried = sizes.map(pack);
  const least = tried.at(-1)?.length;
  const set = tried.find((pages) => pages?.length === least);
  return set ?? AT_WORST.map(pack).find((pages) => pages !== undefined) ?? [makePage(days, 'small', true)];
}

function sheetOf(directory: Directory, days: readonly PrintedDay[], known: boolean, called: string): Sheet {
  const { heads, lines } = hoursIn(directory);
  const title = `${directory.card.name}代表接访值班表`;
  const makePage = (own: readonly PrintedDay[], size: Size, last: boolean): (Line | Table)[] => [
    { line: called, align: 'center', size: 'medium', bold: true },
    {
      columns: [16, 20, 32, 32],
      head: ['日期', '地点', ...heads],
      rows: own.flatMap(rowsOf),
      merged: true,
      size,
    },
    ...(last ? [...lines, ...afterTable(directory, known)] : []),
  ];
  return {
    name: `值班表 ${called}`,
    title,
    landscape: true,
    fitted: true,
    blocks: joinPages(title, setPages(makePage, days, days.length > 1 ? OF_YEAR : OF_DAY)),
    foot: footOf(directory.card),
  };
}

export function makeYearTable(
  directory: Directory,
  year: number,
  days: readonly PrintedDay[],
  known: boolean,
): Sheet {
  return sheetOf(directory, days, known, `${String(year)}年`);
}

export function makeDayTable(directory: Directory, day: PrintedDay): Sheet {
  return sheetOf(directory, [day], true, sayFullDay(day.date));
}
