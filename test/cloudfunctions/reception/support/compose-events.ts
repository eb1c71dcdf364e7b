/** Turns the random numbers of a history into events of the wire, with what they mean for the model. */
import { VISIT_STATES, VISIT_STEPS } from '../../../../miniprogram/contract/desk';
import type { DayDocument } from '../../../../cloudfunctions/reception/rules/day-document';
import type { Act } from './day-acts';
import { numberOf, timeOf, type DayModel } from './day-model';
import { DATE, TOWNSHIP } from './days';

/** Numbers are taken modulo what there is to choose from. */
export type EventCommand =
  | { do: 'book'; who: number; family: number; phone: number; place: number; wish: number }
  | { do: 'wait'; who: number; family: number; phone: number; place: number }
  | { do: 'move'; who: number; slip: number; place: number }
  | { do: 'cancel'; who: number; slip: number }
  | { do: 'visit'; who: number; slip: number; step: number; stale: boolean }
  | { do: 'walk-in'; who: number; family: number; phone: number; place: number }
  | { do: 'book-for'; who: number; family: number; phone: number; place: number; village: number }
  | { do: 'cancel-for'; who: number; slip: number }
  | { do: 'take-over'; who: number; slip: number; wrong: boolean }
  | { do: 'add'; who: number; place: number; seat: number; count: number }
  | { do: 'block'; who: number; place: number; opens: boolean }
  | { do: 'repeat'; earlier: number; changed: boolean };

export interface Sent {
  openid: string;
  event: { action: string; key: string; input: Readonly<Record<string, unknown>> };
  act: Act;
}

const NAMES = ['甲', '乙', '丙', '丁'];
/** Two desks and one in reserve: sixty calls a minute are allowed to each. */
export const DESKS = ['o-staff', 'o-staff2', 'o-chief'];
/** Who enters for others; the last one for one village alone. */
const OPERATORS = ['o-staff', 'o-chief', 'o-helper'];
const VILLAGES = ['v1', 'v1', 'v2'];
const HELPERS_OWN = 'v1';
const OF_DAY = { township: TOWNSHIP, date: DATE };

export function pick<T>(list: readonly T[], number: number): T {
  return list[number % list.length] as T;
}

interface Known {
  booking: string;
  place: string;
  keys: string;
  /** On a slip alone: what is said at the desk, or typed to take it over. */
  code?: string;
}

interface Person {
  name: string;
  whom: 'self' | 'family';
  phone?: string;
}

function toPerson(command: { family: number; phone: number }): Person {
  const phone = command.phone % 3 === 0 ? { phone: `555010${command.phone % 2}` } : {};
  return { name: pick(NAMES, command.family), whom: command.family % 5 === 4 ? 'self' : 'family', ...phone };
}

function peopleOf(openid: string, { name, whom, phone }: Person): string[] {
  const known = phone === undefined ? [] : [`${name} ${phone}`];
  return [whom === 'self' ? openid : `${openid} ${name}`, ...known];
}

export class EventComposer {
  readonly #sent: Sent[] = [];
  readonly #slips = new Map<string, Known[]>();
  #composed = 0;

  constructor(
    private readonly day: DayDocument,
    private readonly model: DayModel,
    private readonly accounts: number,
  ) {}

  /** Undefined when there is nothing yet that could be moved, cancelled or repeated. */
  compose(command: EventCommand): Sent | undefined {
    const sent = this.#compose(command, `history-${this.#composed++}`);
    if (sent) this.#sent.push(sent);
    return sent;
  }

  /** What a phone was answered; it stays there when the booking has long moved on. */
  learn({ openid, act }: Sent, known: Omit<Known, 'keys'> & { keys?: string }): void {
    if (['cancel', 'visit', 'block', 'add', 'give'].includes(act.act)) return;
    const own = this.#slips.get(openid) ?? [];
    const first = own.find((slip) => slip.booking === known.booking);
    this.#slips.set(openid, [...own, { ...known, keys: first?.keys ?? known.keys ?? '' }]);
  }

  /** Whoever waited is told which place it is. */
  learnGiven(booking: string, place: string): void {
    for (const [openid, own] of this.#slips) {
      const slip = own.find((each) => each.booking === booking);
      if (slip) this.#slips.set(openid, [...own, { ...slip, place }]);
    }
  }

