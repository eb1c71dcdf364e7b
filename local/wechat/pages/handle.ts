import type { IncomingMessage, ServerResponse } from 'node:http';
import { isFromThisMachine } from '../../cloudbase/http';
import { findAccount } from '../accounts';
import type { Draft } from '../apis/drafts';
import { typeOfPicture } from '../apis/pictures';
import { type Publication, statusOf } from '../apis/publish';
import type { WechatStore } from '../store';
import type { World } from '../world';
import { toPage } from './html';
import { overviewPage } from './overview';
import { articlePage } from './reader';

/** No script of an article runs, and it asks for nothing elsewhere; the preview may show it in a frame. */
const POLICY = "default-src 'self'; style-src 'unsafe-inline'; script-src 'none'; frame-ancestors 'self'";

function sendPage(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': POLICY,
    'x-content-type-options': 'nosniff',
  });
  response.end(html);
}

function sendBytes(store: WechatStore, id: string, response: ServerResponse): void {
  const bytes = store.readBytes(id);
  if (!bytes) sendGone(response);
  else {
    const type = typeOfPicture(bytes);
    response.writeHead(200, { 'content-type': type, 'x-content-type-options': 'nosniff' }).end(bytes);
  }
}

function sendGone(response: ServerResponse): void {
  sendPage(response, 404, toPage('没有了', '<main><p>这一页没有，或者已经删除。</p></main>'));
}

function sendArticle(world: World, id: string, request: IncomingMessage, response: ServerResponse): void {
  const { store, clock } = world;
  const named = store.get<{ appid: string; publishId: string }>(['article', id]);
  const found = named && store.get<Publication>(['publication', named.appid, named.publishId]);
  const index = Number(new URL(request.url ?? '/', 'http://wechat').searchParams.get('idx') ?? '1') - 1;
  const article = found?.articles[index];
  if (!article || statusOf(found, clock.now()) !== 0) sendGone(response);
  else {
    const account = findAccount(found.appid)?.name ?? '';
    sendPage(response, 200, articlePage(article, account, found.at, '本机的公众号文章'));
  }
}

function sendDraft(store: WechatStore, steps: readonly string[], response: ServerResponse): void {
  const [appid = '', mediaId = ''] = steps;
  const draft = store.get<Draft>(['draft', appid, mediaId]);
  const [first] = draft?.articles ?? [];
  if (!draft || !first) sendGone(response);
  else {
    const account = findAccount(appid)?.name ?? '';
    sendPage(response, 200, articlePage(first, account, draft.updatedAt, '草稿，还没有发布'));
  }
}

/** Articles and their pictures are public, as there; everything else is for this machine. */
export function handlePages(
  world: World,
  names: ReadonlyMap<string, string>,
  [first = '', ...steps]: readonly string[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (first === 's') sendArticle(world, steps[0] ?? '', request, response);
  else if (first === 'mmbiz') sendBytes(world.store, steps[0] ?? '', response);
  else if (!isFromThisMachine(request)) {
    sendPage(response, 403, toPage('本机的微信', '<main><p>只给这台电脑看。</p></main>'));
  } else if (first === 'code') sendBytes(world.store, steps[0] ?? '', response);
  else if (first === 'draft') sendDraft(world.store, steps, response);
  else if (first === '') sendPage(response, 200, overviewPage(world, names));
  else sendGone(response);
  return Promise.resolve();
}
