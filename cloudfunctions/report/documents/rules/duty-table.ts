/** 值班表 for the wall. */
import type { Directory } from '../../../registry/directory/rules/directory';
import { HALF_LABELS } from '../../../../miniprogram/contract/labels';
import type { DayKind } from '../../../../miniprogram/contract/roster';
import type { Half } from '../../../../miniprogram/contract/wire';
import type { Home } from '../../../registry/directory/rules/directory';
import { hoursOf, type PrintedDay } from './reception-days';
import type { Block, Line, Sheet } from './sheet';
import { DOORS, footOf, HALVES, sayDay, sayFullDay, sayHome, sayPerson } from './words';

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
      at === 0 ? sayDay(day.date) : '',
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

/** Of a landscape page what title, heading and the lines below leave to the rows (mm). */
const ROWS_MM = 96;

/** A single day is read from the door: large letters, the rows share the page. */
function fillPage(rows: number): { size: 'large'; height: number } {
  return { size: 'large', height: Math.floor(ROWS_MM / Math.max(rows, 1)) };
}

function sheetOf(directory: Directory, days: readonly PrintedDay[], known: boolean, called: string): Sheet {
  const { heads, lines } = hoursIn(directory);
  const table: Block = {
    columns: [17, 19, 32, 32],
    head: ['日期', '地点', ...heads],
    rows: days.flatMap(rowsOf),
    ...(days.length > 1 ? { size: 'small' as const } : fillPage(days.flatMap(rowsOf).length)),
  };
  return {
    name: `值班表 ${called}`,
    title: `${directory.card.name}代表接访值班表`,
    landscape: true,
    blocks: [
      { line: called, align: 'center', size: 'large' },
      table,
      ...lines,
      ...afterTable(directory, known),
    ],
    foot: footOf(directory.card),
  };
}

export function makeYearTable(
  directory: Directory,
  year: number,
  days: readonly PrintedDay[],
  known: boolean,
): Sheet {
  return sheetOf(directory, days, known, `${year}年`);
}

export function makeDayTable(directory: Directory, day: PrintedDay): Sheet {
  return sheetOf(directory, [day], true, sayFullDay(day.date));
}
