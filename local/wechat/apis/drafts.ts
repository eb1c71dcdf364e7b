import { NotEmulatedError } from '../../cloudbase/functions/loopback-only';
import { isRecord } from '../../cloudbase/http';
import { WechatError } from '../errors';
import { type Api, type ApiAnswer, type ApiCall, OK } from '../world';
import { type NewsItem, readArticle } from './articles';

export interface Draft {
  readonly mediaId: string;
  readonly appid: string;
  readonly articles: readonly NewsItem[];
  /** Epoch ms. */
  readonly createdAt: number;
  readonly updatedAt: number;
}

const MOST_ARTICLES = 8;

/** Chinese written as `\uXXXX` is refused, or would be shown like that. */
function checkCharset({ text }: ApiCall): void {
  if (/\\u[0-9a-f]{4}/i.test(text)) throw new WechatError(40033);
}

function checkKind(article: unknown): void {
  if (isRecord(article) && article['article_type'] === 'newspic')
    throw new NotEmulatedError('article_type newspic is not emulated');
}

export function findDraft({ world, account, body }: ApiCall): Draft {
  const { media_id: mediaId } = body;
  const draft =
    typeof mediaId === 'string' ? world.store.get<Draft>(['draft', account.appid, mediaId]) : undefined;
  if (!draft) throw new WechatError(40007);
  return draft;
}

function add(call: ApiCall): ApiAnswer {
  checkCharset(call);
  const { articles } = call.body;
  if (!Array.isArray(articles) || articles.length === 0 || articles.length > MOST_ARTICLES)
    throw new WechatError(47001);
  articles.forEach(checkKind);
  const read = articles.map((article) => readArticle(call, article));
  const { store } = call.world;
  const { appid } = call.account;
  const mediaId = `${appid.slice(-4)}-draft-${store.next('draft')}`;
  const draft: Draft = { mediaId, appid, articles: read, createdAt: call.now, updatedAt: call.now };
  store.put(['draft', appid, mediaId], draft);
  return { media_id: mediaId, item: [] };
}

function update(call: ApiCall): ApiAnswer {
  checkCharset(call);
  const draft = findDraft(call);
  const { index, articles } = call.body;
  // One article, not a list of them.
  if (!isRecord(articles)) throw new WechatError(47001);
  if (typeof index !== 'number' || !draft.articles[index]) throw new WechatError(40035);
  checkKind(articles);
  const read = readArticle(call, articles);
  const changed = draft.articles.map((article, at) => (at === index ? read : article));
  const { appid, mediaId } = draft;
  call.world.store.put(['draft', appid, mediaId], { ...draft, articles: changed, updatedAt: call.now });
  return OK;
}

function toWire(article: NewsItem, withContent: boolean): object {
  const { content, ...rest } = article;
  const common = { article_type: 'news', ...rest, show_cover_pic: 0, url: '', thumb_url: '' };
  return withContent ? { ...common, content } : common;
}

function get(call: ApiCall): ApiAnswer {
  return { news_item: findDraft(call).articles.map((article) => toWire(article, true)) };
}

function remove(call: ApiCall): ApiAnswer {
  const { appid, mediaId } = findDraft(call);
  call.world.store.remove(['draft', appid, mediaId]);
  return OK;
}

function drafts({ world, account }: ApiCall): Draft[] {
  return world.store
    .list<Draft>('draft', account.appid)
    .sort((a, b) => b.updatedAt - a.updatedAt || b.createdAt - a.createdAt);
}

function batchGet(call: ApiCall): ApiAnswer {
  const { offset, count, no_content: without = 0 } = call.body;
  if (typeof offset !== 'number' || typeof count !== 'number' || offset < 0 || count < 1 || count > 20)
    throw new WechatError(40035);
  const all = drafts(call);
  const item = all.slice(offset, offset + count).map(({ mediaId, articles, updatedAt, createdAt }) => ({
    media_id: mediaId,
    content: {
      news_item: articles.map((article) => toWire(article, without !== 1)),
      create_time: Math.floor(createdAt / 1000),
      update_time: Math.floor(updatedAt / 1000),
    },
    update_time: Math.floor(updatedAt / 1000),
  }));
  return { total_count: all.length, item_count: item.length, item };
}

const post = { method: 'POST', of: 'official', takes: 'json', perDay: 10_000 } as const;

export const draftApis: Readonly<Record<string, Api>> = {
  '/cgi-bin/draft/add': { ...post, run: add },
  '/cgi-bin/draft/get': { ...post, run: get },
  '/cgi-bin/draft/update': { ...post, run: update },
  '/cgi-bin/draft/delete': { ...post, run: remove },
  '/cgi-bin/draft/batchget': { ...post, run: batchGet },
  '/cgi-bin/draft/count': {
    method: 'ANY',
    of: 'official',
    takes: 'nothing',
    perDay: 10_000,
    run: (call) => ({ total_count: drafts(call).length }),
  },
};
