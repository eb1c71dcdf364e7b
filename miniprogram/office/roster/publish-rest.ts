/** All days of the year that are not public yet, each by its own rule; what could not be is told. */
import type { RosterView } from '../../contract/roster';
import type { LocalDate } from '../../contract/wire';
import { newKey } from '../../platform/keys';
import { sayDate } from '../../view/dates';
import { explain } from '../../view/feedback';
import { publishDay } from '../../services/reception';
import type { Question } from './questions';

export function listDrafts({ days }: RosterView, today: LocalDate): LocalDate[] {
  return days
    .filter(({ date, state, stuck }) => date >= today && state === 'draft' && !stuck)
    .map(({ date }) => date);
}

export function askRest(dates: readonly LocalDate[]): Question {
  return {
    title: `公布 ${String(dates.length)} 天？`,
    words: `${dates.map((date) => sayDate(date)).join('、')}。公布后群众就能看到是谁、就能预约；以后只能换人，有人约了就不能撤回。`,
    yes: `公布 ${String(dates.length)} 天`,
  };
}

/** One after the other: each is an act on the same roster. A day whose answer is lost is sent once more. */
export async function publishRest(
  year: number,
  dates: readonly LocalDate[],
): Promise<{ done: string; problem: string }> {
  const refused: string[] = [];
  for (const date of dates) {
    const key = newKey();
    const first = await publishDay({ year, date }, key);
    const result = first.ok || first.code !== 'offline' ? first : await publishDay({ year, date }, key);
    if (!result.ok) refused.push(`${sayDate(date)}：${explain(result)}`);
  }
  const done = dates.length - refused.length;
  return {
    done: done > 0 ? `公布了 ${String(done)} 天。一分钟内群众就能预约。` : '',
    problem: refused.length > 0 ? `没有公布 ${String(refused.length)} 天。${refused.join('；')}` : '',
  };
}
