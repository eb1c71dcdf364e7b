import { sampleSound } from '../../../../support/sample-files';
import { bareSound, soundKind } from '../../../../../cloudfunctions/media/intake/rules/sounds';

const latin = (text: string) => Buffer.from(text, 'latin1');
const length = (size: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(size);
  return bytes;
};
const box = (type: string, body: Buffer) => Buffer.concat([length(body.length + 8), latin(type), body]);
const frame = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x00]), latin('sound')]);
/** A whole frame: 128 kilobits, 44,100 samples, 417 bytes. */
const mpeg = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x00]), Buffer.alloc(413, 7)]);
const tag = (words: string) =>
  Buffer.concat([latin('ID3\u0004\u0000\u0000'), Buffer.from([0, 0, 0, words.length]), latin(words)]);

const chunk = (id: string, body: Buffer) => {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(body.length);
  return Buffer.concat([latin(id), size, body, Buffer.alloc(body.length % 2)]);
};
const wave = (...chunks: Buffer[]) => {
  const body = Buffer.concat([latin('WAVE'), ...chunks]);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(body.length);
  return Buffer.concat([latin('RIFF'), size, body]);
};
const m4a = Buffer.concat([
  box('ftyp', latin('M4A ')),
  box('moov', Buffer.concat([box('mvhd', latin('head')), box('udta', latin('canary-place'))])),
  box('mdat', latin('sound')),
]);

it.each([
  ['mp3', frame],
  ['mp3', Buffer.concat([tag('canary'), frame])],
  ['aac', sampleSound('what was said')],
  ['aac', Buffer.concat([sampleSound('what'), sampleSound('was said')])],
  ['mp3', Buffer.concat([tag('canary'), tag('picture'), Buffer.alloc(30), mpeg, mpeg])],
  ['mp3', mpeg.subarray(0, 100)],
  ['m4a', m4a],
  ['wav', wave(chunk('fmt ', latin('x')), chunk('data', latin('sound')))],
])('is %s by its content', (kind, bytes) => {
  expect(soundKind(bytes)).toBe(kind);
});