  #compose(command: EventCommand, key: string): Sent | undefined {
    switch (command.do) {
      case 'book':
        return this.#book(command, key);
      case 'wait':
        return this.#wait(command, key);
      case 'visit':
        return this.#visit(command, key);
      case 'walk-in':
        return this.#walkIn(command, key);
      case 'block':
        return this.#block(command, key);
      case 'book-for':
        return this.#bookFor(command, key);
      case 'cancel-for':
        return this.#cancelFor(command, key);
      case 'take-over':
        return this.#takeOver(command, key);
      case 'add':
        return this.#add(command, key);
      case 'repeat':
        return this.#repeat(command);
      default:
        return this.#change(command, key);
    }
  }

  #account(who: number): string {
    return `o${who % this.accounts}`;
  }

  #wish(named: string, person?: string) {
    return { home: named.slice(0, 2), person, named };
  }

  #book(command: EventCommand & { do: 'book' }, key: string): Sent {
    const openid = this.#account(command.who);
    const person = toPerson(command);
    const place = pick(this.model.bookable(), command.place);
    const sits =
      command.wish % 2 === 0 ? undefined : this.model.sitting.get(this.model.plan.get(place) ?? '');
    const wish = this.#wish(place, sits);
    const input = {
      ...{ ...OF_DAY, home: wish.home, place, ...person },
      wish: sits === undefined ? { who: 'any' } : { who: 'receiver', person: sits },
    };
    const by = { account: openid, key, body: JSON.stringify(input) };
    const act: Act = { act: 'book', ...by, people: peopleOf(openid, person), ...wish };
    return { openid, event: { action: 'book', key, input }, act };
  }

  #wait(command: EventCommand & { do: 'wait' }, key: string): Sent {
    const openid = this.#account(command.who);
    const person = toPerson(command);
    const taken = this.model.bookable().filter((place) => this.model.place.get(place) !== 0);
    // Now and then a time that is not full; nobody would learn anything from many of those.
    const list = timeOf(
      pick(taken.length > 0 && command.place % 8 > 0 ? taken : this.model.bookable(), command.place),
    );
    const [home = '', clock = ''] = list.split('-');
    const input = { ...OF_DAY, home, time: `${clock.slice(0, 2)}:${clock.slice(2)}`, ...person };
    const by = { account: openid, key, body: JSON.stringify(input) };
    const act: Act = { act: 'wait', ...by, people: peopleOf(openid, person), home, list };
    return { openid, event: { action: 'wait', key, input }, act };
  }

  #change(command: EventCommand & { do: 'move' | 'cancel' }, key: string): Sent | undefined {
    const openid = this.#account(command.who);
    const own = this.#slips.get(openid);
    if (!own) return undefined;
    const { booking, place: from, keys } = pick(own, command.slip);
    const common = { ...OF_DAY, booking, from };
    const done = { account: openid, key, booking, from };
    if (command.do === 'cancel') {
      const input = { ...common, keys };
      const act: Act = { act: 'cancel', ...done, body: JSON.stringify(input) };
      return { openid, event: { action: 'cancel', key, input }, act };
    }
    const place = pick(this.model.bookable(), command.place);
    if (place === from) return undefined;
    const input = { ...common, place, wish: { who: 'any' } };
    const act: Act = { act: 'move', ...done, ...this.#wish(place), body: JSON.stringify(input) };
    return { openid, event: { action: 'move', key, input }, act };
  }

  #visit(command: EventCommand & { do: 'visit' }, key: string): Sent | undefined {
    const known = [...this.#slips.values()].flat().filter(({ place }) => !place.endsWith('-0'));
    if (known.length === 0) return undefined;
    const { booking, place } = pick(known, command.slip);
    const openid = pick(DESKS, command.who);
    const now = this.model.visits.get(place) ?? 'booked';
    const from = command.stale ? pick(VISIT_STATES, command.step) : now;
    const to = pick(VISIT_STEPS[from], command.step);
    const input = { ...OF_DAY, booking, place, from, to };
    const by = { account: openid, key, body: JSON.stringify(input) };
    return {
      ...{ openid, event: { action: 'setVisit', key, input } },
      act: { act: 'visit', ...by, booking, place, from, to },
    };
  }

  #walkIn(command: EventCommand & { do: 'walk-in' }, key: string): Sent {
    const openid = pick(DESKS, command.who);
    const { whom: _whom, ...person } = toPerson(command);
    const all = [...this.model.place.keys(), ...[...this.model.highest.values()].map(after)];
    const place = pick(all, command.place);
    const home = place.slice(0, 2);
    const input = { ...OF_DAY, home, half: 'am', place, ...person };
    const by = { account: openid, key, body: JSON.stringify(input) };
    const people = person.phone === undefined ? [] : [`${person.name} ${person.phone}`];
    return {
      ...{ openid, event: { action: 'walkIn', key, input } },
      act: { act: 'walk-in', ...by, people, home },
    };
  }

  #block({ who, place, opens }: EventCommand & { do: 'block' }, key: string): Sent {
    const openid = pick(DESKS, who);
    const all = [...this.model.place.keys()].filter((each) => !each.endsWith('x'));
    const first = pick(all, place);
    const places = all.filter((each) => timeOf(each) === timeOf(first));
    const input = { ...OF_DAY, places, confirmed: true, ...(!opens && { reason: '开会' }) };
    const by = { account: openid, key, body: JSON.stringify(input) };
    return {
      ...{ openid, event: { action: 'blockPlaces', key, input } },
      act: { act: 'block', ...by, places, opens },
    };
  }

  #bookFor(command: EventCommand & { do: 'book-for' }, key: string): Sent {
    const openid = pick(OPERATORS, command.who);
    const { whom: _whom, ...person } = toPerson(command);
    const village = pick(VILLAGES, command.village);
    const wish = this.#wish(pick(this.model.bookable(), command.place));
    const input = {
      ...{ ...OF_DAY, home: wish.home, place: wish.named, wish: { who: 'any' }, village },
      ...person,
    };
    const account = `behalf ${village} ${person.name} ${person.phone ?? ''}`;
    const people = [account, ...(person.phone === undefined ? [] : [`${person.name} ${person.phone}`])];
    const allowed = openid !== 'o-helper' || village === HELPERS_OWN;
    const behalf = { account, village, name: person.name, allowed };
    const by = { account: openid, key, body: JSON.stringify(input) };
    return {
      ...{ openid, event: { action: 'bookFor', key, input } },
      act: { act: 'book', ...by, people, ...wish, behalf },
    };
  }

  /** What stands on the slips that the operators printed. */
  #slipsOnPaper(): Known[] {
    return OPERATORS.flatMap((each) => this.#slips.get(each) ?? []).filter(({ code }) => code !== undefined);
  }

  #ownSlips(): Known[] {
    return [...this.#slips].flatMap(([openid, own]) => (DESKS.includes(openid) ? [] : own));
  }

  #cancelFor({ who, slip }: EventCommand & { do: 'cancel-for' }, key: string): Sent | undefined {
    // Now and then somebody's own booking, which is nothing to them.
    const all = slip % 8 === 7 ? this.#ownSlips() : this.#slipsOnPaper();
    if (all.length === 0) return undefined;
    const openid = pick(OPERATORS, who);
    const { booking, place: from, keys } = pick(all, slip);
    const input = { ...OF_DAY, booking, from, keys };
    const behalf = openid === 'o-helper' ? { village: HELPERS_OWN } : {};
    const by = { account: openid, key, body: JSON.stringify(input) };
    return {
      ...{ openid, event: { action: 'cancelFor', key, input } },
      act: { act: 'cancel', ...by, booking, from, behalf },
    };
  }

  #takeOver({ who, slip, wrong }: EventCommand & { do: 'take-over' }, key: string): Sent | undefined {
    const all = this.#slipsOnPaper();
    if (all.length === 0) return undefined;
    const openid = this.#account(who);
    const { booking, place, code } = pick(all, slip);
    const [home = ''] = place.split('-');
    const number = numberOf(place);
    const input = { ...OF_DAY, home, half: 'am', number, code: wrong ? 'ZZZZZ' : code };
    const by = { account: openid, key, body: JSON.stringify(input) };
    return {
      ...{ openid, event: { action: 'takeOver', key, input } },
      act: { act: 'take-over', ...by, home, number, ...(!wrong && { of: booking }) },
    };
  }

  #add({ who, place, seat, count }: EventCommand & { do: 'add' }, key: string): Sent {
    const openid = pick(DESKS, who);
    const list = timeOf(pick(Object.keys(this.day.place), place));
    const [home = '', clock = ''] = list.split('-');
    const sits = pick(
      Object.keys(this.day.seats).filter((each) => each.startsWith(home)),
      seat,
    );
    const more = 1 + (count % 2);
    const time = `${clock.slice(0, 2)}:${clock.slice(2)}`;
    const input = { ...OF_DAY, seat: sits, time, count: more };
    const by = { account: openid, key, body: JSON.stringify(input) };
    return {
      ...{ openid, event: { action: 'addPlaces', key, input } },
      act: { act: 'add', ...by, seat: sits, list, count: more },
    };
  }

  /** An earlier event again, as it was or with another body under its key. */
  #repeat({ earlier, changed }: EventCommand & { do: 'repeat' }): Sent | undefined {
    if (this.#sent.length === 0) return undefined;
    const before = pick(this.#sent, earlier);
    const { act, event } = before;
    const place = pick(this.model.bookable(), earlier);
    if (!changed || event.action !== 'book' || event.input['place'] === place) return before;
    const wish = this.#wish(place);
    const input = { ...event.input, home: wish.home, place, wish: { who: 'any' } };
    return {
      ...before,
      event: { ...event, input },
      act: { ...act, ...wish, body: JSON.stringify(input) },
    };
  }
}

/** The number that follows the highest. */
function after(highest: string): string {
  return `${timeOf(highest)}-${parseInt(highest.slice(highest.lastIndexOf('-') + 1), 10) + 1}x`;
}
