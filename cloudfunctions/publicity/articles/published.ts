import { LIMITS } from '../../../miniprogram/contract/limits';
import type { Input, Output } from '../../../miniprogram/contract/wire';
import { ok } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { publishedInput } from '../schemas';
import { readPublished } from './store';

/** One read. Links alone: this app holds no news (mission D3). */
export const published: Action<Input<'publicity', 'published'>, Output<'publicity', 'published'>> = {
  write: false,
  input: publishedInput,
  async run(_call, { township, before }) {
    const found = await readPublished(township, LIMITS.page, before);
    const articles = found.map(({ publishedAt, url = '', content }) => ({
      title: content.title,
      url,
      publishedAt,
    }));
    const next = found.length === LIMITS.page ? found.at(-1)?.publishedAt : undefined;
    return ok({
      articles: articles.filter(({ url }) => url !== ''),
      ...(next !== undefined && { next }),
    });
  },
};
