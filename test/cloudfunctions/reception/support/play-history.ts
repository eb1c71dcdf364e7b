/** Plays one random history on the artefact and holds every step against the model. */
import type { Slip } from '../../../../miniprogram/contract/reception';
import { onPlaceFreed } from '../../../../cloudfunctions/reception/on-place-freed';
import type { DayDocument } from '../../../../cloudfunctions/reception/rules/day-document';
import { DatabaseBusyError } from '../../../../cloudfunctions/shared/errors';
import type { OutboxEntry } from '../../../../cloudfunctions/shared/outbox';
import { EventComposer, pick, type EventCommand, type Sent } from './compose-events';
import { DayModel, numberOf } from './day-model';
import { makeDay, receiver, TOWNSHIP } from './days';
import { grantsOf } from './desk';
import { findFaults } from './reception';
import type { Fate, Invocation, Passed, SteppedCloud } from './stepped-cloud';

export type Command = EventCommand | { do: 'close' | 'swap'; what: number };

export interface History {
  /** How many people act: one alone meets the bounds, more meet each other. */
  accounts: number;
  commands: readonly Command[];
  /** Who goes next, and whether a call or its answer is lost (each every 32nd number). */
  turns: readonly number[];
}

/** Before the day begins, with booking open: villagers, desk and relay all act at once. */
export const ON_THE_DAY = Date.parse('2026-12-07T08:00:00+08:00');
const SETTINGS = {
  halves: { am: { start: '08:30', end: '09:30' } },
  closing: { daysBefore: 0, time: '08:30' },
};
const HOMES = { h1: { am: [receiver('p1'), receiver('p2', 'g2')] }, h2: { am: [receiver('p3')] } };
const FREEING = ['booking-cancelled', 'booking-moved', 'places-opened'];
const FATES = new Map<number, Fate>([
  [15, 'lost'],
  [31, 'dropped'],
]);
const AT_ONCE = 4;
/** Calls without an answer after which shared/database.ts says that the store is busy. */
const ATTEMPTS = 3;

interface Running extends Sent {
  invocation: Invocation;
  /** The model's word when the document was last read for it. */
  verdict?: string;
  wrote?: string;
  /** What a booking that was taken over shows its new owner. */
  keys?: string;
  /** Writes whose condition did not hold. */
  refused: number;
  freeAtFirst?: number;
}

