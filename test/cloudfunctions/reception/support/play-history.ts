/** Plays one random history on the artefact and holds every step against the model. */
import type { Slip } from '../../../../miniprogram/contract/reception';
import type { DayDocument } from '../../../../cloudfunctions/reception/rules/day-document';
import { EventComposer, pick, type EventCommand, type Sent } from './compose-events';
import { DayModel } from './day-model';
import { makeDay, receiver } from './days';
import { findFaults } from './reception';
import type { Invocation, Passed, SteppedCloud } from './stepped-cloud';

export type Command = EventCommand | { do: 'close' | 'wait'; what: number };

export interface History {
  /** How many people act: one alone meets the bounds, more meet each other. */
  accounts: number;
  commands: readonly Command[];
  /** Who goes next, and whether the answer of a call is lost (every 16th number). */
  turns: readonly number[];
}

const SETTINGS = { halves: { am: { start: '08:30', end: '10:30' } } };
const HOMES = { h1: { am: [receiver('p1'), receiver('p2', 'g2')] }, h2: { am: [receiver('p3')] } };
const AT_ONCE = 4;

interface Running extends Sent {
  invocation: Invocation;
  /** The model's word when the document was last read for it. */
  verdict?: string;
  wrote?: string;
  /** The answer of its latest call was lost. */
  silent: boolean;
  /** Writes whose condition did not hold. */
  refused: number;
  freeAtFirst?: number;
}

export class HistoryPlayer {
  readonly #day = makeDay({ settings: SETTINGS, homes: HOMES });
  readonly #model = new DayModel(Object.keys(this.#day.place));

  constructor(private readonly cloud: SteppedCloud) {}

  async play(history: History): Promise<void> {
    const running: Running[] = [];
    try {
      await this.#play(history, running);
    } finally {
      // An anomaly leaves calls held; they must not reach into the next history.
      for (const { invocation } of running)
        while (!invocation.answer) await this.cloud.step(invocation, 'answered', () => undefined);
    }
  }

  async #play({ commands, turns, accounts }: History, running: Running[]): Promise<void> {
    await this.cloud.database.importDocuments('days', [this.#day]);
    const composer = new EventComposer(this.#day, accounts);
    const waiting = [...commands];
    for (let n = 0; waiting.length > 0 || running.length > 0; n++) {
      const turn = pick(turns, n);
      const mayBegin = waiting.length > 0 && running.length < AT_ONCE;
      const chosen = running[turn % (running.length + (mayBegin ? 1 : 0))];
      if (chosen) await this.#step(chosen, turn % 16 === 15);
      else {
        const begun = await this.#begin(waiting.shift() as Command, composer);
        if (begun) running.push(begun);
      }
      for (const done of running.filter(({ invocation }) => invocation.answer)) {
        running.splice(running.indexOf(done), 1);
        this.#judgeAnswer(done, composer);
      }
    }
    const faults = findFaults(this.#read());
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
    return { ...sent, invocation, silent: false, refused: 0 };
  }

  /** Closing, reopening, and people beginning or ceasing to wait, as other parts of the house would do it. */
  async #byHand(what: 'close' | 'wait', number: number): Promise<void> {
    const { closed, awaited } = this.#model;
    const times = ['h1-0830', 'h1-0900', 'h1-1000', 'h2-0830'];
    const [set, item] =
      what === 'close' ? [closed, pick(['h1', 'h2'], number)] : [awaited, pick(times, number)];
    if (!set.delete(item)) set.add(item);
    const closings = Object.entries(this.#day.closesAt).map(([home, at]) => [
      home,
      closed.has(home) ? 1 : at,
    ]);
    const closesAt = Object.fromEntries(closings) as DayDocument['closesAt'];
    const waiting = Object.fromEntries([...awaited].map((time) => [time, ['x']]));
    await this.cloud.database.importDocuments('days', [{ ...this.#read(), closesAt, waiting }]);
  }

  async #step(running: Running, lose: boolean): Promise<void> {
    const isWrite = running.invocation.held?.action === 'database.modifyDocument';
    // Three losses in a row would be `busy`, of which nothing is known.
    running.silent = lose && !running.silent;
    await this.cloud.step(running.invocation, running.silent ? 'lost' : 'answered', (passed) => {
      if (isWrite) this.#seeWrite(running, passed);
      else this.#seeRead(running);
    });
  }

  #seeRead(running: Running): void {
    const { act } = running;
    running.verdict = this.#model.judge(act);
    if (act.act !== 'cancel') running.freeAtFirst ??= this.#model.free(act).length;
  }

  #seeWrite(running: Running, { updated }: Passed): void {
    const { act } = running;
    if (updated !== 1) {
      running.refused++;
      return;
    }
    const taken = this.#differences().find(([, booking]) => booking !== 0);
    const [to, booking] = act.act === 'cancel' ? [act.from, act.booking] : (taken ?? ['', '']);
    this.#model.apply(act, act.act === 'book' ? String(booking) : act.booking, to);
    running.wrote = to;
    const wrong = this.#differences();
    if (wrong.length > 0) throw new Error(`places differ from the model: ${JSON.stringify(wrong)}`);
  }

  #differences(): [string, string | 0][] {
    return Object.entries(this.#read().place).filter(([place, now]) => this.#model.place.get(place) !== now);
  }

  #judgeAnswer(running: Running, composer: EventComposer): void {
    const { act, invocation, wrote, verdict, refused, freeAtFirst } = running;
    const { answer } = invocation;
    if (answer?.ok) {
      const slip = answer.data as Slip;
      const before = this.#model.replay(act);
      if (!before || before === 'reused') throw new Error(`${act.act} was answered and not written`);
      if (before.place !== slip.place)
        throw new Error(`${act.act}: ${slip.place} answered, ${before.place} taken`);
      composer.learn(running, slip);
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
