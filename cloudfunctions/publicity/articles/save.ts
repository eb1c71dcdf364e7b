import type { Content } from '../../../miniprogram/contract/article';
import type { Saved } from '../../../miniprogram/contract/publicity';
import type { Answer, Input, Refused } from '../../../miniprogram/contract/wire';
import { liesIn, pictureFolder } from '../../media/intake/rules/kept-files';
import { decryptField, encryptField } from '../../shared/cipher';
import { append, put } from '../../shared/conditions';
import { actOnce, actorOf, findAct, markOf, type Decided } from '../../shared/act';
import { refuse } from '../../shared/errors';
import { recordAct } from '../../shared/outbox';
import type { Action, Call } from '../../shared/serve';
import { ACTS_KEPT, recordOf } from './act-on-article';
import { markContent } from './mark-article';
import type { ArticleDocument } from './rules/article-document';
import { isLegal } from './rules/article-life';
import { toMarks } from './rules/article-view';
import { checkContent } from './rules/check-content';
import { listPictures } from './rules/content-fields';
import { saveInput } from '../schemas';
import { asideId, keepVersion, savedId } from './versions-store';
import { changeArticle, closeContent, readArticle } from './store';

type Asked = Input<'publicity', 'save'>;

/** How often (ms) a version is kept while one person goes on writing; another person's is always kept. */
const KEEP_EVERY_MS = 300_000;
const TURNS = 4;

function filesOf(content: Content): string[] {
  return listPictures(content).map(({ picture }) => picture.file);
}

/** A new picture must be one that media took in for the caller: bytes that nobody changes any more. */
function hasForeignFile(call: Call, article: ArticleDocument, content: Content): boolean {
  const folder = pictureFolder(call.township, call.account);
  const there = new Set(filesOf(article.content));
  return filesOf(content).some((file) => !there.has(file) && !liesIn(file, folder));
}

/** A copy of what this save is about to replace, where it is worth keeping. */
async function keepEdition(call: Call, article: ArticleDocument): Promise<boolean> {
  const { _id, township, edition, kept, by, changedAt: at, content, writers } = article;
  const another = writers.at(-1) !== call.account;
  if (edition === kept.edition || (!another && call.now - kept.at < KEEP_EVERY_MS)) return false;
  const version = { _id: savedId(_id, edition), township, rev: 1, article: _id, kind: 'saved' as const };
  await keepVersion({ ...version, edition, by, at, content });
  return true;
}

/** What a save that came too late answers: the article as it stands, and where what was sent is kept. */
function tooLate(call: Call, { _id, edition, by, changedAt }: ArticleDocument): Saved {
  const newer = { by: decryptField(by), at: changedAt };
  return { saved: false, edition, newer, version: asideId(_id, call.account) };
}

/** Somebody was faster: what was sent is kept beside the article, which notes that alone. */
function putAside(call: Call, article: ArticleDocument, content: Content): Decided<Saved> {
  const { _id: id, township, edition, state } = article;
  const aside = {
    _id: asideId(id, call.account),
    township,
    rev: 1,
    article: id,
    kind: 'aside' as const,
    edition,
    by: encryptField(call.admitted?.name ?? ''),
    at: call.now,
    content: closeContent(content),
  };
  const noted = {
    acts: append([{ ...markOf(call), edition, state, aside: true }], ACTS_KEPT),
    ...recordAct({
      at: call.now,
      by: actorOf(call),
      act: 'set-aside',
      of: id,
      from: state,
      to: state,
      key: call.key,
      event: 'article-set-aside',
      about: { article: id, by: actorOf(call) },
    }),
  };
  const write = async () => {
    await keepVersion(aside);
    return changeArticle(township, id, { edition }, noted);
  };
  return { answer: tooLate(call, article), write };
}

/** Last is who wrote last. */
function writersAfter({ writers }: ArticleDocument, account: string): string[] {
  return [...writers.filter((one) => one !== account), account];
}

async function planSave(call: Call, article: ArticleDocument, content: Content): Promise<Decided<Saved>> {
  const { township, _id: id, edition, overruled } = article;
  const marked = await markContent(article, content, call.now);
  const next = edition + 1;
  const kept = await keepEdition(call, article);
  const changes = {
    content: put(closeContent(content)),
    edition: put(next),
    changedAt: put(call.now),
    writers: put(writersAfter(article, call.account)),
    by: put(encryptField(call.admitted?.name ?? '')),
    marks: put(marked.marks),
    openMarks: put(marked.openMarks),
    ...(kept && { kept: put({ edition, at: call.now }) }),
  };
  const where = { edition, state: article.state };
  const record = recordOf(call, article, 'save', { changes, edition: next });
  const marks = toMarks({ marks: marked.marks, overruled }, content, decryptField);
  return {
    answer: { saved: true, edition: next, marks, problems: checkContent(content) },
    write: () => changeArticle(township, id, where, record),
  };
}

/** What this save answered before; the marks are found again in the same content. */
async function findSaved(call: Call, article: ArticleDocument, content: Content) {
  const act = findAct(call, article.acts);
  if (!act) return undefined;
  if (act.aside) return { hash: act.h, answer: tooLate(call, article) };
  const { marks } = await markContent(article, content, call.now);
  const shown = toMarks({ marks, overruled: article.overruled }, content, decryptField);
  const answer: Saved = {
    saved: true,
    edition: act.edition,
    marks: shown,
    problems: checkContent(content),
  };
  return { hash: act.h, answer };
}

function decide(
  call: Call,
  article: ArticleDocument,
  { edition, content }: Asked,
): Refused | Decided<Saved> | Promise<Decided<Saved>> {
  if (hasForeignFile(call, article, content)) return refuse('not-your-file');
  // Whoever wrote meanwhile may have sent it off as well: what was typed is kept all the same.
  if (article.edition !== edition) return putAside(call, article, content);
  if (!isLegal('save', article.state)) return refuse('wrong-state', { state: article.state });
  return planSave(call, article, content);
}

/**
 * After admit four calls, one more where a version is kept. Too late: three, one more where the caller had something put
 * aside before.
 */
function run(call: Call, asked: Asked): Promise<Answer<Saved>> {
  return actOnce<ArticleDocument | undefined, Saved>(call, {
    turns: TURNS,
    read: () => readArticle(asked.township, asked.article),
    seen: (article) => article && findSaved(call, article, asked.content),
    decide: (article) => (article ? decide(call, article, asked) : refuse('not-found')),
  });
}

export const save: Action<Asked, Saved> = { write: true, input: saveInput, run };
