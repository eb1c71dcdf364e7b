/**
 * Random sequences of merges, in whatever order their events come and however often: everybody whose request was merged
 * hangs on the one at the end, is counted there once, and is told once of its answer, by their own number.
 */
import fc from 'fast-check';
import { main as requests } from '../../../../../cloudfunctions/request/index';
import {
  onRequestAnswered,
  onRequestMerged,
  onRequestUnmerged,
} from '../../../../../cloudfunctions/request/events/on-request-merged';
import type { RequestDocument } from '../../../../../cloudfunctions/request/rules/request-document';
import type { Consumer, OutboxEntry } from '../../../../../cloudfunctions/shared/outbox';
import type { StepInput } from '../../../../../miniprogram/contract/request-life';
import { startInProcess, type InProcessCloud } from '../../../../support/in-process';
import { newKey, submission } from '../../requests';

jest.mock('../../../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../../../support/memory-database'),
);

const RUNS = process.env['PROOF'] === '1' ? 2_000 : 40;
const COUNT = 5;
const CONSUMERS: Readonly<Record<string, Consumer>> = {
  'request-merged': onRequestMerged,
  'request-unmerged': onRequestUnmerged,
  'request-sent-back': onRequestUnmerged,
  'request-answered': onRequestAnswered,
  'request-closed': onRequestAnswered,
  'request-withdrawn': onRequestAnswered,
  'request-out-of-scope': onRequestAnswered,
};

type Stored = RequestDocument & { outbox: OutboxEntry[] };
let cloud: InProcessCloud;
let begun: readonly Stored[];
beforeAll(async () => {
  cloud = await startInProcess({ request: requests });
  cloud.replace('requests', []);
  for (let n = 0; n < COUNT; n++) {
    cloud.clock.set(cloud.clock.now() + 60_000);
    const openid = `asker-${String(n)}`;
    await cloud.invoke('request', 'submit', submission({ deputy: 'p5' }), { openid, key: newKey() });
  }
  begun = all();
});

const all = (): Stored[] =>
  cloud.documents<Stored>('requests').sort((one, other) => (one.seq < other.seq ? -1 : 1));
const act = (openid: string, request: string, step: StepInput) =>
  cloud.invoke('request', 'act', { township: 'bh', request, step }, { openid, key: newKey() });

const OUT_OF_SCOPE: StepInput = { act: 'outOfScope', door: 'court', words: '请到法院立案庭。' };

const brought = new Set<string>();
/** One event that nobody acted on yet, or an old one once more. */
async function bring(pick: number, again: boolean): Promise<boolean> {
  const waiting = all().flatMap(({ _id, township, outbox }) =>
    outbox.flatMap((entry) =>
      CONSUMERS[entry.event] && (again || !brought.has(`${_id} ${entry.id}`))
        ? [{ _id, township, entry }]
        : [],
    ),
  );
  const one = waiting[pick % Math.max(1, waiting.length)];
  if (!one) return false;
  const delivered = { ...one.entry, township: one.township, collection: 'requests', document: one._id };
  try {
    await CONSUMERS[one.entry.event]?.(delivered, cloud.clock.now());
    brought.add(`${one._id} ${one.entry.id}`);
  } catch (error) {
    if (!String(error).includes('tries again')) throw error;
  }
  return true;
}
async function settle(): Promise<void> {
  for (let n = 0; n < 400; n++) if (!(await bring(n * 7, false))) return;
  throw new Error('the events do not come to an end');
}

/** The one at the end of the way of merges. */
function rootOf(id: string): Stored {
  const found = all().find(({ _id }) => _id === id);
  if (!found) throw new Error('it is not there');
  return found.state === 'merged' && found.mergedInto !== undefined ? rootOf(found.mergedInto) : found;
}

const move = fc.record({
  kind: fc.constantFrom('merge', 'merge', 'merge', 'unmerge', 'withdraw', 'end', 'event', 'event', 'again'),
  one: fc.nat(COUNT - 1),
  other: fc.nat(COUNT - 1),
  pick: fc.nat(99),
});

test('everybody hangs on the end of the way, is counted once and told once', async () => {
  let [chains, taken] = [0, 0];
  const live = async (moves: readonly { kind: string; one: number; other: number; pick: number }[]) => {
    cloud.replace('requests', begun);
    brought.clear();
    for (const { kind, one, other, pick } of moves) {
      cloud.clock.set(cloud.clock.now() + 1_000);
      const request = begun[one]?._id ?? '';
      if (kind === 'merge') await act('bh-staff', request, { act: 'merge', into: begun[other]?._id ?? '' });
      if (kind === 'unmerge') await act('bh-staff', request, { act: 'unmerge' });
      if (kind === 'withdraw' && pick < 30) await act(`asker-${String(one)}`, request, { act: 'withdraw' });
      if (kind === 'end') await act('bh-staff', request, OUT_OF_SCOPE);
      if (kind === 'event' || kind === 'again') await bring(pick, kind === 'again');
      // Nobody here is to run into the minute's bound.
      cloud.clock.set(cloud.clock.now() + 61_000);
    }
    await settle();
    // What is no deputy's takes along whoever hangs on it: each is told once.
    const ended = all().filter(({ state }) => state === 'out-of-scope');
    taken += ended.filter(({ steps }) => steps.some(({ act: how }) => how === 'with')).length;
    for (const { _id, outbox } of ended)
      expect([_id, outbox.filter(({ event }) => event === 'request-out-of-scope').length]).toEqual([_id, 1]);
    const merged = all().filter(({ state }) => state === 'merged');
    for (const root of all().filter(({ open }) => open)) {
      const own = merged.filter(({ _id }) => rootOf(_id)._id === root._id);
      const joined = Object.values(root.joined ?? {}).flatMap(({ request }) => request ?? []);
      expect([...joined].sort()).toEqual(own.map(({ _id }) => _id).sort());
      expect(root.joinedCount).toBe(own.length);
      if (own.some(({ mergedInto }) => mergedInto !== root._id)) chains++;
      const told = (id: string) =>
        all()
          .find(({ _id }) => _id === id)
          ?.outbox.filter(({ event }) => event === 'request-answered').length;
      expect(await act('bh-p5', root._id, { act: 'explain', words: '说清了' })).toMatchObject({ ok: true });
      cloud.clock.set(cloud.clock.now() + 61_000);
      await settle();
      for (const { _id } of own) expect([_id, told(_id)]).toEqual([_id, 1]);
    }
    // Whoever hangs on nothing open would wait for ever.
    for (const { _id } of all().filter(({ state }) => state === 'merged'))
      expect(rootOf(_id).open).toBe(true);
  };
  await fc.assert(fc.asyncProperty(fc.array(move, { minLength: 4, maxLength: 16 }), live), {
    numRuns: RUNS,
    seed: 7,
  });
  expect(chains).toBeGreaterThan(0);
  expect(taken).toBeGreaterThan(0);
});
