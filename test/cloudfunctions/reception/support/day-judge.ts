/** What the model says to an act: why it is refused now, and what its key was answered before. */
import { LIMITS } from '../../../../miniprogram/contract/limits';
import { SETTINGS } from '../../../../cloudfunctions/registry/directory/rules/settings';
import type { Act, DirectoryAct, CancelAct, MoveAct, TakeOverAct, VisitAct, WaitAct } from './day-acts';
import { DayState, homeOf, timeOf, waits } from './day-state';

export class DayJudge extends DayState {
  protected readonly answers = new Map<string, { body: string; place: string }>();
  protected readonly seen = new Map<string, { id: string; body: string }[]>();
  protected readonly moves = new Map<string, number>();
  protected readonly tries = new Map<string, number>();
  /** Account → people by name and phone for whom it asked a place. */
  protected readonly asked = new Map<string, Set<string>>();
  /** Account → the bodies of its tries, whatever their keys. */
  protected readonly wrong = new Map<string, Set<string>>();

  /** The place that this key was answered with; `reused` under another body. */
  replay(act: Act): { place: string } | 'reused' | undefined {
    const id = `${act.account} ${act.key}`;
    const seen = act.act === 'visit' ? this.seen.get(act.place)?.find((one) => one.id === id) : undefined;
    const before = act.act === 'visit' ? seen && { ...seen, place: act.place } : this.answers.get(id);
    if (!before) return undefined;
    return before.body === act.body ? { place: before.place } : 'reused';
  }

  /** The code with which the act is refused now; 'ok' when it may go on. */
  judge(act: Act): string {
    const before = this.replay(act);
    if (before) return before === 'reused' ? 'key-reused' : 'ok';
    if (act.act === 'visit') return this.#judgeVisit(act);
    if (act.act === 'block' || act.act === 'add' || act.act === 'give') return 'ok';
    if (act.act === 'take-over') return this.#judgeTakeOver(act);
    const banned = this.#judgeOffice(act);
    if (banned) return banned;
    if (act.act === 'walk-in') return this.findKnown(act.people, false) ? 'already-booked' : 'ok';
    const homes = act.act === 'book' || act.act === 'wait' ? [act.home] : [homeOf(act.from)];
    if (act.act === 'move') homes.push(act.home);
    if (homes.some((home) => this.closed.has(home))) return 'closed';
    return act.act === 'book' || act.act === 'wait' ? this.#judgePerson(act) : this.#judgeChange(act);
  }

  /** Whom an act by an account of its own names by name and phone. */
  protected namedBy(act: Act): string | undefined {
    if (act.act === 'wait') return act.people[1];
    return act.act === 'book' && !act.behalf ? act.people[1] : undefined;
  }

  #judgePerson(act: DirectoryAct | WaitAct): string {
    const account = act.act === 'book' ? (act.behalf?.account ?? act.account) : act.account;
    const known = this.listKnown(act.people);
    const office = act.act === 'book' && act.behalf !== undefined && act.account !== 'o-helper';
    if (known.some((one) => office || one.account === account)) return 'already-booked';
    const own = this.liveOf(account);
    if (own.length >= SETTINGS.bookingsPerAccount.value) return 'too-many-bookings';
    const why = act.act === 'book' ? this.#judgePlaces(act) : this.#judgeWait(act);
    if (why !== 'ok') return why;
    return known.length > 0 || this.#asksTooMany(act) ? 'book-in-person' : 'ok';
  }

  #asksTooMany(act: Act): boolean {
    const named = this.namedBy(act);
    const asked = this.asked.get(act.account) ?? new Set();
    return named !== undefined && !asked.has(named) && asked.size >= LIMITS.namesPerAccount;
  }

  #judgeWait(act: WaitAct): string {
    if ((this.tries.get(act.account) ?? 0) >= LIMITS.actsPerAccount) return 'too-many-acts';
    return this.#judgeList(act);
  }

  #judgeList({ list }: WaitAct): string {
    const places = this.bookable().filter((place) => timeOf(place) === list);
    if ((this.lists.get(list) ?? []).length >= LIMITS.waitingPerTime) return 'list-full';
    if (places.some((place) => this.isFree(place))) return 'not-full';
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
    if ((this.moves.get(act.account) ?? 0) >= SETTINGS.movesPerDay.value) return 'too-many-moves';
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

  #judgeTakeOver(act: TakeOverAct): string {
    const wrong = [...(this.wrong.get(act.account) ?? [])].filter((body) => body !== act.body);
    if (wrong.length >= LIMITS.wrongCodes) return 'code-locked';
    const found = this.findOnBehalf(act);
    if (!found?.behalf) return 'code-wrong';
    if (this.liveOf(act.account).length >= SETTINGS.bookingsPerAccount.value) return 'too-many-bookings';
    const own = `${act.account} ${found.behalf.name}`;
    return this.liveOf(act.account).some(({ people }) => people.includes(own)) ? 'already-booked' : 'ok';
  }

  #judgePlaces(act: DirectoryAct | MoveAct): string {
    if (act.act === 'book' && act.behalf) return this.#judgeFree(act);
    if ((this.tries.get(act.account) ?? 0) >= LIMITS.actsPerAccount) return 'too-many-acts';
    return this.#judgeFree(act);
  }

  #judgeFree(act: DirectoryAct | MoveAct): string {
    if (this.free(act).length > 0) return 'ok';
    const awaited = this.bookable(act.home).some(
      (place) => this.place.get(place) === 0 && !this.blocked.has(place) && this.fits(act, place),
    );
    return awaited ? 'waiting' : 'full';
  }

  #judgeVisit({ place, booking, from }: VisitAct): string {
    if (this.place.get(place) !== booking) return 'booking-changed';
    return (this.visits.get(place) ?? 'booked') === from ? 'ok' : 'visit-changed';
  }
}
