/**
 * Half a year of duty in 白鹤镇: reception days with visits, walks from house to house, help, inspections, study. All
 * of it as the acts leave it, and the ledger as the rules make it of that. Names are invented.
 */
import { activityId, activitySeq, sealSaid } from '../../cloudfunctions/duty/activities/store';
import { listsOf, type ActivityDocument } from '../../cloudfunctions/duty/activities/rules/activity-document';
import { factsOfPresidium } from '../../cloudfunctions/congress/presidium/rules/facts';
import type { PresidiumRow } from '../../cloudfunctions/congress/presidium/rules/presidium-document';
import { factsOfSuggestion } from '../../cloudfunctions/congress/suggestion/rules/facts';
import type { SuggestionDocument } from '../../cloudfunctions/congress/suggestion/rules/suggestion-document';
import { factsOfActivity } from '../../cloudfunctions/duty/ledger/rules/facts-of-activity';
import {
  daySource,
  factsOfStoredDay,
  factsOfStoredRequest,
  requestSource,
} from '../../cloudfunctions/duty/ledger/sources-store';
import { toRows, type StoredFact } from '../../cloudfunctions/duty/ledger/store';
import { householdOf } from '../../cloudfunctions/shared/party';
import { listFree } from '../../cloudfunctions/reception/booking/rules/free-places';
import type { DayDocument } from '../../cloudfunctions/reception/days/rules/day-document';
import { parsePlace } from '../../cloudfunctions/reception/days/rules/place-id';
import {
  membersOn,
  type Directory,
  type Member,
} from '../../cloudfunctions/registry/directory/rules/directory';
import type { RequestDocument } from '../../cloudfunctions/request/rules/request-document';
import { accountOf, encryptField, hashParts } from '../../cloudfunctions/shared/cipher';
import { addDays, DAY_MS, toInstant, toLocalDate } from '../../cloudfunctions/shared/china-time';
import type { ActivityInput } from '../../miniprogram/contract/duty';
import type { Instant, LocalDate } from '../../miniprogram/contract/wire';

/** The seed report's own figures of half a year. */
export const RECEIVED = 36;
export const HOUSEHOLDS = 126;
export const MATTERS = 52;
/** Households that were visited once more. */
const AGAIN = 18;
/** Nobody of these did anything that was noted: the chair's list has somebody. */
const QUIET = 6;
const DAYS = 175;
const VISIT_MINUTES = 20;

const SURNAMES = ['赵', '钱', '孙', '周', '吴', '郑', '冯', '陈', '褚', '卫', '蒋', '沈', '韩', '杨'];
const GIVEN = ['大山', '秀兰', '长顺', '玉芬', '春生', '小荷', '永福', '桂花', '石头'];

/** 126 different ones, and more: no two the same. */
function nameOf(n: number): string {
  return `${SURNAMES[n % SURNAMES.length] ?? ''}${GIVEN[Math.floor(n / SURNAMES.length) % GIVEN.length] ?? ''}`;
}

/** Takes a place whose receiver is a deputy for somebody who came, and writes the talk down. */
function receive(day: DayDocument, place: string, n: number, village: string, category: string): void {
  const account = accountOf(`bh-came-${String(n)}`);
  const short = `b${hashParts(['booking', account, day.date, 'sample'], 8)}`;
  const booking = `${account}-${short}`;
  const { half } = parsePlace(place);
  const start = toInstant(day.date, half === 'am' ? '09:00' : '15:00');
  day.place[place] = booking;
  day.by[account] = booking;
  day.of[account] = [booking];
  day.bookings[account] = {
    [short]: {
      state: 'booked',
      p: place,
      whom: 'self',
      name: encryptField(nameOf(n)),
      keys: account,
      openid: '',
      at: start - 2 * DAY_MS,
      village,
      category,
    },
  };
  const end = start + VISIT_MINUTES * 60_000;
  day.visits = { ...day.visits, [place]: { s: 'met', a: start, t: start, e: end, o: 'explained' } };
}

