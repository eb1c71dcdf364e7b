/** Who stands beside a request once others are merged into it, taken out again, or it is answered. In process, event by event. */
import {
  onRequestAnswered,
  onRequestMerged,
  onRequestUnmerged,
} from '../../../../cloudfunctions/request/events/on-request-merged';
import type { RequestDocument } from '../../../../cloudfunctions/request/rules/request-document';
import { accountOf } from '../../../../cloudfunctions/shared/cipher';
import type { Consumer, HistoryRow, OutboxEntry } from '../../../../cloudfunctions/shared/outbox';
import { LIMITS } from '../../../../miniprogram/contract/limits';
import { turnstile } from '../../../support/memory-database';
import { OWNER, Requests, STAFF } from '../requests-in-process';

jest.mock('../../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../../support/memory-database'),
);

type Stored = RequestDocument & { outbox: OutboxEntry[]; history: HistoryRow[] };
/** Who said «我也反映» of it. */
const SAID = { account: 'a-said', openid: 'o-said' };
let r: Requests;
/** Older than the next one. */
let ids: string[];
beforeAll(async () => {
  r = await Requests.open();
});
beforeEach(async () => {
  r.begin();
  ids = [];
  for (let n = 0; n < 4; n++) {
    ids.push(await r.send({}, `merged-${String(n)}`));
    r.later(61_000);
  }
});

const id = (n: number) => ids[n] ?? '';
const one = (n: number) => r.stored(id(n)) as Stored;
const name = (n: number) => `r${id(n).slice(3)}`;
const companion = (n: number) => ({
  account: accountOf(`merged-${String(n)}`),
  openid: `merged-${String(n)}`,
  request: id(n),
});
/** It as it is not. */
function change(n: number, own: object): void {
  r.cloud.replace(
    'requests',
    r.all().map((each) => (each._id === id(n) ? { ...each, ...own } : each)),
  );
}
async function bring(consumer: Consumer, n: number, about: Record<string, string> = {}): Promise<void> {
  r.later();
  const now = r.cloud.clock.now();
  const entry = { id: `e-${String(n)}`, event: 'any', about, at: now };
  await consumer({ ...entry, township: 'bh', collection: 'requests', document: id(n) }, now);
}
const merge = (n: number, into: number) => r.must(STAFF, id(n), { act: 'merge', into: id(into) });
const beside = (n: number) => ({ joined: one(n).joined ?? {}, count: one(n).joinedCount });
const nobody = { joined: {}, count: 0 };

/** 2 is merged into 1, of which somebody said the same; 1 into 0. */
async function mergeAll(): Promise<void> {
  await merge(2, 1);
  await bring(onRequestMerged, 2);
  change(1, { joined: { ...one(1).joined, jsaid: SAID }, joinedCount: 2 });
  await merge(1, 0);
  await bring(onRequestMerged, 1);
}
const ALL = () => ({
  joined: { [name(1)]: companion(1), [name(2)]: companion(2), jsaid: { ...SAID, via: id(1) } },
  count: 3,
});

