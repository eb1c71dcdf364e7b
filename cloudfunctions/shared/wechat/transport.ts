/** One request and what came back; knows nothing of tokens and codes. */
import { refusal, type WechatRefusal } from './errors';

const HOST = 'https://api.weixin.qq.com';
/** A call that takes longer (ms) has gone wrong; the environment may say otherwise (WECHAT_TIMEOUT_MS). */
const TIMEOUT_MS = 5_000;
/** Pictures and recordings, up to 10 MB. */
const UPLOAD_TIMEOUT_MS = 15_000;

/** Faults before a single byte of the request has left: the call cannot have been carried out. */
const NOTHING_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

export interface Upload {
  readonly field: 'media';
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface Request {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Sent as JSON in real UTF-8; a body with `\uXXXX` in place of Chinese is refused or shown as it is. */
  readonly body?: object;
  readonly upload?: Upload;
}

/** JSON where the answer is JSON, else the bytes with their type: a code's picture is answered as it is. */
export type Reply =
  | { readonly ok: true; readonly json: Readonly<Record<string, unknown>> }
  | { readonly ok: true; readonly bytes: Buffer; readonly type: string }
  | WechatRefusal;

/** The environment says where WeChat is; the local run points at its own. */
function addressOf({ path, query }: Request): string {
  const base = process.env['WECHAT_API'] || HOST;
  return `${base.replace(/\/+$/, '')}${path}?${new URLSearchParams(query).toString()}`;
}

function timeoutMs(): number {
  return Number(process.env['WECHAT_TIMEOUT_MS']) || TIMEOUT_MS;
}

function initOf({ body, upload }: Request): RequestInit {
  if (upload) {
    const form = new FormData();
    form.append(upload.field, new Blob([Buffer.from(upload.bytes)], { type: upload.type }), upload.name);
    return { method: 'POST', body: form, signal: AbortSignal.timeout(UPLOAD_TIMEOUT_MS) };
  }
  const signal = AbortSignal.timeout(timeoutMs());
  if (!body) return { method: 'GET', signal };
  const headers = { 'content-type': 'application/json; charset=utf-8' };
  return { method: 'POST', headers, body: JSON.stringify(body), signal };
}

interface Fault {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly cause?: unknown;
  /** One for each address that was tried. */
  readonly errors?: readonly unknown[];
}

function codeOf(error: unknown): string {
  const { code, cause, errors } = (error ?? {}) as Fault;
  if (typeof code === 'string') return code;
  const inner = errors?.[0] ?? cause;
  return inner === undefined ? '' : codeOf(inner);
}

function toFault(error: unknown): WechatRefusal {
  if ((error as Fault).name === 'TimeoutError') return refusal('timeout', true);
  return refusal('unreachable', !NOTHING_SENT.has(codeOf(error)));
}

async function read(response: Response): Promise<Reply> {
  // A gateway's page: nobody knows whether what is behind it was reached.
  if (!response.ok) return refusal('unreachable', true);
  const type = response.headers.get('content-type') ?? '';
  const bytes = Buffer.from(await response.arrayBuffer());
  if (/^(image|audio|video)\//.test(type)) return { ok: true, bytes, type };
  try {
    const json: unknown = JSON.parse(bytes.toString('utf8'));
    if (json === null || typeof json !== 'object' || Array.isArray(json)) return refusal('bad-answer', true);
    return { ok: true, json: json as Record<string, unknown> };
  } catch {
    return refusal('bad-answer', true);
  }
}

export async function exchange(request: Request): Promise<Reply> {
  const address = addressOf(request);
  try {
    return await read(await fetch(address, initOf(request)));
  } catch (error) {
    // The error's own text can hold the address, and that holds the token.
    return toFault(error);
  }
}
