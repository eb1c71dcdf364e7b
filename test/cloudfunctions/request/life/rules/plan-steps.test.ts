/** What single steps make of a request, as plain data: dates at their bounds, what is set and what goes. */
import * as pausing from '../../../../../cloudfunctions/request/life/rules/plan-pause';
import { merge, restore, unmerge } from '../../../../../cloudfunctions/request/life/rules/plan-merge';
import type { PlanContext } from '../../../../../cloudfunctions/request/life/rules/plan';
import {
  asProxy,
  closing,
  drawOf,
  outOfScope,
  passUp,
  seqAt,
  SIMPLE,
} from '../../../../../cloudfunctions/request/life/rules/plan-steps';
import type { RequestDocument } from '../../../../../cloudfunctions/request/rules/request-document';
import { contextFor } from '../../../../../cloudfunctions/request/life/rules/context';
import type { RequestAct } from '../../../../../miniprogram/contract/request-life';
import { smallDirectory } from '../../rules/books';

// Monday the 1st of June; the next working days are the 2nd, 3rd, 4th.
const TODAY = '2026-06-01';
const NOW = Date.parse('2026-06-01T09:00:00+08:00');
const ID = 'tt~0000000000000123';
const known = { directory: smallDirectory([], []), openByPerson: {} };
const context = (more: Partial<PlanContext> = {}): PlanContext => ({
  ...contextFor(known, { account: 'a', role: 'staff' } as never, 'office', { id: ID, now: NOW }),
  ...more,
});
const request = (more: Partial<RequestDocument> = {}) =>
  ({
    state: 'contacting',
    owner: { kind: 'deputy', person: 'p1', group: 'g1' },
    due: '2026-06-05',
    ...more,
  }) as RequestDocument;
const simple = (act: RequestAct, step: object = {}, more: Partial<PlanContext> = {}) =>
  (SIMPLE[act] as ((step: object, context: PlanContext) => unknown) | undefined)?.(step, context(more));
const wrong = (field: string) => ({ refused: 'bad-input', details: { field } });

describe('a pause', () => {
  it('keeps how many working days were left, one at least, and waits until its day', () => {
    const until = '2026-07-01';
    expect(pausing.pause({ until, words: '等料' }, context(), request())).toEqual({
      due: until,
      words: '等料',
      about: until,
      set: { paused: { until, words: '等料', left: 4 } },
    });
    expect(pausing.pause({ until, words: '' }, context(), request({ due: '2026-05-20' }))).toMatchObject({
      set: { paused: { left: 1 } },
    });
  });

  it('ends on a later day than today', () => {
    expect(pausing.pause({ until: TODAY, words: '' }, context(), request())).toEqual(wrong('step.until'));
  });

  it('over, what was left begins', () => {
    const paused = { until: '2026-07-01', words: '', left: 3 };
    expect(pausing.resume({ words: '来了' }, context(), request({ paused }))).toEqual({
      due: '2026-06-04',
      drop: ['paused'],
      words: '来了',
    });
    expect(pausing.resume({}, context(), request())).toEqual({ due: '2026-06-02', drop: ['paused'] });
  });
});

it('an extension is granted as it was asked for, unless its day is past', () => {
  const asked = (until: string) => request({ extension: { until, words: '', state: 'asked' } });
  expect(pausing.grantExtension({ words: '好' }, context(), asked('2026-06-02'))).toEqual({
    due: '2026-06-02',
    about: '2026-06-02',
    inside: { 'extension.state': 'granted' },
    words: '好',
  });
  for (const one of [asked(TODAY), asked('2026-05-30'), request()])
    expect(pausing.grantExtension({}, context(), one)).toEqual({ refused: 'step-used' });
});

