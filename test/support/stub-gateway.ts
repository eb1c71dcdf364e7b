import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { createClock } from '../../local/cloudbase/clock';
import { createPreview } from '../../local/preview';
import type { RequestListActions } from '../../miniprogram/contract/request-lists';
import type { Answer, FunctionName, Functions } from '../../miniprogram/contract/wire';
import { made } from './made';

type All = Omit<Functions, 'request'> & { request: Functions['request'] & RequestListActions };
type Wire<F extends FunctionName, A> = A extends keyof All[F]
  ? All[F][A] extends { input: infer I; output: infer O }
    ? { input: I; output: O }
    : never
  : never;

type Reply<F extends FunctionName, A> =
  | Answer<Wire<F, A>['output']>
  | ((input: Wire<F, A>['input']) => Answer<Wire<F, A>['output']>)
  /** No answer at all, for the screens that wait. */
  | 'silent'
  | 'no-network';

/** What each action answers; what is not there answers `internal`. */
export type Replies = {
  [F in FunctionName]?: { [A in keyof All[F]]?: Reply<F, A> };
};

export interface StubGateway {
  url: string;
  /** Events received, oldest first, as `function.action`. */
  calls: string[];
  /** Calls that came and will be answered, and are not yet, and those that the phone will try again for want of a network. */
  pending(): number;
  /** Replaces every reply. */
  setReplies(replies: Replies): void;
  close(): Promise<void>;
}

const ROOT = resolve(__dirname, '../..');
const UPLOAD = '/client/upload-metadata';
/** How often the phone tries a call without a network before it says so (miniprogram/platform/cloud.ts). */
const TRIES = 3;

async function readText(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

/**
 * The phone in a browser before a server of canned answers: every state of a screen can be had at will. `root`: the folder
 * of another version, whose screens are compiled as they lie there.
 */
export async function startStubGateway(now: number, root?: string): Promise<StubGateway> {
  let replies: Replies = {};
  const calls: string[] = [];
  let pending = 0;
  const tries = new Map<string, number>();
  await made.build();
  const clock = createClock(now);
  const identities = [{ openid: 'villager-1', label: '选民', role: 'voter', township: 'bh' }];
  const preview = await createPreview({
    root: root ?? ROOT,
    identities,
    posters: [],
    control: false,
    clock,
    ...(root === undefined && { compile: made.compile }),
  });
  const answer = async (name: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { action, input } = JSON.parse(await readText(request)) as { action: string; input: unknown };
    calls.push(`${name}.${action}`);
    const table = (replies[name as FunctionName] ?? {}) as Record<string, Reply<keyof Functions, never>>;
    const reply = table[action] ?? ({ ok: false, code: 'internal' } as const);
    if (reply === 'silent') return;
    if (reply === 'no-network') {
      const call = `${name}.${action}`;
      tries.set(call, (tries.get(call) ?? 0) + 1);
      request.socket.destroy();
      return;
    }
    const result = typeof reply === 'function' ? reply(input as never) : reply;
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ result }));
  };
  /** A file is taken and forgotten. */
  const takeFile = (path: string, request: IncomingMessage, response: ServerResponse): void => {
    request.resume();
    const said = path === UPLOAD ? { url: '/uploaded', fileID: 'cloud://local.bucket/file' } : {};
    response.setHeader('content-type', 'application/json').end(JSON.stringify(said));
  };
  const server = createServer((request, response) => {
    const { url: path = '' } = request;
    if (path === UPLOAD || path === '/uploaded') {
      takeFile(path, request, response);
      return;
    }
    const invoked = /^\/invoke\/(\w+)$/.exec(path)?.[1];
    if (invoked !== undefined) {
      pending++;
      void answer(invoked, request, response).finally(() => pending--);
    } else
      void preview.handle(request, response).then((handled) => {
        if (!handled) response.writeHead(404).end();
      });
  });
  // A browser sends a call again by itself where a connection that it kept was cut: that try would be counted.
  server.maxRequestsPerSocket = 1;
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    calls,
    pending: () => pending + [...tries.values()].filter((tried) => tried % TRIES !== 0).length,
    setReplies(next) {
      tries.clear();
      replies = next;
    },
    async close() {
      await preview.close();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
