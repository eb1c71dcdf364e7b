import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { drawQrPng } from '../../shared/qr-png';
import { linkPictures } from '../pictures/link-pictures';
import { renderHtml } from './render-html';
import { checkContent, lettersOf } from './rules/check-content';
import { bodyPictures } from './rules/render-article';
import { ofArticle } from '../schemas';
import { openContent, readArticle } from './store';

type Asked = Input<'publicity', 'preview'>;
type Shown = Output<'publicity', 'preview'>;

/** One read after admit, and links for the pictures. Codes are small enough to stand in the text. */
async function run(_call: Call, { township, article: id }: Asked): Promise<Answer<Shown>> {
  const article = await readArticle(township, id);
  if (!article) return refuse('not-found');
  const content = openContent(article.content);
  const addresses = new Map(Object.entries(await linkPictures(township, content)));
  for (const picture of bodyPictures(content).filter((one) => one.startsWith('code:'))) {
    const png = drawQrPng(picture.slice('code:'.length));
    addresses.set(picture, `data:image/png;base64,${png.toString('base64')}`);
  }
  const html = await renderHtml(content, addresses);
  const problems = checkContent(content);
  return ok({ html, letters: lettersOf(content), bytes: Buffer.byteLength(html), problems });
}

export const preview: Action<Asked, Shown> = { write: false, input: ofArticle, run };
