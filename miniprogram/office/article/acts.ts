/** What is done with an article as a whole; each repeated under the same key while its outcome is unknown. */
import type { PushView } from '../../contract/publicity';
import { canRetry } from '../../contract/result';
import { intend } from '../../platform/keys';
import type { Pending } from '../../platform/keys';
import { pause } from '../../platform/repeat';
import type { Result } from '../../contract/result';
import {
  markPublished,
  overruleMark,
  pushArticle,
  pushStep,
  reviewArticle,
  sendBack,
  stepArticle,
} from '../../services/publicity';

interface Edition {
  article: string;
  edition: number;
}

/** Anew: the draft that was deleted there is made once more. */
export type Act = Edition &
  (
    | { act: 'withdraw' | 'reopen' | 'drop' | 'restore' }
    | { act: 'submit' | 'approve'; words?: string }
    | { act: 'push'; anew?: true }
    | { act: 'review' | 'send-back' | 'hand-over'; words: string }
    | { act: 'take-back' }
    | { act: 'mark-published'; url: string }
    | { act: 'overrule'; mark: string; words: string }
  );

/** Between two looks at a publication that the platform works on (ms). */
const LOOK_MS = 3_000;
/** Looks without progress (two minutes) after which the page stops; the relay's timer goes on with it all the same. */
const MOST_IDLE = 40;

function send(act: Act, key: string): Promise<Result<unknown>> {
  const { act: which, article, edition } = act;
  const at = { article, edition };
  switch (which) {
    case 'push':
      return pushArticle({ ...at, ...(act.anew && { anew: true }) }, key);
    case 'review':
      return reviewArticle({ ...at, words: act.words }, key);
    case 'send-back':
      return sendBack({ ...at, words: act.words }, key);
    case 'hand-over':
      return stepArticle('handOver', { ...at, words: act.words }, key);
    case 'take-back':
      return stepArticle('takeBack', at, key);
    case 'mark-published':
      return markPublished({ ...at, url: act.url }, key);
    case 'overrule':
      return overruleMark({ ...at, mark: act.mark, words: act.words }, key);
    case 'submit':
    case 'approve':
      return stepArticle(which, { ...at, ...(act.words !== undefined && { words: act.words }) }, key);
    default:
      return stepArticle(which, at, key);
  }
}

const DONE: Readonly<Record<Act['act'], string>> = {
  submit: '已送审。',
  withdraw: '已撤回，可以接着改。',
  review: '复审意见记下了，主席看得到。',
  approve: '已通过，可以推送到公众号。',
  'send-back': '已退回，写的同志看得到要改哪里。',
  reopen: '可以改了。改完再送审，再推送会更新同一份草稿。',
  drop: '已作废，可以恢复。',
  restore: '已恢复，可以接着写。',
  'mark-published': '记下了。群众在首页能看到这篇的链接。',
  'hand-over': '记下了，这一篇算已经送出。',
  'take-back': '已撤回，可以再送或推送到公众号。',
  push: '',
  overrule: '记下了。',
};

export function sayDone({ act }: Act): string {
  return DONE[act];
}

/** One act at a time. */
export class ArticleActs {
  private pending: Pending<Act> | undefined;

  async run(act: Act): Promise<Result<unknown>> {
    this.pending = intend(this.pending, JSON.stringify(act), () => act);
    const result = await send(this.pending.input, this.pending.key);
    if (result.ok || !canRetry(result.code)) this.pending = undefined;
    return result;
  }
}

/**
 * Goes on with a push until it rests, telling each step. A lost call does no harm: the relay goes on with it, and so
 * does whoever opens the page next.
 */
export async function followPush(
  article: string,
  tell: (push: PushView) => void,
  stopped: () => boolean,
): Promise<Result<PushView>> {
  let idle = 0;
  let before = '';
  for (;;) {
    const result = await pushStep(article);
    if (!result.ok || stopped()) return result;
    tell(result.data);
    const seen = JSON.stringify([result.data.step, result.data.done, result.data.state]);
    idle = seen === before ? idle + 1 : 0;
    before = seen;
    if (!result.data.running || idle >= MOST_IDLE) return result;
    if (idle > 0) await pause(LOOK_MS);
  }
}
