/** From a sheet to its file: where it lies, with which codes in it, and what is told where it cannot be made. */
import { handOut, handOutFile } from '../../../../cloudfunctions/report/documents/hand-out';
import type { Block, Sheet } from '../../../../cloudfunctions/report/documents/rules/sheet';
import type { Picture } from '../../../../cloudfunctions/shared/wechat/call';
import { TEST_FIELD_KEYS } from '../../../support/given';

const mockMade: { sheet: Sheet; pictures: ReadonlyMap<string, Picture> }[] = [];
const mockStored: [string, string][] = [];
let mockLinks: (paths: string[]) => string[];
let mockDraw: (scene: string) => object;
jest.mock('../../../../cloudfunctions/report/documents/print-sheet', () => ({
  printSheet: (sheet: Sheet, pictures: ReadonlyMap<string, Picture>) => {
    mockMade.push({ sheet, pictures });
    return Promise.resolve(Buffer.from('made'));
  },
}));
jest.mock('../../../../cloudfunctions/shared/files', () => ({
  storeFile: (path: string, bytes: Buffer) => {
    mockStored.push([path, bytes.toString()]);
    return Promise.resolve(path);
  },
  linkFiles: (paths: string[]) => Promise.resolve(mockLinks(paths)),
}));
jest.mock('../../../../cloudfunctions/shared/scene-code', () => ({
  drawScene: (scene: string) => Promise.resolve(mockDraw(scene)),
  isDrawn: (drawn: object) => 'bytes' in drawn,
}));

const picture = (words: string): Picture => ({ bytes: Buffer.from(words), type: 'image/png' });
const code = (of: string, scene?: true): Block => ({
  code: of,
  edge: 30,
  beside: [],
  ...(scene && { scene }),
});
const sheetOf = (...blocks: Block[]): Sheet => ({ name: '表', title: '题', foot: '脚', blocks });
const fileOf = async (township: string, sheet: Sheet, photos?: ReadonlyMap<string, Picture>) => {
  const answer = await handOut(township, sheet, photos);
  return answer.ok ? answer.data.file : answer.code;
};

beforeAll(() => {
  process.env['FIELD_KEYS'] = TEST_FIELD_KEYS;
});
beforeEach(() => {
  mockLinks = (paths) => paths.map((path) => `https://${path}`);
  mockDraw = (scene) => picture(scene);
});

it('lies in the township’s folder under what it says: the same once, another elsewhere, another township’s too', async () => {
  const one = await fileOf('bh', sheetOf({ line: '一' }));
  expect(one).toMatch(/^https:\/\/bh\/printed\/[0-9a-z]{26}\.docx$/);
  expect(mockStored.at(-1)).toEqual([one.slice('https://'.length), 'made']);
  expect(await fileOf('bh', sheetOf({ line: '一' }))).toBe(one);
  const others = await Promise.all([
    fileOf('bh', sheetOf({ line: '二' })),
    fileOf('qs', sheetOf({ line: '一' })),
  ]);
  const letters = [one, ...others].map((file) => file.slice(-31));
  expect(new Set(letters).size).toBe(3);
  expect(await handOut('bh', sheetOf())).toMatchObject({ ok: true, data: { name: '表.docx' } });
});

it('has WeChat’s codes of its scenes and the photos it was given, and is another file with other ones', async () => {
  const sheet = sheetOf({ line: '一' }, code('bh.v4', true), code('plain'), { photo: 'f', ratio: 1 });
  const one = await fileOf('bh', sheet, new Map([['f', picture('photo')]]));
  const { pictures } = mockMade.at(-1) ?? { pictures: new Map<string, Picture>() };
  expect([...pictures].map(([name, { bytes }]) => [name, bytes.toString()])).toEqual([
    ['bh.v4', 'bh.v4'],
    ['f', 'photo'],
  ]);
  expect(await fileOf('bh', sheet, new Map([['f', picture('other')]]))).not.toBe(one);
  mockDraw = () => picture('drawn anew');
  expect(await fileOf('bh', sheet, new Map([['f', picture('photo')]]))).not.toBe(one);
});

it('is to be tried again where WeChat draws no code, or nobody links the file', async () => {
  mockDraw = () => ({ code: 45_009 });
  expect(await handOut('bh', sheetOf(code('bh.v4', true)))).toEqual({ ok: false, code: 'busy' });
  expect(await handOut('bh', sheetOf(code('plain')))).toMatchObject({ ok: true });
  for (const links of [[''], []]) {
    mockLinks = () => links;
    expect(await handOut('bh', sheetOf())).toEqual({ ok: false, code: 'busy' });
  }
});

it('a file whose bytes are the same each time lies under these', async () => {
  const file = (bytes: string, type: 'xlsx' | 'csv' = 'csv') => ({
    bytes: Buffer.from(bytes),
    type,
    name: '名单',
  });
  const at = async (...[bytes, words, type]: [string, string?, 'xlsx'?]) => {
    const answer = await handOutFile('bh', file(bytes, type), words);
    return answer.ok ? answer.data : answer;
  };
  const one = await at('一');
  expect(one).toEqual({ file: expect.stringMatching(/\.csv$/) as string, name: '名单.csv' });
  expect(await at('一')).toEqual(one);
  expect(await at('二')).not.toEqual(one);
  expect(await at('一', '话')).toEqual(await at('二', '话'));
  expect(await at('一', '话', 'xlsx')).toEqual({
    file: expect.stringMatching(/\.xlsx$/) as string,
    name: '名单.xlsx',
  });
});
