/** 视察意见 as a card: what it says, where it stands, what its reader may do. */
import type { Opinion } from '../../contract/duty';
import { OPINION_ACTS, OPINION_STATES, type OpinionAct } from '../../contract/opinion';
import type { LocalDate } from '../../contract/wire';
import { daysBetween, sayDay } from '../../view/dates';

export interface OpinionLine {
  opinion: string;
  activity: string;
  /** Where it comes from, and who has it. */
  about: string;
  words: string;
  tag: string;
  tone: 'waiting' | 'in-hand' | 'done' | 'late';
  /** Date, urging, answer, what was found: line by line. */
  notes: readonly string[];
  acts: readonly { act: OpinionAct; label: string; asks: string; first: boolean }[];
}

function tagOf({ state, due, acts }: Opinion, today: LocalDate): Pick<OpinionLine, 'tag' | 'tone'> {
  const { label, open } = OPINION_STATES[state];
  if (!open) return { tag: label, tone: 'done' };
  // That it is followed up in time is the office's to see to.
  if (state === 'answered' && acts.length === 0) return { tag: '已答复', tone: 'done' };
  const late = daysBetween(due, today);
  if (late > 0) return { tag: `${label} · 超${String(late)}天`, tone: 'late' };
  return { tag: label, tone: state === 'accepted' ? 'in-hand' : 'waiting' };
}

function dateOf({ state, due, acts }: Opinion): string {
  if (state === 'answered' && acts.length === 0) return '';
  if (state === 'closed') return `${sayDay(due)}办结`;
  return state === 'answered'
    ? `${sayDay(due)}前跟踪`
    : `${sayDay(due)}前${state === 'returned' ? '改派' : '答复'}`;
}

/** `about`: the inspection's title for its unit, the unit's name for the office. */
export function toOpinionLine(
  opinion: Opinion,
  { activity, about }: { activity: string; about: string },
  today: LocalDate,
): OpinionLine {
  const { site, words, answer, answeredOn, returned, urgedOn, followed, key } = opinion;
  const said = (label: string, text: string | undefined) => (text ? [`${label}：${text}`] : []);
  return {
    opinion: opinion.opinion,
    activity,
    about,
    words: [site, words].filter(Boolean).join('：'),
    ...tagOf(opinion, today),
    notes: [
      ...(key ? [key === 'decided' ? '★ 重点督办' : '已提请重点督办，等主席团决定'] : []),
      ...(dateOf(opinion) ? [dateOf(opinion)] : []),
      ...(urgedOn ? [`${sayDay(urgedOn)}催办过`] : []),
      ...said('退回', returned),
      ...said(answeredOn ? `答复（${sayDay(answeredOn)}）` : '答复', answer),
      ...said('跟踪', followed),
    ],
    acts: opinion.acts.map((act, at) => {
      const row: { label: string; asks?: string } = OPINION_ACTS[act];
      return { act, label: row.label, asks: row.asks ?? '', first: at === 0 };
    }),
  };
}
