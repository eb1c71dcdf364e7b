/** The model's own acts: carries out what was seen to be written, or throws because the rules did not allow it. */
import { LIMITS } from '../../../../miniprogram/contract/limits';
import type { Act, AddAct, DirectoryAct, MoveAct, TakeOverAct, WalkInAct } from './day-acts';
import { DayJudge } from './day-judge';
import { homeOf, numberOf, timeOf, waits, type Live } from './day-state';

/** Acts on one visit that a repetition is told from. */
const SEEN = 8;

export class DayModel extends DayJudge {
  /** A try was counted; the right one is taken off again when it succeeds. */
  countWrong({ account, body }: Act): void {
    const wrong = this.wrong.get(account) ?? new Set();
    if (wrong.has(body) || wrong.size >= LIMITS.wrongCodes) throw new Error('a wrong code was counted twice');
    this.wrong.set(account, wrong.add(body));
  }

  /** Something was told of somebody else, or they got a place: one more name of the account. */
  countName(act: Act): void {
    const named = this.namedBy(act);
    if (named === undefined) throw new Error('a name was counted that tells of nobody else');
    const asked = this.asked.get(act.account) ?? new Set();
    if (asked.size >= LIMITS.namesPerAccount && !asked.has(named)) throw new Error('one name too many');
    this.asked.set(act.account, asked.add(named));
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
    const named = (act.act === 'book' || act.act === 'move') && to === act.named && this.isFree(to);
    if (verdict !== 'ok' && !(named && ['full', 'waiting'].includes(verdict)))
      throw new Error(`${act.act} took place though it was ${verdict}`);
    this.#carryOut(act, booking, to, named);
    if (act.act === 'visit') {
      const seen = [...(this.seen.get(act.place) ?? []), { id: `${act.account} ${act.key}`, body: act.body }];
      this.seen.set(act.place, seen.slice(-SEEN));
    } else {
      const place = act.act === 'cancel' ? act.from : to;
      this.answers.set(`${act.account} ${act.key}`, { body: act.body, place });
    }
  }

  #carryOut(act: Act, booking: string, to: string, named: boolean): void {
    if (this.namedBy(act) !== undefined) this.countName(act);
    const bump = (counts: Map<string, number>) => counts.set(act.account, (counts.get(act.account) ?? 0) + 1);
    switch (act.act) {
      case 'book':
      case 'move':
        if (!named && !this.free(act).includes(to)) throw new Error(`${to} was not free for it`);
        if (act.act === 'move') bump(this.moves);
        if (act.act === 'move' || !act.behalf) bump(this.tries);
        this.#stand(act, booking, to);
        return;
      case 'wait':
        bump(this.tries);
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

  #stand(act: DirectoryAct | MoveAct, booking: string, to: string): void {
    if (act.act === 'move') this.place.set(act.from, 0);
    this.place.set(to, booking);
    const { behalf } = act.act === 'book' ? act : {};
    const account = behalf?.account ?? act.account;
    const people = act.act === 'book' ? act.people : (this.bookings.get(booking)?.people ?? []);
    this.bookings.set(booking, { account, people, place: to, live: true, ...(behalf && { behalf }) });
  }

  #takeOver(act: TakeOverAct, booking: string): void {
    const { place, people, behalf } = this.findOnBehalf(act) as Live;
    this.wrong.get(act.account)?.delete(act.body);
    this.bookings.delete(act.of ?? '');
    this.place.set(place, booking);
    const own = `${act.account} ${behalf?.name ?? ''}`;
    this.bookings.set(booking, { account: act.account, people: [...people, own], place, live: true });
  }

  #add({ seat, list, count }: AddAct, added: readonly string[]): void {
    const home = homeOf(list);
    const before = this.highest.get(home) ?? '';
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
    const waited = this.findKnown(act.people, true);
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
}
