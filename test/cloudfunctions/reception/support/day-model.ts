/** The reception day as one would play it with a pencil: places, lists, people, bounds. No document, no conditions. */
import type { VisitState } from '../../../../miniprogram/contract/desk';
import { LIMITS } from '../../../../miniprogram/contract/limits';
import type {
  Act,
  AddAct,
  BookAct,
  CancelAct,
  MoveAct,
  TakeOverAct,
  VisitAct,
  WaitAct,
  WalkInAct,
  Wished,
} from './day-acts';

interface Live {
  account: string;
  people: readonly string[];
  place: string;
  live: boolean;
  /** Booked on behalf, and not taken over since. */
  behalf?: { village: string; name: string };
}

/** Acts on one visit that a repetition is told from. */
const SEEN = 8;
const homeOf = (place: string) => place.slice(0, place.indexOf('-'));
export const timeOf = (place: string) => place.slice(0, place.lastIndexOf('-'));
const waits = (place: string) => place.endsWith('-0');
export const numberOf = (place: string) => parseInt(place.slice(place.lastIndexOf('-') + 1), 10);
const bookable = (place: string) => !/[wx]$/.test(place);

export class DayModel {
  readonly place = new Map<string, string | 0>();
  readonly bookings = new Map<string, Live>();
  readonly closed = new Set<string>();
  readonly lists = new Map<string, string[]>();
  readonly blocked = new Set<string>();
  readonly visits = new Map<string, VisitState>();
  /** Home → highest number given. */
  readonly highest = new Map<string, string>();
  readonly #answers = new Map<string, { body: string; place: string }>();
  readonly #seen = new Map<string, { id: string; body: string }[]>();
  readonly #moves = new Map<string, number>();
  readonly #tries = new Map<string, number>();
  /** Account → the keys of its wrong codes. */
  readonly #wrong = new Map<string, Set<string>>();

  constructor(
    places: readonly string[],
    readonly plan: Map<string, string>,
    readonly sitting: Map<string, string>,
  ) {
    for (const place of places) {
      this.place.set(place, 0);
      this.highest.set(homeOf(place), place);
    }
  }

  /** The place that this key was answered with; `reused` under another body. */
  replay(act: Act): { place: string } | 'reused' | undefined {
    const id = `${act.account} ${act.key}`;
    const seen = act.act === 'visit' ? this.#seen.get(act.place)?.find((one) => one.id === id) : undefined;
    const before = act.act === 'visit' ? seen && { ...seen, place: act.place } : this.#answers.get(id);
    if (!before) return undefined;
    return before.body === act.body ? { place: before.place } : 'reused';
  }

