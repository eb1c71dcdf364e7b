/** Whoever acts without a screen asks what a phone asks, at the same door: one person's own account, one key an act. */
import type { LocalRun } from '../../../../local/start';
import type { ActionName, FunctionName, Input, Output } from '../../../../miniprogram/contract/wire';

/** A grant may ask so often a minute (registry: CALLS_PER_WINDOW); then the clock goes on. */
const CALLS_A_MINUTE = 50;

interface Answered {
  result?: { ok: boolean; data?: unknown; code?: string; details?: unknown };
}

export class Gateway {
  #keys = 0;
  readonly #calls = new Map<string, number>();

  constructor(
    readonly run: LocalRun,
    readonly township: string,
  ) {}

  async ask<F extends FunctionName, A extends ActionName<F>>(
    fn: F,
    action: A,
    openid: string,
    input: Omit<Input<F, A>, 'township'>,
  ): Promise<Output<F, A>> {
    await this.#breathe(openid);
    const key = `half-year-${String(++this.#keys).padStart(5, '0')}`;
    const about = Object.assign({ township: this.township }, input);
    const response = await fetch(`${this.run.url}/invoke/${fn}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-wx-openid': openid },
      body: JSON.stringify({ action, key, input: about }),
    });
    const { result } = (await response.json()) as Answered;
    if (result?.ok) return result.data as Output<F, A>;
    const why = `${result?.code ?? 'no answer'} ${JSON.stringify(result?.details ?? {})}`;
    throw new Error(`${fn}.${action} of ${openid}: ${why}`);
  }

  async #breathe(openid: string): Promise<void> {
    const calls = (this.#calls.get(openid) ?? 0) + 1;
    this.#calls.set(openid, calls);
    if (calls < CALLS_A_MINUTE) return;
    this.#calls.clear();
    await this.run.cloud.control({ clock: { advanceMs: 61_000 } });
  }

  /** China time: '2026-06-05T08:40'. */
  async at(time: string): Promise<void> {
    this.#calls.clear();
    await this.run.cloud.control({ clock: { set: `${time}:00+08:00` } });
  }

  /** Until what happened is told and counted. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 20; turn++) {
      await this.run.cloud.control({ runTimers: true });
      if (!this.#waits()) return;
      await this.run.cloud.control({ clock: { advanceMs: 61_000 } });
    }
    throw new Error('something is never shipped');
  }

  #waits(): boolean {
    const { database } = this.run.cloud;
    const now = this.run.cloud.clock.now();
    return database.collectionNames().some((name) =>
      [...database.exportDocuments(name)].some((one) => {
        const { outboxAt } = one as { outboxAt?: number };
        return outboxAt !== undefined && outboxAt > 0 && outboxAt <= now;
      }),
    );
  }
}
