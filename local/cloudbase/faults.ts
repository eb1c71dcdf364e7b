import { createRandom, hashText } from './random';

/** What goes wrong on purpose. Everything is off unless set; `{}` clears all of it. */
export interface FaultSettings {
  /** Added to every database call: one round trip. */
  readonly latencyMs?: number;
  /** 0 to 1: this share of database calls is refused before anything is done (`SYS_ERR`). */
  readonly errorRate?: number;
  /** 0 to 1: this share of database writes is carried out and then not answered. */
  readonly dropAnswerRate?: number;
  /** How a dropped answer looks: the connection breaks (default), or an error code comes. */
  readonly dropAnswerAs?: 'socket' | 'error';
  /** Kills the instance before the n-th (from 1) database call of an invocation is carried out … */
  readonly killBeforeCall?: number;
  /** … or after it is carried out and before it is answered. */
  readonly killAfterCall?: number;
  /** How many kills happen until the kill disarms itself: 1 unless set, so that the next try gets through. */
  readonly killTimes?: number;
  /** Each instance's clock is off by its own fixed amount, up to this far in both directions. */
  readonly clockSkewMs?: number;
  /** Every due timer runs twice, as the platform may do. */
  readonly duplicateTimers?: boolean;
  /** Only database calls of this function suffer; others, and calls from outside, pass. */
  readonly function?: string;
  /** The same seed and the same order of calls give the same faults; chosen at random unless set. */
  readonly seed?: number;
}

export interface CallPlan {
  readonly latencyMs: number;
  readonly fate: 'pass' | 'fail' | 'killBefore' | 'killAfter' | 'dropSocket' | 'dropError';
}

type Kind = 'amount' | 'rate' | 'count' | 'flag' | 'text' | 'integer' | 'answer';

const KINDS: Readonly<Record<keyof FaultSettings, Kind>> = {
  latencyMs: 'amount',
  errorRate: 'rate',
  dropAnswerRate: 'rate',
  dropAnswerAs: 'answer',
  killBeforeCall: 'count',
  killAfterCall: 'count',
  killTimes: 'count',
  clockSkewMs: 'amount',
  duplicateTimers: 'flag',
  function: 'text',
  seed: 'integer',
};

const CHECKS: Readonly<Record<Kind, (value: unknown) => boolean>> = {
  amount: (value) => typeof value === 'number' && Number.isFinite(value) && value >= 0,
  rate: (value) => typeof value === 'number' && value >= 0 && value <= 1,
  count: (value) => Number.isInteger(value) && Number(value) >= 1,
  flag: (value) => typeof value === 'boolean',
  text: (value) => typeof value === 'string' && value !== '',
  integer: (value) => Number.isInteger(value),
  answer: (value) => value === 'socket' || value === 'error',
};

/** Throws with a sentence on an unknown name or an impossible value: a fault that is mistyped must not pass. */
export function parseFaults(raw: Readonly<Record<string, unknown>>): FaultSettings {
  for (const [name, value] of Object.entries(raw)) {
    const kind = Object.hasOwn(KINDS, name) ? KINDS[name as keyof FaultSettings] : undefined;
    if (kind === undefined) throw new RangeError(`no such fault: ${name}`);
    if (!CHECKS[kind](value)) throw new RangeError(`fault ${name} cannot be ${JSON.stringify(value)}`);
  }
  return { ...raw };
}

const WRITES = new Set([
  'database.addCollection',
  'database.insertDocument',
  'database.modifyDocument',
  'database.modifyAndReturnDoc',
  'database.removeDocument',
]);

export class Faults {
  #settings: FaultSettings = {};
  #random: () => number = Math.random;
  #killsLeft = 0;

  get settings(): FaultSettings {
    return this.#settings;
  }

  set(settings: FaultSettings): void {
    const seed = settings.seed ?? Math.floor(Math.random() * 2 ** 31);
    this.#settings = Object.keys(settings).length === 0 ? {} : { ...settings, seed };
    this.#random = createRandom(seed);
    this.#killsLeft = settings.killTimes ?? 1;
  }

  /** @param callNumber from 1 within the invocation; undefined for a call that no instance made */
  plan(action: string, functionName?: string, callNumber?: number): CallPlan {
    const { function: only, latencyMs = 0 } = this.#settings;
    if (only !== undefined && only !== functionName) return { latencyMs: 0, fate: 'pass' };
    return { latencyMs, fate: this.#fate(action, callNumber) };
  }

  #fate(action: string, callNumber: number | undefined): CallPlan['fate'] {
    const { errorRate = 0, dropAnswerRate = 0, dropAnswerAs, killBeforeCall, killAfterCall } = this.#settings;
    if (callNumber !== undefined && this.#killsLeft > 0) {
      const fate =
        callNumber === killBeforeCall ? 'killBefore' : callNumber === killAfterCall ? 'killAfter' : '';
      if (fate !== '') {
        this.#killsLeft--;
        return fate;
      }
    }
    if (errorRate > 0 && this.#random() < errorRate) return 'fail';
    if (dropAnswerRate > 0 && WRITES.has(action) && this.#random() < dropAnswerRate) {
      return dropAnswerAs === 'error' ? 'dropError' : 'dropSocket';
    }
    return 'pass';
  }

  /** Fixed for an instance as long as the settings stand. */
  skewMs(functionName: string, ordinal: number): number {
    const { clockSkewMs = 0, seed = 0, function: only } = this.#settings;
    if (clockSkewMs === 0 || (only !== undefined && only !== functionName)) return 0;
    const share = createRandom(hashText(`${String(seed)}/${functionName}/${String(ordinal)}`))() * 2 - 1;
    return Math.round(share * clockSkewMs);
  }
}
