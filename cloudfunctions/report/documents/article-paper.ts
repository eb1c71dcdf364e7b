import type { PrintedFile } from '../../../miniprogram/contract/report';
import type { Answer, Input } from '../../../miniprogram/contract/wire';
import { isReady } from '../../publicity/articles/rules/article-life';
import { openContent, readArticle } from '../../publicity/articles/store';
import { isStillTold } from '../../publicity/articles/told-store';
import { recallTownship } from '../../registry/store';
import { refuse } from '../../shared/errors';
import { fetchFile } from '../../shared/files';
import type { Action, Call } from '../../shared/serve';
import type { Picture } from '../../shared/wechat/call';
import { handOut } from './hand-out';
import { filesOf, makeArticleSheet } from './rules/article-sheet';
import { readPictureSize } from './rules/picture-size';
import { reportInputs } from './schemas';

type Asked = Input<'report', 'articlePaper'>;

/** A picture of an article: what a phone makes and media keeps is smaller. */
const MOST_BYTES = 8_000_000;

/** One after the other: twenty at once are more than an instance holds. */
async function fetchPictures(files: readonly string[]) {
  const pictures = new Map<string, Picture>();
  const ratios = new Map<string, number>();
  for (const file of files) {
    const bytes = file === '' ? undefined : await fetchFile(file, MOST_BYTES);
    const size = bytes && readPictureSize(bytes);
    if (!bytes || !size) continue;
    pictures.set(file, { bytes, type: size.type });
    ratios.set(file, size.ratio);
  }
  return { pictures, ratios };
}

/** One read after admit, one more of what it tells of, and one for each picture. Refusals: not-found, wrong-state, source-withdrawn. */
async function run({ now }: Call, { township, article: id }: Asked): Promise<Answer<PrintedFile>> {
  const [article, known] = await Promise.all([readArticle(township, id), recallTownship(township, now)]);
  if (!article || !known) return refuse('not-found');
  if (!isReady(article.state)) return refuse('wrong-state', { state: article.state });
  if (!(await isStillTold(article))) return refuse('source-withdrawn');
  const content = openContent(article.content);
  const { pictures, ratios } = await fetchPictures(filesOf(content));
  return handOut(township, makeArticleSheet(content, known.directory.card.host, ratios), pictures);
}

export const articlePaper: Action<Asked, PrintedFile> = {
  write: false,
  input: reportInputs.articlePaper,
  run,
};
