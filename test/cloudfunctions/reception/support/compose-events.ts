/** Turns the random numbers of a history into events of the wire, with what they mean for the model. */
import { VISIT_STATES, VISIT_STEPS } from '../../../../miniprogram/contract/desk';
import type { DayDocument } from '../../../../cloudfunctions/reception/days/rules/day-document';
import { composeAdd, composeBookFor, composeCancelFor, composeTakeOver, type Known } from './compose-office';
import type { Act } from './day-acts';
import type { DayModel } from './day-model';
import { timeOf } from './day-state';
import {
  DESKS,
  OF_DAY,
  peopleOf,
  pick,
  toPerson,
  type EventCommand,
  type KnownSlip,
  type Sent,
} from './event-words';

export class EventComposer {
  readonly #known: Known;
  readonly #sent: Sent[] = [];
  readonly #slips = new Map<string, KnownSlip[]>();
  #composed = 0;

  constructor(
    day: DayDocument,
    private readonly model: DayModel,
    private readonly accounts: number,
  ) {
    this.#known = { day, model, slips: this.#slips, account: (who) => this.#account(who) };
  }

  /** Undefined when there is nothing yet that could be moved, cancelled or repeated. */
  compose(command: EventCommand): Sent | undefined {
    const sent = this.#compose(command, `history-${this.#composed++}`);
    if (sent) this.#sent.push(sent);
    return sent;
  }

  /** What a phone was answered; it stays there when the booking has long moved on. */
  learn({ openid, act }: Sent, known: Omit<KnownSlip, 'keys'> & { keys?: string }): void {
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
        return composeBookFor(this.#known, command, key);
      case 'cancel-for':
        return composeCancelFor(this.#known, command, key);
      case 'take-over':
        return composeTakeOver(this.#known, command, key);
      case 'add':
        return composeAdd(this.#known, command, key);
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
      ...OF_DAY,
      home: wish.home,
      place,
      ...person,
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
      openid,
      event: { action: 'setVisit', key, input },
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
      openid,
      event: { action: 'walkIn', key, input },
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
      openid,
      event: { action: 'blockPlaces', key, input },
      act: { act: 'block', ...by, places, opens },
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
