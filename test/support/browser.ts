import { mkdirSync, rmdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { chromium as playwright } from 'playwright-core';
import type { Browser, Locator, Page } from 'playwright-core';

/** What a test asks for when it takes a phone into its hand. Sizes in CSS pixels. */
export interface PhoneOptions {
  /** Address of the local server or of one page on it, for example `http://127.0.0.1:4000/?scene=bh.h1`. */
  readonly url: string;
  /** Whose phone it is; left out, the preview's own first identity. */
  readonly openid?: string;
  readonly width?: number;
  readonly height?: number;
  /** System font size in px, as WeChat's own setting gives it (23 is its largest step but one). */
  readonly font?: number;
  /** Further query parameters: `page`, `scene`, `wide`. */
  readonly query?: Readonly<Record<string, string>>;
}

export interface TestBrowser {
  /** Opens a phone with storage of its own; resolves when the first page has had its onReady. */
  newPhone(options: PhoneOptions): Promise<Page>;
  /** The same in the hands of somebody else, with what they keep, and nothing of before. A quarter of the time of a new one. */
  handOver(phone: Page, options: PhoneOptions, storage?: Readonly<Record<string, unknown>>): Promise<void>;
  /** Nobody needs it any more: it shows nothing, asks nothing, and is the next new phone. */
  putAway(phone: Page): Promise<void>;
  /** All that somebody has in their hands: after a test, for the next one. */
  putAllAway(): Promise<void>;
  /** Opens a wide window with a mouse, as on a computer: the frame around the phone. Use `click()` there. */
  newDesk(options: PhoneOptions): Promise<Page>;
  /** Console errors, page errors and NotInPreviewErrors of all phones so far. Empty it to expect one. */
  readonly errors: string[];
  /** Ends the browser; throws when `errors` is not empty, so that no error passes unseen. */
  /** Closes the pages: before the server that they listen to goes away. */
  leave(): Promise<void>;
  close(): Promise<void>;
}

const UNPACK_LIMIT_MS = 60_000;
const READY_LIMIT_MS = 20_000;

/** Only one process may unpack the packaged browser into the temporary folder at a time. */
async function withUnpackLock<T>(work: () => Promise<T>): Promise<T> {
  const lock = join(tmpdir(), 'packaged-chromium.lock');
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch {
      const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0);
      if (age > UNPACK_LIMIT_MS) rmdirSync(lock);
      else await delay(100);
    }
  }
  try {
    return await work();
  } finally {
    rmdirSync(lock);
  }
}

async function launch(): Promise<Browser> {
  const own = process.env['CHROMIUM_PATH'];
  const args = ['--no-sandbox', '--font-render-hinting=none', '--hide-scrollbars', '--disable-dev-shm-usage'];
  if (own) return playwright.launch({ executablePath: own, args });
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs20.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  const executablePath = await withUnpackLock(() => packaged.executablePath());
  return playwright.launch({ executablePath, args });
}

function addressOf(options: PhoneOptions): string {
  const address = new URL(options.url);
  if (options.openid !== undefined) address.searchParams.set('as', options.openid);
  if (options.font !== undefined) address.searchParams.set('font', String(options.font));
  for (const [name, value] of Object.entries(options.query ?? {})) address.searchParams.set(name, value);
  return address.href;
}

function collectErrors(page: Page, errors: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
}

async function handOver(
  page: Page,
  options: PhoneOptions,
  storage: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const kept = { whose: options.openid, entries: Object.entries(storage) };
  await page.evaluate(async ({ whose, entries }) => {
    const openid = whose ?? sessionStorage.getItem('phone.openid') ?? '';
    localStorage.clear();
    sessionStorage.clear();
    // As local/preview/runtime/wx/storage.ts keeps it.
    for (const [key, value] of entries) localStorage.setItem(`wx:${openid}:${key}`, JSON.stringify(value));
    // Gone as soon as the page that may have them open is left.
    for (const { name = '' } of await indexedDB.databases()) indexedDB.deleteDatabase(name);
  }, kept);
  await page.setViewportSize({ width: options.width ?? 390, height: options.height ?? 844 });
  await page.goto(addressOf(options));
  await waitForPage(page);
}

