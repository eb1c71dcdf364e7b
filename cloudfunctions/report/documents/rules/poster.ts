/** 海报 of a home or a village: when, where, how without a phone, what a deputy can do and cannot. */
import { HALF_LABELS } from '../../../../miniprogram/contract/labels';
import type { VillageCard } from '../../../../miniprogram/contract/registry';
import type { DayKind } from '../../../../miniprogram/contract/roster';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import type { Home, Directory } from '../../../registry/directory/rules/directory';
import { toCalendarRule } from '../../../registry/directory/rules/reception-settings';
import { hoursOf, type PrintedDay, type PrintedYear } from './reception-days';
import { areaOf, firstThatFits } from './fit-page';
import type { Line, Sheet, Size, Table } from './sheet';
import { DOORS, footOf, GAP, HALVES, sayDay, sayPerson } from './words';

export interface Station {
  home: Home;
  /** A village's poster leads to the home nearest to it. */
  village?: VillageCard;
}

/** The home or village of this id; a village whose home is gone has no poster. */
export function findStation({ homes, villages }: Directory, place: string): Station | undefined {
  const home = homes.find(({ id }) => id === place);
  if (home) return { home };
  const village = villages.find(({ id }) => id === place);
  const near = homes.find(({ id }) => id === village?.home);
  return village && near && { home: near, village };
}

/** The scene in the code, and the number that people read out: `<township>.<place>`. */
export function sceneOf(township: string, place: string): string {
  return `${township}.${place}`;
}

const SHIFTS = {
  next: '遇到周末、节假日，往后顺延到上班的一天。',
  previous: '遇到周末、节假日，提前到上班的一天。',
  stays: '周末、节假日也照常。',
};

/** The date that holds all year; a poster that named the next day would be wrong the day after. */
function tellRule(directory: Directory, home: Home): { date: Line; rest: Line[] } {
  const { dayOfMonth, shift } = toCalendarRule({ ...directory.settings, ...home.own });
  const hours = HALVES.flatMap((half) => {
    const held = hoursOf(directory, home.id, half);
    return held === undefined ? [] : [`${HALF_LABELS[half]}${held}`];
  });
  return {
    date: { line: `每月${dayOfMonth}日接访`, size: 'giant', bold: true, align: 'center' },
    rest: [
      { line: SHIFTS[shift], size: 'large' },
      ...hours.map((line): Line => ({ line, size: 'large', bold: true })),
    ],
  };
}

function sayReceivers({ published, seats }: PrintedDay, home: Home): string {
  if (!published) return '';
  return HALVES.flatMap((half) => {
    const here = seats.filter((seat) => seat.home === home.id && seat.half === half);
    if (here.length === 0) return [];
    return [`${HALF_LABELS[half]} ${here.map(({ name, badge }) => sayPerson(name, badge)).join('、')}`];
  }).join('；');
}

const WHICH: Readonly<Record<DayKind, string>> = {
  reception: '',
  market: ' 赶集日',
  phone: ' 电话接访',
};

/** How the dates and the sentences below them are set. */
interface Setting {
  dates: Size;
  /** Dates beside each other. */
  columns: number;
  sentences: Size;
}

/** Of how many days the receivers are named, where not all of them have room. */
const NAMED_DAYS = [12, 1, 0];

/** All dates alike; who receives stands below, where it is out. What is over is not told: who reads it wants to come. */
function tellDays(
  days: readonly PrintedDay[],
  home: Home,
  today: LocalDate,
  { dates, columns: most, sentences }: Setting,
  mostNamed: number,
): (Line | Table)[] {
  const own = days.filter(({ date, homes }) => date >= today && homes.some(({ id }) => id === home.id));
  if (own.length === 0) return [];
  const columns = Math.min(most, own.length);
  const told = own.map(({ date, kinds }) => `${sayDay(date)}${WHICH[kinds.get(home.id) ?? 'reception']}`);
  const rows = Array.from({ length: Math.ceil(told.length / columns) }, (_, row) =>
    Array.from({ length: columns }, (_cell, at) => told[row * columns + at] ?? ''),
  );
  const named = own
    .map((day) => [day.date, sayReceivers(day, home)] as const)
    .filter(([, who]) => who !== '')
    .slice(0, mostNamed)
    .map(([date, who]): Line => ({ line: `${sayDay(date)}接访人：${who}`, size: sentences }));
  const open = named.length < own.length;
  return [
    { columns: rows[0]?.map(() => Math.floor(100 / columns)) ?? [], rows, size: dates },
    ...named,
    ...(open
      ? [
          {
            line: `${named.length > 0 ? '其余各日的' : ''}接访人提前几天公布，可以打座机问。`,
            size: sentences,
          },
        ]
      : []),
  ];
}

