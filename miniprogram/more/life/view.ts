/** What happens to a request, in the words of who asks: who has it, within how many days, what can be pressed. */
import { STATES } from '../../contract/labels';
import type { OwnerKind } from '../../contract/request';
import { ACTS } from '../../contract/request-acts';
import type { RequestAct, RequestState } from '../../contract/request-life';
import type { GuideRow } from '../../contract/request-lists';
import type { Output } from '../../contract/wire';

export interface LifeScreen {
  intro: readonly string[];
  parts: readonly { title: string; rows: readonly LifeLine[] }[];
}

interface LifeLine {
  state: RequestState;
  label: string;
  who: string;
  press: string;
}

const WHO: Readonly<Record<OwnerKind, string>> = {
  deputy: '代表',
  leader: '小组组长',
  office: '镇人大办',
  unit: '承办单位',
  chief: '人大主席',
  presidium: '主席团',
};

/** In the order in which a request usually goes; every state is in one part (a test holds it). */
const PARTS: readonly { title: string; states: readonly RequestState[] }[] = [
  { title: '先有人来联系您', states: ['submitted', 'contacting', 'visiting'] },
  {
    title: '代表办不了的，交给单位',
    states: ['proposed', 'entrusted', 'assigned', 'accepted', 'signing', 'returned', 'disputed', 'passed-up'],
  },
  { title: '给您答复', states: ['replied', 'promised', 'confirming'] },
  { title: '您不满意', states: ['face', 'escalated'] },
  { title: '到这里就完了', states: ['closed', 'out-of-scope', 'merged', 'withdrawn'] },
];

/** What stands in the state's stead where nobody has to do anything any more. */
const ENDS: Partial<Readonly<Record<RequestState, string>>> = {
  closed: '事情办完了。请您评一评满意不满意。',
  'out-of-scope': '代表不能办，页面上写着该找哪里。',
  merged: '跟别人反映的同一件事一起办，答复时也告诉您。',
  withdrawn: '您说不反映了，就不再办。',
};

function sayWho({ state, owner, days, acts }: GuideRow, reopenDays: number): string {
  if (owner === undefined) return ENDS[state] ?? '';
  const until = days === undefined ? '在说好的日子' : `${String(days)} 个工作日内`;
  const { next } = STATES[state];
  if (!acts.includes('solved') || days === undefined) return `${WHO[owner]}，${until}${next}。`;
  return `请您在 ${until}说一声解决了没有。没有回音就算办结，之后 ${String(reopenDays)} 个工作日内还可以说没办好。`;
}

/** What is open at nearly every step is said once, above. */
const ALWAYS: readonly RequestAct[] = ['withdraw', 'supplement', 'nudge'];

function sayPress({ acts }: GuideRow): string {
  const labels = acts.filter((act) => !ALWAYS.includes(act)).map((act) => `「${ACTS[act].label}」`);
  return labels.length > 0 ? `您可以按：${labels.join('')}` : '';
}

export function toLifeScreen({ rows, redoTimes, reopenDays }: Output<'request', 'lifeGuide'>): LifeScreen {
  const line = (state: RequestState): LifeLine[] =>
    rows
      .filter((row) => row.state === state)
      .map((row) => ({
        state,
        label: STATES[state].label,
        who: sayWho(row, reopenDays),
        press: sayPress(row),
      }));
  return {
    intro: [
      '每一步都有人负责，都有日子。过了日子会有人催。周末和放假不算工作日。',
      `办结以前，您随时可以按「${ACTS.supplement.label}」「${ACTS.withdraw.label}」，过几天没动静可以按「${ACTS.nudge.label}」。按「${ACTS.notSolved.label}」就重新办，最多 ${String(redoTimes)} 次，再不行由主席团来定。`,
    ],
    parts: PARTS.map(({ title, states }) => ({ title, rows: states.flatMap(line) })),
  };
}
