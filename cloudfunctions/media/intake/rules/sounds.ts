/** What a sound is by its first bytes, and a sound without what its recorder wrote about place and person. */
type SoundKind = 'mp3' | 'aac' | 'm4a' | 'wav';

const ID3_HEAD = 10;
const ID3_TAIL = 128;
const APE_TAIL = 32;
/** A WAVE without any sound. */
const WAVE_HEAD = 12;

/** Length of an ID3v2 tag at `from`: its size stands in four bytes of seven bits. */
function tagLength(bytes: Uint8Array, from: number): number {
  if (latin(bytes, from, from + 3) !== 'ID3' || bytes.length < from + ID3_HEAD) return 0;
  const size = bytes.subarray(from + 6, from + 10).reduce((sum, byte) => (sum << 7) | (byte & 0x7f), 0);
  return ID3_HEAD + size;
}

/** Where the sound begins: behind every tag, some recorders write two, and the zeros that fill up their room. */
function soundStart(bytes: Uint8Array): number {
  let at = 0;
  for (let tag = tagLength(bytes, 0); tag > 0; tag = tagLength(bytes, at)) {
    at += tag;
    while (at < bytes.length && bytes[at] === 0) at++;
  }
  return at;
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}

/** Kilobits a second of MPEG audio by its index: version 1 in layers II and III, and version 2. */
const RATES = {
  second: [32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
  third: [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  low: [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
} as const;
/** Samples a second of version 1; of version 2 half, of 2.5 a quarter as many. */
const SAMPLES = [44_100, 48_000, 32_000];

/** A frame of sound at `at`: which kind, and how long; undefined: none that a player would take. */
function readFrame(bytes: Uint8Array, at: number): { kind: 'mp3' | 'aac'; length: number } | undefined {
  const [first = 0, second = 0, third = 0, fourth = 0, fifth = 0, sixth = 0] = bytes.subarray(at, at + 6);
  // A frame begins with eleven ones.
  if (first !== 0xff || (second & 0xe0) !== 0xe0) return undefined;
  // Layer 0 is ADTS, in which AAC travels.
  if ((second & 0xf6) === 0xf0) {
    const length = ((fourth & 3) << 11) | (fifth << 3) | (sixth >> 5);
    return (third & 0x3c) >> 2 < 13 && length >= 7 ? { kind: 'aac', length } : undefined;
  }
  return readMpeg(second, third);
}

/** Layer I is written by nothing that records, and its head looks like that of a text. */
function readMpeg(second: number, third: number): { kind: 'mp3'; length: number } | undefined {
  const version = (second >> 3) & 3;
  const layer = 4 - ((second >> 1) & 3);
  const isFirst = version === 3;
  const rates = !isFirst ? RATES.low : layer === 2 ? RATES.second : RATES.third;
  const rate = rates[(third >> 4) - 1];
  const samples = SAMPLES[(third >> 2) & 3];
  if (version === 1 || layer === 4 || layer === 1 || rate === undefined || samples === undefined)
    return undefined;
  const perSecond = samples / (isFirst ? 1 : version === 2 ? 2 : 4);
  const bits = layer === 3 && !isFirst ? 72_000 : 144_000;
  return { kind: 'mp3', length: Math.floor((bits * rate) / perSecond) + ((third >> 1) & 1) };
}

/** One frame, and another of its kind where it ends, unless the sound ends there or was cut off. */
function frameKind(bytes: Uint8Array): SoundKind | undefined {
  const frame = readFrame(bytes, 0);
  if (!frame) return undefined;
  const isLast = frame.length + 6 > soundEnd(bytes);
  return isLast || readFrame(bytes, frame.length)?.kind === frame.kind ? frame.kind : undefined;
}

/** Pictures and films lie in the same boxes as sounds: by their first brand, or a track to look at. */
const SEEN_BRANDS: ReadonlySet<string> = new Set(['heic', 'heix', 'hevc', 'mif1', 'msf1', 'avif', 'avis']);

function isFilm(bytes: Uint8Array): boolean {
  if (SEEN_BRANDS.has(latin(bytes, 8, 12))) return true;
  // A handler's box: its name, a version and flags, four zeros, what it handles.
  for (let at = bytes.indexOf(HDLR); at >= 0; at = bytes.indexOf(HDLR, at + 1))
    if (latin(bytes, at, at + 4) === 'hdlr' && latin(bytes, at + 12, at + 16) === 'vide') return true;
  return false;
}

const HDLR = 'h'.charCodeAt(0);

export function soundKind(bytes: Uint8Array): SoundKind | undefined {
  if (latin(bytes, 0, 4) === 'RIFF' && latin(bytes, 8, 12) === 'WAVE')
    return bareWave(bytes).length > WAVE_HEAD ? 'wav' : undefined;
  if (latin(bytes, 4, 8) === 'ftyp') return isFilm(bytes) ? undefined : 'm4a';
  const start = soundStart(bytes);
  // Some recorders write a tag and no sound after it.
  return start >= bytes.length ? undefined : frameKind(bytes.subarray(start));
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
  return bytes.subarray(soundStart(bytes), soundEnd(bytes));
}

/** Where the sound ends: before an ID3v1 tag, and an APE tag before that. */
function soundEnd(bytes: Uint8Array): number {
  const whole = bytes.length;
  const end = latin(bytes, whole - ID3_TAIL, whole - ID3_TAIL + 3) === 'TAG' ? whole - ID3_TAIL : whole;
  const foot = end - APE_TAIL;
  if (foot < 0 || latin(bytes, foot, foot + 8) !== 'APETAGEX') return end;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = (view.getUint32(foot + 20, true) & 0x80000000) === 0 ? 0 : APE_TAIL;
  return Math.max(0, end - view.getUint32(foot + 12, true) - head);
}