describe('merging', () => {
  const target = (seq: string, open = true) => context({ target: { seq, open } as RequestDocument });
  const before = request({ seq: 'b' });
  const into = 'tt~older';

  it('only into an older one that is open', () => {
    expect(merge({ into }, context(), before)).toEqual({ refused: 'not-found' });
    for (const none of [target('a', false), target('b'), target('c')])
      expect(merge({ into }, none, before)).toEqual({ refused: 'not-older' });
    const { state, owner, due } = before;
    expect(merge({ into }, target('a'), before)).toEqual({
      about: into,
      tell: { into },
      due,
      inner: true,
      drop: ['board', 'boardPlaces'],
      set: { mergedInto: into, before: { state, owner, due } },
    });
  });

  it('taken out again it is as it stood; a date that passed meanwhile begins anew', () => {
    const { state, owner } = before;
    const merged = (due: string) => request({ mergedInto: into, before: { state, owner, due } });
    const stood = { to: state, owner, drop: ['mergedInto', 'before'], tell: { into } };
    expect(unmerge({}, context(), merged('2026-06-02'))).toEqual({ ...stood, due: '2026-06-02' });
    const anew = unmerge({}, context(), merged(TODAY)) as { due: string };
    expect(anew).toMatchObject(stood);
    expect(anew.due > TODAY).toBe(true);
    expect(unmerge({}, context(), merged('2026-05-01'))).toEqual(anew);
    expect(restore(request(), context())).toMatchObject({
      to: 'submitted',
      owner: { kind: 'office', person: '', group: '' },
      due: anew.due,
      tell: { into: '' },
    });
  });
});

describe('dates that may be said', () => {
  it.each([
    ['2026-05-31', false],
    [TODAY, true],
    ['2026-07-31', true],
    ['2026-08-01', false],
  ])('a visit on %s: %s', (date, fits) => {
    const made = { due: date, about: date, words: '去' };
    expect(simple('visit', { date, words: '去' })).toEqual(fits ? made : wrong('step.date'));
  });

  it('a reply is brought today or later, a bounded time ahead', () => {
    const plan = (date: string) => simple('planDelivery', { who: 'p1', how: 'visit', date });
    expect(plan('2026-05-31')).toEqual(wrong('step.date'));
    expect(plan('2099-01-01')).toEqual(wrong('step.date'));
    for (const date of [TODAY, '2026-06-02'])
      expect(plan(date)).toEqual({
        due: date,
        about: date,
        set: { delivery: { who: 'p1', how: 'visit', on: date, done: false } },
      });
  });

  it('more time is set or asked for from tomorrow on; asked for, within what the assignment allows', () => {
    const until = '2026-06-02';
    expect(simple('extend', { until, words: '雨' })).toEqual({ due: until, about: until, words: '雨' });
    expect(simple('askExtension', { until, words: '雨' })).toEqual({
      words: '雨',
      about: until,
      needs: { 'assigned.longBy': { test: 'gte', value: until } },
      set: { extension: { until, words: '雨', state: 'asked' } },
    });
    for (const act of ['extend', 'askExtension'] as const)
      expect(simple(act, { until: TODAY, words: '' })).toEqual(wrong('step.until'));
  });
});

describe('an order and a chance that come out the same again', () => {
  it('the instant stands before a few letters of the id, so that later is behind', () => {
    expect(seqAt({ now: 5, id: ID })).toBe('000000000000500000123');
    expect(seqAt({ now: 9, id: ID }) < seqAt({ now: 10, id: ID })).toBe(true);
  });

  it.each([
    ['00000000', 0],
    ['zzzz0000', 99],
    ['g0000000', 50],
    ['0zzz0000', 3],
    ['00000zzz', 0],
  ])('of %s: %i', (letters, drawn) => {
    expect(drawOf(`tt~12345678${letters}`)).toBe(drawn);
  });

  it('every closed one has its days; who is called back is drawn', () => {
    const { settings } = context();
    const some = (callBackPercent: number) =>
      closing(context({ settings: { ...settings, callBackPercent } }));
    expect(some(0)).not.toHaveProperty('callback');
    expect(some(1)).toMatchObject({ callback: 'due' });
    expect(some(0).rateBy > TODAY && some(0).reopenBy > TODAY).toBe(true);
  });
});

