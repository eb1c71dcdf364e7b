/** 今日接访名单 of a day and home: numbers and times for the door and the desk, and nobody's name but a receiver's. */
import { HALF_LABELS } from '../../../../miniprogram/contract/labels';
import type { Half } from '../../../../miniprogram/contract/wire';
import type { Directory } from '../../../registry/directory/rules/directory';
import type { PublicDay } from '../../../reception/days/rules/day-document';
import { parsePlace } from '../../../reception/days/rules/place-id';
import type { Block, Sheet } from './sheet';
import { DOORS, footOf, GAP, HALVES, sayDated, sayFullDay } from './words';

type ListedDay = Pick<PublicDay, 'date' | 'homes' | 'seats' | 'plan' | 'place' | 'blocked'>;

/** Somebody has it, it waits for whoever just comes, or it is closed. */
function sayState(day: ListedDay, place: string): string {
  if (day.place[place] !== 0) return '已约';
  return day.blocked?.[place] === undefined ? '直接来' : '停';
}

function listRows(day: ListedDay, home: string, half: Half): string[][] {
  return Object.keys(day.place)
    .map((place) => ({ place, ...parsePlace(place) }))
    .filter((each) => each.home === home && each.half === half)
    .sort((one, other) => one.number - other.number)
    .map(({ place, number, time }) => {
      const receiver = day.seats[day.plan[place] ?? '']?.name ?? '';
      return [`${String(number)}号`, time, receiver, sayState(day, place), ''];
    });
}

function halfOf(day: ListedDay, home: string, half: Half): Block[] {
  const rows = listRows(day, home, half);
  const times = day.homes[home]?.[half];
  if (rows.length === 0 || !times) return [];
  return [
    { line: `${HALF_LABELS[half]} ${times.start}—${times.end}`, size: 'large', bold: true },
    {
      columns: [16, 18, 28, 16, 22],
      head: ['号', '时间', '接待人', '', '叫过打勾'],
      rows,
      size: 'large',
    },
  ];
}

export function makeNumberList(directory: Directory, day: ListedDay, home: string): Sheet {
  const name = directory.homes.find(({ id }) => id === home)?.name ?? '';
  return {
    name: `今日接访名单 ${name} ${sayDated(day.date)}`,
    title: '今日接访名单',
    blocks: [
      { line: `${name}${GAP}${sayFullDay(day.date)}`, align: 'center', size: 'large', bold: true },
      { line: '按号叫，来晚了接着叫。没有预约的，在接待台领号。名单上只写号，不写名字。', align: 'center' },
      ...HALVES.flatMap((half) => halfOf(day, home, half)),
      { ...DOORS, size: 'small' },
    ],
    foot: footOf(directory.card),
  };
}
