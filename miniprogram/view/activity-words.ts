/** Words of activities and facts, the same on every page. */
import { HELPED, labelOf, TOPIC_FROM } from '../contract/activity-kinds';
import type { ActivityCard, ActivityView, InvitationAnswer } from '../contract/duty';
import type { FactRow } from '../contract/facts';
import type { Places } from '../contract/registry';
import type { LocalDate } from '../contract/wire';
import { sayDay } from './dates';

const FACT_LABELS: Readonly<Record<string, string>> = {
  reception: '接待群众',
  'reception-other': '接待群众',
  'request-submitted': '收到群众意见',
  'request-answered': '答复群众意见',
  'request-solved': '群众意见解决',
  'request-rated': '群众评价',
};

export function kindLabel(kind: string): string {
  return labelOf(kind) ?? FACT_LABELS[kind] ?? '履职';
}

export const ANSWER_LABELS: Readonly<Record<InvitationAnswer, string>> = {
  invited: '还没答复',
  coming: '参加',
  'leave-asked': '请假，等答复',
  'on-leave': '已准假',
  'leave-refused': '没有准假',
};

export interface ActivityLine {
  activity: string;
  title: string;
  words: string;
  tag: string;
  tone: 'waiting' | 'done' | 'in-hand' | 'plain';
}

type Names = Pick<Places, 'villages' | 'groups' | 'deputies'> | undefined;

export function villageName(places: Names, id: string | undefined): string {
  return places?.villages.find((village) => village.id === id)?.name ?? '';
}

export function personNames(places: Names, persons: readonly string[]): string {
  const names = new Map(places?.deputies.map(({ person, name }) => [person, name]));
  return persons
    .map((person) => names.get(person) ?? '')
    .filter(Boolean)
    .join('、');
}

function tagOf(
  { state, mine, leaves, date }: ActivityCard,
  today: LocalDate,
): Pick<ActivityLine, 'tag' | 'tone'> {
  if (state === 'withdrawn') return { tag: '已撤回', tone: 'plain' };
  if (state === 'held') return { tag: '已登记', tone: 'done' };
  if (leaves > 0) return { tag: `${String(leaves)} 人请假`, tone: 'waiting' };
  if (mine !== undefined)
    return { tag: ANSWER_LABELS[mine], tone: mine === 'invited' ? 'waiting' : 'in-hand' };
  return date < today ? { tag: '待登记到会', tone: 'waiting' } : { tag: '已通知', tone: 'in-hand' };
}

export function toActivityLine(card: ActivityCard, places: Names, today: LocalDate): ActivityLine {
  const where = [villageName(places, card.village), card.entered ? '补录' : ''].filter(Boolean).join(' · ');
  return {
    activity: card.activity,
    title: [kindLabel(card.kind), card.title].filter(Boolean).join('：'),
    words: [sayDay(card.date, today), where].filter(Boolean).join(' · '),
    ...tagOf(card, today),
  };
}

export interface FactLine {
  fact: string;
  title: string;
  words: string;
  /** Where it opens; '' where there is no page for it. */
  page: '' | 'deputy/activity' | 'deputy/request';
  id: string;
}

export function toFactLine(row: FactRow, places: Names, today: LocalDate): FactLine {
  const { fact, kind, date, village, source, entered } = row;
  const about = [villageName(places, village), entered ? '补录' : ''].filter(Boolean).join(' · ');
  const page =
    source.kind === 'activity' ? 'deputy/activity' : source.kind === 'request' ? 'deputy/request' : '';
  return {
    fact,
    title: kindLabel(kind),
    words: [sayDay(date, today), about].filter(Boolean).join(' · '),
    page,
    id: source.id,
  };
}

/** What was found at a site of an inspection. */
export function siteWords({ quality, progress, suggestion }: ActivityView['sites'][number]): string {
  const parts = [
    quality && `质量：${quality}`,
    progress && `进度：${progress}`,
    suggestion && `建议：${suggestion}`,
  ];
  return parts.filter(Boolean).join('；');
}

/** What was typed, line by line: name of the field and what stands there. */
export function toParts(view: ActivityView, places: Names): { label: string; text: string }[] {
  const {
    household,
    people,
    words,
    result,
    promised,
    helped = {},
    place,
    mandate,
    topicFrom,
    tag,
    persons,
  } = view;
  const numbers = Object.entries(helped)
    .filter(([, n]) => n > 0)
    .map(([who, n]) => `${HELPED[who as keyof typeof HELPED]} ${String(n)} 人`);
  const parts: [string, string | undefined][] = [
    ['村', villageName(places, view.village)],
    ['地点', place],
    ['受委托', mandate],
    ['哪一户', household?.name],
    ['见到几人', people === undefined ? '' : `${String(people)} 人`],
    ['帮助的人', numbers.join('、')],
    ['议题来源', topicFrom && TOPIC_FROM[topicFrom]],
    ['参加的代表', personNames(places, persons)],
    ['内容', words],
    ['结果', result],
    ['约定再去', promised && sayDay(promised)],
    ['专项', tag],
  ];
  return parts.flatMap(([label, text]) => (text ? [{ label, text }] : []));
}
