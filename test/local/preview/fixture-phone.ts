/** For browser tests of the preview: its fixture on a server, and phones on it, for as long as the file runs. */
import type { Page } from 'playwright-core';
import { openBrowser, topPage, type PhoneOptions, type TestBrowser } from '../../support/browser';
import { startFixture, type FixtureServer } from './fixture-server';

export interface FixturePhones {
  readonly server: FixtureServer;
  readonly browser: TestBrowser;
  open(options?: Omit<PhoneOptions, 'url'>): Promise<Page>;
}

/** Call it at the top of a test file; what it answers is there once the tests begin. */
export function useFixture(): FixturePhones {
  let server: FixtureServer;
  let browser: TestBrowser;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startFixture(), openBrowser()]);
  }, 60_000);
  // The next test's phone is this one, emptied: that takes a quarter of the time of a new one.
  afterEach(() => browser.putAllAway());
  afterAll(async () => {
    try {
      await browser.close();
    } finally {
      await server.close();
    }
  });
  return {
    get server() {
      return server;
    },
    get browser() {
      return browser;
    },
    open: (options = {}) => browser.newPhone({ url: server.url, ...options }),
  };
}

/** A computed style of the first element on the page that is found so. */
export function styleOf(phone: Page, selector: string, name: string): Promise<string> {
  return topPage(phone)
    .locator(selector)
    .evaluate((element, property) => getComputedStyle(element).getPropertyValue(property), name);
}