describe('merged', () => {
  it('stands beside what it was merged into, with whoever came with it; once', async () => {
    await mergeAll();
    expect(beside(0)).toEqual(ALL());
    // Its own stay, for the day on which it is taken out.
    expect(beside(1)).toEqual({ joined: { [name(2)]: companion(2), jsaid: SAID }, count: 2 });
    const joins = one(0).outbox.filter(({ event }) => event === 'request-joined');
    expect(joins.map(({ about }) => about)).toEqual([
      { request: id(0), joined: id(1) },
      { request: id(0), joined: id(2) },
      { request: id(0) },
    ]);
    const acts = one(0).history.filter(({ act }) => act === 'join');
    expect(acts).toMatchObject([
      { by: 'system', of: id(1), from: '', to: '' },
      { by: 'system', of: id(2) },
      { by: 'system', of: 'jsaid' },
    ]);
    const before = r.all();
    for (const n of [1, 2]) await bring(onRequestMerged, n);
    expect(r.all()).toEqual(before);
  });

  it('stands beside the end of the way, whichever event comes first', async () => {
    await merge(2, 1);
    await merge(1, 0);
    await bring(onRequestMerged, 2);
    expect([beside(0), beside(1)]).toEqual([{ joined: { [name(2)]: companion(2) }, count: 1 }, nobody]);
    await bring(onRequestMerged, 1);
    expect(beside(0)).toEqual({ joined: { [name(1)]: companion(1), [name(2)]: companion(2) }, count: 2 });
  });

  it.each([
    ['is over', { state: 'withdrawn', open: false }],
    ['is full', { joinedCount: LIMITS.joined }],
    ['is gone', { _id: 'bh~elsewhere' }],
  ])('goes back to where it was when that one %s', async (_what, own) => {
    await merge(1, 0);
    change(0, own);
    await bring(onRequestMerged, 1);
    expect(one(1)).toMatchObject({ state: 'submitted', open: true, owner: { person: 'p5' } });
    expect(one(1).steps.at(-1)).toMatchObject({ act: 'send-back', by: 'system' });
    expect(one(1).history.at(-1)).toMatchObject({ act: 'send-back', from: 'merged', to: 'submitted' });
    expect(one(1).outbox.at(-1)).toMatchObject({ event: 'request-sent-back' });
    expect(r.stored(id(0))?.joined).toBeUndefined();
  });

  it('stays where it stands already, though that one is over by now', async () => {
    await merge(1, 0);
    await bring(onRequestMerged, 1);
    change(0, { state: 'closed', open: false });
    await bring(onRequestMerged, 1);
    expect(one(1).state).toBe('merged');
  });

  it('is nothing to do for what is merged no more, or is gone', async () => {
    await merge(1, 0);
    await r.must(STAFF, id(1), { act: 'unmerge' });
    const before = r.all();
    for (const n of [1, 3]) await bring(onRequestMerged, n);
    change(3, { state: 'merged' });
    await bring(onRequestMerged, 3);
    ids.push('bh~gone');
    await bring(onRequestMerged, 4);
    expect(r.all().filter(({ _id }) => _id !== id(3))).toEqual(before.filter(({ _id }) => _id !== id(3)));
  });

  it('is tried again when that one was merged in the very moment', async () => {
    await merge(1, 0);
    change(0, { joinedCount: LIMITS.joined });
    const { pass } = turnstile;
    let calls = 0;
    turnstile.pass = () => {
      // The source, its target and the township are read; the target is full; then it is read anew.
      if (++calls === 3) change(0, { state: 'merged', open: false, mergedInto: id(3) });
      return pass();
    };
    await expect(bring(onRequestMerged, 1).finally(() => (turnstile.pass = pass))).rejects.toThrow(
      'tries again',
    );
    expect(one(1).state).toBe('merged');
  });
});

