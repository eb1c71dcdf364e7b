/** 离任代表交接: who has left or leaves with the published list, what hangs on them, and how it goes on. */
import type { LeavingRow } from '../../../miniprogram/contract/congress/term';
import type { Input, Instant, LocalDate, Output } from '../../../miniprogram/contract/wire';
import { membersOn, type Directory, type Member } from '../../registry/directory/rules/directory';
import { recallTownship, type Township } from '../../registry/store';
import { readRosters } from '../../reception/roster/store';
import { ownerGoneStep } from '../../request/life/rules/plan-clock';
import { countOpenByOwner, readOpenOf, writeStep } from '../../request/store';
import { addDays, toLocalDate } from '../../shared/china-time';
import { actorOf } from '../../shared/act';
import { ok, refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { handOverLed } from '../suggestion/leads-store';
import { countToHandOver } from '../suggestion/store';
import { leaversOf } from './rules/switch-directory';
import { handOverInput, leavingInput } from './schemas';

const AT_ONCE = 50;

/** Opening of the term whose list is published, from when it stands in the directory. */
function nextOpening({ terms }: Directory, today: LocalDate): LocalDate | undefined {
  return terms.map(({ from }) => from).find((from) => from > today);
}

/** Whoever leaves with the published list, and the day. Empty while nothing is published. */
function leaveSoon(directory: Directory, today: LocalDate): Map<string, LocalDate> {
  const opens = nextOpening(directory, today);
  if (opens === undefined) return new Map();
  const last = addDays(opens, -1);
  return new Map(leaversOf(directory.people, opens).map((person) => [person, last] as const));
}

function deputiesAmong(members: readonly Member[]): Set<string> {
  return new Set(members.flatMap(({ person, level }) => (level === undefined ? [] : [person])));
}

/** Person → seats on the roster on which they can sit no more. */
function countSeats(
  rosters: Awaited<ReturnType<typeof readRosters>>,
  today: LocalDate,
  lastDayOf: (person: string) => LocalDate | undefined,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { seats } of rosters) {
    for (const [date, held] of Object.entries(seats)) {
      if (date < today) continue;
      for (const { person } of Object.values(held)) {
        const last = lastDayOf(person);
        if (last !== undefined && date > last) counts.set(person, (counts.get(person) ?? 0) + 1);
      }
    }
  }
  return counts;
}

/** Three reads beside the directory. */
export const leaving: Action<Input<'congress', 'leaving'>, Output<'congress', 'leaving'>> = {
  write: false,
  input: leavingInput,
  async run(call, { township }) {
    const today = toLocalDate(call.now);
    const year = Number(today.slice(0, 4));
    const [known, requests, suggestions, rosters] = await Promise.all([
      recallTownship(township, call.now),
      countOpenByOwner(township),
      countToHandOver(township),
      readRosters(township, [year, year + 1]),
    ]);
    if (!known) return refuse('not-found');
    const { directory } = known;
    const soon = leaveSoon(directory, today);
    const members = membersOn(directory.people, today);
    const able = deputiesAmong(members);
    const sits = new Set(members.map(({ person }) => person));
    const lastDayOf = (person: string) =>
      soon.get(person) ?? (sits.has(person) ? undefined : addDays(today, -1));
    const seats = countSeats(rosters, today, lastDayOf);
    const leaders = new Set(members.flatMap(({ person, leader }) => (leader === true ? [person] : [])));
    const rows = directory.people.flatMap(({ id: person, name }): LeavingRow[] => {
      const lastDay = soon.get(person);
      if (lastDay === undefined && able.has(person)) return [];
      const row = {
        person,
        name,
        ...(lastDay !== undefined && { lastDay }),
        requests: requests.get(person) ?? 0,
        suggestions: suggestions.get(person) ?? 0,
        seats: seats.get(person) ?? 0,
        leader: lastDay !== undefined && leaders.has(person),
      };
      const holds = row.requests + row.suggestions + row.seats > 0;
      return holds || lastDay !== undefined ? [row] : [];
    });
    return ok({ people: rows });
  },
};

/** The township with nobody in it but those who stay, so that what goes on with somebody need not go on again. */
function withStayers(known: Township, stay: ReadonlySet<string>): Township {
  const people = known.directory.people.filter(({ id }) => stay.has(id));
  return { ...known, directory: { ...known.directory, people } };
}

interface Handing {
  township: string;
  person: string;
  now: Instant;
  by: string;
  key: string;
}

async function handOverRequests(
  { township, person, now, by, key }: Handing,
  known: Township,
): Promise<number> {
  let moved = 0;
  for (const request of await readOpenOf(township, person, AT_ONCE)) {
    const step = ownerGoneStep(request, known, now);
    const meta = { ...step, from: request.state, now, by, key };
    if (await writeStep(request, step.plan, meta)) moved++;
  }
  return moved;
}

export const handOver: Action<Input<'congress', 'handOver'>, Output<'congress', 'handOver'>> = {
  write: true,
  input: handOverInput,
  async run(call, { township, person, what }) {
    const { now } = call;
    const today = toLocalDate(now);
    const known = await recallTownship(township, now);
    if (!known?.directory.people.some(({ id }) => id === person)) return refuse('not-found');
    const soon = leaveSoon(known.directory, today);
    const able = deputiesAmong(membersOn(known.directory.people, today));
    if (able.has(person) && !soon.has(person)) return refuse('wrong-state', { state: 'in-office' });
    const stay = new Set([...able].filter((one) => !soon.has(one)));
    const handing = { township, person, now, by: actorOf(call), key: call.key };
    if (what === 'requests') {
      const moved = await handOverRequests(handing, withStayers(known, stay));
      return ok({ moved, left: (await countOpenByOwner(township)).get(person) ?? 0 });
    }
    const moved = await handOverLed(township, { lead: person, able: stay }, handing);
    return ok({ moved, left: (await countToHandOver(township)).get(person) ?? 0 });
  },
};
