/** Plays one random history and holds every step against the model. */
import type { Slip } from '../../../../miniprogram/contract/reception';
import { onPlaceFreed } from '../../../../cloudfunctions/reception/events/on-place-freed';
import type { DayDocument } from '../../../../cloudfunctions/reception/days/rules/day-document';
import { DatabaseBusyError } from '../../../../cloudfunctions/shared/errors';
import type { OutboxEntry } from '../../../../cloudfunctions/shared/outbox';
import { findDifferences, findHappened, keysOf, tellPlace } from './compare-day';
import { EventComposer } from './compose-events';
import { DayModel } from './day-model';
import { pick, type EventCommand, type Sent } from './event-words';
import { makeDay, receiver, TOWNSHIP } from './days';
import { grantsOf } from './desk';
import { findFaults } from './reception';
import type { Fate, Invocation, Passed, Stepping } from './stepping';

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
/** Calls without an answer after which shared/database.ts says that the store is busy; the SDK may add its own. */
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
  firstRead?: number;
  freeAtFirst?: number;
}

/** The reception, stepped. */
export type SteppedDay = Stepping & { close(): Promise<void> };

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
    private readonly cloud: Stepping,
    private readonly now: number,
  ) {}

  async play(history: History): Promise<void> {
    const running: Running[] = [];
    try {
      await this.#play(history, running);
    } finally {
      // An anomaly leaves calls held; they must not reach into the next history.
      for (const { invocation } of running)
        while (!invocation.ended)
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
      else this.#seeRead(running, passed);
    });
  }

  #seeRead(running: Running, { action }: Passed): void {
    const { act, invocation } = running;
    running.verdict = this.#model.judge(act);
    // To be admitted is no look at the day.
    if (action !== 'database.getDocument') return;
    // The same read sent again, because no answer came, is the first one still.
    running.firstRead ??= invocation.calls;
    if (running.firstRead === invocation.calls && (act.act === 'book' || act.act === 'move'))
      running.freeAtFirst = this.#model.free(act).length;
  }

  #seeWrite(running: Running, composer: EventComposer, { updated }: Passed): void {
    if (updated !== 1) {
      running.refused++;
      return;
    }
    const { act } = running;
    const day = this.#read();
    const [to, booking] = findHappened(act, day, this.#model);
    if (act.act === 'take-over' && booking === '') {
      this.#model.countWrong(act);
      return;
    }
    if ((act.act === 'book' || act.act === 'wait') && (booking === '' || this.#model.bookings.has(booking))) {
      this.#model.countName(act);
      return;
    }
    // Each place that an event frees is given once to somebody; two of one event are two acts.
    const done = act.act === 'give' ? { ...act, key: `${act.key} ${to} ${booking}` } : act;
    this.#model.apply(done, booking, to);
    running.wrote = to;
    if (act.act === 'take-over') running.keys = keysOf(day, booking);
    if (act.act === 'give') composer.learnGiven(booking, to);
    const wrong = findDifferences(day, this.#model);
    if (wrong !== '') throw new Error(`the day differs from the model: ${wrong}`);
    const news = (day.outbox as OutboxEntry[]).slice(this.#seenEvents);
    this.#seenEvents = day.outbox.length;
    this.#due.push(...news.filter(({ event }) => FREEING.includes(event)));
  }

  #judgeAnswer(running: Running, composer: EventComposer): void {
    const { act, invocation, wrote, verdict, refused, freeAtFirst } = running;
    const { answer, attempts } = invocation;
    if (act.act === 'give') return;
    // The store did not answer as often as an act may ask: what it wrote stands, and nobody was told.
    if (!answer?.ok && answer?.code === 'busy' && attempts >= ATTEMPTS) {
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
