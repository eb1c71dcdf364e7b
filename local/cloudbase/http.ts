import type { IncomingMessage, ServerResponse } from 'node:http';

/** Thrown while a body is read that is longer than its route allows. */
export class BodyTooLarge extends Error {}

export async function readBody(request: IncomingMessage, limitBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limitBytes) throw new BodyTooLarge(`body above ${String(limitBytes)} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  if (response.destroyed || response.headersSent) return;
  const bytes = Buffer.from(JSON.stringify(body));
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': bytes.length,
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(bytes);
}

/** Undefined for a text that is no JSON, so that a route says itself what it then answers. */
export function parseJson(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * True for a request that a program on this machine sent, or a page that this server itself shows. Another web
 * site in a browser here gives itself away by its `Origin`, or by the name it gave to this address.
 */
export function isFromThisMachine(request: IncomingMessage): boolean {
  const host = request.headers.host?.replace(/:\d+$/, '');
  return isLoopback(request.socket.remoteAddress) && isLoopback(host) && isOwnOrigin(request);
}

function isLoopback(address: string | undefined): boolean {
  if (address === undefined) return false;
  const plain = address.startsWith('::ffff:') ? address.slice('::ffff:'.length) : address;
  return plain === 'localhost' || plain === '::1' || plain === '[::1]' || /^127(\.\d{1,3}){3}$/.test(plain);
}

/** False for a request that some other web site makes a browser send. Scripts send no `Origin`. */
export function isOwnOrigin(request: IncomingMessage): boolean {
  const { origin, host } = request.headers;
  return origin === undefined || origin === `http://${host ?? ''}`;
}