describe('taken out', () => {
  const takeOut = async (n: number, into: number) => {
    await r.must(STAFF, id(n), { act: 'unmerge' });
    await bring(onRequestUnmerged, n, { into: id(into) });
  };

  it('takes along whoever came with it, and leaves the others', async () => {
    await mergeAll();
    await merge(3, 0);
    await bring(onRequestMerged, 3);
    await takeOut(1, 0);
    expect(beside(0)).toEqual({ joined: { [name(3)]: companion(3) }, count: 1 });
    expect(beside(1)).toEqual({ joined: { [name(2)]: companion(2), jsaid: SAID }, count: 2 });
    const before = r.all();
    await bring(onRequestUnmerged, 1, { into: id(0) });
    expect(r.all()).toEqual(before);
  });

  it('from the middle: goes from there and from the end of the way', async () => {
    await mergeAll();
    await takeOut(2, 1);
    expect(beside(0)).toEqual({
      joined: { [name(1)]: companion(1), jsaid: { ...SAID, via: id(1) } },
      count: 2,
    });
    expect(beside(1)).toEqual({ joined: { jsaid: SAID }, count: 1 });
  });

  it('and merged elsewhere meanwhile: they stand there', async () => {
    await mergeAll();
    await r.must(STAFF, id(1), { act: 'unmerge' });
    await merge(1, 0);
    const before = r.all();
    await bring(onRequestUnmerged, 1, { into: id(0) });
    expect(r.all()).toEqual(before);
    change(1, { mergedInto: id(3) });
    await bring(onRequestUnmerged, 1, { into: id(0) });
    expect([beside(0), beside(3)]).toEqual([nobody, ALL()]);
  });

  it('is nothing to do where one of them is gone', async () => {
    await mergeAll();
    const before = r.all();
    await bring(onRequestUnmerged, 1, { into: 'bh~gone' });
    ids.push('bh~gone');
    await bring(onRequestUnmerged, 4, { into: id(0) });
    expect(r.all()).toEqual(before);
  });
});

describe('answered', () => {
  const last = (n: number) => one(n).steps.at(-1)?.act;
  const explain = async () => {
    await r.must(OWNER, id(0), { act: 'explain', words: '说清了' });
    await bring(onRequestAnswered, 0);
  };

  it('each is answered with it, whoever came along too, once', async () => {
    await mergeAll();
    await explain();
    for (const n of [1, 2]) {
      expect(one(n)).toMatchObject({ state: 'merged', replies: [{ by: 'p5', class: 'D' }] });
      expect(one(n).answeredBy).toBe(one(0).answeredBy);
      expect(one(n).history.at(-1)).toMatchObject({ act: 'with', by: 'system', from: 'merged' });
      expect(one(n).outbox.at(-1)).toMatchObject({ event: 'request-answered' });
    }
    const before = r.all();
    await bring(onRequestAnswered, 0);
    expect(r.all()).toEqual(before);
  });

  it('who was taken out is not; nor who hangs on another that is still open', async () => {
    await mergeAll();
    await r.must(STAFF, id(2), { act: 'unmerge' });
    change(1, { mergedInto: id(3) });
    await explain();
    expect([last(1), last(2)]).toEqual(['merge', 'unmerge']);
    // What that one hangs on is over: it is answered here, where it stands.
    change(3, { open: false, state: 'closed' });
    await bring(onRequestAnswered, 0);
    expect(last(1)).toBe('with');
  });

  it('withdrawn: who was merged into it goes on alone, and whoever came with that one stays with it', async () => {
    await mergeAll();
    await r.must('merged-0', id(0), { act: 'withdraw' });
    await bring(onRequestAnswered, 0);
    expect([last(1), last(2)]).toEqual(['send-back', 'merge']);
    expect(one(1)).toMatchObject({ state: 'submitted', open: true });
    expect(one(2)).toMatchObject({ state: 'merged', mergedInto: id(1) });
    expect(beside(1).joined).toMatchObject({ [name(2)]: companion(2) });
  });

  it('is nothing to do where nobody stands beside it, or it is gone', async () => {
    const before = r.all();
    await bring(onRequestAnswered, 0);
    ids.push('bh~gone');
    await bring(onRequestAnswered, 4);
    expect(r.all()).toEqual(before);
  });

  it('is tried again when one changed in the very moment', async () => {
    await merge(1, 0);
    await bring(onRequestMerged, 1);
    await r.must(OWNER, id(0), { act: 'explain', words: '说清了' });
    const { pass } = turnstile;
    let calls = 0;
    turnstile.pass = () => {
      if (++calls === 3) change(1, { rev: one(1).rev + 1 });
      return pass();
    };
    await expect(bring(onRequestAnswered, 0).finally(() => (turnstile.pass = pass))).rejects.toThrow(
      'tries again',
    );
  });
});
