import { NotInPreviewError } from '../errors';
import { boot } from '../session';
import { navigationApis } from './navigation';

const apis: Record<string, unknown> = {
  ...navigationApis,
};

/** `wx.canIUse('getWindowInfo')`: only the function's name is looked at, not its fields. */
apis['canIUse'] = (schema: string): boolean => (schema.split('.')[0] ?? '') in apis;

/**
 * The global `wx`. An official function that the preview has not is there all the same and throws when it is
 * called; a name that WeChat does not know is undefined.
 */
export function installWx(): void {
  const official = new Set(boot.officialApis);
  const wx = new Proxy(apis, {
    get(target, name) {
      if (typeof name !== 'string' || name in target || !official.has(name))
        return Reflect.get(target, name) as unknown;
      return () => {
        throw new NotInPreviewError(`wx.${name}()`);
      };
    },
  });
  Object.assign(window, { wx });
}
