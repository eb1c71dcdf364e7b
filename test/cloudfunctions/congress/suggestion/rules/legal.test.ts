/** Who may do what to a suggestion in which state. */
import type { SuggestionState } from '../../../../../miniprogram/contract/congress/suggestion';
import { legal, plain, take, TODAY, WHO, type Who } from './scene';

const MAY: Readonly<Record<SuggestionState, Readonly<Partial<Record<Who, string>>>>> = {
  drafting: {
    lead: 'edit ask submit withdraw',
    asked: 'cosign decline',
  },
  submitted: {
    lead: 'withdraw',
    office: 'examine sendBack toLetter passUp urge',
    chief: 'examine sendBack toLetter passUp urge',
  },
  'sent-back': {
    lead: 'edit submit withdraw',
    office: 'toLetter urge',
    chief: 'toLetter urge',
  },
  examined: {
    lead: 'withdraw',
    office: 'passUp urge',
    chief: 'passUp entrust assign urge',
  },
  entrusted: {
    lead: 'withdraw',
    office: 'includeInPlan dispatch urge',
    chief: 'proposeKey includeInPlan dispatch urge',
    member: 'proposeKey',
    government: 'nameUnits',
  },
  assigned: {
    lead: 'withdraw',
    office: 'includeInPlan dispatch urge',
    chief: 'proposeKey includeInPlan dispatch urge',
    member: 'proposeKey',
    unit: 'contact return',
    assistant: 'assistReply',
  },
  contacted: {
    lead: 'withdraw',
    office: 'includeInPlan dispatch urge',
    chief: 'proposeKey includeInPlan dispatch urge',
    member: 'proposeKey',
    unit: 'contact writeReply reply',
    assistant: 'assistReply',
    government: 'reply',
  },
  returned: {
    lead: 'withdraw',
    office: 'includeInPlan dispatch urge',
    chief: 'assign proposeKey includeInPlan dispatch urge',
    member: 'proposeKey',
    government: 'nameUnits',
  },
  replied: {
    lead: 'opine',
    office: 'opineOnPaper includeInPlan dispatch urge',
    chief: 'opineOnPaper proposeKey includeInPlan dispatch urge',
    member: 'proposeKey',
  },
  promised: {
    office: 'includeInPlan dispatch urge',
    chief: 'proposeKey includeInPlan dispatch urge',
    member: 'proposeKey',
    unit: 'writeReply reply',
    government: 'reply',
  },
  review: {
    office: 'includeInPlan dispatch urge',
    chief: 'settle proposeKey includeInPlan dispatch urge',
    member: 'proposeKey',
  },
  closed: {
    office: 'includeInPlan',
    chief: 'includeInPlan',
  },
  withdrawn: {},
  letter: {},
  'passed-up': {},
};

it.each(Object.keys(MAY) as SuggestionState[])(
  'in the state %s each may do what is theirs, and nobody anything else',
  (state) => {
    const may = Object.fromEntries(
      (Object.keys(WHO) as Who[]).flatMap((who) => {
        const acts = legal(who, { state }).join(' ');
        return acts === '' ? [] : [[who, acts]];
      }),
    );
    expect(may).toEqual(MAY[state]);
  },
);

describe('what is done once, or in time, or only there', () => {
  it.each([
    [
      'a unit gives it back until the last day for it',
      'unit',
      { state: 'assigned', returnBy: '2026-11-29' },
      'return',
      false,
    ],
    ['an answer takes a letter', 'unit', { state: 'contacted', draft: undefined }, 'reply', false],
    [
      'a unit that assists says something once',
      'assistant',
      { state: 'assigned', assists: { u2: {} } },
      'assistReply',
      false,
    ],
    [
      'a district deputy’s is not examined here',
      'office',
      { state: 'submitted', level: 'district' },
      'examine',
      false,
    ],
    [
      'supervision is proposed once',
      'member',
      { state: 'assigned', key: { state: 'proposed', by: 'p17' } },
      'proposeKey',
      false,
    ],
    [
      'and then decided',
      'chief',
      { state: 'assigned', key: { state: 'proposed', by: 'p17' } },
      'decideKey',
      true,
    ],
    [
      'what is decided may be ended, whatever became of it',
      'chief',
      { state: 'closed', key: { state: 'decided', by: 'p1' } },
      'endKey',
      true,
    ],
    [
      'what is only proposed may not',
      'chief',
      { state: 'closed', key: { state: 'proposed', by: 'p1' } },
      'endKey',
      false,
    ],
    [
      'who supervises urges as well',
      'member',
      { state: 'assigned', key: { state: 'decided', by: 'p1' } },
      'urge',
      true,
    ],
    [
      'who does not, does not',
      'member',
      { state: 'assigned', key: { state: 'proposed', by: 'p1' } },
      'urge',
      false,
    ],
    ['once a day', 'office', { state: 'assigned', urgedOn: TODAY }, 'urge', false],
    ['and again on another', 'office', { state: 'assigned', urgedOn: '2026-11-29' }, 'urge', true],
    ['it is planned once', 'office', { state: 'assigned', inPlan: true }, 'includeInPlan', false],
    ['what was answered may be published', 'office', { state: 'closed', answeredOn: TODAY }, 'publish', true],
    ['once', 'office', { state: 'closed', answeredOn: TODAY, published: {} }, 'publish', false],
    ['and taken down', 'office', { state: 'closed', published: {} }, 'unpublish', true],
    [
      'what did not go through the government is not its',
      'government',
      { state: 'contacted', through: undefined },
      'reply',
      false,
    ],
    [
      'nor does it name units for what the presidium assigned',
      'government',
      { state: 'returned', through: undefined },
      'nameUnits',
      false,
    ],
    ['another unit answers nothing', 'assistant', { state: 'contacted' }, 'reply', false],
    [
      'whoever answered is asked no more',
      'asked',
      { state: 'drafting', asked: { p6: 'agreed' } },
      'cosign',
      false,
    ],
  ] as const)('%s', (_what, who, changes, act, may) => {
    expect(legal(who, changes).includes(act)).toBe(may);
  });

  it('without a government nothing is entrusted, and what waits for one the chair assigns', () => {
    expect(legal('chief', { state: 'examined' }, plain)).toEqual(['passUp', 'assign', 'urge']);
    expect(legal('chief', { state: 'entrusted', unit: undefined }, plain)).toContain('nameUnits');
    expect(legal('chief', { state: 'entrusted', unit: undefined })).not.toContain('nameUnits');
    expect(legal('chief', { state: 'returned' }, plain)).not.toContain('nameUnits');
    expect(legal('government', { state: 'entrusted' }, plain)).toEqual([]);
  });

  it('is refused in another state, and a second time, with the state in which it is', () => {
    expect(take('office', { act: 'examine', words: 'w' }, { state: 'closed' })).toEqual({
      refused: 'wrong-state',
      details: { state: 'closed' },
    });
    expect(take('office', { act: 'urge', words: 'w' }, { state: 'assigned', urgedOn: TODAY })).toEqual({
      refused: 'step-used',
      details: { state: 'assigned' },
    });
  });
});
