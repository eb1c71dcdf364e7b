/** The relay dies at any call while it asks about what was said: everything is asked in the end, and settled once. */
import type { SampleCloud } from '../../support/sample-cloud';
import { fairShare } from '../../support/fair-share';
import { heldOf, relayChecks, resetChecking, startChecking, VILLAGER } from './checking';
import { submit } from './requests';
import { mustStep, stored } from './steps';

jest.setTimeout(60_000);

let cloud: SampleCloud;
beforeAll(async () => {
  cloud = await startChecking();
});
beforeEach(async () => {
  await cloud.control({ faults: {} });
  await resetChecking(cloud);
});
afterAll(() => cloud.close());

const kick = () => cloud.invoke('notify', 'kick', { township: 'bh' }, { openid: VILLAGER });
/** A lease of somebody who died is over by then. */
const LATER_MS = 10 * 60_000;

const crashes = [3, 5, 7, 9, 11, 13].flatMap((call) => [
  { when: 'before', call, fault: { killBeforeCall: call } },
  { when: 'after', call, fault: { killAfterCall: call } },
]);

/** `npm test` tries every fifth. */
test.each(fairShare(crashes, 5))('dies $when call $call', async ({ fault }) => {
  const { request } = await submit(cloud, VILLAGER);
  await mustStep(cloud, VILLAGER, request, { act: 'withdraw', words: '那就罢免他' });
  await cloud.control({ faults: { ...fault, function: 'notify' } });
  expect((await kick()).code).toMatch(/^platform:/);
  await cloud.control({ faults: {} });
  cloud.clock.set(cloud.clock.now() + LATER_MS);
  await relayChecks(cloud);
  const states = Object.values(stored(cloud, request).checks ?? {}).map(({ state }) => state);
  expect(states).toEqual(['passed', 'held']);
  expect((await heldOf(cloud)).requests).toMatchObject([{ request, parts: [{ why: 'risky' }] }]);
});
