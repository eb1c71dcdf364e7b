/** 海报 of a home or a village: when, where, how without a phone, what a deputy can do and cannot. */
import { HALF_LABELS } from '../../../../miniprogram/contract/labels';
import type { VillageCard } from '../../../../miniprogram/contract/registry';
import type { DayKind } from '../../../../miniprogram/contract/roster';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import type { Home, Directory } from '../../../registry/directory/rules/directory';
import { toCalendarRule } from '../../../registry/directory/rules/reception-settings';
import { hoursOf, type PrintedDay, type PrintedYear } from './reception-days';
import type { Block, Line, Sheet } from './sheet';
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
  next: '，遇到周末、节假日往后顺延到上班的一天',
  previous: '，遇到周末、节假日提前到上班的一天',
  stays: '，周末、节假日也照常',
};

function tellRule(directory: Directory, home: Home): Line[] {
  const { dayOfMonth, shift } = toCalendarRule({ ...directory.settings, ...home.own });
  const hours = HALVES.flatMap((half) => {
    const held = hoursOf(directory, home.id, half);
    return held === undefined ? [] : [`${HALF_LABELS[half]}${held}`];
  });
  return [
    { line: `每月${dayOfMonth}日接访${SHIFTS[shift]}。`, size: 'large' },
    { line: hours.join('，'), size: 'large' },
  ];
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

/** Dates without names beside each other, so that the year keeps to one page. */
const IN_A_ROW = 3;

/** Days with names have a row of their own. What is over is not told: a poster is read by who wants to come. */
function tellDays(days: readonly PrintedDay[], home: Home, today: LocalDate): Block[] {
  const own = days.filter(({ date, homes }) => date >= today && homes.some(({ id }) => id === home.id));
  const told = own.map(
    (day) =>
      [
        `${sayDay(day.date)}${WHICH[day.kinds.get(home.id) ?? 'reception']}`,
        sayReceivers(day, home),
      ] as const,
  );
  const named = told.filter(([, who]) => who !== '');
  const others = told.filter(([, who]) => who === '').map(([date]) => date);
  const blocks: Block[] = [];
  if (named.length > 0) blocks.push({ columns: [30, 70], head: ['日期', '接访人'], rows: named });
  if (others.length > 0) {
    const rows = Array.from({ length: Math.ceil(others.length / IN_A_ROW) }, (_, row) =>
      Array.from({ length: IN_A_ROW }, (_cell, at) => others[row * IN_A_ROW + at] ?? ''),
    );
    blocks.push({ columns: [34, 33, 33], rows });
    blocks.push({ line: '接访人提前几天公布，可以打座机问。' });
  }
  return blocks;
}

function withoutPhone({ home, village }: Station): Line[] {
  const from = village ? `，到${home.name}（${home.address}）` : '';
  return [
    { line: '不用手机也行', size: 'large', bold: true },
    { line: `① 不用预约，接访日直接来${from}。`, size: 'large' },
    { line: `② 打座机 ${home.landline}，请人帮您约。`, size: 'large' },
    { line: '③ 请村里代办员帮您登记：＿＿＿＿＿＿　电话：＿＿＿＿＿＿', size: 'large' },
  ];
}

const DEPUTIES: readonly Line[] = [
  { line: '代表能做五件事：听、记、转、跟、答', size: 'large', bold: true },
  {
    line: '听您说完；记下来，给编号；转给能办的部门或村里；跟着办，过了日子会催；有结果答复您。',
    size: 'large',
  },
  { line: '代表不能替部门拍板，不办案子，不判官司，不收钱，不收礼。', size: 'large' },
];

function withPhone(scene: string): Line[] {
  return [
    { line: '用手机', size: 'large', bold: true },
    { line: '打开微信小程序“代表之家”，点“扫海报上的码”，对准这里。', size: 'normal' },
    { line: '可以预约，可以反映，也看得到办到哪一步。', size: 'normal' },
    { line: `站点编号 ${scene}`, size: 'normal', bold: true },
  ];
}

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
  return {
    name: `海报 ${called} ${year}年`,
    title: `有事找代表${GAP}${called}`,
    blocks: [
      { line: `${home.name}${GAP}座机 ${home.landline}`, align: 'center', bold: true, size: 'large' },
      { line: home.address, align: 'center', size: 'large' },
      { line: `${year}年接访日`, size: 'large', bold: true },
      ...tellRule(directory, home),
      ...tellDays(days, home, today),
      ...gap,
      ...withoutPhone(station),
      { code: scene, scene: true, edge: 38, beside: withPhone(scene) },
      ...DEPUTIES,
      { ...DOORS, size: 'large' },
    ],
    foot: footOf(directory.card),
  };
}
