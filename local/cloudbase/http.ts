import type { IncomingMessage, ServerResponse } from 'node:http';
import { networkInterfaces } from 'node:os';

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

/**
 * Whether a request names this machine as its `Host`: another web site whose name was pointed at this address (DNS
 * rebinding) shows in a browser as its own origin, and gives itself away by that name.
 *
 * @param lan phones of the same network may name an address of this machine
 */
export function isForThisMachine(request: IncomingMessage, lan: boolean): boolean {
  const host = request.headers.host?.replace(/:\d+$/, '');
  return isLoopback(host) || (lan && host !== undefined && ownAddresses().includes(host));
}

function ownAddresses(): string[] {
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return all.map(({ address, family }) => (family === 'IPv6' ? `[${address}]` : address));
}

/** False for a request that some other web site makes a browser send. Scripts send no `Origin`. */
export function isOwnOrigin(request: IncomingMessage): boolean {
  const { origin, host } = request.headers;
  return origin === undefined || origin === `http://${host ?? ''}`;
}
