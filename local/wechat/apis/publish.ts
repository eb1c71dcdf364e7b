import { randomBytes } from 'node:crypto';
import { WechatError } from '../errors';
import { endingOf } from '../verdicts';
import type { Api, ApiAnswer, ApiCall, World } from '../world';
import type { NewsItem } from './articles';
import { findDraft } from './drafts';

export interface Publication {
  readonly publishId: string;
  readonly appid: string;
  readonly articleId: string;
  readonly articles: readonly NewsItem[];
  readonly at: number;
  /** How it ends; 0 published. */
  readonly ending: number;
}

/** Publishing takes so long here: long enough to be seen under way. */
const TAKES_MS = 20_000;
/** What is deleted or barred afterwards is there for so long. */
const STANDS_MS = 60_000;
const PUBLISHING = 1;

function submit(call: ApiCall): ApiAnswer {
  if (!call.account.mayPublish) throw new WechatError(48001);
  const { appid, mediaId, articles } = findDraft(call);
  const { store } = call.world;
  const number = store.next('publication');
  const ending = endingOf(articles[0]?.title ?? '');
  const publication: Publication = {
    publishId: String(100_000_000 + number),
    appid,
    articles,
    at: call.now,
    ending,
    articleId: randomBytes(16).toString('base64url'),
  };
  store.atOnce(() => {
    store.put(['publication', appid, publication.publishId], publication);
    store.put(['article', publication.articleId], { appid, publishId: publication.publishId });
    store.remove(['draft', appid, mediaId]);
  });
  const publishId = publication.publishId;
  return { errcode: 0, errmsg: 'ok', publish_id: publishId, msg_data_id: 200_000_000 + number };
}

/** The number that `freepublish/get` would tell now. */
export function statusOf({ at, ending }: Publication, now: number): number {
  if (now - at < TAKES_MS) return PUBLISHING;
  if (ending === 5 || ending === 6) return now - at < TAKES_MS + STANDS_MS ? 0 : ending;
  return ending;
}

export function addressOf(world: Pick<World, 'origin'>, articleId: string, at: number): string {
  return `${world.origin()}/wechat/s/${articleId}${at === 0 ? '' : `?idx=${at + 1}`}`;
}

function get(call: ApiCall): ApiAnswer {
  if (!call.account.mayPublish) throw new WechatError(48001);
  const { publish_id: id } = call.body;
  const key = typeof id === 'string' || typeof id === 'number' ? String(id) : '';
  const found = call.world.store.get<Publication>(['publication', call.account.appid, key]);
  if (!found) throw new WechatError(40035);
  const status = statusOf(found, call.now);
  const common = { publish_id: found.publishId, publish_status: status };
  if (status !== 0) return { ...common, fail_idx: status >= 2 && status <= 4 ? [1] : [] };
  const item = found.articles.map((_article, at) => ({
    idx: at + 1,
    article_url: addressOf(call.world, found.articleId, at),
  }));
  const article_detail = { count: item.length, item };
  return { ...common, article_id: found.articleId, article_detail, fail_idx: [] };
}

const post = { method: 'POST', of: 'official', takes: 'json', perDay: 1_000 } as const;

export const publishApis: Readonly<Record<string, Api>> = {
  '/cgi-bin/freepublish/submit': { ...post, run: submit },
  '/cgi-bin/freepublish/get': { ...post, run: get },
};
