/** What a picture of a screen is asked for with, and the steps before it. */
import type { Page } from 'playwright-core';
import { restUntilQuiet } from '../support/quiet';
import type { Replies } from '../support/stub-gateway';

export interface Shot {
  name: string;
  page: string;
  query?: Record<string, string>;
  replies: Replies;
  /** Steps on the page before the picture. */
  act?: (page: Page) => Promise<void>;
  /** Only in the ordinary mode: elder mode does not show what is pressed. */
  ordinary?: boolean;
  /** One more picture at 320×568, elder, with the largest type: its main button stands within the first screen. */
  small?: boolean;
  /** The whole page instead of one screenful. */
  whole?: boolean;
  /** One more picture at 1024×768, as on a PC; elder mode is left out there. */
  wide?: boolean;
}

export const ok = <T>(data: T): { ok: true; data: T } => ({ ok: true, data });

export const fillIn =
  (placeholder: string, text: string) =>
  async (page: Page): Promise<void> => {
    await page.locator(`[placeholder="${placeholder}"]`).fill(text);
    await restUntilQuiet(page);
  };

export const press =
  (...words: string[]) =>
  async (page: Page): Promise<void> => {
    for (const word of words) {
      await page.getByText(word, { exact: false }).first().tap();
      await restUntilQuiet(page);
    }
  };

export const pressExactly =
  (word: string) =>
  async (page: Page): Promise<void> => {
    await page.getByText(word, { exact: true }).tap();
    await restUntilQuiet(page);
  };
