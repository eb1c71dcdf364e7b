import type { Content } from '../../../miniprogram/contract/article';
import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { recallTownship } from '../../registry/store';
import { hashParts } from '../../shared/cipher';
import { ok, refuse } from '../../shared/errors';
import { linkFiles } from '../../shared/files';
import type { Action, Call } from '../../shared/serve';
import { drawLongPicture } from '../pictures/draw-long-picture';
import { isReady } from './rules/article-life';
import { isStillTold } from './told-store';
import { ofArticle } from '../schemas';
import { openContent, readArticle } from './store';

type Asked = Input<'publicity', 'pack'>;
type Packed = Output<'publicity', 'pack'>;

/** What is sent to groups: the title, what it is about, the link where there is one. */
function textOf({ title, digest }: Content, host: string, url: string | undefined): string {
  return [`【${title.trim()}】`, digest.trim(), url ?? '', `—— ${host}`]
    .filter((line) => line !== '')
    .join('\n');
}

/** One read after admit, one more of what it tells of, and one picture drawn, stored under a hash of what it shows. */
async function run({ now }: Call, { township, article: id }: Asked): Promise<Answer<Packed>> {
  const [article, known] = await Promise.all([readArticle(township, id), recallTownship(township, now)]);
  if (!article || !known) return refuse('not-found');
  if (!isReady(article.state)) return refuse('wrong-state', { state: article.state });
  if (!(await isStillTold(article))) return refuse('source-withdrawn');
  const content = openContent(article.content);
  const { host, name } = known.directory.card;
  const foot = article.url === undefined ? `${host} 供稿` : '扫码读原文';
  const shown = hashParts(['pack', id, String(article.edition), article.url ?? ''], 26);
  const drawn = await drawLongPicture({ township, name: shown }, content, foot, article.url);
  const [picture = ''] = drawn === undefined ? [] : await linkFiles([drawn]);
  if (picture === '') return refuse('busy');
  return ok({
    text: textOf(content, host, article.url),
    picture,
    name: `${name} ${content.title.trim()}.jpg`,
  });
}

export const pack: Action<Asked, Packed> = { write: false, input: ofArticle, run };
