import type { Instance } from './instance';

/** Either an instance that is free and loaded, or why there is none. */
export type Lease<Failure> = { readonly instance: Instance } | { readonly failure: Failure };

interface PoolOptions<Failure> {
  readonly size: number;
  /** Starts one more instance; it is counted from the moment of the call. */
  start(): Promise<Lease<Failure>>;
  /** False for an instance that must not be used again (ended, or of an older artefact). */
  isUsable(instance: Instance): boolean;
}

/**
 * The instances of one function. Warm ones are used first, the latest used one before all others; beyond
 * `size` an invocation waits its turn.
 */
export class Pool<Failure> {
  readonly #options: PoolOptions<Failure>;
  readonly #idle: Instance[] = [];
  readonly #waiting: ((go: Instance | 'start') => void)[] = [];
  #count = 0;

  constructor(options: PoolOptions<Failure>) {
    this.#options = options;
  }

  async lease(): Promise<Lease<Failure>> {
    const warm = this.#takeIdle();
    if (warm) return { instance: warm };
    if (this.#count < this.#options.size) return this.#start();
    const go = await new Promise<Instance | 'start'>((resolve) => this.#waiting.push(resolve));
    return go === 'start' ? this.#start() : { instance: go };
  }

  /** Gives an instance back; one that is not usable any more leaves its room to the next in the queue. */
  giveBack(instance: Instance): void {
    if (!this.#options.isUsable(instance)) {
      instance.kill();
      this.#leave();
      return;
    }
    const next = this.#waiting.shift();
    if (next) next(instance);
    else this.#idle.push(instance);
  }

  #takeIdle(): Instance | undefined {
    for (let instance = this.#idle.pop(); instance; instance = this.#idle.pop()) {
      if (this.#options.isUsable(instance)) return instance;
      instance.kill();
      this.#count--;
    }
    return undefined;
  }

  async #start(): Promise<Lease<Failure>> {
    this.#count++;
    const lease = await this.#options.start();
    if ('failure' in lease) this.#leave();
    return lease;
  }

  #leave(): void {
    this.#count--;
    this.#waiting.shift()?.('start');
  }
}
