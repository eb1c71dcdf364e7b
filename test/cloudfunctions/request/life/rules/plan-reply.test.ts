/** A reply, its signature and its way to the asker. */
import { contextFor } from '../../../../../cloudfunctions/request/life/rules/context';
import {
  FOREVER,
  OFFICE,
  type Plan,
  type PlanContext,
} from '../../../../../cloudfunctions/request/life/rules/plan';
import {
  deliver,
  draftReply,
  explain,
  reply,
  sendDraftBack,
  sign,
} from '../../../../../cloudfunctions/request/life/rules/plan-reply';
import type { RequestDocument } from '../../../../../cloudfunctions/request/rules/request-document';
import { smallDirectory } from '../../rules/books';
import { bornRequestOf } from '../../rules/born';

// A Monday.
const TODAY = '2026-06-01';
const TOMORROW = '2026-06-02';
const NOW = Date.parse('2026-06-01T09:00:00+08:00');
const known = { directory: smallDirectory([], []), openByPerson: {} };
const context = (actor: PlanContext['actor'] = 'unit'): PlanContext => {
  const caller = { account: 'a', role: 'unit', unit: 'u1' } as const;
  const made = contextFor(known, caller, actor, { id: 'tt~0000000000000123', now: NOW });
  const settings = { ...made.settings, ratingDays: 2, deliverDays: 3, signDays: 4 };
  return { ...made, settings };
};
const request = (more: Partial<RequestDocument> = {}): RequestDocument => ({
  ...bornRequestOf({}),
  state: 'accepted',
  lead: 'u1',
  reach: 'account',
  ...more,
});
const UNIT = { kind: 'unit', person: '', group: '' };
const wrong = (field: string) => ({ refused: 'bad-input', details: { field } });
const said = { class: 'A', words: '修好了' } as const;
const item = { class: 'A', words: '修好了', unit: 'u1', by: 'u1', at: NOW };
const promise = { class: 'B', words: '在修', doneBy: '2026-06-10' } as const;

describe('a reply', () => {
  it('asks whoever has the app whether it is solved', () => {
    expect(reply(said as never, context(), request())).toEqual({
      to: 'confirming',
      owner: OFFICE,
      due: '2026-06-03',
      words: '修好了',
      about: 'A',
      append: { replies: { item, keep: 8 } },
      set: { answeredBy: 'u1', reopenBy: FOREVER },
      drop: ['returnBy', 'extension', 'delivery'],
    });
  });

  it('to whoever has none is brought', () => {
    expect(reply(said as never, context(), request({ reach: 'person' }))).toMatchObject({
      to: 'replied',
      owner: OFFICE,
      due: '2026-06-04',
    });
  });

  it.each([
    ['A', TOMORROW, false],
    ['D', TOMORROW, false],
    ['B', undefined, false],
    ['C', undefined, false],
    ['B', TODAY, false],
    ['B', TOMORROW, true],
    ['C', TOMORROW, true],
    ['D', undefined, true],
  ])('of class %s done by %s: %s', (kind, doneBy, fits) => {
    const step = { class: kind, words: '', ...(doneBy !== undefined && { doneBy }) };
    const plan = reply(step as never, context(), request());
    expect('refused' in plan ? plan : 'said').toEqual(fits ? 'said' : wrong('step.doneBy'));
  });

  it('that promises is with the unit until its day, with the office where no unit has it', () => {
    const plan = reply(promise, context(), request());
    expect(plan).toMatchObject({
      to: 'promised',
      owner: UNIT,
      due: '2026-06-10',
      set: { promise: 'open' },
      append: { replies: { item: { doneBy: '2026-06-10' } } },
    });
    expect(reply(promise as never, context(), request({ lead: '' }))).toMatchObject({ owner: OFFICE });
  });

  it('that is done keeps the promise that was open, and makes none otherwise', () => {
    expect(reply(said as never, context(), request({ promise: 'open' }))).toMatchObject({
      set: { promise: 'kept' },
    });
    const plan = reply(said, context(), request({ promise: 'kept' })) as { set: object };
    expect(plan.set).not.toHaveProperty('promise');
  });

  it('entered by the office came on paper, in somebody’s name', () => {
    expect(reply(said as never, context('office'), request())).toMatchObject({
      behalf: true,
      append: { replies: { item: { ...item, paper: true } } },
    });
    expect(reply({ ...said, doneBy: TOMORROW }, context('office'), request())).toHaveProperty('refused');
  });
});

