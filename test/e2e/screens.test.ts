/**
 * Each screen is drawn without an error, within the bounds for nodes and for what one setData brings, and says to a screen
 * reader what it shows: what is pressed has a name and is one thing, headings are headings, the order is the one seen. Tabs,
 * switches and choices are large enough in 长辈版. In the proof for elders as well, and in each state.
 */
import { openBrowser, type TestBrowser } from '../support/browser';
import { closeAll } from '../support/close-all';
import { NOW } from '../support/sample-answers';
import { startStubGateway, type StubGateway } from '../support/stub-gateway';
import { drawScreen, looksOf, type Look } from '../support/take-shot';
import type { Shot } from './shot-kit';
import { shots } from './shots';

/** goals.md asks for it of the first screen; every other one keeps to it too. */
const MOST_NODES = 300;
const MOST_BYTES = 16 * 1024;
let sets = 0;
const PROOF = process.env['PROOF'] === '1';

let browser: TestBrowser;
let gateway: StubGateway;

beforeAll(async () => {
  [gateway, browser] = await Promise.all([startStubGateway(NOW), openBrowser()]);
}, 90_000);

afterAll(async () => {
  await closeAll(browser, gateway);
}, 30_000);

/** The first state named for a page is its usual one, a full one is the same with a crowd; `screens.ts` draws all. */
const drawn = shots.filter(
  (shot, at) =>
    PROOF || shot.name === 'desk-full' || shots.findIndex(({ page }) => page === shot.page) === at,
);

/** In `npm test` each page is drawn once: of those that a PC shows too, every second one as there. */
const looks = new Map<Shot, readonly Look[]>(
  drawn.map((shot, at) => [shot, PROOF ? looksOf(shot) : [shot.wide && at % 2 === 1 ? 'wide' : 'ordinary']]),
);

/** What the browser itself says of a call that found no network. */
function forgetNoNetwork({ replies }: Shot): void {
  if (!JSON.stringify(replies).includes('"no-network"')) return;
  const others = browser.errors.filter((error) => !error.includes('ERR_EMPTY_RESPONSE'));
  browser.errors.splice(0, Infinity, ...others);
}

test.each(drawn.map((shot) => [shot.name, shot] as const))(
  '%s',
  async (_name, shot) => {
    for (const look of looks.get(shot) ?? []) {
      const { nodes, largestSet, faults, small } = await drawScreen(browser, gateway, shot, look);
      expect(faults).toEqual([]);
      expect(small).toEqual([]);
      expect(nodes).toBeLessThanOrEqual(MOST_NODES);
      expect(largestSet).toBeLessThanOrEqual(MOST_BYTES);
      sets += largestSet > 0 ? 1 : 0;
    }
    forgetNoNetwork(shot);
  },
  60_000,
);

test('what a screen is given is seen by the browser', () => {
  expect(sets).toBeGreaterThan(drawn.length / 2);
});
