/** Turns the random numbers of a history into events of the wire, with what they mean for the model. */
import type { Slip } from '../../../../miniprogram/contract/reception';
import type { DayDocument } from '../../../../cloudfunctions/reception/rules/day-document';
import type { Act } from './day-model';
import { DATE, TOWNSHIP } from './days';

/** Numbers are taken modulo what there is to choose from. */
export type EventCommand =
  | { do: 'book'; who: number; family: number; phone: number; place: number; wish: number }
  | { do: 'move'; who: number; slip: number; place: number }
  | { do: 'cancel'; who: number; slip: number }
  | { do: 'repeat'; earlier: number; changed: boolean };

export interface Sent {
  openid: string;
  event: { action: string; key: string; input: Readonly<Record<string, unknown>> };
  act: Act;
}

const NAMES = ['甲', '乙', '丙', '丁'];

export function pick<T>(list: readonly T[], number: number): T {
  return list[number % list.length] as T;
}

type Known = Pick<Slip, 'booking' | 'place' | 'keys'>;

export class EventComposer {
  readonly #bookable: readonly string[];
  readonly #sent: Sent[] = [];
  readonly #slips = new Map<string, Known[]>();

  constructor(
    private readonly day: DayDocument,
    private readonly accounts: number,
  ) {
    this.#bookable = Object.keys(day.place).filter((place) => !place.endsWith('w'));
  }

  /** Undefined when there is nothing yet that could be moved, cancelled or repeated. */
  compose(command: EventCommand): Sent | undefined {
    const sent = this.#compose(command, `history-${this.#sent.length}`);
    if (sent) this.#sent.push(sent);
    return sent;
  }

  /** What a phone was answered; it stays there when the booking has long moved on. */
  learn({ openid, act }: Sent, { booking, place, keys }: Known): void {
    if (act.act === 'cancel') return;
    const own = this.#slips.get(openid) ?? [];
    const first = own.find((slip) => slip.booking === booking);
    this.#slips.set(openid, [...own, { booking, place, keys: first?.keys ?? keys }]);
  }

  #compose(command: EventCommand, key: string): Sent | undefined {
    switch (command.do) {
      case 'book':
        return this.#book(command, key);
      case 'repeat':
        return this.#repeat(command);
      default:
        return this.#change(command, key);
    }
  }

  #account(who: number): string {
    return `o${who % this.accounts}`;
  }

  #wish(place: string, person?: string): { home: string; allowed: string[] } {
    const { plan, seats } = this.day;
    const home = place.slice(0, 2);
    const allowed = this.#bookable.filter(
      (each) => each.startsWith(home) && (!person || seats[plan[each] ?? '']?.person === person),
    );
    return { home, allowed };
  }

  #book(command: EventCommand & { do: 'book' }, key: string): Sent {
    const openid = this.#account(command.who);
    const self = command.family % 5 === 4;
    const name = pick(NAMES, command.family);
    const phone = command.phone % 3 === 0 ? `555010${command.phone % 2}` : undefined;
    const place = pick(this.#bookable, command.place);
    const person = command.wish % 2 === 0 ? undefined : this.day.seats[this.day.plan[place] ?? '']?.person;
    const wish = this.#wish(place, person);
    const input = {
      ...{ township: TOWNSHIP, date: DATE, home: wish.home, place, name, whom: self ? 'self' : 'family' },
      ...(phone !== undefined && { phone }),
      wish: person === undefined ? { who: 'any' } : { who: 'receiver', person },
    };
    const people = [
      self ? openid : `${openid} ${name}`,
      ...(phone === undefined ? [] : [`${name} ${phone}`]),
    ];
    const act: Act = { act: 'book', account: openid, key, people, ...wish, body: JSON.stringify(input) };
    return { openid, event: { action: 'book', key, input }, act };
  }

  #change(command: EventCommand & { do: 'move' | 'cancel' }, key: string): Sent | undefined {
    const openid = this.#account(command.who);
    const own = this.#slips.get(openid);
    if (!own) return undefined;
    const { booking, place: from, keys } = pick(own, command.slip);
    const common = { township: TOWNSHIP, date: DATE, booking, from };
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
