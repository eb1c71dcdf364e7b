/**
 * The clock of the whole local run. It runs on at the speed of the real one from wherever it is set, so
 * "now" is always `Date.now()` plus an offset; the offset is what function instances receive.
 */
export interface VirtualClock {
  /** Epoch milliseconds. */
  now(): number;
  /** Virtual minus real time, in milliseconds; negative when the clock stands in the past. */
  offsetMs(): number;
  /** Jumps, forwards or backwards, to an epoch millisecond. Throws on anything that is no valid date. */
  set(instant: number): void;
  /** Calls back after each jump, in the order of subscription; the returned function ends it. */
  onJump(listener: () => void): () => void;
}

/** The last millisecond that a `Date` can hold, on both sides of 1970 (ECMAScript, "Time Values"). */
const MAX_DATE_MS = 8.64e15;

export function createClock(startAt?: number): VirtualClock {
  const listeners = new Set<() => void>();
  let offset = startAt === undefined ? 0 : checkInstant(startAt) - Date.now();
  return {
    now: () => Date.now() + offset,
    offsetMs: () => offset,
    set(instant) {
      offset = checkInstant(instant) - Date.now();
      for (const listener of [...listeners]) listener();
    },
    onJump(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function isInstant(value: unknown): value is number {
  return Number.isInteger(value) && Math.abs(value as number) <= MAX_DATE_MS;
}

function checkInstant(instant: number): number {
  if (!isInstant(instant)) {
    throw new RangeError(`not an instant in whole epoch milliseconds: ${String(instant)}`);
  }
  return instant;
}

const ISO_WITH_ZONE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * Reads `2026-12-04T18:00:00+08:00`. A text without a zone is refused (undefined): it would mean another
 * moment on each machine. So is a day that no month has: `Date` alone turns 30 February into 2 March.
 */
export function parseInstant(text: string): number | undefined {
  if (!ISO_WITH_ZONE.test(text)) return undefined;
  const instant = Date.parse(text);
  if (Number.isNaN(instant)) return undefined;
  const wallClock = text.slice(0, 16);
  const sameDay = new Date(`${wallClock}Z`).toISOString().startsWith(wallClock);
  return sameDay ? instant : undefined;
}
