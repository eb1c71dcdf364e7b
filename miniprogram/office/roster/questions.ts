import type { LocalDate } from '../../contract/wire';
import type { Act } from './acts';
import type { Question } from './publish-rest';

/** Acts that others see at once or that take the place of much work. */
export type Asked = 'propose' | 'publish' | 'rest' | 'withdraw';

/** What is asked before; of the rest of the year see publish-rest.ts. */
export const QUESTIONS: Readonly<Record<Exclude<Asked, 'rest'>, Question>> = {
  propose: {
    title: '重新排一遍？',
    words: '只排还没公布的日子；手工改过的席位不动，请了假的会避开。',
    yes: '排一遍',
  },
  publish: {
    title: '公布这一天？',
    words: '公布后群众就能看到是谁、就能预约。以后只能换人，有人约了就不能撤回。',
    yes: '公布',
  },
  withdraw: { title: '撤回公布？', words: '撤回后群众不能预约，回到草稿。', yes: '撤回' },
};

/** What is done after «yes»; `words`: why the chief overrules the days of notice. */
export function toAct(
  asked: Asked,
  { date, words, today }: { date: LocalDate; words: string; today: LocalDate },
): Act {
  if (asked === 'rest') return { act: 'rest' };
  if (asked === 'propose') return { act: 'propose', from: today };
  if (asked === 'withdraw') return { act: 'withdraw', date };
  return { act: 'publish', date, ...(words !== '' && { words }) };
}
