/** Turns the random numbers of a history into events of the wire, with what they mean for the model. */
import { VISIT_STATES, VISIT_STEPS } from '../../../../miniprogram/contract/desk';
import type { DayDocument } from '../../../../cloudfunctions/reception/rules/day-document';
import type { Act } from './day-acts';
import { timeOf, type DayModel } from './day-model';
import { DATE, TOWNSHIP } from './days';

/** Numbers are taken modulo what there is to choose from. */
export type EventCommand =
  | { do: 'book'; who: number; family: number; phone: number; place: number; wish: number }
  | { do: 'wait'; who: number; family: number; phone: number; place: number }
  | { do: 'move'; who: number; slip: number; place: number }
  | { do: 'cancel'; who: number; slip: number }
  | { do: 'visit'; who: number; slip: number; step: number; stale: boolean }
  | { do: 'walk-in'; who: number; family: number; phone: number; place: number }
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
const OF_DAY = { township: TOWNSHIP, date: DATE };

export function pick<T>(list: readonly T[], number: number): T {
  return list[number % list.length] as T;
}

interface Known {
  booking: string;
  place: string;
  keys: string;
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
  readonly #bookable: readonly string[];
  readonly #sent: Sent[] = [];
  readonly #slips = new Map<string, Known[]>();
  #composed = 0;

  constructor(
    private readonly day: DayDocument,
    private readonly model: DayModel,
    private readonly accounts: number,
  ) {
    this.#bookable = Object.keys(day.place).filter((place) => !place.endsWith('w'));
  }

  /** Undefined when there is nothing yet that could be moved, cancelled or repeated. */
  compose(command: EventCommand): Sent | undefined {
    const sent = this.#compose(command, `history-${this.#composed++}`);
    if (sent) this.#sent.push(sent);
    return sent;
  }

  /** What a phone was answered; it stays there when the booking has long moved on. */
  learn({ openid, act }: Sent, known: { booking: string; place: string; keys?: string }): void {
    if (['cancel', 'visit', 'block', 'give'].includes(act.act)) return;
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
    const home = named.slice(0, 2);
    return { home, allowed: this.#bookable.filter((each) => each.startsWith(home)), person, named };
  }

  #book(command: EventCommand & { do: 'book' }, key: string): Sent {
    const openid = this.#account(command.who);
    const person = toPerson(command);
    const place = pick(this.#bookable, command.place);
    const sits = command.wish % 2 === 0 ? undefined : this.model.sitting.get(this.day.plan[place] ?? '');
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
    const taken = this.#bookable.filter((place) => this.model.place.get(place) !== 0);
    // Now and then a time that is not full; nobody would learn anything from many of those.
    const list = timeOf(
      pick(taken.length > 0 && command.place % 8 > 0 ? taken : this.#bookable, command.place),
    );
    const [home = '', clock = ''] = list.split('-');
    const input = { ...OF_DAY, home, time: `${clock.slice(0, 2)}:${clock.slice(2)}`, ...person };
    const by = { account: openid, key, body: JSON.stringify(input) };
    const places = this.#bookable.filter((place) => timeOf(place) === list);
    const act: Act = { act: 'wait', ...by, people: peopleOf(openid, person), home, list, places };
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
    const place = pick(this.#bookable, command.place);
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
    const first = pick(Object.keys(this.day.place), place);
    const places = Object.keys(this.day.place).filter((each) => timeOf(each) === timeOf(first));
    const input = { ...OF_DAY, places, confirmed: true, ...(!opens && { reason: '开会' }) };
    const by = { account: openid, key, body: JSON.stringify(input) };
    return {
      ...{ openid, event: { action: 'blockPlaces', key, input } },
      act: { act: 'block', ...by, places, opens },
    };
  }

  /** An earlier event again, as it was or with another body under its key. */
  #repeat({ earlier, changed }: EventCommand & { do: 'repeat' }): Sent | undefined {
    if (this.#sent.length === 0) return undefined;
    const before = pick(this.#sent, earlier);
    const { act, event } = before;
    const place = pick(this.#bookable, earlier);
    if (!changed || act.act !== 'book' || event.input['place'] === place) return before;
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
