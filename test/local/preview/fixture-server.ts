import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { createPreview } from '../../../local/preview';
import type { Preview, PreviewOptions } from '../../../local/preview';

export const ROOT = resolve(__dirname, '../../..');
export const FIXTURE = 'test/local/preview/fixture';
export const PICTURE = join(ROOT, FIXTURE, 'images/dot.png');

interface Seen {
  readonly method: string;
  readonly path: string;
  readonly openid: string | undefined;
  readonly body: string;
}

export interface FixtureServer {
  readonly url: string;
  readonly preview: Preview;
  /** What the phones asked the cloud for, oldest first. */
  readonly seen: Seen[];
  close(): Promise<void>;
}

const files = new Map<string, { readonly body: Buffer; readonly type: string }>();

/** What WeChat keeps for everybody who asks here. */
interface Subscriptions {
  mainSwitch: boolean;
  kept: Record<string, string>;
}

const TEMPLATES = [
  { id: 't1', title: '预约提醒' },
  { id: 't2', title: '进度通知' },
  { id: 't3', title: '进度通知' },
];

function answerWechat(path: string, body: string, now: Subscriptions): object | null {
  if (path === '/wechat/phone/phone-code') return { code: 'code-1' };
  if (!path.startsWith('/wechat/phone/')) return null;
  const { answers, keep, mainSwitch, forget } = JSON.parse(body) as Record<string, unknown>;
  if (keep === true) now.kept = { ...now.kept, ...(answers as Record<string, string>) };
  if (typeof mainSwitch === 'boolean') now.mainSwitch = mainSwitch;
  if (forget === true) now.kept = {};
  return { ...now, templates: TEMPLATES };
}

/** The cloud's doors, just wide enough: `echo` answers what it was given, `broken` fails as a crashed function. */
function answerCloud(path: string, body: string, origin: string): object | null {
  if (path === '/invoke/echo') return { result: { ok: true, data: JSON.parse(body) as unknown } };
  if (path === '/invoke/broken') {
    return { errCode: -504002, errMsg: 'cloud.callFunction:fail boom at index.js:1' };
  }
  const input = (body === '' ? {} : JSON.parse(body)) as { cloudPath?: string; fileList?: string[] };
  const list = input.fileList ?? [];
  if (path === '/client/upload-metadata') {
    return {
      url: `${origin}/storage/${input.cloudPath ?? ''}`,
      fileID: `cloud://local/${input.cloudPath ?? ''}`,
    };
  }
  if (path === '/client/temp-file-urls') {
    return {
      fileList: list.map((fileID) => {
        const tempFileURL = fileID.replace('cloud://local', `${origin}/storage`);
        return { fileID, tempFileURL, status: 0, errMsg: 'ok' };
      }),
    };
  }
  if (path === '/client/delete-files') {
    return { fileList: list.map((fileID) => ({ fileID, status: 0, errMsg: 'ok' })) };
  }
  if (path === '/client/database')
    return { errCode: -502003, errMsg: 'cloud.database:fail DATABASE_PERMISSION_DENIED' };
  return null;
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts);
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  seen: Seen[],
  subscriptions: Subscriptions,
): Promise<void> {
  const { url = '/', method = 'GET' } = request;
  const path = url.split('?')[0] ?? '/';
  const body = await readAll(request);
  const openid = request.headers['x-wx-openid'];
  seen.push({
    method,
    path,
    openid: Array.isArray(openid) ? openid[0] : openid,
    body: body.toString('latin1'),
  });
  if (method === 'PUT') files.set(path, { body, type: request.headers['content-type'] ?? '' });
  const file = files.get(path);
  if (file && method === 'GET') {
    response.writeHead(200, { 'content-type': file.type });
    response.end(file.body);
    return;
  }
  if (path.startsWith('/wechat/s/')) {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<article>一篇文章</article>');
    return;
  }
  const reply =
    method === 'POST'
      ? (answerWechat(path, body.toString('utf8'), subscriptions) ??
        answerCloud(path, body.toString('utf8'), `http://${request.headers.host ?? ''}`))
      : null;
  response.writeHead(reply || method === 'PUT' ? 200 : 404, { 'content-type': 'application/json' });
  response.end(JSON.stringify(reply ?? {}));
}

/** Serves the fixture mini-program, or another folder, with a cloud that answers a little. */
export async function startFixture(options: Partial<PreviewOptions> = {}): Promise<FixtureServer> {
  const preview = await createPreview({
    root: ROOT,
    miniprogram: FIXTURE,
    identities: [
      { openid: 'voter-1', label: '李婶', role: 'voter', township: 'bh' },
      { openid: 'deputy-1', label: '王代表', role: 'deputy', township: 'bh' },
    ],
    posters: [
      { scene: 'bh.h1', label: '城关人大代表之家' },
      { scene: 'bh.v2', label: '柳树村', page: 'part/deep/deep' },
    ],
    control: false,
    ...options,
  });
  const seen: Seen[] = [];
  const subscriptions: Subscriptions = { mainSwitch: true, kept: {} };
  const server = createServer((request, response) => {
    void preview.handle(request, response).then(async (handled) => {
      if (!handled) await answer(request, response, seen, subscriptions);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    preview,
    seen,
    close: async () => {
      await preview.close();
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
}
