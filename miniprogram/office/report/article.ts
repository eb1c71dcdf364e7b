/** An article's draft from a report: its headings and paragraphs, for whoever edits and has it approved. */
import type { Block } from '../../contract/article';
import type { ReportView } from '../../contract/work-report';
import type { Result } from '../../contract/result';
import { newId } from '../../platform/keys';
import { composeArticle, getArticle, saveArticle } from '../../services/publicity';
import { articleParts } from './parts';

/** The same key again opens the same article. Answers its id. */
export async function startArticle(view: ReportView, key: string): Promise<Result<string>> {
  const made = await composeArticle({ from: { kind: 'blank', of: '' } }, key);
  if (!made.ok) return made;
  const { article } = made.data;
  const found = await getArticle(article);
  if (!found.ok) return found;
  const { edition, content } = found.data;
  const { title, parts } = articleParts(view);
  const blocks = parts.map((part): Block => Object.assign({ id: newId() }, part));
  const saved = await saveArticle(
    { article, edition, content: Object.assign({}, content, { title, blocks }) },
    `${key}-s`,
  );
  return saved.ok ? { ok: true, data: article } : saved;
}
