import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Seen {
  readonly path: string;
  readonly token: string | null;
  readonly body: string;
}

export type Respond = (seen: Seen, response: ServerResponse) => void;

export interface Stub {
  readonly url: string;
  readonly seen: Seen[];
  /** How calls are answered from now on; `stable_token` answers `token-1`, `token-2` … itself. */
  answer(respond: Respond): void;
  close(): Promise<void>;
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

export function json(response: ServerResponse, body: object): void {
  // As WeChat does: JSON under a type that does not always say so.
  response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end(JSON.stringify(body));
}

/** A server that answers whatever a test wants, to see what the client makes of it. */
export async function startStub(): Promise<Stub> {
  const seen: Seen[] = [];
  let respond: Respond = (_seen, response) => {
    json(response, { errcode: 0, errmsg: 'ok' });
  };
  let tokens = 0;
  const server = createServer((request, response) => {
    void read(request).then((body) => {
      const url = new URL(request.url ?? '', 'http://stub');
      const one = { path: url.pathname, token: url.searchParams.get('access_token'), body };
      seen.push(one);
      if (one.path === '/cgi-bin/stable_token') {
        json(response, { access_token: `token-${String(++tokens)}`, expires_in: 7_200 });
      } else respond(one, response);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    seen,
    answer(next) {
      respond = next;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
