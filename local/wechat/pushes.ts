/** Events that WeChat pushes to the function named in its console. */
import type { Pending } from './apis/security';
import type { WechatStore } from './store';

/** The function's answer to an event; anything but the text `success` is pushed again. */
export type CallFunction = (event: unknown) => Promise<unknown>;

/** Tries at once; what is left then waits for the next push, or the next start. */
const TRIES = 3;

export class Pushes {
  readonly #underWay = new Set<Promise<void>>();

  constructor(
    readonly store: WechatStore,
    readonly call: CallFunction,
    readonly log: (line: string) => void,
  ) {}

  push(traceId: string): Promise<void> {
    const work = this.#push(traceId).finally(() => this.#underWay.delete(work));
    this.#underWay.add(work);
    return work;
  }

  async deliverAll(): Promise<void> {
    for (const { traceId } of this.store.list<Pending>('pending')) await this.push(traceId);
  }

  async settled(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  async #push(traceId: string): Promise<void> {
    const pending = this.store.get<Pending>(['pending', traceId]);
    if (!pending) return;
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      if ((await this.call(pending.event)) === 'success') {
        this.store.remove(['pending', traceId]);
        return;
      }
    }
    this.log(`[wechat] the push of ${traceId} was not answered with success`);
  }
}
