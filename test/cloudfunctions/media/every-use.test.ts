/** Files by what they are for: where the copy lies, what it is called, what is refused, drawn over or deleted. In process. */
import sharp from 'sharp';
import { drawSheet } from '../../../cloudfunctions/media/drawing/draw-sheet';
import { forget } from '../../../cloudfunctions/media/intake/forget';
import type { TakenFile } from '../../../cloudfunctions/media/intake/store';
import { takeIn } from '../../../cloudfunctions/media/intake/take-in';
import { takePaper } from '../../../cloudfunctions/media/intake/take-paper';
import { takePicture } from '../../../cloudfunctions/media/intake/take-picture';
import { ownFolder } from '../../../cloudfunctions/registry/directory/rules/own-folder';
import type { Action, Call } from '../../../cloudfunctions/shared/serve';
import { TEST_FIELD_KEYS } from '../../support/given';
import { rowsOf } from '../../support/memory-database';
import { samplePhoto, sampleSound } from '../../support/sample-files';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);
const mockFiles = new Map<string, Buffer>();
let mockLinks = true;
jest.mock('../../../cloudfunctions/shared/files', () => ({
  readFile: (file: string, most = Infinity) => {
    const bytes = mockFiles.get(file);
    return Promise.resolve(bytes === undefined ? 'gone' : bytes.length > most ? 'large' : bytes);
  },
  storeFile: (path: string, bytes: Buffer) => {
    mockFiles.set(`cloud://e.b/${path}`, bytes);
    return Promise.resolve(`cloud://e.b/${path}`);
  },
  removeFiles: (files: readonly string[]) => {
    for (const file of files) mockFiles.delete(file);
    return Promise.resolve();
  },
  linkFiles: (files: readonly string[]) =>
    Promise.resolve(files.map((file) => (mockLinks ? `https://link/${file}` : ''))),
}));

const NOW = Date.parse('2026-11-23T09:00:00+08:00');
const call = { township: 'bh', account: 'a1', now: NOW } as unknown as Call;
const run = async <I, O>(action: Action<I, O>, input: Omit<I, 'township'>): Promise<O> => {
  const answer = await action.run(call, { township: 'bh', ...input } as unknown as I);
  if (!answer.ok) throw new Error(answer.code);
  return answer.data;
};
let names = 0;
const lay = (bytes: Buffer, folder = 'bh/u/a1', ending = 'jpg') => {
  const file = `cloud://e.b/${folder}/${String(names++)}/1.${ending}`;
  mockFiles.set(file, bytes);
  return file;
};
const taken = () => [...rowsOf('mediafiles').values()] as unknown as TakenFile[];
beforeAll(() => {
  process.env['FIELD_KEYS'] = TEST_FIELD_KEYS;
});
beforeEach(() => {
  rowsOf('mediafiles').clear();
  mockFiles.clear();
  mockLinks = true;
});

test('a photo of a request: its copy is called by its size, known by its hash, and the upload is gone', async () => {
  const file = lay(await samplePhoto('#146c2e', 100));
  const done = (await run(takeIn, { file, use: 'photo' })) as { file: string };
  expect(done.file).toMatch(/^cloud:\/\/e\.b\/bh\/kept\/[0-9a-z]{32}-100x70\.jpg$/);
  expect([...mockFiles.keys()]).toEqual([done.file]);
  const bytes = mockFiles.get(done.file)?.length;
  expect(taken()).toMatchObject([{ township: 'bh', at: NOW, file: done.file, kind: 'jpg', bytes }]);
  expect(taken()[0]?.hash).toMatch(/^[0-9a-f]{64}$/);
  expect(await run(takeIn, { file, use: 'photo' })).toEqual(done);
  expect(taken()).toHaveLength(1);
});

