/** An article whose push has begun, in process. */
import type {
  ArticleDocument,
  StoredPush,
} from '../../../cloudfunctions/publicity/articles/rules/article-document';
import { bodyPictures } from '../../../cloudfunctions/publicity/articles/rules/render-article';
import type { Content } from '../../../miniprogram/contract/article';
import type { PushView } from '../../../miniprogram/contract/publicity';
import type { InProcessCloud } from '../../support/in-process';
import { STAFF, stored } from './writing-desk';

export const MINUTE = 60_000;
/** Keys of the district's account and of the mini-program; answers how to take them away again. */
export function lendKeys(): () => void {
  const keys = { OA_APPID: 'wx-district', OA_SECRET: 'x', WECHAT_APPID: 'wx-mini', WECHAT_SECRET: 'x' };
  Object.assign(process.env, keys);
  return () => {
    for (const name of Object.keys(keys)) Reflect.deleteProperty(process.env, name);
  };
}
export const kept = (name: string) => `cloud://test.bucket/bh/pictures/a/${name}`;
export const COVER = kept('cover-900x600.jpg');
export const showing = (...files: readonly string[]): Content => ({
  title: ' 一篇 ',
  author: ' 人大办 ',
  digest: ' 提要 ',
  cover: { picture: { file: COVER, faces: 'none' } },
  blocks: files.map((file, at) => {
    const id = `b${String(at)}`;
    if (file.startsWith('code:')) return { id, type: 'code', scene: file.slice(5), caption: '' };
    return { id, type: 'picture', picture: { file, faces: 'none' }, caption: '' };
  }),
});
export interface Laid {
  content?: Content;
  own?: object;
  push?: Partial<StoredPush>;
}
/** Begun, with nothing of it there yet. */
export function layPush(
  cloud: InProcessCloud,
  article: string,
  { content = showing(), own = {}, push = {} }: Laid,
): void {
  const begun = {
    id: 'p1',
    edition: 1,
    account: 'district',
    publish: false,
    step: 'pictures',
    anew: false,
    pictures: bodyPictures(content),
    urls: [],
    lease: 0,
    ...push,
  };
  const document = { ...stored(article), state: 'pushing', workAt: 5, content, ...own, push: begun };
  const others = cloud.documents<ArticleDocument>('articles').filter(({ _id }) => _id !== article);
  cloud.replace('articles', [...others, document]);
}
/** Takes no key: it may be asked for as often as one likes. */
export async function stepOn(cloud: InProcessCloud, article: string): Promise<PushView> {
  const answer = await cloud.invoke('publicity', 'pushStep', { township: 'bh', article }, { openid: STAFF });
  return answer.data as PushView;
}
