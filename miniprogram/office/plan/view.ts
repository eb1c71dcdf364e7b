/** From the plan of the publicity month (人大宣传月) to its words. */
import type { Choice } from '../../components/choice-chips/choice-chips';
import { ARTICLE_STATES } from '../../contract/publicity-labels';
import { PLAN_STATES, type Activity, type ActivityRow } from '../../contract/publicity-month';
import type { LocalDate } from '../../contract/wire';
import { sayDay } from '../../view/dates';
import type { Tone } from '../view/articles';

export interface ActivityLine {
  id: string;
  title: string;
  when: string;
  words: string;
  tag: string;
  tone: Tone;
  /** The article there is; empty: none. */
  article: string;
  /** Done, and not written about yet. */
  toWrite: boolean;
}

export const STATES: readonly Choice[] = Object.entries(PLAN_STATES).map(([id, text]) => ({ id, text }));

/** Who usually speaks about what; anything else can be written. */
const TOPICS: Readonly<Record<string, string>> = {
  教师: '法治课',
  医生: '健康讲座',
  干部: '政策宣讲',
  农技员: '种养技术',
  律师: '以案说法',
  退役军人: '国防教育',
};
export const PROFESSIONS: readonly Choice[] = Object.keys(TOPICS).map((id) => ({ id, text: id }));

export function newActivity(id: string, date: LocalDate): ActivityRow {
  const rest = { profession: '', title: '', speaker: '', place: '', people: 0 };
  return { id, date, state: 'planned', edition: 0, ...rest };
}

/** A profession brings its usual topic where none is written yet. */
export function withProfession(activity: ActivityRow, profession: string): ActivityRow {
  const usual = Object.values(TOPICS).includes(activity.title) || activity.title === '';
  return { ...activity, profession, ...(usual && { title: TOPICS[profession] ?? activity.title }) };
}

function toTag({ state, articleState }: ActivityRow): { tag: string; tone: Tone } {
  if (articleState) return { tag: `文章${ARTICLE_STATES[articleState].label}`, tone: 'done' };
  if (state === 'done') return { tag: '还没有文章', tone: 'waiting' };
  return state === 'planned' ? { tag: '还没办', tone: 'in-hand' } : { tag: '不办了', tone: 'done' };
}

export function toLines(activities: readonly ActivityRow[], today: LocalDate): ActivityLine[] {
  return activities.map((row) => ({
    id: row.id,
    title: `${row.profession} · ${row.title}`,
    when: sayDay(row.date, today),
    words: [row.place, row.speaker && `${row.speaker}讲`, row.people > 0 && `${String(row.people)} 人次`]
      .filter(Boolean)
      .join(' · '),
    ...toTag(row),
    article: row.article ?? '',
    toWrite: row.state === 'done' && row.article === undefined,
  }));
}

/** «办完 5 场，2 场还没有文章» */
export function sayCount(lines: readonly ActivityLine[], activities: readonly ActivityRow[]): string {
  const done = activities.filter(({ state }) => state === 'done').length;
  const open = lines.filter(({ toWrite }) => toWrite).length;
  if (done === 0) return `排了 ${String(lines.length)} 场`;
  return open > 0
    ? `办完 ${String(done)} 场，${String(open)} 场还没有文章`
    : `办完 ${String(done)} 场，都有文章了`;
}

/** Why it cannot be kept yet; empty: it can. */
export function missingIn({ profession, title, place }: Activity): string {
  if (!profession.trim()) return '先写是哪个行业的';
  if (!title.trim()) return '先写讲什么';
  return place.trim() ? '' : '先写在哪里';
}

/** What goes over the wire, without what the server adds. */
export function toActivity(row: ActivityRow): Activity {
  const { id, date, state, people } = row;
  const [profession, title, speaker, place] = [row.profession, row.title, row.speaker, row.place].map(
    (text) => text.trim(),
  ) as [string, string, string, string];
  return { id, date, state, people, profession, title, speaker, place };
}
