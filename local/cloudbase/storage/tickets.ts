import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord, parseJson } from '../http';

/** What a signed storage address allows. */
export interface Ticket {
  readonly allows: 'put' | 'get';
  readonly path: string;
  /** The uploader's openid, empty for functions and for reading. */
  readonly owner: string;
  /** Epoch milliseconds of the virtual clock. */
  readonly expiresAt: number;
}

/** Signs and reads tickets with a key of the data folder, so that addresses survive a restart. */
export class Tickets {
  readonly #key: Buffer;

  constructor(dir: string) {
    mkdirSync(dir, { recursive: true });
    const file = join(dir, 'signing-key');
    if (!existsSync(file)) writeFileSync(file, randomBytes(32), { mode: 0o600 });
    this.#key = readFileSync(file);
  }

  /** URL-safe without any escape: the SDK escapes an address once more before it downloads. */
  sign(ticket: Ticket): string {
    const payload = Buffer.from(JSON.stringify(ticket)).toString('base64url');
    return `${payload}.${this.#mac(payload).toString('base64url')}`;
  }

  /** Undefined for anything that was not signed here; says nothing about expiry. */
  read(text: string): Ticket | undefined {
    const [payload = '', mac = ''] = text.split('.');
    const given = Buffer.from(mac, 'base64url');
    const right = this.#mac(payload);
    if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
    const ticket = parseJson(Buffer.from(payload, 'base64url').toString('utf8'))?.value;
    return isRecord(ticket) ? (ticket as unknown as Ticket) : undefined;
  }

  #mac(payload: string): Buffer {
    return createHmac('sha256', this.#key).update(payload).digest();
  }
}
