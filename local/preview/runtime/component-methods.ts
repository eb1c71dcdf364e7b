import { NotInPreviewError } from './errors';
import { createSelectorQuery } from './wx/selector-query';
import { createIntersectionObserver } from './wx/intersection-observer';

const REFUSED = ['animate', 'applyAnimation', 'clearAnimation', 'getAppBar', 'setInitialRenderingCache'];

type SetData = (this: object, data: object, done?: () => void) => void;

/** The browser's own timeline tells how much each setData brought to the screen, in bytes of JSON. */
function tellWhatIsSet(setData: SetData): SetData {
  return function (data, done) {
    performance.mark('setData', { detail: new Blob([JSON.stringify(data)]).size });
    setData.call(this, data, done);
  };
}

/** Adds to every page's and component's `this` what WeChat has there and the adapter has not, or has otherwise. */
export function extendCaller(prototype: Record<string, unknown>): void {
  prototype['setData'] = tellWhatIsSet(prototype['setData'] as SetData);
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
