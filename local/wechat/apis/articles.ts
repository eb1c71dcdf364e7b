/** What an article must be to come into the draft box, and what of its HTML stays. */
import { isRecord } from '../../cloudbase/http';
import { WechatError } from '../errors';
import type { ApiCall } from '../world';
import { pictureAt } from './pictures';

export interface NewsItem {
  readonly title: string;
  readonly author: string;
  readonly digest: string;
  readonly content: string;
  readonly content_source_url: string;
  readonly thumb_media_id: string;
  readonly need_open_comment: number;
  readonly only_fans_can_comment: number;
  readonly pic_crop_235_1: string;
  readonly pic_crop_1_1: string;
}

const CROP = /^(0|1|0?\.\d+|1\.0*|0\.\d+)(_(0|1|0?\.\d+|1\.0*|0\.\d+)){3}$/;
const AUTO_DIGEST_CHARS = 54;
const MEGABYTE = 1024 * 1024;

const length = (text: string): number => [...text].length;

function readText(article: Readonly<Record<string, unknown>>, name: string): string {
  const value = article[name] ?? '';
  if (typeof value !== 'string') throw new WechatError(47001);
  return value;
}

/** Scripts, handlers and what is not the account's own picture go without a word; a foreign link is refused. */
function filterContent({ world, account }: ApiCall, content: string): string {
  for (const [, href = ''] of content.matchAll(/<a\b[^>]*?\bhref\s*=\s*["']?([^"'\s>]+)/gi)) {
    if (/^https?:/i.test(href) && !/^https?:\/\/mp\.weixin\.qq\.com\//i.test(href))
      throw new WechatError(45166);
  }
  return content
    .replace(/<(script|style|iframe|object|form)\b[\s\S]*?(<\/\1\s*>|$)/gi, '')
    .replace(/\son[a-z]+\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, '')
    .replace(/javascript:/gi, '')
    .replace(/<img\b[^>]*>/gi, (tag) => {
      const url = /\b(?:data-)?src\s*=\s*["']?([^"'\s>]+)/i.exec(tag)?.[1] ?? '';
      return pictureAt(world.store, account.appid, url) ? tag : '';
    });
}

function plain(content: string): string {
  return content
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function checkSizes(title: string, author: string, digest: string, content: string): void {
  if (title === '' || length(title) > 32) throw new WechatError(45003);
  if (length(author) > 16) throw new WechatError(45110);
  if (length(digest) > 128) throw new WechatError(45004);
  if (content === '') throw new WechatError(44004);
  if (length(content) >= 20_000 || Buffer.byteLength(content) >= MEGABYTE) throw new WechatError(45002);
}

const flag = (value: unknown): number => (value === 1 || value === '1' ? 1 : 0);

/** Throws what WeChat would answer. */
export function readArticle(call: ApiCall, article: unknown): NewsItem {
  if (!isRecord(article)) throw new WechatError(47001);
  const text = (name: string): string => readText(article, name);
  const [title, author, content] = [text('title'), text('author'), text('content')];
  checkSizes(title, author, text('digest'), content);
  const cover = text('thumb_media_id');
  if (!call.world.store.get(['material', call.account.appid, cover])) throw new WechatError(40007);
  const crops = [text('pic_crop_235_1'), text('pic_crop_1_1')] as const;
  if (crops.some((crop) => crop !== '' && !CROP.test(crop))) throw new WechatError(40035);
  if (Buffer.byteLength(text('content_source_url')) > 1024) throw new WechatError(40035);
  const kept = filterContent(call, content);
  return {
    title,
    author,
    content: kept,
    thumb_media_id: cover,
    digest: text('digest') || [...plain(kept)].slice(0, AUTO_DIGEST_CHARS).join(''),
    content_source_url: text('content_source_url'),
    need_open_comment: flag(article['need_open_comment']),
    only_fans_can_comment: flag(article['only_fans_can_comment']),
    pic_crop_235_1: crops[0],
    pic_crop_1_1: crops[1],
  };
}