test('of an activity it lies in a folder of its own; a recording is bare sound', async () => {
  const picture = 'f0123456789ab';
  const photo = await run(takeIn, { file: lay(await samplePhoto()), use: 'photo', picture });
  expect((photo as { file: string }).file).toContain(`/bh/activities/${picture}/`);
  const sound = (await run(takeIn, {
    file: lay(sampleSound('hello'), 'bh/u/a1', 'aac'),
    use: 'recording',
  })) as { file: string };
  expect(sound.file).toMatch(/\/bh\/kept\/[0-9a-z]{32}\.\w+$/);
  expect(mockFiles.get(sound.file)?.toString('latin1')).toContain('hello');
});

test.each([
  ['empty', Buffer.alloc(0)],
  ['unreadable', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['large', Buffer.alloc(20_000_001)],
] as const)('what is %s is said, kept as said, and deleted', async (fault, bytes) => {
  const file = lay(bytes);
  expect(await run(takeIn, { file, use: 'photo' })).toEqual({ fault });
  expect(taken()).toMatchObject([{ file: '', fault }]);
  expect(mockFiles.size).toBe(0);
  expect(await run(takeIn, { file, use: 'photo' })).toEqual({ fault });
});

test('a file that is none of a phone’s, or not there, is gone; nothing is written', async () => {
  const other = lay(await samplePhoto(), 'bh/kept');
  expect(await run(takeIn, { file: other, use: 'photo' })).toEqual({ fault: 'gone' });
  expect(await run(takeIn, { file: 'cloud://e.b/bh/u/a1/no.jpg', use: 'photo' })).toEqual({ fault: 'gone' });
  expect([taken(), mockFiles.has(other)]).toEqual([[], true]);
});

test('a picture and a paper are their sender’s alone; the picture comes with a link', async () => {
  const own = ownFolder('bh', 'a1');
  const stranger = lay(await samplePhoto(), 'bh/u/another');
  for (const action of [takePicture, takePaper])
    expect(await action.run(call, { township: 'bh', file: stranger })).toMatchObject({
      code: 'not-your-file',
    });
  const { file, link } = (await run(takePicture, { file: lay(await samplePhoto(), own) })) as {
    file: string;
    link?: string;
  };
  expect(file).toContain('/bh/pictures/a1/');
  expect(link).toBe(`https://link/${file}`);
  mockLinks = false;
  expect(await run(takePicture, { file: lay(await samplePhoto(), own) })).not.toHaveProperty('link');
  expect(await run(takePicture, { file: lay(Buffer.alloc(0), own) })).toEqual({ fault: 'empty' });
  const pdf = lay(Buffer.from('%PDF-1.7\nwords\n%%EOF\n'), own, 'pdf');
  const paper = (await run(takePaper, { file: pdf })) as { file: string };
  expect(paper.file).toMatch(/\/bh\/papers\/[0-9a-z]{32}\.pdf$/);
  expect(mockFiles.get(paper.file)?.toString()).toBe('%PDF-1.7\nwords\n%%EOF\n');
  const scan = (await run(takePaper, { file: lay(await samplePhoto('#112233', 50), own) })) as {
    file: string;
  };
  expect(scan.file).toMatch(/\/bh\/papers\/[0-9a-z]{32}-50x35\.jpg$/);
});

test('small enough for the official account, and never made larger; a photo keeps its longer side', async () => {
  const own = ownFolder('bh', 'a1');
  const sizeOf = async (file: string) => {
    const { width, height, exif } = await sharp(mockFiles.get(file)).metadata();
    return [width, height, exif === undefined];
  };
  const wide = await samplePhoto('#445566', 2_000);
  const picture = (await run(takePicture, { file: lay(wide, own) })) as { file: string };
  expect(await sizeOf(picture.file)).toEqual([1_080, 756, true]);
  const photo = (await run(takeIn, { file: lay(await samplePhoto('#445566', 3_000)), use: 'photo' })) as {
    file: string;
  };
  expect(await sizeOf(photo.file)).toEqual([2_400, 1_680, true]);
  const png = await sharp({ create: { width: 40, height: 30, channels: 4, background: '#ff000080' } })
    .png()
    .toBuffer();
  const seen = (await run(takePicture, { file: lay(png, own, 'png') })) as { file: string };
  expect(seen.file).toMatch(/-40x30\.png$/);
});

describe('a long picture', () => {
  const SVG =
    '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><rect width="20" height="40" fill="#0000ff"/></svg>';
  const colourAt = async (file: string, left: number, top: number) => {
    const { data } = await sharp(mockFiles.get(file))
      .extract({ left, top, width: 1, height: 1 })
      .raw()
      .toBuffer({ resolveWithObject: true });
    return [...data].map((value) => Math.round(value / 255));
  };

  test('is white where nothing is drawn, with each picture in its place; the drawing is deleted', async () => {
    const drawing = lay(Buffer.from(SVG), 'bh/packs', 'svg');
    const red = await sharp({ create: { width: 90, height: 90, channels: 3, background: '#ff0000' } })
      .png()
      .toBuffer();
    const kept = lay(red, 'bh/kept', 'png');
    const foreign = lay(red, 'qs/kept', 'png');
    const at = { top: 10.4, width: 10.2, height: 10.2 };
    const pictures = [
      { picture: kept, left: 30.4, ...at },
      { picture: foreign, left: 45, ...at },
      { picture: 'cloud://e.b/bh/kept/no.jpg', left: 45, ...at },
    ];
    const { file } = await run(drawSheet, { drawing, pictures, name: 'pack0001' });
    expect(file).toBe('cloud://e.b/bh/packs/pack0001.jpg');
    expect(mockFiles.has(drawing)).toBe(false);
    const { width, height, format } = await sharp(mockFiles.get(file)).metadata();
    expect([width, height, format]).toEqual([60, 40, 'jpeg']);
    expect(await colourAt(file, 5, 20)).toEqual([0, 0, 1]);
    expect(await colourAt(file, 35, 15)).toEqual([1, 0, 0]);
    expect(await colourAt(file, 50, 15)).toEqual([1, 1, 1]);
    expect(await colourAt(file, 35, 35)).toEqual([1, 1, 1]);
  });

  test('has codes drawn for what they say', async () => {
    const drawing = lay(
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200"/>'),
      'bh/packs',
      'svg',
    );
    const pictures = [
      { picture: 'code:https://mp.weixin.qq.com/s/a', left: 0, top: 0, width: 200, height: 200 },
    ];
    const { file } = await run(drawSheet, { drawing, pictures, name: 'pack0002' });
    const { channels } = await sharp(mockFiles.get(file)).stats();
    expect(channels[0]?.mean).toBeGreaterThan(60);
    expect(channels[0]?.mean).toBeLessThan(220);
  });

  test('is drawn of nothing but a drawing of ours that is there', async () => {
    for (const drawing of [
      lay(Buffer.from(SVG), 'bh/u/a1', 'svg'),
      lay(Buffer.from(SVG), 'qs/packs', 'svg'),
      'cloud://e.b/bh/packs/no.svg',
    ])
      expect(
        await drawSheet.run(call, { township: 'bh', drawing, pictures: [], name: 'pack0003' }),
      ).toMatchObject({ code: 'not-found' });
  });
});

test('forgotten: copies and uploads of this township with what is known of them, and nothing else', async () => {
  const first = lay(await samplePhoto('#111111'));
  const copy = (await run(takeIn, { file: first, use: 'photo' })) as { file: string };
  const other = (await run(takeIn, { file: lay(await samplePhoto('#222222')), use: 'photo' })) as {
    file: string;
  };
  const upload = lay(Buffer.from('x'));
  const paper = lay(Buffer.from('x'), 'bh/papers', 'pdf');
  const foreign = lay(Buffer.from('x'), 'qs/kept');
  expect(await run(forget, { files: [paper, foreign] })).toEqual({ forgotten: 0 });
  expect(await run(forget, { files: [copy.file, upload, paper, foreign] })).toEqual({ forgotten: 2 });
  expect([...mockFiles.keys()].sort()).toEqual([other.file, paper, foreign].sort());
  expect(taken().map(({ file }) => file)).toEqual([other.file]);
});