it('who asks for another may not be who answered', () => {
  expect(asProxy(context({ actor: 'proxy', by: 'p1' }))).toEqual({
    behalf: true,
    needs: { answeredBy: { test: 'neq', value: 'p1' } },
  });
  expect(asProxy(context())).toEqual({});
  const proxy = context({ actor: 'proxy', by: 'p1' });
  expect(simple('solved', {}, proxy)).toMatchObject({ behalf: true, set: { outcome: 'solved' } });
  expect(simple('rate', { satisfaction: 'satisfied' })).toEqual({
    about: 'satisfied',
    set: { rating: { satisfaction: 'satisfied', behalf: false, at: NOW } },
  });
  expect(simple('rate', { satisfaction: 'satisfied' }, proxy)).toMatchObject({
    set: { rating: { behalf: true } },
  });
});

it('what goes elsewhere leaves the board, says by whom, and may come back for some days', () => {
  const plan = outOfScope({ door: 'court', words: '去法院' } as never, context({ by: 's1' }));
  expect(plan).toMatchObject({
    words: '去法院',
    about: 'court',
    set: { door: 'court', answeredBy: 's1' },
    drop: ['board', 'boardPlaces'],
  });
  expect(passUp({ summary: '修路' }, context())).toEqual({
    set: { passedSeq: seqAt(context()), passedSummary: '修路' },
    drop: ['passedAnswer'],
  });
});

// Each leaves its words, or sets one field.
it.each<[RequestAct, object, object]>([
  ['take', {}, {}],
  ['accept', {}, {}],
  ['propose', { words: '好' }, { words: '好', set: { led: '' } }],
  ['note', { words: '记' }, { words: '记' }],
  ['note', {}, {}],
  ['refer', { words: '转' }, { words: '转', inner: true }],
  ['release', { summary: '要' }, { set: { summary: '要', needs: '', review: false } }],
  ['unpublish', {}, { drop: ['board', 'boardPlaces', 'published'] }],
  ['urge', { words: '催' }, { words: '催', set: { urgedOn: TODAY } }],
  ['refuseExtension', {}, { inside: { 'extension.state': 'refused' } }],
  ['proposeKey', {}, { set: { key: 'asked' } }],
  ['declineKey', {}, { drop: ['key'] }],
  ['supervise', {}, { set: { key: true } }],
  ['endSupervise', {}, { drop: ['key'] }],
])('%s with %j', (act, step, made) => {
  expect(simple(act, step)).toEqual(made);
});

it('what was withdrawn or told is taken out of what is owed', () => {
  expect(simple('withdraw')).toMatchObject({
    drop: ['word', 'board', 'boardPlaces'],
    takes: expect.any(String) as string,
  });
  expect(simple('tellWhere', { way: 'phone', words: '说了' }, { by: 's1' })).toMatchObject({
    words: '说了',
    about: 'phone',
    inside: { 'word.told': { on: TODAY, way: 'phone', by: 's1' } },
    takes: expect.any(String) as string,
  });
});

it('a unit that helps leaves its words beside its name; copies are kept by the twenty', () => {
  expect(simple('assistReply', { words: '看了' }, { unit: 'u2' })).toEqual({
    words: '看了',
    about: 'u2',
    inside: { 'assists.u2.words': '看了', 'assists.u2.at': NOW },
  });
  expect(simple('dispatch', { words: '阅' }, { by: 's1' })).toEqual({
    words: '阅',
    inner: true,
    set: { dispatchSeq: seqAt(context()) },
    append: { dispatches: { item: { at: NOW, by: 's1', words: '阅' }, keep: 20 } },
  });
  const { settings } = context();
  expect(simple('nudge', {}, { settings: { ...settings, nudgeDays: 3 } })).toEqual({
    set: { nudgeFrom: '2026-06-04' },
  });
});
