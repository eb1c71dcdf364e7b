/** The reception day as one would play it with a pencil: places, people, bounds. No document, no conditions. */
import { LIMITS } from '../../../../miniprogram/contract/limits';

export interface BookAct {
  act: 'book';
  account: string;
  key: string;
  /** What makes two bookings one person's; said here in words, in the code by hashes. */
  people: readonly string[];
  home: string;
  /** Which places the wish allows, free or not. */
  allowed: readonly string[];
  body: string;
}

export interface MoveAct extends Omit<BookAct, 'act' | 'people'> {
  act: 'move';
  booking: string;
  from: string;
}

export interface CancelAct {
  act: 'cancel';
  account: string;
  key: string;
  booking: string;
  from: string;
  body: string;
}

export type Act = BookAct | MoveAct | CancelAct;

interface Live {
  account: string;
  people: readonly string[];
  place: string;
  live: boolean;
}

const homeOf = (place: string) => place.slice(0, place.indexOf('-'));
const timeOf = (place: string) => place.slice(0, place.lastIndexOf('-'));

export class DayModel {
  readonly place = new Map<string, string | 0>();
  readonly bookings = new Map<string, Live>();
  readonly closed = new Set<string>();
  readonly awaited = new Set<string>();
  readonly #answers = new Map<string, { body: string; place: string }>();
  readonly #moves = new Map<string, number>();
  readonly #tries = new Map<string, number>();

  constructor(places: readonly string[]) {
    for (const place of places) this.place.set(place, 0);
  }

  /** The place that this key was answered with; `reused` under another body. */
  replay(act: Act): { place: string } | 'reused' | undefined {
    const before = this.#answers.get(`${act.account} ${act.key}`);
    if (!before) return undefined;
    return before.body === act.body ? { place: before.place } : 'reused';
  }

  free(act: BookAct | MoveAct): string[] {
    return act.allowed.filter((place) => this.place.get(place) === 0 && !this.awaited.has(timeOf(place)));
  }

  /** The code with which the act is refused now; 'ok' when it may go on. */
  judge(act: Act): string {
    const before = this.replay(act);
    if (before) return before === 'reused' ? 'key-reused' : 'ok';
    const homes = act.act === 'book' ? [act.home] : [homeOf(act.from)];
    if (act.act === 'move') homes.push(act.home);
    if (homes.some((home) => this.closed.has(home))) return 'closed';
    return act.act === 'book' ? this.#judgeBook(act) : this.#judgeChange(act);
  }

  #judgeBook(act: BookAct): string {
    const live = [...this.bookings.values()].filter((booking) => booking.live);
    if (live.some(({ people }) => people.some((person) => act.people.includes(person))))
      return 'already-booked';
    if (live.filter(({ account }) => account === act.account).length >= LIMITS.bookingsPerAccount)
      return 'too-many-bookings';
    return this.#judgePlaces(act);
  }

  #judgeChange(act: MoveAct | CancelAct): string {
    const booking = this.bookings.get(act.booking);
    if (!booking || booking.account !== act.account) return 'not-found';
    if (!booking.live || booking.place !== act.from) return 'booking-changed';
    if (act.act === 'cancel') return 'ok';
    if ((this.#moves.get(act.account) ?? 0) >= LIMITS.movesPerDay) return 'too-many-moves';
    return this.#judgePlaces(act);
  }

  #judgePlaces(act: BookAct | MoveAct): string {
    if ((this.#tries.get(act.account) ?? 0) >= LIMITS.actsPerAccount) return 'too-many-acts';
    if (this.free(act).length > 0) return 'ok';
    return act.allowed.some((place) => this.place.get(place) === 0) ? 'waiting' : 'full';
  }

  /** Carries out what was seen to be written; throws when the rules did not allow it. */
  apply(act: Act, booking: string, to: string): void {
    if (this.replay(act)) throw new Error(`${act.act} took place twice under one key`);
    const verdict = this.judge(act);
    if (verdict !== 'ok') throw new Error(`${act.act} took place though it was ${verdict}`);
    if (act.act !== 'cancel' && !this.free(act).includes(to)) throw new Error(`${to} was not free for it`);
    const bump = (counts: Map<string, number>) => counts.set(act.account, (counts.get(act.account) ?? 0) + 1);
    if (act.act !== 'book') this.place.set(act.from, 0);
    if (act.act !== 'cancel') {
      this.place.set(to, booking);
      bump(this.#tries);
    }
    if (act.act === 'move') bump(this.#moves);
    const people = act.act === 'book' ? act.people : (this.bookings.get(booking)?.people ?? []);
    const place = act.act === 'cancel' ? act.from : to;
    this.bookings.set(booking, { account: act.account, people, place, live: act.act !== 'cancel' });
    this.#answers.set(`${act.account} ${act.key}`, { body: act.body, place });
  }
}