/**
 * Starts the Chromium that comes with the npm packages (or `CHROMIUM_PATH`). Use `tap()`, never `click()`. Its phones
 * stand in the zone of this machine, or in the given one.
 */
export async function openBrowser(timezoneId?: string): Promise<TestBrowser> {
  const browser = await launch();
  const errors: string[] = [];
  const idle: Page[] = [];
  const inHand = new Set<Page>();
  const putAway = async (page: Page): Promise<void> => {
    inHand.delete(page);
    // Of the same origin, so that the browser goes on with the process that knows the scripts.
    await page.goto(new URL('/__preview/preview.css', page.url()).href);
    idle.push(page);
  };
  return {
    errors,
    async newPhone(options) {
      const used = idle.pop();
      if (used) {
        inHand.add(used);
        await handOver(used, options);
        return used;
      }
      const context = await browser.newContext({
        viewport: { width: options.width ?? 390, height: options.height ?? 844 },
        deviceScaleFactor: 1,
        hasTouch: true,
        isMobile: true,
        locale: 'zh-CN',
        ...(timezoneId !== undefined && { timezoneId }),
      });
      // tsx names inner functions by a helper that is not there in the page.
      await context.addInitScript('globalThis.__name ??= (named) => named;');
      const page = await context.newPage();
      inHand.add(page);
      collectErrors(page, errors);
      await page.goto(addressOf(options));
      await waitForPage(page);
      return page;
    },
    handOver,
    putAway,
    async putAllAway() {
      for (const page of [...inHand]) {
        if (page.isClosed()) inHand.delete(page);
        else await putAway(page);
      }
    },
    async newDesk(options) {
      const { width = 1280, height = 900 } = options;
      const context = await browser.newContext({ viewport: { width, height }, locale: 'zh-CN' });
      const page = await context.newPage();
      collectErrors(page, errors);
      await page.goto(addressOf(options));
      return page;
    },
    async leave() {
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    async close() {
      await browser.close();
      if (errors.length > 0) throw new Error(`errors in the phone:\n${[...new Set(errors)].join('\n')}`);
    },
  };
}

/** Resolves when the page on top has had its onReady; with a path, when that page is on top. */
export async function waitForPage(phone: Page, path?: string): Promise<void> {
  const route = path === undefined ? '' : `[data-route="${path}"]`;
  await phone.waitForSelector(`phone-page${route}[data-ready]`, { timeout: READY_LIMIT_MS });
}

const allowing = new WeakSet<Page>();

/** WeChat's own question about messages comes over the page whenever it likes: it is allowed, from now on. */
export async function allowMessages(phone: Page): Promise<void> {
  if (allowing.has(phone)) return;
  allowing.add(phone);
  const allow = phone.locator('phone-dialog').getByText('允许', { exact: true });
  await phone.addLocatorHandler(allow, (button) => button.tap());
}

/** The page on top of the stack; pages under it are not in the document. */
export function topPage(phone: Page): Locator {
  return phone.locator('phone-page');
}

/** How long (ms) something pressed may take to show; a busy machine is slow, nothing waits longer than needed. */
const SHOWN_LIMIT_MS = 20_000;

/** The first place on the page that says so and can be seen. */
function shown(phone: Page, words: string | RegExp, exact = false): Locator {
  return topPage(phone).getByText(words, { exact }).locator('visible=true').first();
}

/** Taps there; `exact`: it says that and nothing more. */
export async function press(phone: Page, words: string, exact = false): Promise<void> {
  await shown(phone, words, exact).tap({ timeout: SHOWN_LIMIT_MS });
}

/** Resolves when the page says so. */
export async function see(phone: Page, words: string | RegExp): Promise<void> {
  await shown(phone, words).waitFor({ timeout: SHOWN_LIMIT_MS });
}

/** Types into the field with this label or placeholder. */
export async function fill(phone: Page, name: string, text: string): Promise<void> {
  const field = topPage(phone).locator(
    `[placeholder="${name}"], input[aria-label="${name}"], textarea[aria-label="${name}"]`,
  );
  await field.first().fill(text, { timeout: SHOWN_LIMIT_MS });
}
