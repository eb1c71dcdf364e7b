type Listener = (...args: unknown[]) => void;

/** The channel between a page and the page that opened it. */
export class EventChannel {
  private readonly listeners = new Map<string, { listener: Listener; once: boolean }[]>();

  on(name: string, listener: Listener): void {
    this.add(name, listener, false);
  }

  once(name: string, listener: Listener): void {
    this.add(name, listener, true);
  }

  off(name: string, listener?: Listener): void {
    const kept = (this.listeners.get(name) ?? []).filter(
      (one) => listener !== undefined && one.listener !== listener,
    );
    this.listeners.set(name, kept);
  }

  emit(name: string, ...args: unknown[]): void {
    const called = this.listeners.get(name) ?? [];
    this.listeners.set(
      name,
      called.filter((one) => !one.once),
    );
    for (const one of called) one.listener(...args);
  }

  private add(name: string, listener: Listener, once: boolean): void {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), { listener, once }]);
  }
}
