/**
 * Names and phones are encrypted field by field (AES-256-GCM, key by id) and found by keyed hash.
 * Keys come from the environment: FIELD_KEYS = {"current":"k1","keys":{"k1":"<base64, 32 bytes>"},"hash":"k1"}.
 * `hash` names the key for keyed hashes, which never changes, or every account would be somebody else's: of several
 * keys it must be named, of one alone it is that one. A new key is added and made `current`; the old ones stay.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

interface KeyRing {
  current: string;
  keys: ReadonlyMap<string, Buffer>;
  hashKey: Buffer;
}

const BASE32 = '0123456789abcdefghjkmnpqrstvwxyz';
let ring: KeyRing | undefined;
let ringSource: string | undefined;

function readKeyRing(): KeyRing {
  const raw = process.env['FIELD_KEYS'];
  if (ring && raw === ringSource) return ring;
  if (!raw) throw new Error('FIELD_KEYS is not set: no names or phones can be stored');
  const parsed = JSON.parse(raw) as { current: string; keys: Record<string, string>; hash?: string };
  const keys = new Map(Object.entries(parsed.keys).map(([id, key]) => [id, Buffer.from(key, 'base64')]));
  for (const [id, key] of keys) if (key.length !== 32) throw new Error(`key ${id} has not 32 bytes`);
  if (parsed.hash === undefined && keys.size > 1)
    throw new Error('FIELD_KEYS holds several keys and does not say which of them is `hash`');
  const hashId = parsed.hash ?? parsed.current;
  const root = keys.get(hashId);
  if (!keys.has(parsed.current) || !root) throw new Error('FIELD_KEYS names a key that it does not hold');
  ring = {
    current: parsed.current,
    keys,
    hashKey: Buffer.from(hkdfSync('sha256', root, '', 'field-hash', 32)),
  };
  ringSource = raw;
  return ring;
}

/** For the start of a function: a ring that cannot be read stops it there, not at the first name. */
export function checkKeys(): void {
  if (process.env['FIELD_KEYS']) readKeyRing();
}

/** `<key id>.<iv>.<tag>.<text>`, each base64url. Encrypting the same text twice gives two values. */
export function encryptField(plain: string): string {
  const { current, keys } = readKeyRing();
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keys.get(current) as Buffer, iv);
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return [
    current,
    iv.toString('base64url'),
    cipher.getAuthTag().toString('base64url'),
    body.toString('base64url'),
  ].join('.');
}

/** Four parts as encryptField makes them: a vector of 12 and a tag of 16 bytes. */
const ENCRYPTED = /^[A-Za-z0-9_-]{1,20}\.[A-Za-z0-9_-]{16}\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]*$/;

/** Whether it has the form of an encrypted value; nobody types that by chance. */
export function isEncrypted(stored: string): boolean {
  return ENCRYPTED.test(stored);
}

/** Throws when the value was altered or its key is not in the ring. */
export function decryptField(stored: string): string {
  const [id, iv, tag, body] = stored.split('.');
  const key = readKeyRing().keys.get(id ?? '');
  if (!key || iv === undefined || tag === undefined || body === undefined)
    throw new Error('unknown field key');
  // A shortened tag would be accepted without this, and could be guessed.
  const options = { authTagLength: 16 };
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url'), options);
  decipher.setAuthTag(Buffer.from(tag, 'base64url'));
  const open = decipher.update(Buffer.from(body, 'base64url'));
  // Adds nothing in this mode, and throws where the tag is another one.
  decipher.final();
  return open.toString('utf8');
}

/**
 * Keyed hash of the parts, in letters and digits that may serve as a field name or an id and cannot be
 * mistaken when read aloud (no i, l, o, u). 5 bits a letter; at most 51 letters.
 */
export function hashParts(parts: readonly string[], letters = 16): string {
  const mac = createHmac('sha256', readKeyRing().hashKey).update(JSON.stringify(parts)).digest();
  let text = '';
  for (let bit = 0; text.length < letters; bit += 5) {
    const pair = ((mac[bit >> 3] ?? 0) << 8) | (mac[(bit >> 3) + 1] ?? 0);
    text += BASE32[(pair >> (11 - (bit & 7))) & 31] ?? '';
  }
  return text;
}

/** The same for a code that is printed and typed again: without 0 and 1 too, which are taken for O, I and L. */
export function codeOfParts(parts: readonly string[], letters: number): string {
  const spare = 4 * letters;
  return hashParts(parts, Math.min(spare, 51)).replace(/[01]/g, '').slice(0, letters);
}

/** One call asks for its caller several times. */
let lastAccount: { ring: KeyRing; openid: string; account: string } | undefined;

/** An account's name inside documents: the openid itself appears only where a message must be sent to it. */
export function accountOf(openid: string): string {
  const of = readKeyRing();
  if (lastAccount?.ring !== of || lastAccount.openid !== openid)
    lastAccount = { ring: of, openid, account: hashParts(['account', openid]) };
  return lastAccount.account;
}
