/** What a sound is by its first bytes, and a sound without what its recorder wrote about place and person. */
type SoundKind = 'mp3' | 'aac' | 'm4a' | 'wav';

const ID3_HEAD = 10;
const ID3_TAIL = 128;

/** Length of an ID3v2 tag at the front: its size stands in four bytes of seven bits. */
function tagLength(bytes: Uint8Array): number {
  if (latin(bytes, 0, 3) !== 'ID3' || bytes.length < ID3_HEAD) return 0;
  const size = bytes.subarray(6, 10).reduce((sum, byte) => (sum << 7) | (byte & 0x7f), 0);
  return ID3_HEAD + size;
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}

/** An MPEG frame begins with eleven ones; layer 0 is ADTS, in which AAC travels. */
function frameKind(bytes: Uint8Array): SoundKind | undefined {
  const [first = 0, second = 0] = bytes;
  if (first !== 0xff || (second & 0xe0) !== 0xe0) return undefined;
  return (second & 0xf6) === 0xf0 ? 'aac' : 'mp3';
}

export function soundKind(bytes: Uint8Array): SoundKind | undefined {
  if (latin(bytes, 0, 4) === 'RIFF' && latin(bytes, 8, 12) === 'WAVE') return 'wav';
  if (latin(bytes, 4, 8) === 'ftyp') return 'm4a';
  const tag = tagLength(bytes);
  // Some recorders write a tag and no sound after it.
  if (tag >= bytes.length) return undefined;
  return frameKind(bytes.subarray(tag));
}

/** Boxes of an MP4 that hold others, down to where `udta` and `meta` (title, place, device) lie. */
const OUTER: ReadonlySet<string> = new Set(['moov', 'trak']);
const TOLD: ReadonlySet<string> = new Set(['udta', 'meta', 'uuid']);

/** Such a box becomes `free`, zeros within: nothing else moves, so that every offset stays right. */
function clearBoxes(bytes: Uint8Array, from: number, to: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = from; at + 8 <= to;) {
    const said = view.getUint32(at);
    const end = said === 0 ? to : at + said;
    const type = latin(bytes, at + 4, at + 8);
    // A length of 64 bits (1) belongs to the sound itself, which comes last or stays as it is.
    if (said === 1 || end <= at + 7 || end > to) return;
    if (OUTER.has(type)) clearBoxes(bytes, at + 8, end);
    else if (TOLD.has(type)) {
      bytes.set([0x66, 0x72, 0x65, 0x65], at + 4);
      bytes.fill(0, at + 8, end);
    }
    at = end;
  }
}

/** Chunks of a WAVE but those that are the sound are left out. */
function bareWave(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [];
  for (let at = 12; at + 8 <= bytes.length;) {
    const end = Math.min(bytes.length, at + 8 + view.getUint32(at + 4, true));
    const padded = Math.min(bytes.length, end + (end % 2));
    if (['fmt ', 'data', 'fact'].includes(latin(bytes, at, at + 4))) kept.push(bytes.subarray(at, padded));
    at = Math.max(padded, at + 8);
  }
  const size = kept.reduce((sum, { length }) => sum + length, 12);
  const bare = new Uint8Array(size);
  bare.set(bytes.subarray(0, 12));
  new DataView(bare.buffer).setUint32(4, size - 8, true);
  let at = 12;
  for (const chunk of kept) {
    bare.set(chunk, at);
    at += chunk.length;
  }
  return bare;
}

/** The same sound without tags. */
export function bareSound(bytes: Uint8Array, kind: SoundKind): Uint8Array {
  if (kind === 'wav') return bareWave(bytes);
  if (kind === 'm4a') {
    const copy = Uint8Array.from(bytes);
    clearBoxes(copy, 0, copy.length);
    return copy;
  }
  const tail = latin(bytes, bytes.length - ID3_TAIL, bytes.length - ID3_TAIL + 3) === 'TAG' ? ID3_TAIL : 0;
  return bytes.subarray(tagLength(bytes), bytes.length - tail);
}
