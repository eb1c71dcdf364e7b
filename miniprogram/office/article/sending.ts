/** The words of 送出去: where the article is, what is asked before an act, how far a push is. */
import type { ArticleAct, Content } from '../../contract/article';
import type { PushFailure, PushView } from '../../contract/publicity';
import { ARTICLE_ACT_LABELS, PUSH_STEP_LABELS } from '../../contract/publicity-labels';

export interface PushLine {
  words: string;
  percent: number;
  running: boolean;
  happened: string;
  todo: string;
  askAnew: boolean;
}

export function toPushLine(push: PushView): PushLine {
  const { step, done, total, running, failure } = push;
  const pictures =
    step === 'pictures' && total > 0
      ? `，第 ${String(Math.min(done + 1, total))} 张，共 ${String(total)} 张`
      : '';
  return {
    words: step ? `${PUSH_STEP_LABELS[step]}${pictures}` : '',
    percent: total > 0 ? Math.round((done / total) * 100) : running ? 0 : 100,
    running,
    happened: failure ? failure.happened : '',
    todo: failure ? failure.todo : '',
    askAnew: failure?.askAnew ?? false,
  };
}

export interface Question {
  title: string;
  words: string;
  yes: string;
}

/** Asked before what is not taken back with one press. */
export const QUESTIONS: Readonly<Partial<Record<ArticleAct | 'anew' | 'drop-block', Question>>> = {
  submit: { title: '送审？', words: '送审后先不能改，要改可以撤回。', yes: '送审' },
  approve: { title: '审核通过？', words: '通过后就可以推送到公众号。', yes: '审核通过' },
  push: { title: '推送到公众号？', words: '文章和图片放进公众号草稿箱，已有的那份草稿会更新。', yes: '推送' },
  drop: { title: '作废这一篇？', words: '不再推送，以后可以恢复。', yes: '作废' },
  reopen: { title: '改稿？', words: '改完要重新送审，再推送会更新公众号里的同一份草稿。', yes: '改稿' },
  anew: { title: '草稿在公众号里被删了', words: '那份草稿已经不在了。要重新做一份吗？', yes: '重新做一份' },
  'drop-block': { title: '删掉这一段？', words: '这一段不要了。以前保存过的版本里还有。', yes: '删掉' },
};

/** «0人次»: not the end of 10, 2.0 or 1,000, and not the beginning of 0.5. */
const ZERO = /(?:^|[^\d.,])(0(?![\d.,])\s*\p{Script=Han}{0,2})/u;

/** Where an article says that there was nothing: as often as not nobody wrote it down yet. */
function zerosOf({ title, digest, blocks }: Content): string[] {
  const texts = blocks.flatMap((block) => {
    if (block.type === 'numbers')
      return block.items.map(({ label, value, unit }) => `${label} ${value}${unit}`);
    return block.type === 'text' || block.type === 'quote' || block.type === 'heading' ? [block.text] : [];
  });
  return [title, digest, ...texts].flatMap((text) => {
    const [, found] = ZERO.exec(text) ?? [];
    return found === undefined ? [] : [found.trim()];
  });
}

/** Sending it on asks about what says 0. */
export function questionOf(name: keyof typeof QUESTIONS, content: Content | undefined): Question | undefined {
  const question = QUESTIONS[name];
  const zeros = name === 'submit' && content ? [...new Set(zerosOf(content))] : [];
  if (!question || zeros.length === 0) return question;
  const said = `这一篇写着「${zeros.join('」「')}」，真的是零吗？要是还没登记结果，先去登记再写。`;
  return { title: question.title, words: `${said}${question.words}`, yes: '真的是零，送审' };
}

/** Where a button says more than the act's name. */
const BUTTONS: Readonly<Partial<Record<ArticleAct, string>>> = {
  'mark-published': '已在公众平台发布，贴链接',
};

/** The buttons of 送出去: the first is the main one; save is no button. After a failure it says what it repeats. */
export function listActs(
  acts: readonly ArticleAct[],
  failure?: PushFailure,
): { id: ArticleAct; text: string }[] {
  const order: readonly ArticleAct[] = [
    'approve',
    'submit',
    'push',
    'mark-published',
    'hand-over',
    'take-back',
    'restore',
    'review',
    'send-back',
    'withdraw',
    'reopen',
    'drop',
  ];
  const shown = order.filter((act) => acts.includes(act) && !(act === 'push' && failure?.askAnew));
  return shown.map((id) => ({
    id,
    text: id === 'push' && failure ? '再推一次' : (BUTTONS[id] ?? ARTICLE_ACT_LABELS[id]),
  }));
}
