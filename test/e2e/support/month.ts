/** What the month's test knows by itself: acts through the gateway, and a ledger as one would keep it on paper. */
import type { Outcome, VisitState } from '../../../miniprogram/contract/desk';
import type { DayView, Receiver, Slip } from '../../../miniprogram/contract/reception';
import type { LocalRun } from '../../../local/start';

export const TOWNSHIP = 'bh';
export const STAFF = 'bh-staff';
export const CHIEF = 'bh-p1';

/** One visitor as the ledger on the desk has them. */
export interface Line {
  who: string;
  booking: string;
  place: string;
  seat: string;
  origin: 'phone' | 'behalf' | 'walk-in';
  end: 'met' | 'no-show' | 'cancelled';
  outcome?: Outcome;
}

export class Month {
  readonly ledger = new Map<string, Line>();
  readonly seatOf = new Map<string, string>();
  #keys = 0;
  #acts = 0;

  constructor(
    private readonly run: LocalRun,
    readonly date: string,
  ) {}

  async ask<T>(fn: string, action: string, openid: string, input: object = {}): Promise<T> {
    // Sixty acts of a role a minute: the desk's clock goes on.
    if (++this.#acts % 40 === 0) await this.run.cloud.control({ clock: { advanceMs: 61_000 } });
    const event = {
      action,
      key: `month-key-${String(++this.#keys)}`,
      input: { township: TOWNSHIP, ...input },
    };
    const { result } = (await this.run.cloud.invoke(fn, event, { openid })) as {
      result?: { ok: boolean; data?: unknown; code?: string };
    };
    if (!result?.ok) throw new Error(`${action} of ${openid}: ${result?.code ?? 'no answer'}`);
    return result.data as T;
  }

  relay(): Promise<unknown> {
    return this.run.cloud.control({ runTimers: true });
  }

  /** A phone's own kick may have the day in hand just then; its lease ends with the minute. */
  async relayUntil(done: () => Promise<boolean>): Promise<void> {
    for (let turn = 0; turn < 5; turn++) {
      await this.relay();
      if (await done()) return;
      await this.run.cloud.control({ clock: { advanceMs: 61_000 } });
    }
  }

  day(openid: string): Promise<DayView> {
    return this.ask('reception', 'day', openid, { date: this.date });
  }

  /** Which seat each bookable place belongs to; while the day is empty all of them are free. */
  async learnPlaces(): Promise<void> {
    const { homes } = await this.day('o-nobody');
    for (const { times } of homes)
      for (const { free } of times) for (const { place, seat } of free) this.seatOf.set(place, seat);
  }

  async free(home: string): Promise<{ place: string; time: string }[]> {
    const day = await this.day('o-nobody');
    const times = day.homes.find((one) => one.home === home)?.times ?? [];
    return times.flatMap(({ time, free }) => free.map(({ place }) => ({ place, time })));
  }

  write(who: string, slip: Pick<Slip, 'booking' | 'place'>, origin: Line['origin'], seat?: string): void {
    const { booking, place } = slip;
    this.ledger.set(booking, {
      who,
      booking,
      place,
      origin,
      end: 'no-show',
      seat: seat ?? this.seatOf.get(place) ?? '',
    });
  }

  async book(openid: string, home: string, place: string, name: string): Promise<Slip> {
    const wanted = { date: this.date, home, place, wish: { who: 'any' }, whom: 'self', name };
    const slip = await this.ask<Slip>('reception', 'book', openid, wanted);
    this.write(openid, slip, 'phone');
    return slip;
  }

  /** The slip that a page left for this phone's owner. */
  async slipOf(openid: string): Promise<Slip> {
    const { mine } = await this.day(openid);
    const [slip] = mine.filter(({ state }) => state !== 'cancelled');
    if (!slip) throw new Error(`${openid} has no slip`);
    return slip;
  }

  step(openid: string, line: Line, from: VisitState, to: VisitState, own: object = {}): Promise<unknown> {
    const { booking, place } = line;
    return this.ask('reception', 'setVisit', openid, { date: this.date, booking, place, from, to, ...own });
  }

  /** Receives one visitor from beginning to end. */
  async receive(openid: string, line: Line, outcome: Outcome, from: VisitState = 'booked'): Promise<void> {
    await this.step(openid, line, from, 'talking');
    await this.step(openid, line, 'talking', 'met', { outcome });
    Object.assign(line, { end: 'met', outcome });
  }

  async receivers(): Promise<Map<string, Receiver>> {
    const { homes } = await this.day('o-nobody');
    const seats = homes.flatMap(({ halves }) => halves.flatMap((half) => half.seats));
    return new Map(seats.map(({ seat, receiver }) => [seat, receiver]));
  }
}
