/**
 * A document's words follow from what is drawn and nothing else, so that the same one asked for by many is drawn and read
 * once: two thirds of what a million answers would take.
 */
import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';

export type Draw = (...args: unknown[]) => Promise<Buffer>;

const drawn = new Map<string, Promise<Buffer>>();
const words = new WeakMap<Buffer, string>();

/** Pictures are part of it by their bytes. */
function keyOf(args: unknown): string {
  const text = JSON.stringify(args, (_name, value: unknown) => (value instanceof Map ? [...value] : value));
  return createHash('sha256').update(text).digest('base64');
}

export function drawOnce(draw: Draw): Draw {
  return (...args) => {
    const key = `${draw.name} ${keyOf(args)}`;
    const known = drawn.get(key);
    if (known) return known;
    const made = draw(...args);
    drawn.set(key, made);
    return made;
  };
}

/** Every word of a document. */
export function wordsOf(bytes: Buffer): string {
  const known = words.get(bytes);
  if (known !== undefined) return known;
  const text = Object.entries(unzipSync(new Uint8Array(bytes)))
    .filter(([name]) => name.endsWith('.xml'))
    .map(([, part]) => strFromU8(part).replace(/<[^>]+>/g, ''))
    .join('\n');
  words.set(bytes, text);
  return text;
}