/** So many come to deputies on these days, one after another by home. */
export function receiveSample(days: readonly DayDocument[], directory: Directory): void {
  const { villages, categories } = directory;
  const each = Math.ceil(RECEIVED / days.length);
  let n = 0;
  for (const day of days) {
    const places = Object.keys(day.homes).flatMap((home) => listFree(day, home));
    const ofDeputies = places.filter((place) => day.seats[day.plan[place] ?? '']?.level !== undefined);
    for (const place of ofDeputies.slice(0, Math.min(each, RECEIVED - n))) {
      const village = villages[n % villages.length]?.id ?? 'v1';
      receive(day, place, n, village, categories[n % categories.length]?.id ?? 'other');
      n++;
    }
  }
}

interface Making {
  directory: Directory;
  today: LocalDate;
}

function noteOf({ directory }: Making, input: ActivityInput, by: Member, n: number): ActivityDocument {
  const { township } = directory;
  const _id = activityId(township, by.person, `sample-${input.kind}-${String(n)}`);
  const persons = input.persons ?? [by.person];
  const hash = input.household && householdOf(township, { village: input.village ?? '', ...input.household });
  const { kind, date, village, category, people, topicFrom, tag } = input;
  const group = input.group ?? (persons.length === 1 ? by.group : undefined);
  const planned = input.planned === true;
  const invited: ActivityDocument['invited'] = planned
    ? Object.fromEntries(persons.map((person) => [person, { a: 'invited' as const }]))
    : {};
  const about = {
    kind,
    by: by.person,
    persons: planned ? [] : persons,
    invited,
    opinions: {},
    ...(group !== undefined && { group }),
  };
  const at = toInstant(date, '16:00');
  return {
    _id,
    township,
    rev: 1,
    edition: 1,
    seq: activitySeq(date, _id),
    state: planned ? 'planned' : 'held',
    date,
    ...about,
    ...(persons.length === 1 && by.level !== undefined && { level: by.level }),
    ...(village !== undefined && { village }),
    ...(category !== undefined && { category }),
    ...(hash !== undefined && { household: hash }),
    ...(people !== undefined && { people }),
    ...(topicFrom !== undefined && { topicFrom }),
    ...(tag !== undefined && { tag }),
    said: sealSaid(input),
    lists: listsOf(about),
    recordedAt: at,
    born: '',
    acts: [],
    history: [],
    outbox: [],
    outboxAt: 0,
  };
}

/** The n-th of so many, spread over the half-year, none of them today. */
function dayOf({ today }: Making, n: number, of: number): LocalDate {
  return addDays(today, -1 - Math.floor((n * (DAYS - 1)) / of));
}

const WISHES = ['想修门前的路', '问养老钱什么时候到', '盼着水管接到地头', '孩子上学路远', '想学种天麻'];
const HELPS = ['接通自来水', '修好路灯', '补办医保', '联系销路', '清理排水沟', '帮着办低保复核'];

function visits(making: Making, deputies: readonly Member[]): ActivityDocument[] {
  const { villages } = making.directory;
  return Array.from({ length: HOUSEHOLDS + AGAIN }, (_, n) => {
    const household = n % HOUSEHOLDS;
    const input: ActivityInput = {
      kind: 'household-visit',
      date: dayOf(making, n, HOUSEHOLDS + AGAIN),
      village: villages[household % villages.length]?.id ?? 'v1',
      household: { name: nameOf(household) },
      people: 1 + (n % 4),
      words: WISHES[n % WISHES.length] ?? '',
    };
    return noteOf(making, input, deputies[n % deputies.length] as Member, n);
  });
}

function helps(making: Making, deputies: readonly Member[], count: number): ActivityDocument[] {
  const { villages, categories } = making.directory;
  return Array.from({ length: count }, (_, n) => {
    const input: ActivityInput = {
      kind: 'help',
      date: dayOf(making, n, count),
      title: HELPS[n % HELPS.length] ?? '',
      village: villages[(n * 5) % villages.length]?.id ?? 'v1',
      category: categories[n % categories.length]?.id ?? 'other',
      result: '已经办好',
    };
    return noteOf(making, input, deputies[(n * 7) % deputies.length] as Member, n);
  });
}

/** The 11th of this month, or of the last one before it has come. */
function eleventh(today: LocalDate): LocalDate {
  const own = `${today.slice(0, 7)}-11`;
  return own < today ? own : `${addDays(`${today.slice(0, 7)}-01`, -1).slice(0, 7)}-11`;
}