function withoutPhone({ home, village }: Station, size: Size): Line[] {
  const from = village ? `，到${home.name}` : '';
  return [
    { line: '不用手机也行', size, bold: true },
    { line: `① 不用预约，接访日直接来${from}。`, size },
    { line: `② 打座机 ${home.landline}，请人帮您约。`, size },
    { line: '③ 请村里代办员帮您登记：＿＿＿＿＿＿　电话：＿＿＿＿＿＿', size },
  ];
}

function tellDeputies(size: Size): Line[] {
  return [
    { line: '代表能做五件事：听、记、转、跟、答', size, bold: true },
    { line: '听您说完；记下来，给编号；转给能办的部门或村里；跟着办，过了日子会催；有结果答复您。', size },
    { line: '代表不能替部门拍板，不办案子，不判官司，不收钱，不收礼。', size },
  ];
}

function withPhone(scene: string): Line[] {
  return [
    {
      line: '微信里打开小程序“代表之家”，点“扫海报上的码”，对准这里：预约、反映、看办到哪一步。',
      size: 'normal',
    },
    { line: `站点编号 ${scene}`, size: 'normal', bold: true },
  ];
}

/** Edge of the code (mm): scanned from where people stand before it. */
const CODE_EDGE = 70;

/** From the largest letters down; the first with which all is on the page. */
const SETTINGS: readonly Setting[] = [
  { dates: 'huge', columns: 1, sentences: 'large' },
  { dates: 'big', columns: 2, sentences: 'large' },
  { dates: 'medium', columns: 2, sentences: 'large' },
  { dates: 'large', columns: 3, sentences: 'large' },
  { dates: 'medium', columns: 2, sentences: 'normal' },
  { dates: 'large', columns: 3, sentences: 'normal' },
  { dates: 'normal', columns: 3, sentences: 'normal' },
  { dates: 'normal', columns: 3, sentences: 'small' },
];

export function makePoster(
  directory: Directory,
  station: Station,
  { year, today }: { year: number; today: LocalDate },
  { days, known }: PrintedYear,
): Sheet {
  const { home, village } = station;
  const called = village?.name ?? home.name;
  const scene = sceneOf(directory.township, village?.id ?? home.id);
  const gap: Line[] = known ? [] : [{ line: '其余日期等国家放假安排公布，可以打座机问。', size: 'small' }];
  const rule = tellRule(directory, home);
  const where: Line[] = [
    { line: home.name, size: 'medium', bold: true },
    { line: home.address, size: 'large' },
    { line: `座机 ${home.landline}`, size: 'medium', bold: true },
    ...(home.hours === undefined ? [] : [{ line: `平时开门 ${home.hours}`, size: 'normal' as const }]),
  ];
  const pages = NAMED_DAYS.flatMap((mostNamed) =>
    SETTINGS.map((setting) => [
      rule.date,
      {
        code: scene,
        scene: true as const,
        edge: CODE_EDGE,
        beside: [...where, ...rule.rest, ...withPhone(scene)],
      },
      { line: `${String(year)}年接访日`, size: 'large' as const, bold: true },
      ...tellDays(days, home, today, setting, mostNamed),
      ...gap,
      ...withoutPhone(station, setting.sentences),
      ...tellDeputies(setting.sentences),
      { ...DOORS, size: setting.sentences },
    ]),
  );
  return {
    name: `海报 ${called} ${String(year)}年`,
    title: `有事找代表${GAP}${called}`,
    fitted: true,
    blocks: firstThatFits(pages, areaOf(false)),
    foot: footOf(directory.card),
  };
}
