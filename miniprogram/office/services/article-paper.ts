/** report (打印): an article with its pictures as a document, to be given to others. */
import type { PrintedFile } from '../../contract/report';
import type { Result } from '../../contract/result';
import { ask } from '../../platform/cloud';
import { township } from '../../platform/whereabouts';

export function printArticle(article: string): Promise<Result<PrintedFile>> {
  return ask('report', 'articlePaper', { township: township(), article });
}
