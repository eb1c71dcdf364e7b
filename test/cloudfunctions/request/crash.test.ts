/**
 * The instance dies before or after each database call of each writing action; the phone tries once more under
 * the same key. Afterwards there is one request, one step, one event, and the same answer.
 */
import type { Answer } from '../../support/cloud';
import { fairShare } from '../../support/fair-share';
import { DEATHS_OF_ACTS } from '../../support/deaths';
import { reloadSample, startSampleCloud, type SampleCloud } from '../../support/sample-cloud';
import { submission, newKey, submit } from './requests';

/** Each death is a cold start more. */
jest.setTimeout(120_000);

let cloud: SampleCloud;
beforeAll(async () => {
  cloud = await startSampleCloud({ instancesPerFunction: 1 });
});
beforeEach(async () => {
  await cloud.control({ faults: {} });
  await reloadSample(cloud);
});
afterAll(() => cloud.close());

interface Stored {
  _id: string;
  openid: string;
  rev: number;
  outbox: unknown[];
  steps: unknown[];
}
const requestsOf = (openid: string) =>
  ([...cloud.database.exportDocuments('requests')] as Stored[]).filter((each) => each.openid === openid);

interface Story {
  name: string;
  fn: string;
  /** Database calls when nothing goes wrong, in an instance that knows the directory no longer. */
  calls: number;
  prepare(): Promise<() => Promise<Answer>>;
  /** What there is afterwards. */
  check(): void;
}

const stories: readonly Story[] = [
  {
    name: 'submit',
    fn: 'request',
    calls: 2,
    prepare: () => {
      const key = newKey();
      return Promise.resolve(() => cloud.invoke('request', 'submit', submission(), { openid: 'o1', key }));
    },
    check: () => {
      const [request, ...more] = requestsOf('o1');
      expect(more).toEqual([]);
      expect(request?.outbox).toHaveLength(1);
      expect(request?.steps).toHaveLength(1);
    },
  },
  {
    name: 'submit into the second slot',
    fn: 'request',
    calls: 4,
    prepare: async () => {
      // Two keys that begin at the same slot.
      const [one, key] = ['key-slot-a', 'key-slot-f'];
      await cloud.invoke('request', 'submit', submission(), { openid: 'o1', key: one });
      return () => cloud.invoke('request', 'submit', submission({ text: '另一件' }), { openid: 'o1', key });
    },
    check: () => {
      expect(requestsOf('o1').map(({ outbox }) => outbox.length)).toEqual([1, 1]);
    },
  },
  {
    name: 'take',
    fn: 'request',
    calls: 2,
    prepare: async () => {
      const { request } = await submit(cloud, 'o1', { deputy: 'p5' });
      const key = newKey();
      return () =>
        cloud.invoke(
          'request',
          'act',
          { township: 'bh', request, step: { act: 'take' } },
          { openid: 'bh-p5', key },
        );
    },
    check: () => {
      const [request] = requestsOf('o1');
      expect(request).toMatchObject({ rev: 2, state: 'contacting' });
      expect(request?.outbox).toHaveLength(2);
      expect(request?.steps).toHaveLength(2);
    },
  },
  {
    name: 'assign, which reads',
    fn: 'request',
    calls: 3,
    prepare: async () => {
      const { request } = await submit(cloud, 'o1', { deputy: 'p5' });
      const propose = { township: 'bh', request, step: { act: 'propose', words: '请交办' } };
      await cloud.invoke('request', 'act', propose, { openid: 'bh-p5', key: newKey() });
      const assign = { township: 'bh', request, step: { act: 'assign', lead: 'u1', assist: ['u2'] } };
      const key = newKey();
      return () => cloud.invoke('request', 'act', assign, { openid: 'bh-staff', key });
    },
    check: () => {
      const [request] = requestsOf('o1');
      expect(request).toMatchObject({ rev: 3, state: 'assigned', lead: 'u1' });
      expect(request?.outbox).toHaveLength(3);
      expect(request?.steps).toHaveLength(3);
    },
  },
  {
    name: 'solved, by the asker',
    fn: 'request',
    calls: 2,
    prepare: async () => {
      const { request } = await submit(cloud, 'o1', { deputy: 'p5' });
      const explain = { township: 'bh', request, step: { act: 'explain', words: '说清了' } };
      await cloud.invoke('request', 'act', explain, { openid: 'bh-p5', key: newKey() });
      const solved = { township: 'bh', request, step: { act: 'solved' } };
      const key = newKey();
      return () => cloud.invoke('request', 'act', solved, { openid: 'o1', key });
    },
    check: () => {
      const [request] = requestsOf('o1');
      expect(request).toMatchObject({ rev: 3, state: 'closed', outcome: 'solved' });
      expect(request?.outbox).toHaveLength(3);
    },
  },
  {
    name: 'claimInvitation',
    fn: 'registry',
    calls: 2,
    prepare: () => {
      const key = newKey();
      const input = { township: 'bh', code: 'bhp20x0', phoneLast4: '1234' };
      return Promise.resolve(() => cloud.invoke('registry', 'claimInvitation', input, { openid: 'o1', key }));
    },
    check: () => {
      const grants = [...cloud.database.exportDocuments('invitations')] as (Stored & { state: string })[];
      const own = grants.filter(({ openid }) => openid === 'o1');
      expect(own).toEqual([expect.objectContaining({ state: 'claimed' })]);
      expect(own[0]?.outbox).toHaveLength(1);
    },
  },
];

const crashes = stories.flatMap((story) =>
  Array.from({ length: story.calls }, (_, n) => n + 1).flatMap((call) =>
    [
      { story, call, name: story.name, when: 'before', fault: { killBeforeCall: call } },
      { story, call, name: story.name, when: 'after', fault: { killAfterCall: call } },
    ].filter(({ when }) => when === 'after' || DEATHS_OF_ACTS.includes('killBeforeCall')),
  ),
);

/** All go through the one engine of acts: `npm test` tries every second death. */
test.each(fairShare(crashes, 2))('$name: dies $when call $call, then one retry', async ({ story, fault }) => {
  const act = await story.prepare();
  cloud.clock.set(cloud.clock.now() + 61_000);
  await cloud.control({ faults: { ...fault, function: story.fn } });
  expect((await act()).code).toMatch(/^platform:/);
  await cloud.control({ faults: {} });
  const retried = await act();
  expect(retried.ok).toBe(true);
  expect((await act()).data).toEqual(retried.data);
  story.check();
});

test('answers lost on the way: every request is there once, and the phone hears so', async () => {
  await cloud.control({ faults: { dropAnswerRate: 0.4, seed: 5 } });
  for (let n = 1; n <= 5; n++) {
    const key = newKey();
    const act = () =>
      cloud.invoke('request', 'submit', submission({ text: `第${String(n)}件` }), { openid: 'o1', key });
    let answer = await act();
    while (answer.code === 'busy') answer = await act();
    expect(answer.ok).toBe(true);
  }
  expect(requestsOf('o1')).toHaveLength(5);
});

test('a database that fails one call in five: a request or busy, never two', async () => {
  await cloud.control({ faults: { errorRate: 0.2, seed: 3 } });
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, n) =>
      cloud.invoke('request', 'submit', submission(), { openid: `many-${n}`, key: newKey() }),
    ),
  );
  await cloud.control({ faults: {} });
  for (const [n, { ok, code }] of answers.entries()) {
    if (!ok) expect(code).toBe('busy');
    expect(requestsOf(`many-${n}`).length).toBe(ok ? 1 : requestsOf(`many-${n}`).length && 1);
  }
});
