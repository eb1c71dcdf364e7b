/**
 * The one table of a suggestion's life (mission F2; docs/decisions/016): code, buttons and tests read it. Who has it
 * follows from its state, so an open one always has exactly one owner. 代表法 (2025) §44: the presidium hands it to who
 * handles it; 地方组织法 (2022) §24: the presidium of a township.
 */
import type { SuggestionAct, SuggestionState } from '../../../../miniprogram/contract/congress/suggestion';
import { SUGGESTION_STATES } from '../../../../miniprogram/contract/congress/suggestion-labels';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import type { Settings, SettingName } from '../../../registry/directory/rules/settings';
import type { Actor } from './actors';
import type { SuggestionDocument } from './suggestion-document';

type NumberSetting = { [N in SettingName]: Settings[N] extends number ? N : never }[SettingName];

/** Working days from today; the day that stood there; the last day for the answer; as its plan says; none. */
export type Deadline = { setting: NumberSetting } | 'kept' | 'reply' | 'planned' | 'none';

export interface SuggestionRow {
  from: readonly SuggestionState[];
  who: readonly Actor[];
  to: SuggestionState | 'same' | 'planned';
  due: Deadline;
  /** The outbox event. */
  event: string;
  /** What must hold besides: once only, not too late. */
  when?: (suggestion: SuggestionDocument, today: LocalDate) => boolean;
}

export function isOpen(state: SuggestionState): boolean {
  return SUGGESTION_STATES[state].type === 'open';
}

const STATES = Object.keys(SUGGESTION_STATES) as SuggestionState[];
export const OPEN: readonly SuggestionState[] = STATES.filter(isOpen);
const WRITING: readonly SuggestionState[] = ['drafting', 'sent-back'];
const HANDLED: readonly SuggestionState[] = ['entrusted', 'assigned', 'contacted', 'returned', 'promised'];
const AT_UNIT: readonly SuggestionState[] = ['assigned', 'contacted'];
/** Where its being handled can be overseen. */
const OVERSEEN: readonly SuggestionState[] = [...HANDLED, 'replied', 'review'];
const aside = { to: 'same', due: 'kept' } as const;
const again = { setting: 'suggestionDecideDays' } as const;

export const SUGGESTION_LIFE: Readonly<Record<SuggestionAct, SuggestionRow>> = {
  edit: { from: WRITING, who: ['lead'], ...aside, event: 'suggestion-edited' },
  ask: { from: ['drafting'], who: ['lead'], ...aside, event: 'suggestion-cosign-asked' },
  cosign: { from: ['drafting'], who: ['asked'], ...aside, event: 'suggestion-cosigned' },
  decline: { from: ['drafting'], who: ['asked'], ...aside, event: 'suggestion-cosign-declined' },
  submit: {
    from: WRITING,
    who: ['lead'],
    to: 'submitted',
    due: { setting: 'suggestionExamineDays' },
    event: 'suggestion-submitted',
  },
  // 撤回 in writing ends its handling, until there is an answer.
  withdraw: {
    from: OPEN.filter((state) => !['replied', 'promised', 'review'].includes(state)),
    who: ['lead'],
    to: 'withdrawn',
    due: 'none',
    event: 'suggestion-withdrawn',
  },
  examine: {
    from: ['submitted'],
    who: ['office'],
    to: 'examined',
    due: again,
    event: 'suggestion-examined',
    // A district deputy's goes to the district.
    when: ({ level }) => level === 'town',
  },
  sendBack: {
    from: ['submitted'],
    who: ['office'],
    to: 'sent-back',
    due: { setting: 'suggestionReviseDays' },
    event: 'suggestion-sent-back',
  },
  toLetter: {
    from: ['submitted', 'sent-back'],
    who: ['office'],
    to: 'letter',
    due: 'none',
    event: 'suggestion-to-letter',
  },
  passUp: {
    from: ['submitted', 'examined'],
    who: ['office'],
    to: 'passed-up',
    due: 'none',
    event: 'suggestion-passed-up',
  },
  entrust: { from: ['examined'], who: ['body'], to: 'entrusted', due: again, event: 'suggestion-entrusted' },
  assign: {
    from: ['examined', 'returned'],
    who: ['body'],
    to: 'assigned',
    due: 'reply',
    event: 'suggestion-assigned',
  },
  nameUnits: {
    from: ['entrusted', 'returned'],
    who: ['government'],
    to: 'assigned',
    due: 'reply',
    event: 'suggestion-assigned',
  },
  contact: {
    from: AT_UNIT,
    who: ['unit'],
    to: 'contacted',
    due: 'reply',
    event: 'suggestion-contacted',
  },
  // 5 working days from 交办 (a setting); after that it is theirs.
  return: {
    from: ['assigned'],
    who: ['unit'],
    to: 'returned',
    due: again,
    event: 'suggestion-returned',
    when: ({ returnBy }, today) => returnBy !== undefined && today <= returnBy,
  },
  assistReply: { from: AT_UNIT, who: ['assistant'], ...aside, event: 'suggestion-assisted' },
  // Who handles it talks with the deputy first: an answer without a contact is refused by the state.
  reply: {
    from: ['contacted', 'promised'],
    who: ['unit'],
    to: 'replied',
    due: { setting: 'suggestionOpinionDays' },
    event: 'suggestion-replied',
  },
  opine: { from: ['replied'], who: ['lead'], to: 'planned', due: 'planned', event: 'suggestion-opined' },
  opineOnPaper: {
    from: ['replied'],
    who: ['office'],
    to: 'planned',
    due: 'planned',
    event: 'suggestion-opined',
  },
  settle: { from: ['review'], who: ['body'], to: 'planned', due: 'planned', event: 'suggestion-settled' },
  proposeKey: {
    from: OVERSEEN,
    who: ['presidium'],
    ...aside,
    event: 'suggestion-key-proposed',
    when: ({ key }) => key === undefined,
  },
  decideKey: {
    from: OVERSEEN,
    who: ['body'],
    ...aside,
    event: 'suggestion-key-decided',
    when: ({ key }) => key?.state === 'proposed',
  },
  endKey: {
    from: STATES,
    who: ['body'],
    ...aside,
    event: 'suggestion-key-ended',
    when: ({ key }) => key?.state === 'decided',
  },
  includeInPlan: {
    from: [...OVERSEEN, 'closed'],
    who: ['office'],
    ...aside,
    event: 'suggestion-planned',
    when: ({ inPlan }) => inPlan === undefined,
  },
  dispatch: { from: OVERSEEN, who: ['office'], ...aside, event: 'suggestion-dispatched' },
  urge: {
    from: OPEN.filter((state) => state !== 'drafting'),
    who: ['office'],
    ...aside,
    event: 'suggestion-urged',
    when: ({ urgedOn }, today) => urgedOn !== today,
  },
  publish: {
    from: ['promised', 'closed'],
    who: ['office'],
    ...aside,
    event: 'suggestion-published',
    when: ({ published, answeredOn }) => published === undefined && answeredOn !== undefined,
  },
  unpublish: {
    from: STATES,
    who: ['office'],
    ...aside,
    event: 'suggestion-unpublished',
    when: ({ published }) => published !== undefined,
  },
};

/** Acts' keys that a suggestion keeps for phones that try again, and steps that are shown; the audit has all. */
export const KEPT_ACTS = 60;
export const KEPT_STEPS = 120;
