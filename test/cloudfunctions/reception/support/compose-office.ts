/** What the office, the desk and a village's helper do for others, as events of the wire. */
import type { DayDocument } from '../../../../cloudfunctions/reception/days/rules/day-document';
import type { DayModel } from './day-model';
import { numberOf, timeOf } from './day-state';
import { DESKS, OF_DAY, pick, toPerson, type EventCommand, type KnownSlip, type Sent } from './event-words';

/** What commands are made from. */
export interface Known {
  day: DayDocument;
  model: DayModel;
  /** Openid → what its phone, or its drawer, holds. */
  slips: ReadonlyMap<string, readonly KnownSlip[]>;
  account: (who: number) => string;
}

/** Who enters for others; the last one for one village alone. */
const OPERATORS = ['o-staff', 'o-chief', 'o-helper'];
const VILLAGES = ['v1', 'v1', 'v2'];
const HELPERS_OWN = 'v1';

export function composeBookFor(known: Known, command: EventCommand & { do: 'book-for' }, key: string): Sent {
  const openid = pick(OPERATORS, command.who);
  const { whom: _whom, ...person } = toPerson(command);
  const village = pick(VILLAGES, command.village);
  const named = pick(known.model.bookable(), command.place);
  const wish = { home: named.slice(0, 2), named };
  const input = {
    ...OF_DAY,
    home: wish.home,
    place: named,
    wish: { who: 'any' },
    village,
    ...person,
  };
  const account = `behalf ${village} ${person.name} ${person.phone ?? ''}`;
  const people = [account, ...(person.phone === undefined ? [] : [`${person.name} ${person.phone}`])];
  const allowed = openid !== 'o-helper' || village === HELPERS_OWN;
  const behalf = { account, village, name: person.name, allowed };
  const by = { account: openid, key, body: JSON.stringify(input) };
  return {
    openid,
    event: { action: 'bookFor', key, input },
    act: { act: 'book', ...by, people, ...wish, behalf },
  };
}

/** What stands on the slips that the operators printed. */
function slipsOnPaper({ slips }: Known): KnownSlip[] {
  return OPERATORS.flatMap((each) => slips.get(each) ?? []).filter(({ code }) => code !== undefined);
}

function ownSlips({ slips }: Known): KnownSlip[] {
  return [...slips].flatMap(([openid, own]) => (DESKS.includes(openid) ? [] : own));
}

export function composeCancelFor(
  known: Known,
  { who, slip }: EventCommand & { do: 'cancel-for' },
  key: string,
): Sent | undefined {
  // Now and then somebody's own booking, which is nothing to them.
  const all = slip % 8 === 7 ? ownSlips(known) : slipsOnPaper(known);
  if (all.length === 0) return undefined;
  const openid = pick(OPERATORS, who);
  const { booking, place: from, keys } = pick(all, slip);
  const input = { ...OF_DAY, booking, from, keys };
  const behalf = openid === 'o-helper' ? { village: HELPERS_OWN } : {};
  const by = { account: openid, key, body: JSON.stringify(input) };
  return {
    openid,
    event: { action: 'cancelFor', key, input },
    act: { act: 'cancel', ...by, booking, from, behalf },
  };
}

export function composeTakeOver(
  known: Known,
  { who, slip, wrong }: EventCommand & { do: 'take-over' },
  key: string,
): Sent | undefined {
  const all = slipsOnPaper(known);
  if (all.length === 0) return undefined;
  const openid = known.account(who);
  const { booking, place, code } = pick(all, slip);
  const [home = ''] = place.split('-');
  const number = numberOf(place);
  const input = { ...OF_DAY, home, half: 'am', number, code: wrong ? 'ZZZZZ' : code };
  const by = { account: openid, key, body: JSON.stringify(input) };
  return {
    openid,
    event: { action: 'takeOver', key, input },
    act: { act: 'take-over', ...by, home, number, ...(!wrong && { of: booking }) },
  };
}

export function composeAdd(
  known: Known,
  { who, place, seat, count }: EventCommand & { do: 'add' },
  key: string,
): Sent {
  const openid = pick(DESKS, who);
  const list = timeOf(pick(Object.keys(known.day.place), place));
  const [home = '', clock = ''] = list.split('-');
  const sits = pick(
    Object.keys(known.day.seats).filter((each) => each.startsWith(home)),
    seat,
  );
  const more = 1 + (count % 2);
  const time = `${clock.slice(0, 2)}:${clock.slice(2)}`;
  const input = { ...OF_DAY, seat: sits, time, count: more };
  const by = { account: openid, key, body: JSON.stringify(input) };
  return {
    openid,
    event: { action: 'addPlaces', key, input },
    act: { act: 'add', ...by, seat: sits, list, count: more },
  };
}
