/** How large things are that are pressed, in the document as it is drawn. */
import type { Page } from 'playwright-core';

/** As WeChat's guide for elders has it (px). */
const LEAST = 60;

/**
 * Tabs, switches and choices that would be too small in 长辈版. A page that is not in it gets its measures: what stands on
 * the page stays.
 */
export function findSmallTargets(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    for (const root of document.querySelectorAll('phone-page .page')) root.classList.add('elder');
    const kinds = ['tab', 'switch', 'radio', 'checkbox'].map((role) => `[role="${role}"]`).join();
    return [...document.querySelectorAll<HTMLElement>(`phone-page:last-of-type :is(${kinds})`)].flatMap(
      (node) => {
        const { width, height } = node.getBoundingClientRect();
        // The picture of a switch, whose row is what is pressed and read out.
        if (node.closest('[aria-hidden="true"]')) return [];
        if (width === 0 || (height >= least - 0.5 && width >= least - 0.5)) return [];
        const words = (node.getAttribute('aria-label') ?? node.textContent).trim().slice(0, 20);
        return [`«${words}» is ${String(Math.round(width))}×${String(Math.round(height))}`];
      },
    );
  }, LEAST);
}

export interface Box {
  top: number;
  bottom: number;
  left: number;
  right: number;
  words: string;
}

/** The red button in the bar below, in the window that is open; undefined: there is none. */
export function boxOfMain(page: Page): Promise<Box | undefined> {
  return page.evaluate(() => {
    const buttons = [
      ...document.querySelectorAll<HTMLElement>('phone-page:last-of-type bottom-bar wx-button'),
    ];
    const button = buttons.at(-1);
    if (!button) return undefined;
    const { top, bottom, left, right } = button.getBoundingClientRect();
    return { top, bottom, left, right, words: button.textContent.trim() };
  });
}
