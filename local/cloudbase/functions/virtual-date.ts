const RealDate = Date;
const realNow = RealDate.now.bind(RealDate);

let offset = 0;

/** What the next `new Date()` and `Date.now()` add to the real time, in milliseconds. */
export function setDateOffset(offsetMs: number): void {
  offset = offsetMs;
}

/**
 * Puts a `Date` in place that tells the virtual time and is otherwise the real one: parsing, static
 * functions, `instanceof`, subclasses and calling it without `new`. Timers stay real. `Intl` formats a
 * missing argument with the real time: nothing in JavaScript can change that.
 */
export function installVirtualDate(): void {
  const virtualNow = (): number => realNow() + offset;
  const VirtualDate: DateConstructor = new Proxy(RealDate, {
    construct: (target, args: unknown[], newTarget: new () => object) =>
      Reflect.construct(
        target,
        args.length === 0 ? [virtualNow()] : args,
        newTarget === VirtualDate ? target : newTarget,
      ) as object,
    apply: () => new RealDate(virtualNow()).toString(),
    get: (target, key, receiver) =>
      key === 'now' ? virtualNow : (Reflect.get(target, key, receiver) as unknown),
  });
  Object.defineProperty(RealDate.prototype, 'constructor', {
    value: VirtualDate,
    writable: true,
    configurable: true,
  });
  globalThis.Date = VirtualDate;
}
