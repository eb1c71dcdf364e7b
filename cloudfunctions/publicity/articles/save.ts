import type { Content } from '../../../miniprogram/contract/article';
import type { Saved } from '../../../miniprogram/contract/publicity';
import type { Answer, Input } from '../../../miniprogram/contract/wire';
import { ownFolder } from '../../registry/directory/rules/own-folder';
import { isOwnFile } from '../../request/submit/rules/own-files';
import { decryptField, encryptField } from '../../shared/cipher';
import { put } from '../../shared/conditions';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { recordOf, replay } from './act-on-article';
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

/** A new picture must be the caller's own: what others keep in their folders is theirs. */
function hasForeignFile(call: Call, article: ArticleDocument, content: Content): boolean {
  const folder = ownFolder(call.township, call.account);
  const there = new Set(filesOf(article.content));
  return filesOf(content).some((file) => !there.has(file) && !isOwnFile(file, folder));
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

async function putAside(call: Call, article: ArticleDocument, content: Content): Promise<Answer<Saved>> {
  const { _id: id, township, edition, by, changedAt } = article;
  const version = asideId(id, call.account);
  await keepVersion({
    _id: version,
    township,
    rev: 1,
    article: id,
    kind: 'aside',
    edition,
    by: encryptField(call.admitted?.name ?? ''),
    at: call.now,
    content: closeContent(content),
  });
  return ok({ saved: false, edition, newer: { by: decryptField(by), at: changedAt }, version });
}

/** Last is who wrote last. */
function writersAfter({ writers }: ArticleDocument, account: string): string[] {
  return [...writers.filter((one) => one !== account), account];
}

async function trySave(
  call: Call,
  article: ArticleDocument,
  content: Content,
): Promise<Answer<Saved> | undefined> {
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
  const written = await changeArticle(
    township,
    id,
    where,
    recordOf(call, article, 'save', { changes, edition: next }),
  );
  if (!written) return undefined;
  const marks = toMarks({ marks: marked.marks, overruled }, content, decryptField);
  return ok({ saved: true, edition: next, marks, problems: checkContent(content) });
}

/** Four calls after admit, one more where a version is kept. Somebody was faster: what was sent is put aside. */
async function run(call: Call, { township, article: id, edition, content }: Asked): Promise<Answer<Saved>> {
  for (let turn = 0; turn < TURNS; turn++) {
    const article = await readArticle(township, id);
    if (!article) return refuse('not-found');
    const before = replay(article, call);
    if (before?.ok === false) return before;
    if (before) {
      const { marks } = await markContent(article, content, call.now);
      const shown = toMarks({ marks, overruled: article.overruled }, content, decryptField);
      return ok({
        saved: true,
        edition: before.data.edition,
        marks: shown,
        problems: checkContent(content),
      });
    }
    if (hasForeignFile(call, article, content)) return refuse('not-your-file');
    // Whoever wrote meanwhile may have sent it off as well: what was typed is kept all the same.
    if (article.edition !== edition) return putAside(call, article, content);
    if (!isLegal('save', article.state)) return refuse('wrong-state', { state: article.state });
    const saved = await trySave(call, article, content);
    if (saved) return saved;
  }
  return refuse('busy');
}

export const save: Action<Asked, Saved> = { write: true, input: saveInput, run };