export class HistoryPlayer {
  readonly #day = makeDay({ settings: SETTINGS, homes: HOMES });
  readonly #model = new DayModel(
    Object.keys(this.#day.place),
    new Map(Object.entries(this.#day.plan)),
    new Map(Object.entries(this.#day.seats).map(([seat, { person }]) => [seat, person])),
  );
  /** Events that the relay has yet to bring to the list. */
  readonly #due: OutboxEntry[] = [];
  /** Events whose consumer was told that the store is busy; the second time it answers. */
  readonly #again = new Set<string>();
  #seenEvents = 0;
  /** Acts that were told that the store is busy. */
  starved = 0;

  constructor(
    private readonly cloud: SteppedCloud,
    private readonly now: number,
  ) {}

  async play(history: History): Promise<void> {
    const running: Running[] = [];
    try {
      await this.#play(history, running);
    } finally {
      // An anomaly leaves calls held; they must not reach into the next history.
      for (const { invocation } of running)
        while (!invocation.answer)
          if (invocation.held) await this.cloud.step(invocation, 'answered', () => undefined);
          else await new Promise(setImmediate);
    }
  }

  async #play({ commands, turns, accounts }: History, running: Running[]): Promise<void> {
    await this.cloud.database.importDocuments('days', [this.#day]);
    await this.cloud.database.importDocuments('invitations', grantsOf(this.now));
    const composer = new EventComposer(this.#day, this.#model, accounts);
    const waiting = [...commands];
    for (let n = 0; waiting.length + running.length + this.#due.length > 0; n++) {
      const turn = pick(turns, n);
      const mayBegin = waiting.length + this.#due.length > 0 && running.length < AT_ONCE;
      const chosen = running[turn % (running.length + (mayBegin ? 1 : 0))];
      if (chosen) await this.#step(chosen, composer, FATES.get(turn % 32) ?? 'answered');
      else {
        const relays = this.#due.length > 0 && (turn % 3 === 0 || waiting.length === 0);
        const begun = relays ? await this.#relay() : await this.#begin(waiting.shift() as Command, composer);
        if (begun) running.push(begun);
      }
      for (const done of running.filter(({ invocation }) => invocation.answer)) {
        running.splice(running.indexOf(done), 1);
        this.#judgeAnswer(done, composer);
      }
    }
    const faults = findFaults(this.#read());
    // What is freed while a home is closed is not given when somebody reopens it by hand.
    if (!commands.some((command) => command.do === 'close'))
      faults.push(...this.#model.passedOver().map((place) => `${place} went to nobody who waits`));
    if (faults.length > 0) throw new Error(faults.join('; '));
  }

  async #begin(command: Command, composer: EventComposer): Promise<Running | undefined> {
    if ('what' in command) {
      await this.#byHand(command.do, command.what);
      return undefined;
    }
    const sent = composer.compose(command);
    if (!sent) return undefined;
    const invocation = await this.cloud.begin(sent.openid, sent.event);
    return { ...sent, invocation, refused: 0 };
  }

  /** Closing and reopening, and another receiver on a seat, as other parts of the house would do it. */
  async #byHand(what: 'close' | 'swap', number: number): Promise<void> {
    const day = this.#read();
    if (what === 'swap') {
      const seat = pick(Object.keys(day.seats), number);
      const person = `p${number % 8}`;
      this.#model.sitting.set(seat, person);
      const seats = { ...day.seats, [seat]: receiver(person) };
      await this.cloud.database.importDocuments('days', [{ ...day, seats }]);
      return;
    }
    const { closed } = this.#model;
    const home = pick(['h1', 'h2'], number);
    if (!closed.delete(home)) closed.add(home);
    const closesAt = { ...day.closesAt, [home]: closed.has(home) ? 1 : (this.#day.closesAt[home] ?? 0) };
    await this.cloud.database.importDocuments('days', [{ ...day, closesAt }]);
  }

  /** What notify does with an event of this day: at least once, at any time later. */
  async #relay(): Promise<Running> {
    const entry = this.#due.shift() as OutboxEntry;
    const delivered = { ...entry, township: TOWNSHIP, collection: 'days', document: this.#day._id };
    const invocation = await this.cloud.beginWork('relay', async () => {
      try {
        await onPlaceFreed(delivered, this.now);
        return { ok: true, data: {} };
      } catch (error) {
        if (!(error instanceof DatabaseBusyError)) throw error;
        this.#again.add(entry.id);
        this.#due.push(entry);
        return { ok: false, code: 'busy' };
      }
    });
    const act = { act: 'give', account: 'relay', key: entry.id, body: '', place: '' } as const;
    const event = { action: 'give', key: entry.id, input: {} };
    return { openid: 'relay', event, act, invocation, refused: 0 };
  }

  async #step(running: Running, composer: EventComposer, fate: Fate): Promise<void> {
    const { invocation, event } = running;
    // It gave up waiting.
    if (!invocation.held) return;
    const isWrite = invocation.held.action === 'database.modifyDocument';
    await this.cloud.step(invocation, this.#again.has(event.key) ? 'answered' : fate, (passed) => {
      if (isWrite) this.#seeWrite(running, composer, passed);
      else this.#seeRead(running);
    });
  }

  #seeRead(running: Running): void {
    const { act } = running;
    running.verdict = this.#model.judge(act);
    if (act.act === 'book' || act.act === 'move') running.freeAtFirst ??= this.#model.free(act).length;
  }

  #seeWrite(running: Running, composer: EventComposer, { updated }: Passed): void {
    if (updated !== 1) {
      running.refused++;
      return;
    }
    const { act } = running;
    const day = this.#read();
    const [to, booking] = this.#whatHappened(running, day);
    if (act.act === 'take-over' && booking === '') {
      this.#model.countWrong(act);
      return;
    }
    // Each place that an event frees is given once to somebody; two of one event are two acts.
    const done = act.act === 'give' ? { ...act, key: `${act.key} ${to} ${booking}` } : act;
    this.#model.apply(done, booking, to);
    running.wrote = to;
    if (act.act === 'take-over') running.keys = keysOf(day, booking);
    if (act.act === 'give') composer.learnGiven(booking, to);
    const wrong = this.#differences(day);
    if (wrong !== '') throw new Error(`the day differs from the model: ${wrong}`);
    const news = (day.outbox as OutboxEntry[]).slice(this.#seenEvents);
    this.#seenEvents = day.outbox.length;
    this.#due.push(...news.filter(({ event }) => FREEING.includes(event)));
  }

  /** The place, and the booking, that the write was about. */
  #whatHappened({ act }: Running, day: DayDocument): [string, string] {
    const changed = Object.entries(day.place).find(
      ([place, now]) => now !== 0 && this.#model.place.get(place) !== now,
    );
    const [place, booking] = [changed?.[0] ?? '', String(changed?.[1] ?? '')];
    switch (act.act) {
      case 'cancel':
        return [act.from, act.booking];
      case 'move':
        return [place, act.booking];
      case 'wait':
        return [`${act.list}-0`, day.waiting[act.list]?.at(-1) ?? ''];
      case 'visit':
        return [act.place, act.booking];
      case 'block':
        return ['', ''];
      case 'add':
        return [listAdded(day, this.#model).join(), ''];
      default:
        return [place, booking];
    }
  }

  #differences(day: DayDocument): string {
    const { place, plan, highest, lists, blocked, visits } = this.#model;
    const sorted = (entries: readonly (readonly [string, unknown])[]) => [...entries].sort().join(' ');
    const shown = (title: string, one: string, other: string) =>
      one === other ? [] : [`${title}: ${one} is not ${other}`];
    const lasting = (all: readonly (readonly [string, readonly string[]])[]) =>
      all.filter(([, who]) => who.length > 0);
    const states = Object.entries(day.visits ?? {}).map(([at, { s }]) => [at, s] as const);
    return [
      ...shown('plan', sorted(Object.entries(day.plan)), sorted([...plan])),
      ...shown('numbers', sorted(lastOf(day)), sorted([...highest])),
      ...shown('places', sorted(Object.entries(day.place)), sorted([...place])),
      ...shown('lists', sorted(lasting(Object.entries(day.waiting))), sorted(lasting([...lists]))),
      ...shown(
        'closed',
        Object.keys(day.blocked ?? {})
          .sort()
          .join(),
        [...blocked].sort().join(),
      ),
      ...shown('visits', sorted(states), sorted([...visits])),
    ].join('; ');
  }

  #judgeAnswer(running: Running, composer: EventComposer): void {
    const { act, invocation, wrote, verdict, refused, freeAtFirst } = running;
    const { answer, attempts } = invocation;
    if (act.act === 'give') return;
    // The store did not answer as often as an act may ask: what it wrote stands, and nobody was told.
    if (!answer?.ok && answer?.code === 'busy' && attempts === ATTEMPTS) {
      this.starved++;
      return;
    }
    if (answer?.ok) {
      const before = this.#model.replay(act);
      const slip = answer.data as Slip;
      if (!before || before === 'reused') {
        // A visit's last eight acts are remembered; one that was answered may be the ninth by now.
        if (act.act === 'visit') return;
        throw new Error(`${act.act} was answered and not written`);
      }
      const told = tellPlace(act.act, answer.data);
      if (told !== undefined && before.place !== told)
        throw new Error(`${act.act}: ${told} answered, ${before.place} taken`);
      if (act.act !== 'take-over') composer.learn(running, slip);
      else if (running.keys !== undefined)
        composer.learn(running, { ...slip, place: before.place, keys: running.keys });
      return;
    }
    const code = answer?.code ?? '';
    if (wrote !== undefined) throw new Error(`${act.act} was written and refused: ${code}`);
    const outrun = code === 'busy' && verdict === 'ok' && refused > (freeAtFirst ?? 2);
    if (code !== verdict && !outrun) throw new Error(`${act.act}: ${code}, not ${verdict ?? ''}`);
  }

  #read(): DayDocument {
    return [...this.cloud.database.exportDocuments('days')][0] as DayDocument;
  }
}

/** Home → the place with its highest number; all of these half-days are mornings. */
function lastOf({ last }: DayDocument): [string, string][] {
  return Object.entries(last ?? {}).map(([half, place]) => [half.replace('-am', ''), place]);
}

function listAdded(day: DayDocument, model: DayModel): string[] {
  const added = Object.keys(day.place).filter((place) => !model.place.has(place));
  return added.sort((one, other) => numberOf(one) - numberOf(other));
}

function keysOf({ bookings }: DayDocument, booking: string): string {
  const [account = '', short = ''] = booking.split('-');
  return bookings[account]?.[short]?.keys ?? '';
}

/** Which place, or places, the answer names; undefined where it names none. */
function tellPlace(act: Sent['act']['act'], data: unknown): string | undefined {
  const { place, places } = data as { place?: string; places?: readonly string[] };
  return act === 'visit' || act === 'block' || act === 'take-over' ? undefined : (places?.join() ?? place);
}
