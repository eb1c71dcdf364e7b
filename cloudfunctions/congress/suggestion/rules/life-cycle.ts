/**
 * The one table of a suggestion's life on shared/life (mission F2; docs/decisions/016, 036): code, buttons, help page and
 * tests read it. Who has it follows from its state, so an open one always has exactly one owner. 代表法 (2025) §51: the
 * presidium hands it to who handles it; 地方组织法 (2022) §24: the presidium of a township.
 */
import type {
  SuggestionAct,
  SuggestionOwner,
  SuggestionState,
} from '../../../../miniprogram/contract/congress/suggestion';
import { SUGGESTION_STATES } from '../../../../miniprogram/contract/congress/suggestion-labels';
import type { Settings, SettingName } from '../../../registry/directory/rules/settings';
import { from, given, missing, other } from '../../../shared/life/rules/needs';
import type { Life, Step, Table } from '../../../shared/life/rules/table';
import { mayBe, needsOf, type Actor, type Caller } from './actors';
import { OWNERS } from './owner';

export type NumberSetting = { [N in SettingName]: Settings[N] extends number ? N : never }[SettingName];

type Row = Step<SuggestionState, Actor, SuggestionOwner, NumberSetting>;

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
const aside = { to: 'same', owner: 'kept', due: 'kept', reads: true } as const;
const again = { setting: 'suggestionDecideDays' } as const;

/** Into a state, and so into the hands that it means. `planned`: the day of the answer, or another that its plan names. */
function into(to: SuggestionState, due: Row['due']): Pick<Row, 'to' | 'owner' | 'due' | 'reads'> {
  // What a unit returned goes back to whoever named it (owner.ts).
  return { to, owner: to === 'returned' ? 'planned' : OWNERS[to], due, reads: true };
}
const byPlan = { to: 'planned', owner: 'planned', due: 'planned', reads: true } as const;

export const SUGGESTION_TABLE: Table<SuggestionAct, SuggestionState, Actor, SuggestionOwner, NumberSetting> =
  {
    edit: { from: WRITING, who: ['lead'], ...aside, event: 'suggestion-edited' },
    ask: { from: ['drafting'], who: ['lead'], ...aside, event: 'suggestion-cosign-asked' },
    cosign: { from: ['drafting'], who: ['asked'], ...aside, event: 'suggestion-cosigned' },
    decline: { from: ['drafting'], who: ['asked'], ...aside, event: 'suggestion-cosign-declined' },
    submit: {
      from: WRITING,
      who: ['lead'],
      ...into('submitted', { setting: 'suggestionExamineDays' }),
      event: 'suggestion-submitted',
    },
    // 撤回 in writing ends its handling, until there is an answer.
    withdraw: {
      from: OPEN.filter((state) => !['replied', 'promised', 'review'].includes(state)),
      who: ['lead'],
      ...into('withdrawn', 'none'),
      event: 'suggestion-withdrawn',
    },
    examine: {
      from: ['submitted'],
      who: ['office'],
      ...into('examined', again),
      event: 'suggestion-examined',
      // A district deputy's goes to the district.
      when: () => ({ level: 'town' }),
    },
    sendBack: {
      from: ['submitted'],
      who: ['office'],
      ...into('sent-back', { setting: 'suggestionReviseDays' }),
      event: 'suggestion-sent-back',
    },
    toLetter: {
      from: ['submitted', 'sent-back'],
      who: ['office'],
      ...into('letter', 'none'),
      event: 'suggestion-to-letter',
    },
    passUp: {
      from: ['submitted', 'examined'],
      who: ['office'],
      ...into('passed-up', 'none'),
      event: 'suggestion-passed-up',
    },
    entrust: {
      from: ['examined'],
      who: ['entruster'],
      ...into('entrusted', again),
      event: 'suggestion-entrusted',
    },
    assign: {
      from: ['examined', 'returned'],
      who: ['body'],
      ...into('assigned', 'planned'),
      event: 'suggestion-assigned',
    },
    nameUnits: {
      from: ['entrusted', 'returned'],
      // What was handed to a government that no unit stands for any more does not wait for ever.
      who: ['government', 'standIn'],
      ...into('assigned', 'planned'),
      event: 'suggestion-assigned',
    },
    contact: {
      from: AT_UNIT,
      who: ['unit'],
      ...into('contacted', 'planned'),
      event: 'suggestion-contacted',
    },
    // 5 working days from 交办 (a setting); after that it is theirs.
    return: {
      from: ['assigned'],
      who: ['unit'],
      ...into('returned', again),
      event: 'suggestion-returned',
      when: (today) => ({ returnBy: from(today) }),
    },
    assistReply: { from: AT_UNIT, who: ['assistant'], ...aside, event: 'suggestion-assisted' },
    // Who handles it talks with the deputy first: an answer without a contact is refused by the state.
    writeReply: {
      from: ['contacted', 'promised'],
      who: ['unit'],
      ...aside,
      event: 'suggestion-letter-written',
    },
    // The scan of the signed letter closes the step; where it went through the government, that may have had it signed.
    reply: {
      from: ['contacted', 'promised'],
      who: ['unit', 'government'],
      when: () => ({ draft: given }),
      ...into('replied', { setting: 'suggestionOpinionDays' }),
      event: 'suggestion-replied',
    },
    opine: { from: ['replied'], who: ['lead'], ...byPlan, event: 'suggestion-opined' },
    opineOnPaper: {
      from: ['replied'],
      who: ['office'],
      ...byPlan,
      event: 'suggestion-opined',
    },
    settle: { from: ['review'], who: ['body'], ...byPlan, event: 'suggestion-settled' },
    proposeKey: {
      from: OVERSEEN,
      who: ['presidium'],
      ...aside,
      event: 'suggestion-key-proposed',
      when: () => ({ key: missing }),
    },
    decideKey: {
      from: OVERSEEN,
      who: ['body'],
      ...aside,
      event: 'suggestion-key-decided',
      when: () => ({ 'key.state': 'proposed' }),
    },
    endKey: {
      from: STATES,
      who: ['body'],
      ...aside,
      event: 'suggestion-key-ended',
      when: () => ({ 'key.state': 'decided' }),
    },
    includeInPlan: {
      from: [...OVERSEEN, 'closed'],
      who: ['office'],
      ...aside,
      event: 'suggestion-planned',
      when: () => ({ inPlan: missing }),
    },
    dispatch: { from: OVERSEEN, who: ['office'], ...aside, event: 'suggestion-dispatched' },
    urge: {
      from: OPEN.filter((state) => state !== 'drafting'),
      // What is under key supervision the presidium urges itself.
      who: ['office', 'overseer'],
      ...aside,
      event: 'suggestion-urged',
      when: (today) => ({ urgedOn: other(today) }),
    },
    publish: {
      from: ['promised', 'closed'],
      who: ['office'],
      ...aside,
      event: 'suggestion-published',
      when: () => ({ published: missing, answeredOn: given }),
    },
    unpublish: {
      from: STATES,
      who: ['office'],
      ...aside,
      event: 'suggestion-unpublished',
      when: () => ({ published: given }),
    },
  };

export const SUGGESTION_LIFE: Life<
  SuggestionAct,
  SuggestionState,
  Actor,
  SuggestionOwner,
  NumberSetting,
  Caller
> = { table: SUGGESTION_TABLE, mayBe, needsOf };

/** Acts' keys that a suggestion keeps for phones that try again, and steps that are shown; the audit has all. */
export const KEPT_ACTS = 60;
export const KEPT_STEPS = 120;
