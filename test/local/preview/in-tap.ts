import type { Page } from 'playwright-core';

declare global {
  interface Window {
    answer?: Promise<unknown>;
  }
}

/** Does something inside a tap, as wx.requestSubscribeMessage wants it; `answerOf` waits for what came out. */
export async function inTap(phone: Page, action: () => unknown): Promise<void> {
  await phone.evaluate((code) => {
    const app = getApp<{ globalData: { action?: () => unknown } }>();
    app.globalData.action = () => {
      const run = (0, eval)(`(${code})`) as () => unknown;
      window.answer = Promise.resolve(run()).catch((error: unknown) => error);
    };
  }, action.toString());
  await phone.tap('.act');
}

export const answerOf = (phone: Page): Promise<unknown> => phone.evaluate(() => window.answer);