  #isFree(place: string): boolean {
    const awaited = (this.lists.get(timeOf(place)) ?? []).length > 0;
    return this.place.get(place) === 0 && !this.blocked.has(place) && !awaited;
  }

  #fits({ person }: Wished, place: string): boolean {
    return person === undefined || this.sitting.get(this.plan.get(place) ?? '') === person;
  }

  free(act: Wished): string[] {
    return this.bookable(act.home).filter((place) => this.#isFree(place) && this.#fits(act, place));
  }

  /** All that phones may book, of one home or of both. */
  bookable(home = ''): string[] {
    return [...this.place.keys()].filter((place) => bookable(place) && place.startsWith(home));
  }

  /** The code with which the act is refused now; 'ok' when it may go on. */
  judge(act: Act): string {
    const before = this.replay(act);
    if (before) return before === 'reused' ? 'key-reused' : 'ok';
    if (act.act === 'visit') return this.#judgeVisit(act);
    if (act.act === 'block' || act.act === 'add' || act.act === 'give') return 'ok';
    if (act.act === 'take-over') return this.#judgeTakeOver(act);
    const barred = this.#judgeOffice(act);
    if (barred) return barred;
    if (act.act === 'walk-in') return this.#findKnown(act.people, false) ? 'already-booked' : 'ok';
    const homes = act.act === 'book' || act.act === 'wait' ? [act.home] : [homeOf(act.from)];
    if (act.act === 'move') homes.push(act.home);
    if (homes.some((home) => this.closed.has(home))) return 'closed';
    return act.act === 'book' || act.act === 'wait' ? this.#judgePerson(act) : this.#judgeChange(act);
  }

  #findKnown(people: readonly string[], waiting: boolean): [string, Live] | undefined {
    return [...this.bookings].find(
      ([, { live, place, people: own }]) =>
        live && waits(place) === waiting && own.some((person) => people.includes(person)),
    );
  }

  #judgePerson(act: BookAct | WaitAct): string {
    if (this.#findKnown(act.people, true) ?? this.#findKnown(act.people, false)) return 'already-booked';
    const own = this.#liveOf(act.act === 'book' ? (act.behalf?.account ?? act.account) : act.account);
    if (own.length >= LIMITS.bookingsPerAccount) return 'too-many-bookings';
    if (act.act === 'book') return this.#judgePlaces(act);
    if ((this.#tries.get(act.account) ?? 0) >= LIMITS.actsPerAccount) return 'too-many-acts';
    return this.#judgeList(act);
  }

  #liveOf(account: string): Live[] {
    return [...this.bookings.values()].filter((each) => each.live && each.account === account);
  }

  #judgeList({ list }: WaitAct): string {
    const places = this.bookable().filter((place) => timeOf(place) === list);
    if ((this.lists.get(list) ?? []).length >= LIMITS.waitingPerTime) return 'list-full';
    if (places.some((place) => this.#isFree(place))) return 'not-full';
    const dead = places.every((place) => this.blocked.has(place) && this.place.get(place) === 0);
    return dead ? 'full' : 'ok';
  }

  #judgeChange(act: MoveAct | CancelAct): string {
    const booking = this.bookings.get(act.booking);
    const behalf = act.act === 'cancel' && act.behalf !== undefined;
    if (!booking || (!behalf && booking.account !== act.account)) return 'not-found';
    if (!booking.live || booking.place !== act.from || this.visits.has(act.from)) return 'booking-changed';
    if (act.act === 'cancel') return 'ok';
    if (waits(act.from)) return 'booking-changed';
    if ((this.#moves.get(act.account) ?? 0) >= LIMITS.movesPerDay) return 'too-many-moves';
    return this.#judgePlaces(act);
  }

  /** What is refused to an operator whatever the day is like; undefined: nothing. */
  #judgeOffice(act: Act): string | undefined {
    if (act.act === 'book') return act.behalf?.allowed === false ? 'not-allowed' : undefined;
    if (act.act !== 'cancel' || act.behalf === undefined) return undefined;
    const of = this.bookings.get(act.booking)?.behalf;
    // Of a booking on behalf that is gone the office hears first that booking is closed.
    if (!act.booking.startsWith('b') || (!of && act.behalf.village !== undefined)) return 'not-found';
    return of && (act.behalf.village ?? of.village) !== of.village ? 'not-found' : undefined;
  }

  #findOnBehalf({ home, number, of = '' }: TakeOverAct): Live | undefined {
    const found = this.bookings.get(of);
    const there = found?.live && homeOf(found.place) === home && numberOf(found.place) === number;
    return there ? found : undefined;
  }

  #judgeTakeOver(act: TakeOverAct): string {
    const wrong = [...(this.#wrong.get(act.account) ?? [])].filter((key) => key !== act.key);
    if (wrong.length >= LIMITS.wrongCodes) return 'code-locked';
    const found = this.#findOnBehalf(act);
    if (!found?.behalf) return 'code-wrong';
    if (this.#liveOf(act.account).length >= LIMITS.bookingsPerAccount) return 'too-many-bookings';
    const own = `${act.account} ${found.behalf.name}`;
    return this.#liveOf(act.account).some(({ people }) => people.includes(own)) ? 'already-booked' : 'ok';
  }

  /** A wrong code was counted. */
  countWrong({ account, key }: Act): void {
    const wrong = this.#wrong.get(account) ?? new Set();
    if (wrong.has(key) || wrong.size >= LIMITS.wrongCodes) throw new Error('a wrong code was counted twice');
    this.#wrong.set(account, wrong.add(key));
  }

  #judgePlaces(act: BookAct | MoveAct): string {
    if (act.act === 'book' && act.behalf) return this.#judgeFree(act);
    if ((this.#tries.get(act.account) ?? 0) >= LIMITS.actsPerAccount) return 'too-many-acts';
    return this.#judgeFree(act);
  }

  #judgeFree(act: BookAct | MoveAct): string {
    if (this.free(act).length > 0) return 'ok';
    const awaited = this.bookable(act.home).some(
      (place) => this.place.get(place) === 0 && !this.blocked.has(place) && this.#fits(act, place),
    );
    return awaited ? 'waiting' : 'full';
  }

  #judgeVisit({ place, booking, from }: VisitAct): string {
    if (this.place.get(place) !== booking) return 'booking-changed';
    return (this.visits.get(place) ?? 'booked') === from ? 'ok' : 'visit-changed';
  }

  /** Where somebody who just comes may be put now. */
  #mayWalkIn(home: string, to: string): boolean {
    const before = this.highest.get(home) ?? '';
    if (to.endsWith('x')) return timeOf(to) === timeOf(before) && numberOf(to) === numberOf(before) + 1;
    const kept = to.endsWith('w') || this.closed.has(home);
    return homeOf(to) === home && kept && this.place.get(to) === 0 && !this.blocked.has(to);
  }

  /** Carries out what was seen to be written; throws when the rules did not allow it. */
  apply(act: Act, booking: string, to: string): void {
    if (this.replay(act)) throw new Error(`${act.act} took place twice under one key`);
    const verdict = this.judge(act);
    const named = (act.act === 'book' || act.act === 'move') && to === act.named && this.#isFree(to);
    if (verdict !== 'ok' && !(named && ['full', 'waiting'].includes(verdict)))
      throw new Error(`${act.act} took place though it was ${verdict}`);
    this.#carryOut(act, booking, to, named);
    if (act.act === 'visit') {
      const seen = [
        ...(this.#seen.get(act.place) ?? []),
        { id: `${act.account} ${act.key}`, body: act.body },
      ];
      this.#seen.set(act.place, seen.slice(-SEEN));
    } else {
      const place = act.act === 'cancel' ? act.from : to;
      this.#answers.set(`${act.account} ${act.key}`, { body: act.body, place });
    }
  }

  #carryOut(act: Act, booking: string, to: string, named: boolean): void {
    const bump = (counts: Map<string, number>) => counts.set(act.account, (counts.get(act.account) ?? 0) + 1);
    switch (act.act) {
      case 'book':
      case 'move':
        if (!named && !this.free(act).includes(to)) throw new Error(`${to} was not free for it`);
        if (act.act === 'move') bump(this.#moves);
        if (act.act === 'move' || !act.behalf) bump(this.#tries);
        this.#stand(act, booking, to);
        return;
      case 'wait':
        bump(this.#tries);
        this.lists.set(act.list, [...(this.lists.get(act.list) ?? []), booking]);
        this.bookings.set(booking, { ...act, place: to, live: true });
        return;
      case 'cancel':
        this.#end(act.booking);
        return;
      case 'visit':
        if (act.to === 'booked') this.visits.delete(act.place);
        else this.visits.set(act.place, act.to);
        return;
      case 'walk-in':
        this.#enter(act, booking, to);
        return;
      case 'block':
        for (const place of act.places)
          if (act.opens) this.blocked.delete(place);
          else this.blocked.add(place);
        return;
      case 'take-over':
        this.#takeOver(act, booking);
        return;
      case 'add':
        this.#add(act, to.split(','));
        return;
      case 'give':
        this.#give(booking, to);
    }
  }

  #stand(act: BookAct | MoveAct, booking: string, to: string): void {
    if (act.act === 'move') this.place.set(act.from, 0);
    this.place.set(to, booking);
    const { behalf } = act.act === 'book' ? act : {};
    const account = behalf?.account ?? act.account;
    const people = act.act === 'book' ? act.people : (this.bookings.get(booking)?.people ?? []);
    this.bookings.set(booking, { account, people, place: to, live: true, ...(behalf && { behalf }) });
  }

  #takeOver(act: TakeOverAct, booking: string): void {
    const { place, people, behalf } = this.#findOnBehalf(act) as Live;
    this.bookings.delete(act.of ?? '');
    this.place.set(place, booking);
    const own = `${act.account} ${behalf?.name ?? ''}`;
    this.bookings.set(booking, { account: act.account, people: [...people, own], place, live: true });
  }

  #add({ seat, list, count }: AddAct, added: readonly string[]): void {
    const [home = '', before] = [homeOf(list), this.highest.get(homeOf(list)) ?? ''];
    const highest = numberOf(before);
    const should = Array.from({ length: count }, (_, n) => `${list}-${highest + 1 + n}`);
    if (added.join() !== should.join()) throw new Error(`${added.join()} added, not ${should.join()}`);
    for (const place of added) {
      this.place.set(place, 0);
      this.plan.set(place, seat);
    }
    this.highest.set(home, `${timeOf(before)}-${highest + count}`);
  }

  #end(id: string): void {
    const booking = this.bookings.get(id);
    if (!booking) throw new Error('nobody had that booking');
    booking.live = false;
    if (!waits(booking.place)) this.place.set(booking.place, 0);
    else this.#leave(id, booking.place);
  }

  #leave(id: string, place: string): void {
    const list = this.lists.get(timeOf(place)) ?? [];
    this.lists.set(
      timeOf(place),
      list.filter((each) => each !== id),
    );
  }

  #enter(act: WalkInAct, booking: string, to: string): void {
    if (!this.#mayWalkIn(act.home, to)) throw new Error(`${to} is not for whoever just comes`);
    const waited = this.#findKnown(act.people, true);
    if (waited) this.#end(waited[0]);
    if (to.endsWith('x')) this.highest.set(act.home, to);
    this.place.set(to, booking);
    this.visits.set(to, 'arrived');
    this.bookings.set(booking, { account: booking, people: act.people, place: to, live: true });
  }

  #give(booking: string, to: string): void {
    const [head] = this.lists.get(timeOf(to)) ?? [];
    if (head !== booking) throw new Error(`${to} was given past the head of the list`);
    if (this.place.get(to) !== 0 || this.blocked.has(to) || this.closed.has(homeOf(to)))
      throw new Error(`${to} was not to be given`);
    this.#leave(booking, to);
    this.place.set(to, booking);
    const before = this.bookings.get(booking);
    if (before) this.bookings.set(booking, { ...before, place: to });
  }

  /** Places that should have gone to somebody who waits. */
  passedOver(): string[] {
    return [...this.place.keys()].filter(
      (place) =>
        bookable(place) &&
        this.place.get(place) === 0 &&
        !this.blocked.has(place) &&
        !this.closed.has(homeOf(place)) &&
        (this.lists.get(timeOf(place)) ?? []).length > 0,
    );
  }
}
