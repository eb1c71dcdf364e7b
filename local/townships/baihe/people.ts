/** Who is what in 白鹤镇: fifty town deputies, eight of the district, and party committee members who receive. */
import type { Membership, Person } from '../../../cloudfunctions/registry/directory/rules/directory';
import { addDays } from '../../../cloudfunctions/shared/china-time';
import type { LocalDate } from '../../../miniprogram/contract/wire';
import { NAMES } from './names';
import { groupOfVillage, groups } from './places';

type Role = Omit<Membership, 'term' | 'from'>;

/** Receivers who are not deputies (党委班子成员). */
const COMMITTEE: Readonly<Record<number, string>> = {
  7: '党委书记',
  22: '党委副书记',
  38: '党委委员',
  55: '党委委员',
};
const DISTRICT = [3, 11, 19, 27, 35, 43, 51, 59];
/** Town deputies by their turn among the town deputies, from 0. */
const TITLES: Readonly<Record<number, string>> = {
  0: '人大主席',
  6: '人大副主席',
  13: '主席团成员',
  20: '主席团成员',
  33: '主席团成员',
};
/** 代表资格审查委员会, by turn. */
const CREDENTIALS = [6, 13, 20];
/** The turns of those who have not claimed their account yet, and of the one who is away. */
const UNCLAIMED = [9, 15, 25, 31, 44];
const AWAY = 27;
const VILLAGES = 12;

/** Each group's leader: its first town deputy of its last village, or the second where it has one village. */
const LEADERS = new Set(
  groups.map(({ id }) => {
    const own = Array.from({ length: VILLAGES }, (_, at) => at).filter(
      (at) => groupOfVillage(`v${at + 1}`) === id,
    );
    return own.length > 1 ? (own.at(-1) ?? 0) : (own[0] ?? 0) + VILLAGES;
  }),
);

function townRole(turn: number): Role {
  const village = (turn % VILLAGES) + 1;
  const group = groupOfVillage(`v${village}`);
  const title = TITLES[turn];
  return {
    level: 'town',
    constituency: `c${village}`,
    group,
    home: groups.find(({ id }) => id === group)?.home ?? 'h1',
    leader: LEADERS.has(turn),
    ...(title !== undefined && { title, presidium: true }),
    ...(CREDENTIALS.includes(turn) && { credentials: true }),
  };
}

function districtRole(turn: number): Role {
  const group = groups[turn];
  return {
    level: 'district',
    constituency: turn < 4 ? 'd1' : 'd2',
    ...(group && { group: group.id, home: group.home }),
  };
}

/** Moved out of the township in the first months of the term; the seat is empty since. */
export const MOVED_AWAY = 'p63';
/** Days before today. */
const MOVED = 260;

function movedAway(term: { id: string; from: LocalDate }, today: LocalDate): Person {
  const { leader: _leader, ...role } = townRole(10);
  const to = addDays(today, -MOVED);
  return {
    id: MOVED_AWAY,
    name: '齐远航',
    strokes: 63,
    claimed: false,
    absent: [],
    memberships: [{ term: term.id, from: term.from, to, ...role }],
  };
}

/** Everybody of the eighteenth term (第十八届), as of the sample's own today. */
export function people(term: { id: string; from: LocalDate }, today: LocalDate): Person[] {
  let townTurn = 0;
  const inOffice = NAMES.map((name, at) => {
    const number = at + 1;
    const title = COMMITTEE[number];
    const district = DISTRICT.indexOf(number);
    const turn = title === undefined && district < 0 ? townTurn++ : -1;
    const role: Role =
      title !== undefined ? { receiver: true, title } : turn >= 0 ? townRole(turn) : districtRole(district);
    return {
      id: `p${number}`,
      name,
      strokes: number,
      claimed: !UNCLAIMED.includes(turn),
      absent: turn === AWAY ? [{ from: addDays(today, -10), to: addDays(today, 20) }] : [],
      memberships: [{ term: term.id, from: term.from, ...role }],
    };
  });
  return [...inOffice, movedAway(term, today)];
}
