/** An article as the office sees it. `open` decrypts what was stored closed. */
import type { Content, Mark } from '../../../../miniprogram/contract/article';
import type {
  ArticleCard,
  ArticleStep,
  PushFailure,
  PushView,
} from '../../../../miniprogram/contract/publicity';
import type { ArticleDocument, CardSource, StoredFailure } from './article-document';
import { listTexts } from './content-fields';
import { isOverrulable } from './find-marks';
import { OTHER_FAILURE, PUSH_FAILURES } from '../../push/rules/push-failures';

type Open = (closed: string) => string;

const SYSTEM = '系统';

export function toCard(source: CardSource, open: Open): ArticleCard {
  const { _id, state, sourceWords, by, changedAt, openMarks, url, content } = source;
  return {
    article: _id,
    title: content.title,
    state,
    source: source.source,
    sourceWords,
    by: open(by),
    changedAt,
    openMarks,
    ...(url !== undefined && { url }),
  };
}

/** `content` is the one in which the marks were found. */
export function toMarks(
  { marks, overruled }: Pick<ArticleDocument, 'marks' | 'overruled'>,
  content: Content,
  open: Open,
): Mark[] {
  const texts = listTexts(content);
  return marks.map((mark): Mark => {
    const field = texts.find(
      (one) => one.where === mark.where && one.field === mark.field && one.row === mark.row,
    );
    const quote = mark.kind === 'consent' ? '' : (field?.text.slice(mark.from, mark.to) ?? '');
    const overrulable = isOverrulable(mark);
    const allowed = overruled.filter((one) => one.mark === mark.id).at(-1);
    const said = allowed && { by: open(allowed.by), at: allowed.at, words: allowed.words };
    return { ...mark, quote, overrulable, ...(said && overrulable && { overruled: said }) };
  });
}

export function toSteps(steps: ArticleDocument['steps'], open: Open): ArticleStep[] {
  return steps.map(({ at, act, by, state, words }) => ({
    at,
    act,
    by: by === undefined ? SYSTEM : open(by),
    state,
    ...(words !== undefined && { words }),
  }));
}

export function toFailure({ code, step, at, address }: StoredFailure): PushFailure {
  const { happened, todo, again = false } = PUSH_FAILURES[code] ?? OTHER_FAILURE;
  const say = (words: string) =>
    words.replaceAll('{address}', address ?? '（见公众平台）').replaceAll('{code}', code);
  return { code, step, at, happened: say(happened), todo: say(todo), again, askAnew: code === '40007' };
}

/** Still something that goes on by itself. */
export function isRunning({ state }: Pick<ArticleDocument, 'state'>): boolean {
  return state === 'pushing' || state === 'publishing';
}

export function toPushView(article: Pick<ArticleDocument, '_id' | 'state' | 'push' | 'url'>): PushView {
  const { _id, state, push, url } = article;
  const total = push ? push.pictures.length + 1 : 0;
  const done = push ? push.urls.length + (push.cover ? 1 : 0) : 0;
  return {
    article: _id,
    state,
    done,
    total,
    running: isRunning(article),
    ...(push && { step: push.step }),
    ...(push?.failure && { failure: toFailure(push.failure) }),
    ...(url !== undefined && { url }),
  };
}