function lastOctober(today: LocalDate): LocalDate {
  const year = Number(today.slice(0, 4));
  const own = `${String(year)}-10-16`;
  return own < today ? own : `${String(year - 1)}-10-16`;
}

function inspections(making: Making, deputies: readonly Member[]): ActivityDocument[] {
  const { today } = making;
  const [chair, ...others] = deputies;
  if (!chair) return [];
  const persons = [chair, ...others.slice(0, 8)].map(({ person }) => person);
  const ofOctober: ActivityInput = {
    kind: 'inspection',
    date: lastOctober(today),
    title: '视察脱贫攻坚与乡村振兴衔接',
    topicFrom: 'party',
    persons,
    sites: [
      { name: '高山移民新村', quality: '房屋完好', progress: '产业已落地', suggestion: '加强技能培训' },
    ],
  };
  const ofEleventh: ActivityInput = {
    kind: 'inspection',
    date: eleventh(today),
    title: '视察产业和村道建设',
    topicFrom: 'people',
    persons,
    sites: [
      { name: '油橄榄产业园', quality: '长势好', progress: '采收过半', suggestion: '把水引到地头' },
      { name: '中药材合作社', quality: '品种对路', progress: '已签订单', suggestion: '补上烘干房' },
      { name: '通村道路', quality: '路面平整', progress: '还差二公里', suggestion: '入冬前完工' },
    ],
  };
  return [ofOctober, ofEleventh].map((input, n) => noteOf(making, input, chair, n));
}

function studies(making: Making, deputies: readonly Member[]): ActivityDocument[] {
  const { directory, today } = making;
  const groups = directory.groups.flatMap(({ id }) => {
    const members = deputies.filter(({ group }) => group === id);
    return members.length === 0 ? [] : [{ id, members }];
  });
  return groups.flatMap(({ id, members }, at) =>
    [-20, -50, -80, 12].flatMap((days, n) => {
      // One group has missed a month: the grid shows it.
      if (at === 4 && n === 1) return [];
      const leader = members.find((member) => member.leader) ?? members[0];
      const input: ActivityInput = {
        kind: 'study',
        date: addDays(today, days),
        title: '学习代表法和身边的案例',
        persons: members.map(({ person }) => person),
        group: id,
        ...(days > 0 && { planned: true }),
      };
      return leader ? [noteOf(making, input, leader, at * 10 + n)] : [];
    }),
  );
}

/** `solved`: matters that requests bring by their askers' word; help makes up the rest. */
export function sampleActivities(directory: Directory, now: Instant, solved: number): ActivityDocument[] {
  const today = toLocalDate(now);
  const making = { directory, today };
  const all = membersOn(directory.people, today).filter(({ level }) => level !== undefined);
  const deputies = all.slice(0, -QUIET);
  return [
    ...visits(making, deputies),
    ...helps(making, deputies, Math.max(0, MATTERS - solved)),
    ...inspections(making, deputies),
    ...studies(making, deputies),
  ];
}

/** Matters of the half-year that stand in the ledger already, by their askers' word. */
export function countSolved(requests: readonly RequestDocument[], now: Instant): number {
  const from = addDays(toLocalDate(now), -DAYS);
  return requests.filter(({ outcome, due }) => outcome === 'solved' && due >= from).length;
}

/** The ledger as a rebuild would make it. */
export function sampleFacts(
  township: string,
  sources: {
    days: readonly DayDocument[];
    requests: readonly RequestDocument[];
    activities: readonly ActivityDocument[];
    suggestions: readonly SuggestionDocument[];
    presidium: readonly PresidiumRow[];
  },
): StoredFact[] {
  const { days, requests, activities, suggestions, presidium } = sources;
  return [
    ...days.flatMap((day) => toRows(daySource(township, day.date), factsOfStoredDay(township, day))),
    ...requests.flatMap((request) =>
      toRows(requestSource(township, request._id), factsOfStoredRequest(township, request)),
    ),
    ...activities.flatMap((activity) =>
      toRows({ township, kind: 'activity', id: activity._id }, factsOfActivity(activity)),
    ),
    ...suggestions.flatMap((one) =>
      toRows({ township, kind: 'suggestion', id: one._id }, factsOfSuggestion(one)),
    ),
    ...presidium.flatMap((one) =>
      toRows({ township, kind: 'presidium', id: one._id }, factsOfPresidium(one)),
    ),
  ];
}
