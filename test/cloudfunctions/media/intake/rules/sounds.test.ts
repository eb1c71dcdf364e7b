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
