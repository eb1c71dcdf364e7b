/**
 * The instance dies before or after each database call of each writing action; the phone tries once more under
 * the same key. Afterwards everything is as if nothing had happened: one booking, one event, the same answer.
 */
import type { Slip } from '../../../miniprogram/contract/reception';
import type { Answer } from '../../support/cloud';
import { fairShare } from '../../support/fair-share';
import { DEATHS_OF_ACTS } from '../../support/deaths';
import { TOWNSHIP } from './support/days';
import { findFaults, newKey, openReception, resetReception, type Reception } from './support/reception';

/** Each death is a cold start more, each failing call some tries. */
jest.setTimeout(120_000);

let reception: Reception;
beforeAll(async () => {
  reception = await openReception({ processes: true });
});
beforeEach(() => resetReception(reception));
afterAll(() => reception.close());

interface Story {
  name: string;
  /** Database calls when nothing goes wrong. */
  calls: number;
  prepare(): Promise<() => Promise<Answer>>;
  /** The code it is refused with; absent: it succeeds. */
  code?: string;
}

const stories: readonly Story[] = [
  {
    name: 'book',
    calls: 1,
    prepare: () => {
      const key = newKey();
      return Promise.resolve(() => reception.book('o1', { phone: '5550100' }, key));
    },
  },
  {
    name: 'book, the place just gone',
    calls: 3,
    async prepare() {
      await reception.hold('o2');
      const key = newKey();
      return () => reception.book('o1', { time: '08:30' }, key);
    },
  },
  {
    name: 'book, refused',
    calls: 2,
    code: 'already-booked',
    async prepare() {
      await reception.hold('o1');
      const key = newKey();
      return () => reception.book('o1', {}, key);
    },
  },
  {
    name: 'move',
    calls: 1,
    async prepare() {
      const slip = await reception.hold('o1');
      const key = newKey();
      return () => reception.move('o1', slip, 'h1-1430-1', key);
    },
  },
  {
    name: 'move, the place just gone',
    calls: 3,
    async prepare() {
      const slip = await reception.hold('o1');
      await reception.hold('o2', { place: 'h1-1430-1' });
      const key = newKey();
      return () => reception.move('o1', slip, 'h1-1430-1', key);
    },
  },
  {
    name: 'cancel',
    calls: 1,
    async prepare() {
      const slip = await reception.hold('o1', { phone: '5550100' });
      const key = newKey();
      return () => reception.cancel('o1', slip, key);
    },
  },
];

/** The relay ships one audit row for each change and leaves nothing behind. */
async function expectAudited(changes: number): Promise<void> {
  await reception.invoke('notify', 'kick', { township: TOWNSHIP }, { openid: 'o1' });
  expect([...reception.database.exportDocuments('audit')]).toHaveLength(changes);
  expect(reception.day()).toMatchObject({ history: [], outbox: [], outboxAt: 0 });
}

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
  const before = reception.day().rev;
  await reception.control({ faults: { ...fault, function: 'reception' } });
  const died = await act();
  expect(died.code).toMatch(/^platform:/);
  const retried = await act();
  expect(retried).toMatchObject(story.code === undefined ? { ok: true } : { ok: false, code: story.code });
  expect(reception.day().rev).toBe(before + (story.code === undefined ? 1 : 0));
  expect(findFaults(reception.day())).toEqual([]);
  if (retried.ok) expect((await act()).data).toEqual(retried.data);
  await expectAudited(before - 1 + (retried.ok ? 1 : 0));
});

test('answers lost on the way: the function finds its own write and answers as if nothing had been', async () => {
  await reception.control({ faults: { dropAnswerRate: 0.4, seed: 7 } });
  const slips: Slip[] = [];
  for (let n = 0; n < 8; n++) {
    const key = newKey();
    const act = () => reception.book(`o${n}`, { place: 'h1-0830-1' }, key);
    let answer = await act();
    // Three answers in a row were lost: the phone is told `busy` and tries again.
    while (answer.code === 'busy') answer = await act();
    expect(answer).toMatchObject({ ok: true });
    slips.push(answer.data as Slip);
  }
  expect(new Set(slips.map(({ place }) => place)).size).toBe(8);
  expect(findFaults(reception.day())).toEqual([]);
});

test('a database that fails one call in five: every answer is a booking, a reason or busy, never a duplicate', async () => {
  await reception.control({ faults: { errorRate: 0.2, seed: 11 } });
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, n) => reception.book(`o${n}`, { home: 'h2', place: 'h2-0830-1' })),
  );
  await reception.control({ faults: {} });
  const codes = new Set(answers.map(({ ok, code }) => (ok ? 'ok' : code)));
  for (const code of codes) expect(['ok', 'full', 'busy']).toContain(code);
  expect(findFaults(reception.day())).toEqual([]);
});
