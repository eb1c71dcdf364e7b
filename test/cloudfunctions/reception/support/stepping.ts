/**
 * Invocations of one process with every database call held back until it is let through, so that a test decides how
 * they interleave; one runs at a time. Each call says whose it is, so that one that is sent again (the client gave up
 * waiting) is not taken for another's.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Answer } from '../../../../miniprogram/contract/wire';

/** A database call that waits. */
export interface Held {
  action: string;
  /** Alike in a call that is sent once more. */
  sent: unknown;
  carryOut(): Promise<Changed>;
  answer(): void;
  breakOff(): void;
}

interface Changed {
  /** Documents changed, for writes. */
  updated?: number;
}

/** What became of a database call that was let through. */
export interface Passed extends Changed {
  action: string;
}

/** What becomes of a call: `lost` is carried out and not answered, `dropped` never arrives. */
export type Fate = 'answered' | 'lost' | 'dropped';

export interface Invocation {
  openid: string;
  /** The database call that it waits for. */
  held?: Held | undefined;
  /** How often in a row it has sent this call: it does not know what became of the earlier ones. */
  attempts: number;
  /** How many different calls it has sent. */
  calls: number;
  /** What came back, once it has. */
  answer?: Answer<unknown>;
  /** With an answer, or by an error that whoever steps it is thrown. */
  ended: boolean;
}

export type Main = (event: unknown) => Promise<Answer<unknown>>;

/** Where the documents are. */
interface Documents {
  importDocuments(collection: string, documents: readonly object[]): Promise<void>;
  exportDocuments(collection: string): Iterable<object>;
}

interface Open extends Invocation {
  failure?: Error;
  sent?: unknown;
  /** Wakes whoever waits for the next call, or the end. */
  wake: () => void;
}

/** Milliseconds: what waits shorter than this lies between two attempts of one call. */
const LONGEST_PAUSE = 1_000;

/** A pause between two attempts is over at once: who goes on when, the turns decide. Answers how it ends. */
export function skipPauses(): () => void {
  const plain = globalThis.setTimeout;
  const skipping = (work: () => void, ms = 0, ...rest: []) =>
    plain(work, ms < LONGEST_PAUSE ? 0 : ms, ...rest);
  globalThis.setTimeout = skipping as typeof plain;
  return () => {
    globalThis.setTimeout = plain;
  };
}

export class Stepping<Database extends Documents = Documents> {
  readonly #open = new Map<string, Open>();
  readonly #whose = new AsyncLocalStorage<string>();
  #begun = 0;
  /** Database calls that were let through. */
  calls = 0;

  constructor(
    readonly database: Database,
    readonly main: Main,
  ) {}

  /** The invocation in whose course this is asked. */
  whose(): string {
    return this.#whose.getStore() ?? '';
  }

  /** Runs the invocation up to its first database call, or its end. */
  begin(openid: string, event: unknown): Promise<Invocation> {
    return this.beginWork(openid, () => this.main(event));
  }

  /** The same for anything that calls the database. */
  async beginWork(openid: string, work: () => Promise<Answer<unknown>>): Promise<Invocation> {
    const id = String(++this.#begun);
    const invocation: Open = { openid, attempts: 0, calls: 0, ended: false, wake: () => undefined };
    this.#open.set(id, invocation);
    const next = this.#next(invocation);
    // The identity is read before the first call waits, so the next invocation may change it.
    process.env['WX_OPENID'] = openid;
    void this.#whose
      .run(id, work)
      .then((answer) => (invocation.answer = answer))
      .catch((error: unknown) => (invocation.failure = error as Error))
      .finally(() => {
        this.#open.delete(id);
        invocation.held = undefined;
        invocation.ended = true;
        invocation.wake();
      });
    await next;
    if (invocation.failure) throw invocation.failure;
    return invocation;
  }

  /** Lets the held call through and runs on to the next one, which is the same one again where no answer came. */
  async step(invocation: Invocation, fate: Fate, seen: (passed: Passed) => void): Promise<void> {
    const { held } = invocation;
    if (!held) throw new Error('nothing is held');
    invocation.held = undefined;
    this.calls++;
    const next = this.#next(invocation as Open);
    try {
      if (fate !== 'dropped') seen({ action: held.action, ...(await held.carryOut()) });
    } finally {
      // Whoever finds a fault here does not leave it waiting for ever.
      if (fate === 'answered') held.answer();
      else held.breakOff();
      await next;
    }
    const { failure } = invocation as Open;
    if (failure) throw failure;
  }

  /** A call has come, in the course of the invocation of that name. */
  arrive(id: string, held: Held): void {
    const invocation = this.#open.get(id);
    if (!invocation) return;
    const again = held.sent === invocation.sent;
    invocation.attempts = again ? invocation.attempts + 1 : 1;
    if (!again) invocation.calls++;
    invocation.sent = held.sent;
    invocation.held = held;
    invocation.wake();
  }

  #next(invocation: Open): Promise<void> {
    return new Promise((done) => (invocation.wake = done));
  }
}