describe('an explanation', () => {
  it('asks whether it is solved', () => {
    const step = explain({ words: '因为' }, context(), request());
    expect(step).toEqual({
      to: 'confirming',
      due: '2026-06-03',
      words: '因为',
      set: { answeredBy: 'u1', reopenBy: FOREVER },
      append: { replies: { item: { class: 'D', words: '因为', unit: '', by: 'u1', at: NOW }, keep: 8 } },
    });
  });

  it('of a promise that runs leaves it running; its day that went by is the next one', () => {
    const replies = [
      { ...item, doneBy: '2026-06-08' },
      { ...item, doneBy: '2026-06-10' },
      item,
    ] as RequestDocument['replies'];
    const running = (more: object) =>
      explain({ words: '' }, context(), request({ replies, promise: 'open', ...more } as never));
    expect(running({})).toMatchObject({ to: 'promised', owner: UNIT, due: '2026-06-10' });
    expect(running({ promise: 'kept' })).toMatchObject({ to: 'confirming' });
    for (const doneBy of [TODAY, '2026-05-20'])
      expect(running({ replies: [{ ...item, doneBy }] })).toMatchObject({ to: 'promised', due: TOMORROW });
    expect(running({ replies: [item] })).toMatchObject({ to: 'confirming' });
    expect(running({ replies: undefined })).toMatchObject({ to: 'confirming' });
  });
});

describe('what the government signs', () => {
  const through = request({ through: 'gov' });
  const drafted = request({ lead: 'gov', under: 'u1', draft: item as never, through: 'gov' });

  it('is a draft with its class and day, and whoever drafted goes on knowing it', () => {
    expect(draftReply(said as never, context(), through)).toMatchObject({
      words: expect.stringMatching(/：修好了$/) as string,
      tell: { unit: 'gov' },
      set: { lead: 'gov', under: 'u1', draft: item },
      drop: ['returnBy', 'extension'],
    });
    // Both find it in their lists while it is signed, and whoever filters finds it as before.
    const { set } = draftReply(said, context(), through) as Plan;
    expect(set?.facets).toEqual(expect.arrayContaining(['u:gov', 'u:u1', 'c:road', 'v:v1']));
    expect(draftReply(promise as never, context(), through)).toMatchObject({
      words: expect.stringContaining('：在修（2026-06-10前办好）') as string,
    });
    expect(draftReply({ ...said, doneBy: TOMORROW }, context(), through)).toEqual(wrong('step.doneBy'));
  });

  it('signed is the unit’s reply, with the government’s words where it said some', () => {
    expect(sign({}, context(), drafted)).toMatchObject({
      to: 'confirming',
      words: '修好了',
      set: { lead: 'u1', answeredBy: 'u1' },
      append: { replies: { item } },
      drop: ['returnBy', 'extension', 'delivery', 'under', 'draft'],
    });
    expect(sign({ words: '同意' }, context(), drafted)).toMatchObject({ words: '同意' });
    expect(sign({}, context(), request())).toEqual(wrong('step.words'));
  });

  it('a promised day that went by while it lay there is the next working day', () => {
    const late = (doneBy: string) =>
      sign({}, context(), { ...drafted, draft: { ...item, class: 'B', doneBy } as never });
    for (const day of [TODAY, '2026-05-20'])
      expect(late(day)).toMatchObject({
        to: 'promised',
        owner: UNIT,
        due: TOMORROW,
        append: { replies: { item: { doneBy: TOMORROW } } },
      });
    expect(late(TOMORROW)).toMatchObject({ append: { replies: { item: { doneBy: TOMORROW } } } });
    expect(late('2026-06-10')).toMatchObject({ due: '2026-06-10' });
  });

  it('sent back is the unit’s again, by its day or, where that is past, some days from now', () => {
    const back = (replyBy?: string) =>
      sendDraftBack({ words: '再写' }, context(), {
        ...drafted,
        ...(replyBy !== undefined && { assigned: { replyBy } as never }),
      });
    expect(back('2026-06-20')).toMatchObject({
      words: '再写',
      due: '2026-06-20',
      tell: { unit: 'u1' },
      set: { lead: 'u1' },
      drop: ['under', 'draft'],
    });
    expect([back(TODAY), back()].map((plan) => 'due' in plan && plan.due)).toEqual([
      '2026-06-05',
      '2026-06-05',
    ]);
  });
});

describe('brought', () => {
  it('is said how and when, by whom where that was planned; then the asker is asked, or the promise runs', () => {
    const how = 'visit' as never;
    const brought = (more: object) => deliver({ how, words: '当面说了' }, context(), request(more));
    expect(brought({ replies: [item] })).toMatchObject({
      to: 'confirming',
      about: 'visit',
      words: '当面说了',
      set: { delivery: { how, on: TODAY, done: true }, reopenBy: FOREVER },
    });
    const planned = {
      delivery: { who: 'p1', how, on: TODAY, done: false },
      replies: [item, { ...item, doneBy: '2026-06-10' }],
    };
    expect(brought(planned)).toMatchObject({
      to: 'promised',
      due: '2026-06-10',
      set: { delivery: { who: 'p1', done: true } },
    });
    // The last answer counts, not a promise before it.
    expect(brought({ replies: [...planned.replies, item] })).toMatchObject({ to: 'confirming' });
    const plan = brought({}) as { set: { delivery: object } };
    expect(plan.set.delivery).not.toHaveProperty('who');
  });
});
