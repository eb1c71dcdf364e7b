/** How a suggestion goes, in the words of the deputy who leads it: who has it, until when, what can be pressed. */
import { SUGGESTION_ACTS } from '../view/suggestion-acts';
import { SUGGESTION_OWNERS, SUGGESTION_STATES } from '../../contract/congress/suggestion-labels';
import type { SuggestionGuideRow, SuggestionState } from '../../contract/congress/suggestion';
import type { Output } from '../../contract/wire';

type Guide = Output<'congress', 'suggestionGuide'>;

interface WayLine {
  state: SuggestionState;
  label: string;
  who: string;
  press: string;
}

export interface WayScreen {
  intro: readonly string[];
  parts: readonly { title: string; rows: readonly WayLine[] }[];
}

/** In the order in which one usually goes; every state is in one part (a test holds it). */
const PARTS: readonly { title: string; states: readonly SuggestionState[] }[] = [
  { title: '起草、提交', states: ['drafting', 'submitted', 'sent-back'] },
  { title: '交办', states: ['examined', 'entrusted', 'assigned', 'returned'] },
  { title: '办理、答复', states: ['contacted', 'replied', 'promised'] },
  { title: '您不满意', states: ['review'] },
  { title: '到这里就完了', states: ['closed', 'withdrawn', 'letter', 'passed-up'] },
];

/** What stands in the date's stead where a day is named at the time. */
const NAMED: Partial<Readonly<Record<SuggestionState, string>>> = {
  promised: '在答复函里说好的日子前',
};

const ENDS: Partial<Readonly<Record<SuggestionState, string>>> = {
  closed: '答复过了，您也填了意见。办理情况可以向群众公开。',
  withdrawn: '您书面撤回了，不再办。',
  letter: '和您说过以后，按来信处理，不算代表建议。',
  'passed-up': '由区人大办理。',
};

function sayUntil({ state, days }: SuggestionGuideRow, months: string): string {
  if (days !== undefined) return `${String(days)} 个工作日内`;
  return NAMED[state] ?? `${months}内`;
}

function sayWho(row: SuggestionGuideRow, months: string): string {
  const { state, owner } = row;
  if (owner === undefined || owner === 'nobody') return ENDS[state] ?? '';
  const who = owner === 'deputy' ? '您' : SUGGESTION_OWNERS[owner];
  return `${who}，${sayUntil(row, months)}${SUGGESTION_STATES[state].next}。`;
}

function sayPress({ acts }: SuggestionGuideRow): string {
  const labels = acts.filter((act) => act !== 'withdraw').map((act) => `「${SUGGESTION_ACTS[act].label}」`);
  return labels.length > 0 ? `您可以按：${labels.join('')}` : '';
}

export function toWayScreen({ rows, months: short, longMonths: long }: Guide): WayScreen {
  const months = `交办起 ${String(short)} 个月（主席团定为难办的 ${String(long)} 个月）`;
  const lineOf = (state: SuggestionState): WayLine[] =>
    rows
      .filter((row) => row.state === state)
      .map((row) => ({
        state,
        label: SUGGESTION_STATES[state].label,
        who: sayWho(row, months),
        press: sayPress(row),
      }));
  return {
    intro: [
      '每一步都在一个人或一个单位手里，都有日子。承办单位答复以前，先和您联系。',
      `答复的日子从主席团交办那天算，不停、不延。答复以前您随时可以「${SUGGESTION_ACTS.withdraw.label}」。`,
    ],
    parts: PARTS.map(({ title, states }) => ({ title, rows: states.flatMap(lineOf) })),
  };
}
