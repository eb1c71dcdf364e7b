/** Waiting for a page as one looks at it, and not for a time. */
import type { Page } from 'playwright-core';

/** How long (ms) nothing may change for a page to be called ready. */
const QUIET_MS = 100;

/** Resolves when nothing has changed on the page for a while and nothing moves. */
export function restUntilQuiet(page: Page): Promise<void> {
  return page.evaluate(
    (quietMs) =>
      new Promise<void>((rest) => {
        const end = (): void => {
          const moving = document.getAnimations().some(({ effect, playState }) => {
            return playState === 'running' && effect?.getComputedTiming().iterations !== Infinity;
          });
          if (moving) wait();
          else {
            observer.disconnect();
            rest();
          }
        };
        let timer = 0;
        const wait = (): void => {
          clearTimeout(timer);
          timer = window.setTimeout(end, quietMs);
        };
        const observer = new MutationObserver(wait);
        observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
        wait();
      }),
    QUIET_MS,
  );
}
