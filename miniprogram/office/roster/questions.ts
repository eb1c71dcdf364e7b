import type { Act } from './acts';

export interface Question {
  title: string;
  words: string;
  yes: string;
}

/** What is asked before an act that others see at once or that takes the place of much work. */
export const QUESTIONS: Readonly<Partial<Record<Act['act'], Question>>> = {
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
