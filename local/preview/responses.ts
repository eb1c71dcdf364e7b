import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
  '.mp3': 'audio/mpeg',
  '.woff2': 'font/woff2',
};

export function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Buffer,
  cache = 'no-store',
): void {
  const charset = type.startsWith('text/') || type === 'application/json' ? '; charset=utf-8' : '';
  response.writeHead(status, {
    'content-type': `${type}${charset}`,
    'content-length': Buffer.byteLength(body),
    'cache-control': cache,
  });
  response.end(body);
}

const tags = new Map<string, { text: string; tag: string }>();

/** Of this text under this name, made once until the text is another. */
function tagOf(name: string, text: string): string {
  const known = tags.get(name);
  if (known?.text === text) return known.tag;
  const tag = `"${createHash('sha1').update(text).digest('base64url')}"`;
  tags.set(name, { text, tag });
  return tag;
}

/**
 * Sends a text that the browser may keep as long as it is the same: it asks each time. A script that it kept is not parsed
 * again either, which is most of what opening the phone costs.
 */
export function sendKept(
  request: IncomingMessage,
  response: ServerResponse,
  { name, type, text }: { name: string; type: string; text: string },
): void {
  const etag = tagOf(name, text);
  response.setHeader('etag', etag);
  if (request.headers['if-none-match'] === etag)
    response.writeHead(304, { 'cache-control': 'no-cache' }).end();
  else send(response, 200, type, text, 'no-cache');
}

/** Sends a picture or sound of the mini-program's package; never a source file, never one outside the folder. */
export function sendFile(response: ServerResponse, folder: string, path: string): void {
  const file = normalize(join(folder, path));
  const type = TYPES[extname(file).toLowerCase()];
  const inside = file.startsWith(`${folder}${sep}`);
  if (!type || !inside || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
    send(response, 404, 'text/plain', 'no such file');
    return;
  }
  send(response, 200, type, readFileSync(file));
}

const BODY_LIMIT_BYTES = 200_000;

export async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > BODY_LIMIT_BYTES) throw new Error('the request is too large');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
