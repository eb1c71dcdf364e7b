const RealDate = Date;
const realNow = RealDate.now.bind(RealDate);

let offset = 0;

/** What the next `new Date()` and `Date.now()` add to the real time, in milliseconds. */
export function setDateOffset(offsetMs: number): void {
  offset = offsetMs;
}

/**
 * A `Date` that tells the virtual time and is otherwise the given one: parsing, static functions, `instanceof`,
 * subclasses and calling it without `new`. `Intl` formats a missing argument with the real time: nothing in JavaScript
 * can change that.
 */
export function createVirtualDate(real: DateConstructor, virtualNow: () => number): DateConstructor {
  const virtual: DateConstructor = new Proxy(real, {
    construct: (target, args: unknown[], newTarget: new () => object) =>
      Reflect.construct(
        target,
        args.length === 0 ? [virtualNow()] : args,
        newTarget === virtual ? target : newTarget,
      ) as object,
    apply: () => new real(virtualNow()).toString(),
    get: (target, key, receiver) =>
      key === 'now' ? virtualNow : (Reflect.get(target, key, receiver) as unknown),
  });
  return virtual;
}

/** Puts it in the place of this process's `Date`. Timers stay real. */
export function installVirtualDate(): void {
  const virtual = createVirtualDate(RealDate, () => realNow() + offset);
  Object.defineProperty(RealDate.prototype, 'constructor', {
    value: virtual,
    writable: true,
    configurable: true,
  });
  globalThis.Date = virtual;
}
