/** What follows from a step that may go either way, and what is read, counted and stored of a suggestion. */
import { nameOfCaller, type Caller } from '../../../../../cloudfunctions/congress/suggestion/rules/actors';
import { ownerOf } from '../../../../../cloudfunctions/congress/suggestion/rules/owner';
import {
  endAsking,
  type SuggestionDocument,
} from '../../../../../cloudfunctions/congress/suggestion/rules/suggestion-document';
import { takeStep } from '../../../../../cloudfunctions/congress/suggestion/rules/take-step';
import { LIMITS } from '../../../../../miniprogram/contract/limits';
import type { SuggestionStep } from '../../../../../miniprogram/contract/congress/suggestion';
import {
  bornWith as suggestion,
  callerOf as caller,
  plain as directory,
  replyOf as reply,
  TODAY,
} from './scene';

const take = (step: object, changes: object, by = caller('deputy')) =>
  takeStep(step as SuggestionStep, { directory, caller: by, now: 5, today: TODAY }, suggestion(changes));
const bad = (field: string) => ({ refused: 'bad-input', details: { field: `step.${field}` } });

describe('co-signing', () => {
  it('is asked of deputies of the same level in office, each once, and not of oneself', () => {
    expect(take({ act: 'ask', persons: ['p5', 'p6', 'p8'] }, { asked: { p6: 'declined' } })).toMatchObject({
      set: { asked: { p6: 'declined', p8: 'asked' } },
    });
    expect(take({ act: 'ask', persons: ['p8', 'nobody'] }, {})).toEqual(bad('persons'));
    expect(take({ act: 'ask', persons: ['p8'] }, { level: 'district' })).toEqual(bad('persons'));
  });

  it('of so many, and no more', () => {
    const most = (n: number) =>
      Object.fromEntries(Array.from({ length: n }, (_, at) => [`x${String(at)}`, 'agreed']));
    expect(take({ act: 'ask', persons: ['p8'] }, { asked: most(LIMITS.cosigners - 1) })).toHaveProperty(
      'set',
    );
    expect(take({ act: 'ask', persons: ['p8'] }, { asked: most(LIMITS.cosigners) })).toEqual(bad('persons'));
  });

  it('whoever has not answered has not co-signed once it is handed in', () => {
    expect(endAsking({ asked: { p6: 'asked', p8: 'agreed', p9: 'declined' } })).toEqual({
      p6: 'declined',
      p8: 'agreed',
      p9: 'declined',
    });
    expect(take({ act: 'submit' }, { submittedOn: '2026-11-01' })).toMatchObject({
      set: { submittedOn: '2026-11-01' },
    });
  });
});

describe('its units', () => {
  const assign = (step: object, changes: object = {}) =>
    take(
      { act: 'assign', lead: 'u1', assist: [], ...step },
      { state: 'examined', ...changes },
      caller('chief'),
    );

  it('are units of the township, the lead one not among those that assist', () => {
    expect(assign({ lead: 'none' })).toEqual(bad('lead'));
    expect(assign({ assist: ['u2', 'none'] })).toEqual(bad('assist'));
    expect(assign({ assist: ['u1', 'u2', 'u2'] })).toMatchObject({ set: { unit: 'u1', assist: ['u2'] } });
  });

  it('have three months from the day on which it was handed over, six where it is hard; another assigning moves neither', () => {
    expect(assign({})).toMatchObject({ due: '2027-02-28', set: { handedOn: TODAY, replyBy: '2027-02-28' } });
    expect(assign({})).not.toMatchObject({ set: { difficult: true } });
    expect(assign({ difficult: true })).toMatchObject({ due: '2027-05-30', set: { difficult: true } });
    expect(assign({ difficult: false }, { difficult: true })).toMatchObject({
      set: { difficult: true, replyBy: '2027-05-30' },
    });
    const before = { state: 'returned', handedOn: '2026-10-01', replyBy: '2027-01-01' };
    expect(assign({ difficult: true }, before)).toMatchObject({
      due: '2027-01-01',
      set: { handedOn: '2026-10-01', replyBy: '2027-01-01' },
    });
  });

  it('talk with the deputy after it came to them, and not tomorrow', () => {
    const contact = (date: string) =>
      take(
        { act: 'contact', date, words: 'w' },
        { state: 'assigned', handedOn: '2026-11-10', replyBy: '2027-02-28', unit: 'u1' },
        caller('unit'),
      );
    expect(contact('2026-11-09')).toEqual(bad('date'));
    expect(contact('2026-12-01')).toEqual(bad('date'));
    expect([contact('2026-11-10'), contact(TODAY)]).toMatchObject([
      { to: 'contacted', due: '2027-02-28' },
      { to: 'contacted' },
    ]);
  });

  it('promise a day that is to come, and only where they promise something', () => {
    const write = (kind: string, doneBy?: string) =>
      take(
        { act: 'writeReply', letter: 'l', signer: 's', class: kind, words: 'w', ...(doneBy && { doneBy }) },
        { state: 'contacted', unit: 'u1' },
        caller('unit'),
      );
    expect([write('B'), write('C'), write('B', TODAY)]).toEqual([
      bad('doneBy'),
      bad('doneBy'),
      bad('doneBy'),
    ]);
    expect(write('B', '2026-12-01')).toMatchObject({ set: { draft: { class: 'B', doneBy: '2026-12-01' } } });
    expect(write('C', '2026-12-01')).toMatchObject({ set: { draft: { doneBy: '2026-12-01' } } });
    for (const kind of ['A', 'D']) {
      const written = write(kind, '2026-12-01');
      expect('set' in written && written.set.draft).not.toHaveProperty('doneBy');
    }
  });

  it('answer by the copy of a paper that was taken in, for a letter that was written', () => {
    const answer = (scan: string, changes: object = { draft: reply('A') }) =>
      take(
        { act: 'reply', scan, paper: 'public' },
        { state: 'contacted', unit: 'u1', ...changes },
        caller('unit'),
      );
    expect(answer('cloud://e.b/bh/u/x/letter.pdf')).toEqual(bad('scan'));
    expect(answer('cloud://e.b/qs/papers/letter.pdf')).toEqual(bad('scan'));
    const file = 'cloud://e.b/bh/papers/letter.pdf';
    expect(answer(file)).toMatchObject({
      to: 'replied',
      set: { replies: [{ class: 'A', at: 5, scan: { file, paper: 'public' } }] },
    });
    const many = Array.from({ length: 7 }, (_, at) => reply('B', { at }));
    const kept = answer(file, { draft: reply('A'), replies: many });
    expect('set' in kept && kept.set.replies?.map(({ at }) => at)).toEqual([2, 3, 4, 5, 6, 5]);
  });
});

