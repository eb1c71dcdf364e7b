import { boot } from './session';

const BrowserDate = Date;
/** How far the server's virtual clock is ahead of the machine's. */
let offsetMs = 0;

/** Moves this document's Date to the server's virtual now. */
export function setServerNow(nowMs: number): void {
  offsetMs = nowMs - BrowserDate.now();
}

class ServerDate extends BrowserDate {
  constructor(...parts: unknown[]) {
    super(...((parts.length === 0 ? [BrowserDate.now() + offsetMs] : parts) as [number]));
  }

  static override now(): number {
    return BrowserDate.now() + offsetMs;
  }
}

/** Replaces Date, as the local cloud does in its function instances. Timers stay real. */
export function installClock(): void {
  if (boot.nowMs !== null) setServerNow(boot.nowMs);
  const callable = new Proxy(ServerDate, {
    apply: (): string => new ServerDate().toString(),
  });
  Object.defineProperty(callable.prototype, 'constructor', { value: callable });
  Object.assign(window, { Date: callable });
}
