/**
 * Requests on the running product, in a real browser: what nobody takes, what is withdrawn, what is no deputy's business,
 * and one of somebody without a phone. The way through six hands and every state is a proof (test/proof/request-story.test.ts).
 */
import { begin, running } from './support/request-hands';
import { bringAnswer, forgetOne } from './support/request-stories';

beforeAll(() => begin(Date.parse('2026-11-23T09:00:00+08:00')), 90_000);
afterAll(() => running.close(), 30_000);

test(
  'nobody takes it: leader, then office, by the clock; the wrong door, and a villager who does not wish it any more',
  forgetOne,
  200_000,
);

test(
  'somebody without a phone: the answer is brought to them, they are asked for, and called back',
  bringAnswer,
  200_000,
);
