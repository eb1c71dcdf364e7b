/** What a step makes of a suggestion: what is said, when it is due, whom the relay tells. */
import type { SuggestionAct } from '../../../../../miniprogram/contract/congress/suggestion';
import { stepOf } from '../model';
import { take, TODAY, type Who } from './scene';

const BY: Readonly<Record<SuggestionAct, Who>> = {
  edit: 'lead',
  ask: 'lead',
  cosign: 'asked',
  decline: 'asked',
  submit: 'lead',
  withdraw: 'lead',
  examine: 'office',
  sendBack: 'office',
  toLetter: 'office',
  passUp: 'office',
  entrust: 'chief',
  assign: 'chief',
  nameUnits: 'government',
  contact: 'unit',
  return: 'unit',
  assistReply: 'assistant',
  writeReply: 'unit',
  reply: 'unit',
  opine: 'lead',
  opineOnPaper: 'office',
  settle: 'chief',
  proposeKey: 'member',
  decideKey: 'chief',
  endKey: 'chief',
  includeInPlan: 'office',
  dispatch: 'office',
  urge: 'office',
  publish: 'office',
  unpublish: 'office',
};
const BEFORE: Readonly<Partial<Record<SuggestionAct, object>>> = {
  decideKey: { key: { state: 'proposed', by: 'p17' } },
  endKey: { key: { state: 'decided', by: 'p17' } },
  publish: { answeredOn: TODAY },
  unpublish: { published: {} },
};

