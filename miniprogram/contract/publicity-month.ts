import type { ArticleState } from './article';
import type { LocalDate } from './time';

/** An activity of the publicity month (人大宣传月). */
export interface Activity {
  /** Chosen by the phone (ID_PATTERN), unique in its year. */
  id: string;
  /** 教师、医生、干部 … */
  profession: string;
  title: string;
  speaker: string;
  date: LocalDate;
  place: string;
  state: 'planned' | 'done' | 'off';
  /** 人次 who came; 0 while not known. */
  people: number;
}

/** 还没办 and so on. */
export const PLAN_STATES: Readonly<Record<Activity['state'], string>> = {
  planned: '还没办',
  done: '办完了',
  off: '不办了',
};

export interface ActivityRow extends Activity {
  /** Changes with each change of this row; 0 for a new one. */
  edition: number;
  article?: string;
  articleState?: ArticleState;
}
