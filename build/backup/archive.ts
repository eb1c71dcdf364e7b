/**
 * The archive: one canonical JSON text, packed (gzip) and encrypted (AES-256-GCM) with a key of its own. The head says
 * which key ring and which app the ids were reckoned with, so that a restore into another is refused.
 */
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';

const MAGIC = Buffer.from('DJZJ1\n');
const SALT_BYTES = 16;
const IV_BYTES = 12;
const TAG_BYTES = 16;

export interface Head {
  /** Of the stored forms. */
  version: number;
  appid: string;
  /** Digest of the key by which ids are reckoned. */
  hashKey: string;
}

export interface Content {
  head: Head;
  /** Collection → documents, both in order. */
  collections: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  /** File id → bytes as base64. */
  files: Readonly<Record<string, string>>;
}

/** Fields in alphabetical order at every depth: the same content is the same text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${fields.map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`).join()}}`;
}

function keyOf(secret: string, salt: Buffer): Buffer {
  const key = Buffer.from(secret, 'base64');
  if (key.length !== 32) throw new Error('BACKUP_KEY 要是 32 字节的 base64');
  return Buffer.from(hkdfSync('sha256', key, salt, 'backup', 32));
}

export function seal(content: object, secret: string): Buffer {
  const [salt, iv] = [randomBytes(SALT_BYTES), randomBytes(IV_BYTES)];
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, salt), iv);
  const packed = gzipSync(canonical(content));
  const sealed = Buffer.concat([cipher.update(packed), cipher.final()]);
  return Buffer.concat([MAGIC, salt, iv, cipher.getAuthTag(), sealed]);
}

/** @throws for another key, a damaged or a cut-off file */
export function unseal(bytes: Buffer, secret: string): Content {
  if (!bytes.subarray(0, MAGIC.length).equals(MAGIC)) throw new Error('这不是备份文件');
  let at = MAGIC.length;
  const take = (count: number) => bytes.subarray(at, (at += count));
  const [salt, iv, tag] = [take(SALT_BYTES), take(IV_BYTES), take(TAG_BYTES)];
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret, salt), iv);
  decipher.setAuthTag(tag);
  try {
    const packed = Buffer.concat([decipher.update(bytes.subarray(at)), decipher.final()]);
    return JSON.parse(gunzipSync(packed).toString('utf8')) as Content;
  } catch {
    throw new Error('打不开：BACKUP_KEY 不对，或者文件坏了');
  }
}

/** The same for the same content, whenever it was sealed. */
export function digestOf(content: object): string {
  return createHash('sha256').update(canonical(content)).digest('hex');
}

/** Ids of files that documents name in clear. */
export function filesIn(collections: Content['collections']): string[] {
  const found =
    canonical(collections).match(/cloud:\/\/[A-Za-z0-9-]+\.[A-Za-z0-9-]+\/[A-Za-z0-9_./~-]+/g) ?? [];
  return [...new Set(found)].sort();
}
