import type { IncomingMessage, ServerResponse } from 'node:http';
import { randomUUID } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { type FileRecord, FileTooLarge } from './files';
import type { Storage } from './storage';
import type { Ticket } from './tickets';

/** Chosen here; no figure of the real limit was found. */
export const FILE_LIMIT_BYTES = 50 * 1024 * 1024;

/** `/storage/upload/<ticket>` takes a PUT, `/storage/file/<ticket>/<name>` answers GET and HEAD. */
export async function handleStorage(
  storage: Storage,
  steps: readonly string[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [kind = '', text = ''] = steps;
  const { method = '' } = request;
  const ticket = storage.tickets.read(text);
  const wanted = kind === 'upload' ? 'put' : 'get';
  if (!ticket || ticket.allows !== wanted) {
    sendXml(response, 403, 'SignatureDoesNotMatch', 'The address was not signed by this storage.');
  } else if (ticket.expiresAt <= storage.now()) {
    sendXml(response, 403, 'AccessDenied', 'Request has expired');
  } else if (kind === 'upload' && method === 'PUT') {
    await upload(storage, ticket, request, response);
  } else if (kind === 'file' && (method === 'GET' || method === 'HEAD')) {
    await download(storage, ticket, request, response);
  } else {
    sendXml(response, 405, 'MethodNotAllowed', 'The method is not allowed here.');
  }
}

/** The storage's own form of an error; the SDK parses it after an upload. */
function sendXml(response: ServerResponse, status: number, code: string, message: string): void {
  const id = randomUUID();
  const text =
    "<?xml version='1.0' encoding='utf-8' ?>\n" +
    `<Error><Code>${code}</Code><Message>${message}</Message><Resource>/</Resource>` +
    `<RequestId>${id}</RequestId><TraceId>${id}</TraceId></Error>`;
  response.writeHead(status, { 'content-type': 'application/xml', connection: 'close' });
  response.end(text);
}

async function upload(
  storage: Storage,
  { path, owner }: Ticket,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const before = storage.files.find(path);
  // Between ticket and bytes another account may have taken the path.
  if (owner !== '' && before && before.owner !== owner) {
    sendXml(response, 403, 'AccessDenied', 'The file belongs to another account.');
    return;
  }
  const contentType = request.headers['content-type'] ?? typeOf(path);
  try {
    const { etag } = await storage.files.save(request, { path, owner, contentType }, FILE_LIMIT_BYTES);
    response.writeHead(200, { etag: `"${etag}"`, 'content-length': 0 });
    response.end();
  } catch (error) {
    if (!(error instanceof FileTooLarge)) throw error;
    sendXml(response, 400, 'EntityTooLarge', 'The file is larger than 50 MB.');
  }
}

async function download(
  storage: Storage,
  { path }: Ticket,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const record = storage.files.find(path);
  if (!record) {
    sendXml(response, 404, 'NoSuchKey', 'The specified key does not exist.');
    return;
  }
  const range = readRange(request.headers.range, record.sizeBytes);
  if (range === 'impossible') {
    response.writeHead(416, { 'content-range': `bytes */${String(record.sizeBytes)}` }).end();
    return;
  }
  response.writeHead(range ? 206 : 200, fileHeaders(record, range));
  if (request.method === 'HEAD' || record.sizeBytes === 0) {
    response.end();
    return;
  }
  // A reader that goes away in the middle is no failure of ours.
  await pipeline(storage.files.read(record, range), response).catch(() => response.destroy());
}

interface ByteRange {
  readonly start: number;
  readonly end: number;
}

function fileHeaders(record: FileRecord, range: ByteRange | undefined): Record<string, string | number> {
  const { sizeBytes, contentType, etag } = record;
  const headers: Record<string, string | number> = {
    'content-type': contentType,
    'content-length': range ? range.end - range.start + 1 : sizeBytes,
    etag: `"${etag}"`,
    'accept-ranges': 'bytes',
    'cache-control': 'private, max-age=60',
    // Uploaded bytes are served beside the preview: they must not act as a page of it.
    'content-security-policy': 'sandbox',
    'x-content-type-options': 'nosniff',
    'x-cos-request-id': randomUUID(),
  };
  if (range)
    headers['content-range'] = `bytes ${String(range.start)}-${String(range.end)}/${String(sizeBytes)}`;
  return headers;
}

/** One range, as browsers ask for when they play a recording; several at once are answered whole. */
function readRange(header: string | undefined, sizeBytes: number): ByteRange | 'impossible' | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!match) return undefined;
  const [, first = '', last = ''] = match;
  if (first === '' && last === '') return undefined;
  const start = first === '' ? Math.max(0, sizeBytes - Number(last)) : Number(first);
  const end = first === '' || last === '' ? sizeBytes - 1 : Math.min(Number(last), sizeBytes - 1);
  return start <= end && start < sizeBytes ? { start, end } : 'impossible';
}

const TYPES: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  mp3: 'audio/mpeg',
  aac: 'audio/aac',
  wav: 'audio/wav',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  txt: 'text/plain; charset=utf-8',
};

function typeOf(path: string): string {
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  return TYPES[ending] ?? 'application/octet-stream';
}
