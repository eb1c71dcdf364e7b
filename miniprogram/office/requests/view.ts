/** From cards and what was chosen to the office's list of requests. */
import type { Choice } from '../../components/choice-chips/choice-chips';
import type { Grant } from '../../contract/registry';
import type { OfficeCard, OfficeQueue } from '../../contract/request-lists';
import type { LocalDate } from '../../contract/wire';
import { daysBetween, sayDate, sayMoment } from '../../view/dates';
import { toRequestLine } from '../../view/lines';
import type { RequestLine } from '../../contract/shapes';
import { CHIEF, OFFICE, OVERSEERS, PRESIDIUM, holdsAny, type Role } from '../../contract/roles';

interface QueueWords {
  text: string;
  empty: string;
  roles: readonly Role[];
}

const QUEUES: Readonly<Record<OfficeQueue, QueueWords>> = {
  'to-route': { text: '待转办', empty: '现在没有要人大办定的事。', roles: OFFICE },
  late: { text: '快到期、超期', empty: '没有快到期的，也没有超期的。', roles: OFFICE },
  'to-review': { text: '待写摘要', empty: '没有等摘要或标题的。', roles: OFFICE },
  deliveries: { text: '待送达', empty: '没有要送的答复。', roles: OFFICE },
  'to-tell': { text: '待书面告知', empty: '没有快到日子还没书面告知的。', roles: OFFICE },
  'call-backs': { text: '待回访', empty: '这次没有抽到要回访的。', roles: OFFICE },
  promises: { text: '承诺事项台账', empty: '没有还没兑现的承诺。', roles: OFFICE },
  extensions: { text: '延期审批', empty: '没有等主席批的延期。', roles: CHIEF },
  rulings: { text: '待主席审定', empty: '没有等审定的。', roles: PRESIDIUM },
  escalated: { text: '两次没办好', empty: '没有两次没办好的。', roles: OVERSEERS },
  key: { text: '重点督办', empty: '还没有列入重点督办的。', roles: OVERSEERS },
  overdue: { text: '超期', empty: '没有超期的。', roles: OVERSEERS },
  dispatches: { text: '调度记录', empty: '还没有记过调度。', roles: OVERSEERS },
  all: { text: '全部', empty: '没有这样的事。', roles: OFFICE },
};
const ORDER = Object.keys(QUEUES) as OfficeQueue[];
/** So many stand there at once; the rest behind 更多. */
const SHOWN = 5;

export interface Row extends RequestLine {
  picked: boolean;
  /** What this queue is about: the reply, the date asked for, the last dispatch. */
  extra: string;
}

/** What these grants may look at, in the order of the page. */
export function queuesFor(grants: readonly Pick<Grant, 'role' | 'state'>[]): OfficeQueue[] {
  return ORDER.filter((queue) => holdsAny(grants, QUEUES[queue].roles));
}

/** The chosen one is always among those shown. */
export function toChips(queues: readonly OfficeQueue[], chosen: OfficeQueue, all: boolean): Choice[] {
  const shown = all ? queues : queues.filter((queue, at) => at < SHOWN || queue === chosen);
  return shown.map((queue) => ({ id: queue, text: QUEUES[queue].text }));
}

export function sayEmpty(queue: OfficeQueue): string {
  return QUEUES[queue].empty;
}

function sayExtra({ reply, extension, dispatches, needs, tellBy }: OfficeCard, today: LocalDate): string {
  const [last] = dispatches ?? [];
  return [
    needs === 'summary' ? '代表要等您写摘要才看得到' : needs === 'title' ? '要听一听，写个标题' : '',
    needs === 'check' ? '内容还在等检查，或要您放行' : '',
    extension ? `申请延到 ${sayDate(extension.until, today)}：${extension.words}` : '',
    tellBy === undefined ? '' : `${sayDate(tellBy, today)}前书面告诉本人去了哪里`,
    reply === undefined ? '' : `答复：${reply}`,
    last ? `${sayMoment(last.at, today)} ${last.words}` : '',
  ]
    .filter(Boolean)
    .join('\u3000');
}

/** Near its date it is yellow and says how many days are left. */
function toTag(card: OfficeCard, line: RequestLine, today: LocalDate): Pick<RequestLine, 'tag' | 'tone'> {
  const { tag, tone } = line;
  if (card.colour !== 'yellow' || card.nextDate === undefined) return { tag, tone };
  const days = daysBetween(today, card.nextDate);
  return { tag: days <= 0 ? '今天到期' : `还有${String(days)}天`, tone: 'waiting' };
}

export function toRows(cards: readonly OfficeCard[], picked: readonly string[], today: LocalDate): Row[] {
  return cards.map((card) => {
    const line = toRequestLine(card, today);
    return {
      ...line,
      ...toTag(card, line, today),
      about: [card.village, card.category, card.unit ?? card.owner, card.number].filter(Boolean).join(' · '),
      picked: picked.includes(card.request),
      extra: sayExtra(card, today),
    };
  });
}

/** The row above or below the chosen one; from nowhere the first. */
export function stepThrough(rows: readonly Row[], chosen: string, by: 1 | -1): string {
  const at = rows.findIndex(({ request }) => request === chosen);
  const next = at < 0 ? 0 : Math.min(Math.max(at + by, 0), rows.length - 1);
  return rows[next]?.request ?? '';
}