it.each([
  ['nothing', Buffer.alloc(0)],
  ['a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
  ['a page', latin('<html>')],
  ['a tag and no sound', tag('only words')],
  ['words in UTF-16', Buffer.from([0xff, 0xfe, 0x41, 0x00, 0x42, 0x00])],
  ['nothing but ones', Buffer.alloc(900, 0xff)],
  ['a frame’s head before a page', Buffer.concat([mpeg.subarray(0, 4), latin('<html>'.repeat(200))])],
  [
    'a photo in the boxes of a sound',
    Buffer.concat([box('ftyp', latin('heic\0\0\0\0mif1heic')), box('mdat', latin('x'))]),
  ],
  [
    'a film',
    Buffer.concat([
      box('ftyp', latin('isom')),
      box('moov', box('trak', box('mdia', box('hdlr', latin('\0\0\0\0\0\0\0\0vide'))))),
    ]),
  ],
  ['a wave without sound', wave()],
])('%s is no sound', (_what, bytes) => {
  expect(soundKind(bytes)).toBeUndefined();
});

it('loses tags at both ends, and keeps the sound', () => {
  const tail = Buffer.concat([latin('TAG'), Buffer.alloc(125, 'canary')]);
  expect(Buffer.from(bareSound(Buffer.concat([tag('canary'), frame, tail]), 'mp3'))).toEqual(frame);
  expect(Buffer.from(bareSound(frame, 'mp3'))).toEqual(frame);
  const foot = Buffer.alloc(32);
  foot.write('APETAGEX');
  foot.writeUInt32LE(32 + 6, 12);
  const both = Buffer.concat([tag('canary'), tag('canary'), frame, latin('canary'), foot, tail]);
  expect(Buffer.from(bareSound(both, 'mp3'))).toEqual(frame);
});

it('an m4a keeps its length and every offset; what it told is zeros', () => {
  const bare = Buffer.from(bareSound(m4a, 'm4a'));
  expect(bare).toHaveLength(m4a.length);
  expect(bare.toString('latin1')).not.toContain('canary');
  expect(bare.indexOf('sound')).toBe(m4a.indexOf('sound'));
  expect(m4a.toString('latin1')).toContain('canary');
});

it('a wave keeps what is sound, with its new length', () => {
  const parts = [
    chunk('fmt ', latin('form')),
    chunk('LIST', latin('canary-place')),
    chunk('data', latin('sound')),
  ];
  const [form, , data] = parts;
  expect(Buffer.from(bareSound(wave(...parts), 'wav'))).toEqual(
    wave(form ?? Buffer.alloc(0), data ?? Buffer.alloc(0)),
  );
});

/** The head of an MPEG frame: version 3 is MPEG 1, 2 is MPEG 2, 0 is 2.5; layer 1 is III, 2 is II, 3 is I. */
const mpegHead = (version: number, layer: number, rate: number, samples: number, padding = 0) =>
  Buffer.from([0xff, 0xe1 | (version << 3) | (layer << 1), (rate << 4) | (samples << 2) | (padding << 1), 0]);
const framesOf = (head: Buffer, size: number) => {
  const whole = Buffer.concat([head, Buffer.alloc(size - head.length, 7)]);
  return Buffer.concat([whole, whole, whole]);
};

/** Bytes of a frame: 144 (of layer III in MPEG 2 and 2.5: 72) × bits a second / samples a second, and the padding. */
it.each([
  ['MPEG 1 III, 128 kbit/s at 44.1 kHz', mpegHead(3, 1, 9, 0), 417],
  ['the same with a byte of padding', mpegHead(3, 1, 9, 0, 1), 418],
  ['MPEG 1 III, 320 kbit/s at 48 kHz', mpegHead(3, 1, 14, 1), 960],
  ['MPEG 1 II, 192 kbit/s at 48 kHz', mpegHead(3, 2, 10, 1), 576],
  ['MPEG 2 III, 64 kbit/s at 22.05 kHz', mpegHead(2, 1, 8, 0), 208],
  ['MPEG 2 II, 64 kbit/s at 24 kHz', mpegHead(2, 2, 8, 1), 384],
  ['MPEG 2.5 III, 16 kbit/s at 8 kHz', mpegHead(0, 1, 2, 2), 144],
])('one frame follows where the other ends: %s', (_what, head, size) => {
  expect(soundKind(framesOf(head, size))).toBe('mp3');
  expect(soundKind(framesOf(head, size + 1))).toBeUndefined();
});

it.each([
  ['a version that is none', mpegHead(1, 1, 9, 0)],
  ['layer I, which a text looks like', mpegHead(3, 3, 9, 0)],
  ['a layer that is none', Buffer.from([0xff, 0xe1, 0x90, 0])],
  ['a rate that its head leaves open', mpegHead(3, 1, 0, 0)],
  ['a rate that is none', mpegHead(3, 1, 15, 0)],
  ['samples that are none', mpegHead(3, 1, 9, 3)],
  ['ten ones in the place of eleven', Buffer.from([0xff, 0xdb, 0x90, 0])],
  ['a first byte that is not all ones', Buffer.from([0xfe, 0xfb, 0x90, 0])],
])('%s makes no frame, even as the last', (_what, head) => {
  expect(soundKind(Buffer.concat([head, Buffer.alloc(40, 7)]))).toBeUndefined();
});

/** ADTS: a frame that says its own length; index of samples 4 is 44.1 kHz. */
const adts = (samples: number, size: number) =>
  Buffer.from([0xff, 0xf1, 0x40 | (samples << 2), size >> 11, (size >> 3) & 0xff, ((size & 7) << 5) | 0x1f]);

it('AAC needs samples that there are, and room for its own head', () => {
  const alone = (head: Buffer) => soundKind(Buffer.concat([head, Buffer.from([0xfc])]));
  expect([adts(4, 7), adts(12, 200)].map(alone)).toEqual(['aac', 'aac']);
  expect([adts(13, 200), adts(4, 6)].map(alone)).toEqual([undefined, undefined]);
});

it('one frame is another’s end only of its kind', () => {
  const first = Buffer.concat([adts(4, 40), Buffer.alloc(34)]);
  expect(soundKind(Buffer.concat([first, mpegHead(3, 1, 9, 0), Buffer.alloc(20)]))).toBeUndefined();
});

it('a tag that is cut off, or nothing but its room, is no sound', () => {
  expect(soundKind(latin('ID3\u0004\u0000\u0000\u0000'))).toBeUndefined();
  expect(soundKind(Buffer.concat([tag('only words'), Buffer.alloc(60)]))).toBeUndefined();
  expect(soundKind(tag(''))).toBeUndefined();
});

it.each(['heic', 'heix', 'hevc', 'mif1', 'msf1', 'avif', 'avis'])(
  'a picture of brand %s is no sound',
  (brand) => {
    expect(soundKind(Buffer.concat([box('ftyp', latin(brand)), box('mdat', latin('x'))]))).toBeUndefined();
  },
);

it('a track to hear is no film, nor is a handler spoken of elsewhere', () => {
  const handler = (what: string) => box('hdlr', latin(`\0\0\0\0\0\0\0\0${what}`));
  const file = (...parts: Buffer[]) => Buffer.concat([box('ftyp', latin('M4A ')), ...parts]);
  expect(soundKind(file(box('moov', handler('soun'))))).toBe('m4a');
  expect(soundKind(file(box('mdat', latin('hear what vide means'))))).toBe('m4a');
  expect(soundKind(file(box('moov', handler('vide'))))).toBeUndefined();
});

it('what is a WAVE says both that it is a RIFF and that it is a WAVE', () => {
  const sound = wave(chunk('fmt ', latin('form')), chunk('data', latin('sound')));
  const other = (at: number, words: string) => {
    const copy = Buffer.from(sound);
    copy.write(words, at, 'latin1');
    return copy;
  };
  expect([other(0, 'LIST'), other(8, 'WEBP')].map(soundKind)).toEqual([undefined, undefined]);
});

describe('what a recorder tells in an m4a', () => {
  const told = (...boxes: Buffer[]) =>
    Buffer.from(bareSound(Buffer.concat([box('ftyp', latin('M4A ')), ...boxes]), 'm4a')).toString('latin1');

  it.each([
    ['of a track', box('moov', box('trak', box('udta', latin('canary'))))],
    ['of the whole', box('moov', box('meta', latin('canary')))],
    ['beside the film’s head', box('meta', latin('canary'))],
    ['in a box of its own maker', box('uuid', latin('canary'))],
    ['in a box that reaches to the end', Buffer.concat([length(0), latin('udta'), latin('canary')])],
  ])('is nowhere: %s', (_where, boxes) => {
    const bare = told(boxes);
    expect(bare).not.toMatch(/canary|udta|meta|uuid/);
    expect(bare).toContain('free');
  });

  it('is gone though it is the last and empty, and what is sound stays', () => {
    const bare = told(box('mdat', latin('sound')), box('udta', Buffer.alloc(0)));
    expect(bare).toContain('sound');
    expect(bare.endsWith('free')).toBe(true);
  });

  it.each([
    ['says a length of 64 bits', Buffer.concat([length(1), latin('udta'), latin('sound-sound')])],
    ['is shorter than its own head', Buffer.concat([length(7), latin('udta'), latin('sound-sound')])],
    ['is longer than what there is', Buffer.concat([length(400), latin('udta'), latin('sound-sound')])],
  ])('a box that %s stays as it is, with all behind it', (_what, odd) => {
    expect(told(odd)).toContain('udtasound-sound');
  });
});

it('a wave keeps the count of its samples, and a chunk that is cut off as far as it goes', () => {
  const parts = [chunk('fmt ', latin('form')), chunk('fact', latin('1234')), chunk('data', Buffer.alloc(0))];
  expect(Buffer.from(bareSound(wave(...parts), 'wav'))).toEqual(wave(...parts));
  const whole = wave(chunk('fmt ', latin('form')), chunk('data', latin('sound-sound')));
  const cut = Buffer.from(bareSound(whole.subarray(0, -6), 'wav'));
  expect(cut.toString('latin1')).toMatch(/sound-$/);
  expect(cut.readUInt32LE(4)).toBe(cut.length - 8);
});

describe('what stands behind a sound', () => {
  const foot = (size: number, flags = 0) => {
    const bytes = Buffer.alloc(32);
    bytes.write('APETAGEX');
    bytes.writeUInt32LE(size, 12);
    bytes.writeUInt32LE(flags, 20);
    return bytes;
  };
  const bare = (...parts: Buffer[]) => Buffer.from(bareSound(Buffer.concat([frame, ...parts]), 'mp3'));

  it('goes with its own head where it says that it has one', () => {
    const head = Buffer.concat([latin('APETAGEX'), Buffer.alloc(24)]);
    expect(bare(head, latin('canary'), foot(38, 0x80000000))).toEqual(frame);
  });

  it('is the sound itself where it only looks like a tag', () => {
    expect(bare(latin('TAG'))).toEqual(Buffer.concat([frame, latin('TAG')]));
  });

  it('takes no more than there is', () => {
    expect(bare(foot(90_000))).toHaveLength(0);
  });

  it('is a tag even where it is all', () => {
    expect(Buffer.from(bareSound(foot(32), 'mp3'))).toHaveLength(0);
  });
});