/** 30 November 2026 is a Monday; working days are counted from the next. */
it.each([
  [
    'edit',
    'drafting',
    {
      to: 'drafting',
      due: '2026-12-28',
      by: 'p5',
      event: 'suggestion-edited',
      set: { title: '新', grounds: '新', plan: '新' },
    },
  ],
  [
    'ask',
    'drafting',
    {
      to: 'drafting',
      due: '2026-12-28',
      by: 'p5',
      event: 'suggestion-cosign-asked',
      set: { asked: { p6: 'asked' } },
    },
  ],
  [
    'cosign',
    'drafting',
    {
      to: 'drafting',
      due: '2026-12-28',
      by: 'p6',
      event: 'suggestion-cosigned',
      set: { asked: { p6: 'agreed' } },
    },
  ],
  [
    'decline',
    'drafting',
    {
      to: 'drafting',
      due: '2026-12-28',
      by: 'p6',
      event: 'suggestion-cosign-declined',
      set: { asked: { p6: 'declined' } },
      words: '测试',
    },
  ],
  [
    'submit',
    'drafting',
    {
      to: 'submitted',
      due: '2026-12-07',
      by: 'p5',
      event: 'suggestion-submitted',
      set: { submittedOn: '2026-11-30', asked: { p6: 'declined' } },
    },
  ],
  [
    'withdraw',
    'drafting',
    {
      to: 'withdrawn',
      due: '2026-11-30',
      by: 'p5',
      event: 'suggestion-withdrawn',
      set: { asked: { p6: 'declined' } },
      words: '测试',
    },
  ],
  [
    'examine',
    'submitted',
    { to: 'examined', due: '2026-12-14', by: 'as', event: 'suggestion-examined', words: '测试' },
  ],
  [
    'sendBack',
    'submitted',
    { to: 'sent-back', due: '2026-12-14', by: 'as', event: 'suggestion-sent-back', words: '测试' },
  ],
  [
    'toLetter',
    'submitted',
    { to: 'letter', due: '2026-11-30', by: 'as', event: 'suggestion-to-letter', words: '测试' },
  ],
  [
    'passUp',
    'submitted',
    { to: 'passed-up', due: '2026-11-30', by: 'as', event: 'suggestion-passed-up', words: '测试' },
  ],
  [
    'entrust',
    'examined',
    {
      to: 'entrusted',
      due: '2026-12-14',
      by: 'p1',
      event: 'suggestion-entrusted',
      set: { handedOn: '2026-11-30', replyBy: '2027-02-28', through: true },
    },
  ],
  [
    'assign',
    'examined',
    {
      to: 'assigned',
      due: '2027-02-28',
      by: 'p1',
      event: 'suggestion-assigned',
      set: {
        handedOn: '2026-11-30',
        replyBy: '2027-02-28',
        unit: 'u2',
        assist: ['u3'],
        returnBy: '2026-12-07',
        due: '2027-02-28',
      },
      drop: ['contactedOn', 'assists', 'draft'],
    },
  ],
  [
    'nameUnits',
    'entrusted',
    {
      to: 'assigned',
      due: '2027-02-28',
      by: 'u3',
      event: 'suggestion-assigned',
      set: { unit: 'u2', assist: [], returnBy: '2026-12-07', replyBy: '2027-02-28', due: '2027-02-28' },
      drop: ['contactedOn', 'assists', 'draft'],
    },
  ],
  [
    'contact',
    'assigned',
    {
      to: 'contacted',
      due: '2027-02-28',
      by: 'u1',
      event: 'suggestion-contacted',
      set: { contactedOn: '2026-11-30', due: '2027-02-28' },
      drop: ['returnBy'],
      words: '测试',
    },
  ],
  [
    'return',
    'assigned',
    {
      to: 'returned',
      due: '2026-12-14',
      by: 'u1',
      event: 'suggestion-returned',
      drop: ['returnBy'],
      words: '测试',
    },
  ],
  [
    'assistReply',
    'assigned',
    {
      to: 'assigned',
      due: '2026-12-28',
      by: 'u2',
      event: 'suggestion-assisted',
      set: { assists: { u2: { words: '测试', at: 5 } } },
    },
  ],
  [
    'writeReply',
    'contacted',
    {
      to: 'contacted',
      due: '2026-12-28',
      by: 'u1',
      event: 'suggestion-letter-written',
      set: {
        draft: { letter: '白政函〔2026〕1号', signer: '某', class: 'D', words: '测试', unit: 'u1', at: 5 },
      },
    },
  ],
  [
    'reply',
    'contacted',
    {
      to: 'replied',
      due: '2026-12-14',
      by: 'u1',
      event: 'suggestion-replied',
      set: { replies: [{ at: 5, scan: { file: 'cloud://e.b/bh/papers/letter.pdf', paper: 'public' } }] },
      drop: ['draft', 'promise', 'opinion'],
    },
  ],
  [
    'opine',
    'replied',
    {
      to: 'closed',
      due: '2026-11-30',
      by: 'p5',
      event: 'suggestion-opined',
      set: {
        opinion: { opinion: 'satisfied', on: '2026-11-30', paper: false },
        answeredOn: '2026-11-30',
        state: 'closed',
        due: '2026-11-30',
      },
    },
  ],
  [
    'opineOnPaper',
    'replied',
    {
      to: 'closed',
      due: '2026-11-30',
      by: 'as',
      event: 'suggestion-opined',
      set: {
        opinion: { opinion: 'satisfied', on: '2026-11-30', paper: true },
        answeredOn: '2026-11-30',
        state: 'closed',
        due: '2026-11-30',
      },
    },
  ],
  [
    'settle',
    'review',
    {
      to: 'assigned',
      due: '2027-01-12',
      by: 'p1',
      event: 'suggestion-settled',
      set: { state: 'assigned', redone: 1, replyBy: '2027-01-12', due: '2027-01-12' },
      drop: ['contactedOn', 'draft'],
      words: '测试',
    },
  ],
  [
    'proposeKey',
    'entrusted',
    {
      to: 'entrusted',
      due: '2026-12-28',
      by: 'p17',
      event: 'suggestion-key-proposed',
      set: { key: { state: 'proposed', by: 'p17' } },
      words: '测试',
    },
  ],
  [
    'decideKey',
    'entrusted',
    {
      to: 'entrusted',
      due: '2026-12-28',
      by: 'p1',
      event: 'suggestion-key-decided',
      drop: ['key'],
      words: '测试',
    },
  ],
  [
    'endKey',
    'drafting',
    {
      to: 'drafting',
      due: '2026-12-28',
      by: 'p1',
      event: 'suggestion-key-ended',
      drop: ['key'],
      words: '测试',
    },
  ],
  [
    'includeInPlan',
    'entrusted',
    {
      to: 'entrusted',
      due: '2026-12-28',
      by: 'as',
      event: 'suggestion-planned',
      set: { inPlan: true },
      words: '测试',
    },
  ],
  [
    'dispatch',
    'entrusted',
    { to: 'entrusted', due: '2026-12-28', by: 'as', event: 'suggestion-dispatched', words: '测试' },
  ],
  [
    'urge',
    'submitted',
    {
      to: 'submitted',
      due: '2026-12-28',
      by: 'as',
      event: 'suggestion-urged',
      set: { urgedOn: '2026-11-30' },
      words: '测试',
    },
  ],
  [
    'publish',
    'promised',
    {
      to: 'promised',
      due: '2026-12-28',
      by: 'as',
      event: 'suggestion-published',
      set: { published: { title: '标题', result: '结果' }, board: '000000000000589abcdef' },
    },
  ],
  [
    'unpublish',
    'drafting',
    {
      to: 'drafting',
      due: '2026-12-28',
      by: 'as',
      event: 'suggestion-unpublished',
      drop: ['published', 'board'],
    },
  ],
] as const)(
  '%s of one that is %s leaves what is said, when it is due, and whom the relay tells',
  (act, state, left) => {
    expect(take(BY[act], stepOf(act, TODAY, 3), { state, ...BEFORE[act] })).toMatchObject(left);
    const wanted: object = left;
    const taken = take(BY[act], stepOf(act, TODAY, 3), { state, ...BEFORE[act] });
    for (const name of ['set', 'drop', 'words'])
      if (!(name in wanted)) expect(taken).not.toHaveProperty(name);
  },
);