describe('what the deputy thinks of the answer', () => {
  const opine = (opinion: string, changes: object = {}, step: object = { act: 'opine' }) =>
    take(
      { ...step, opinion },
      { state: 'replied', replies: [reply('A')], ...changes },
      caller('act' in step && step.act === 'opine' ? 'deputy' : 'staff'),
    );

  it('ends it, where it was done or cannot be done', () => {
    for (const kind of ['A', 'D'])
      expect(opine('satisfied', { replies: [reply(kind)] })).toMatchObject({
        to: 'closed',
        due: TODAY,
        set: { answeredOn: TODAY },
      });
    expect(opine('basic', { answeredOn: '2026-11-01' })).toMatchObject({
      to: 'closed',
      set: { answeredOn: '2026-11-01' },
    });
  });

  it('keeps a promise open until its day', () => {
    for (const kind of ['B', 'C']) {
      const replies = [reply('A'), reply(kind, { doneBy: '2027-06-01' })];
      expect(opine('basic', { replies })).toMatchObject({
        to: 'promised',
        due: '2027-06-01',
        set: { promise: { class: kind, doneBy: '2027-06-01' } },
      });
    }
    expect(opine('satisfied', { replies: [reply('B')] })).toMatchObject({ due: TODAY });
  });

  it('sends it back once, and then to the presidium', () => {
    expect(opine('dissatisfied')).toMatchObject({
      to: 'assigned',
      due: '2027-01-12',
      set: { redone: 1, replyBy: '2027-01-12' },
      drop: ['contactedOn', 'draft'],
    });
    expect(opine('dissatisfied', { redone: 1 })).toMatchObject({ to: 'review', due: '2026-12-14' });
    expect(opine('dissatisfied', { redone: 1 })).not.toHaveProperty('drop');
  });

  it('is kept with its words, and on paper with the paper’s day', () => {
    const worded = opine('satisfied', {}, { act: 'opine', words: '好' });
    expect(worded).toMatchObject({
      words: '好',
      set: { opinion: { opinion: 'satisfied', on: TODAY, paper: false, words: '好' } },
    });
    const bare = opine('satisfied');
    expect('set' in bare && bare.set.opinion).toStrictEqual({
      opinion: 'satisfied',
      on: TODAY,
      paper: false,
    });
    expect(bare).not.toHaveProperty('words');
    expect(opine('satisfied', {}, { act: 'opineOnPaper', date: '2026-11-20' })).toMatchObject({
      set: { opinion: { on: '2026-11-20', paper: true } },
    });
    expect(opine('satisfied', {}, { act: 'opineOnPaper', date: TODAY })).toHaveProperty('set');
    expect(opine('satisfied', {}, { act: 'opineOnPaper', date: '2026-12-01' })).toEqual(bad('date'));
  });
});

it('the presidium ends it, or has it done again', () => {
  const settle = (then: string) =>
    take({ act: 'settle', then, words: 'w' }, { state: 'review', redone: 1 }, caller('chief'));
  expect(settle('close')).toMatchObject({ to: 'closed', due: TODAY, words: 'w' });
  expect(settle('redo')).toMatchObject({
    to: 'assigned',
    set: { redone: 2 },
    drop: ['contactedOn', 'draft'],
    words: 'w',
  });
});

it('supervision that is agreed to is the chair’s from then on', () => {
  const key = { state: 'proposed', by: 'p17' };
  expect(
    take({ act: 'decideKey', agreed: true, words: 'w' }, { state: 'assigned', key }, caller('chief')),
  ).toMatchObject({ set: { key: { state: 'decided', by: 'p1' } }, words: 'w' });
});

it('what goes is not found by it any more', () => {
  const key = { state: 'decided', by: 'p1' };
  const ended = take({ act: 'endKey' }, { state: 'closed', key }, caller('chief'));
  expect('facets' in ended && ended.facets).toEqual(['all', 'p:p5']);
});

describe('who has it', () => {
  it('is whoever named the unit, where that returned it, and the office where its deputy is gone', () => {
    const owner = (state: string, more: object = {}) => ownerOf({ state, ...more } as SuggestionDocument);
    expect([owner('returned', { through: true }), owner('returned')]).toEqual(['government', 'presidium']);
    expect([
      owner('replied'),
      owner('replied', { leadGone: true }),
      owner('assigned', { leadGone: true }),
    ]).toEqual(['deputy', 'office', 'unit']);
  });

  it('keeps a step under the person’s name, the unit’s, or the account’s', () => {
    expect(
      [
        { account: 'a', role: 'deputy', person: 'p5' },
        { account: 'a', role: 'unit', unit: 'u1' },
        { account: 'a', role: 'staff' },
      ].map((one) => nameOfCaller(one as Caller)),
    ).toEqual(['p5', 'u1', 'a']);
  });
});
