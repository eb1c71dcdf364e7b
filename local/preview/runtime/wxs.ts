import { WXS_TYPE_NAME } from '../compile/wxs';

/** What a WXS module may use and a browser has not. */
export function installWxs(): void {
  Object.assign(window, {
    getRegExp: (pattern: string, flags?: string) => new RegExp(pattern, flags),
    getDate: (...parts: [number]) => new Date(...parts),
  });
  Object.defineProperty(Object.prototype, WXS_TYPE_NAME, {
    configurable: true,
    enumerable: false,
    get(this: unknown) {
      const name = Object.prototype.toString.call(this).slice('[object '.length, -1);
      return name;
    },
  });
}
