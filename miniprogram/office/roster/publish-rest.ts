/** All days of the year that are not public yet, each by its own rule; what could not be is told. */
import type { LocalDate, Output } from '../../contract/wire';
import { sayDate } from '../../view/dates';
import { explain } from '../../view/feedback';

export interface Question {
  title: string;
  words: string;
  yes: string;
}

export function askRest(dates: readonly LocalDate[]): Question {
  return {
    title: `公布 ${String(dates.length)} 天？`,
    words: `${dates.map((date) => sayDate(date)).join('、')}。公布后群众就能看到是谁、就能预约；以后只能换人，有人约了就不能撤回。`,
    yes: `公布 ${String(dates.length)} 天`,
  };
}

/** What became of them, in words. */
export function sayRest({ published, refused }: Output<'reception', 'publishRest'>): {
  done: string;
  problem: string;
} {
  const why = refused.map(
    ({ date, code, details }) => `${sayDate(date)}：${explain({ code, ...(details && { details }) })}`,
  );
  return {
    done: `公布了 ${String(published.length)} 天。一分钟内群众就能预约。`,
    problem: why.length > 0 ? `没有公布 ${String(why.length)} 天。${why.join('；')}` : '',
  };
}
