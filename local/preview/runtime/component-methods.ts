import { NotInPreviewError } from './errors';
import { createSelectorQuery } from './wx/selector-query';
import { createIntersectionObserver } from './wx/intersection-observer';

const REFUSED = ['animate', 'applyAnimation', 'clearAnimation', 'getAppBar', 'setInitialRenderingCache'];

/** Adds to every page's and component's `this` what WeChat has there and the adapter has not, or has otherwise. */
export function extendCaller(prototype: Record<string, unknown>): void {
  prototype['createSelectorQuery'] = function (this: object) {
    return createSelectorQuery().in(this);
  };
  prototype['createIntersectionObserver'] = function (this: object, options?: object) {
    return createIntersectionObserver(this, options);
  };
  // Answers null in WeChat, too, when the tab bar is not a custom one.
  prototype['getTabBar'] = () => null;
  for (const name of REFUSED) {
    prototype[name] = () => {
      throw new NotInPreviewError(`this.${name}()`);
    };
  }
}
