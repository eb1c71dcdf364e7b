/** An article on its way into the draft box: what is sent, what is noted of it, and what is not sent twice. In process. */
import type {
  ArticleDocument,
  StoredPush,
} from '../../../cloudfunctions/publicity/articles/rules/article-document';
import { encryptField } from '../../../cloudfunctions/shared/cipher';
import type { InProcessCloud } from '../../support/in-process';
import { COVER, kept, layPush, lendKeys, MINUTE, showing, stepOn, type Laid } from './push-desk';
import { compose, lastOf, startWriting, stored } from './writing-desk';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);
/** What WeChat was asked, and what it answers instead of the usual. */
const mockAsked: unknown[][] = [];
let mockAnswers: Record<string, object | (() => object)> = {};
const mockWechat = (api: string, usual: (...asked: never[]) => object) =>
  [
    api,
    (...asked: unknown[]) => {
      mockAsked.push([api, ...asked]);
      const own = mockAnswers[api];
      if (own === undefined) return Promise.resolve({ ok: true, data: usual(...(asked as never[])) });
      return Promise.resolve(typeof own === 'function' ? (own as () => object)() : own);
    },
  ] as const;
jest.mock('../../../cloudfunctions/shared/wechat/materials', () =>
  Object.fromEntries([
    mockWechat('uploadImage', (_name: string, { bytes }: { bytes: Buffer }) => ({
      url: `http://mmbiz.qpic.cn/${bytes.toString().replace(/\W/g, '')}`,
    })),
    mockWechat('addMaterial', () => ({ mediaId: 'cover-1', url: '' })),
  ]),
);
jest.mock('../../../cloudfunctions/shared/wechat/drafts', () =>
  Object.fromEntries([
    mockWechat('draftAdd', () => ({ mediaId: 'draft-1' })),
    mockWechat('draftUpdate', () => ({})),
    mockWechat('draftBatchGet', () => ({ total: 0, drafts: [] })),
  ]),
);
jest.mock('../../../cloudfunctions/shared/wechat/publish', () =>
  Object.fromEntries([mockWechat('freepublishSubmit', () => ({ publishId: 'publish-1' }))]),
);
jest.mock('../../../cloudfunctions/shared/wechat/codes', () =>
  Object.fromEntries([
    mockWechat('getUnlimitedCode', () => ({ bytes: Buffer.from('\x89PNGcode', 'latin1') })),
  ]),
);
jest.mock('../../../cloudfunctions/shared/files', () => ({
  linkFiles: (files: readonly string[]) => Promise.resolve(files),
  // A photo's bytes are its name.
  fetchFile: (file: string) =>
    Promise.resolve(
      file.includes('gone')
        ? undefined
        : Buffer.concat([
            Buffer.from(file.endsWith('png') ? [0x89, 0x50, 0x4e, 0x47] : []),
            Buffer.from(file),
          ]),
    ),
}));

let cloud: InProcessCloud;
let article: string;
const now = () => cloud.clock.now();

const takeKeys = lendKeys();
beforeAll(async () => {
  cloud = await startWriting();
});
afterAll(takeKeys);
beforeEach(async () => {
  cloud.clock.set(now() + MINUTE + 1_000);
  article = await compose();
  mockAsked.length = 0;
  mockAnswers = {};
});

const of = (api: string) => mockAsked.filter(([name]) => name === api).map(([, ...asked]) => asked);
const apis = () => mockAsked.map(([name]) => name);
const refused = (code: number | string, more: object = {}) => ({
  ok: false,
  code,
  maybeDone: false,
  ...more,
});
const lay = (laid: Laid) => {
  layPush(cloud, article, laid);
};
const step = () => stepOn(cloud, article);

test('every picture once, then the cover, then the draft with all of them; then nobody has it in hand', async () => {
  lay({ content: showing(kept('one.jpg'), kept('two.png'), 'code:bh.h1') });
  expect(await step()).toMatchObject({ state: 'in-box', done: 4, total: 4, running: false });
  expect(apis()).toEqual([
    'uploadImage',
    'uploadImage',
    'getUnlimitedCode',
    'uploadImage',
    'addMaterial',
    'draftAdd',
  ]);
  const hash = expect.stringMatching(/^[0-9a-f]{16}\.jpg$/) as string;
  const png = expect.stringMatching(/^[0-9a-f]{16}\.png$/) as string;
  expect(of('uploadImage')).toMatchObject([
    ['district~', { name: hash, type: 'image/jpeg' }],
    ['district~', { name: png, type: 'image/png' }],
    ['district~', { name: png, type: 'image/png' }],
  ]);
  expect(of('addMaterial')).toMatchObject([['district~', { name: hash, type: 'image/jpeg' }]]);
  const { push } = stored(article);
  expect(push?.urls).toHaveLength(3);
  const [sent] = of('draftAdd') as [string, { content: string }[]][];
  const [name, [draft]] = sent ?? ['', []];
  expect(name).toBe('district~');
  expect(draft).toEqual({
    title: '一篇',
    author: '人大办',
    digest: '提要',
    content: expect.any(String) as string,
    coverId: 'cover-1',
    wideCrop: '0_0.180851_1_0.819149',
    squareCrop: '0.166667_0_0.833333_1',
  });
  const shown = [...(draft?.content ?? '').matchAll(/<img src="([^"]+)"/g)].map(([, url]) => url);
  expect(shown).toEqual(push?.urls);
  const after = stored(article);
  expect(after).toMatchObject({
    state: 'in-box',
    workAt: 0,
    draft: { mediaId: 'draft-1', account: 'district' },
    push: {
      lease: 0,
      step: 'draft',
      cover: { mediaId: 'cover-1', file: COVER, width: 900, height: 600 },
    },
  });
  expect(after).not.toHaveProperty('adding');
  expect(lastOf(after)).toMatchObject({
    row: { act: 'box', of: article, by: 'system', from: 'pushing', to: 'in-box' },
    event: { event: 'article-pushed', about: { article } },
  });
  await step();
  expect(mockAsked).toHaveLength(6);
});

test('a picture that lies there is not uploaded again; a cover is each article’s own, and made anew where it is asked', async () => {
  const content = showing(kept('shared.jpg'));
  const cover = { picture: { file: COVER, faces: 'none' as const } };
  const crop = { x1: 0, y1: 0, x2: 0.5, y2: 0.25 };
  lay({ content });
  await step();
  lay({ content: { ...content, cover: { ...cover, wide: crop, square: crop } } });
  await step();
  expect(apis()).toEqual(['uploadImage', 'addMaterial', 'draftAdd', 'draftUpdate']);
  expect(of('draftUpdate')).toMatchObject([
    ['district~', 'draft-1', { coverId: 'cover-1', wideCrop: '0_0_0.5_0.25', squareCrop: '0_0_0.5_0.25' }],
  ]);
  expect(stored(article).push?.cover).toEqual({ mediaId: 'cover-1', file: COVER, width: 900, height: 600 });

  mockAnswers = { addMaterial: { ok: true, data: { mediaId: 'cover-2' } } };
  lay({ content, push: { anew: true } });
  await step();
  expect(stored(article).push?.cover?.mediaId).toBe('cover-2');
  // From now on it is the one that is there.
  lay({ content });
  await step();
  expect(stored(article).push?.cover?.mediaId).toBe('cover-2');
  expect(of('addMaterial')).toHaveLength(2);

  article = await compose();
  lay({ content });
  await step();
  expect(of('addMaterial')).toHaveLength(3);
  expect(of('uploadImage')).toHaveLength(1);
});

test('to the township’s own account by the keys that were entered; what lies at the other one is uploaded again', async () => {
  const row = { appid: 'wx-own', since: 1, secret: encryptField('x') };
  cloud.replace('officialkeys', [{ _id: 'bh', township: 'bh', rev: 1, edition: 1, rows: [row], acts: [] }]);
  const content = showing(kept('both.jpg'));
  lay({ content });
  await step();
  lay({ content, own: { draft: { mediaId: 'theirs', account: 'district' } }, push: { account: 'own' } });
  await step();
  expect(mockAsked.slice(3).map(([api, name]) => [api, name])).toEqual([
    ['uploadImage', 'bh'],
    ['addMaterial', 'bh'],
    ['draftAdd', 'bh'],
  ]);
  expect(stored(article).draft).toEqual({ mediaId: 'draft-1', account: 'own' });
  cloud.replace('officialkeys', []);
});

describe('what goes wrong is noted with its step, and nobody has it in hand then', () => {
  const address = '203.0.113.7';
  test.each<[string, Laid, typeof mockAnswers, string, string, object?]>([
    ['a photo is gone', { content: showing(kept('gone.jpg')) }, {}, 'file-gone', 'pictures'],
    [
      'a photo is no copy of ours',
      { content: showing('cloud://test.bucket/bh/u/a/1.jpg') },
      {},
      'file-bad',
      'pictures',
    ],
    [
      'a photo is refused',
      { content: showing(kept('bad.jpg')) },
      { uploadImage: refused(40009) },
      '40009',
      'pictures',
    ],
    [
      'the machine is unknown',
      { content: showing(kept('ip.jpg')) },
      { uploadImage: refused(40164, { address }) },
      '40164',
      'pictures',
      { address },
    ],
    [
      'no code is made',
      { content: showing('code:bh.v1') },
      { getUnlimitedCode: refused('timeout') },
      'no-answer',
      'pictures',
    ],
    [
      'no cover',
      { content: { ...showing(), cover: { picture: { file: '', faces: 'none' } } } },
      {},
      'file-bad',
      'cover',
    ],
    [
      'the cover is gone',
      { content: { ...showing(), cover: { picture: { file: kept('gone.jpg'), faces: 'none' } } } },
      {},
      'file-gone',
      'cover',
    ],
    ['the cover is refused', {}, { addMaterial: refused(45106) }, '45106', 'cover'],
    [
      'too long',
      { content: { ...showing(), blocks: [{ id: 'b', type: 'text', text: '长'.repeat(20_000) }] } },
      {},
      'html-long',
      'draft',
    ],
    ['the draft is refused', {}, { draftAdd: refused(45003) }, '45003', 'draft'],
    ['no answer', {}, { draftAdd: refused('unreachable', { maybeDone: true }) }, 'no-answer', 'draft'],
    ['an answer that nobody can read', {}, { draftAdd: refused('bad-answer') }, 'no-answer', 'draft'],
    ['keys gone meanwhile', {}, { draftAdd: refused('not-configured') }, 'account-missing', 'draft'],
    [
      'the draft is deleted',
      { own: { draft: { mediaId: 'd', account: 'district' } } },
      { draftUpdate: refused(40007) },
      '40007',
      'draft',
    ],
    [
      'what lies there is not told',
      { own: { adding: 'c' } },
      { draftBatchGet: refused(45009) },
      '45009',
      'draft',
    ],
  ])('%s', async (_what, laid, answers, code, at, more = {}) => {
    mockAnswers = answers;
    lay(laid);
    expect(await step()).toMatchObject({ state: 'failed', step: at, failure: { code } });
    const after = stored(article);
    expect(after).toMatchObject({ workAt: 0, push: { lease: 0, step: at } });
    expect(after.push?.failure).toEqual({ code, step: at, at: now(), ...more });
    expect(after.steps.at(-1)).toMatchObject({ act: 'fail', state: 'failed' });
    expect(lastOf(after)).toMatchObject({
      row: { act: 'fail', of: article, by: 'system', from: 'pushing', to: 'failed' },
      event: { event: 'article-failed', about: { article } },
    });
    expect(of('draftUpdate')).toHaveLength('draftUpdate' in answers ? 1 : 0);
    // A draft that may be there is looked for by its cover the next time.
    if ('draftAdd' in answers) expect(after.adding).toBe('cover-1');
  });
});

describe('a draft that may be there already', () => {
  const page = (total: number, drafts: object[]) => ({ ok: true, data: { total, drafts } });
  const draft = (mediaId: string, ...covers: string[]) => ({
    mediaId,
    items: covers.map((coverId) => ({ coverId })),
  });

  test('noted of this account: it is updated', async () => {
    lay({ own: { draft: { mediaId: 'noted', account: 'district' }, adding: 'c9' } });
    await step();
    expect(apis()).toEqual(['addMaterial', 'draftUpdate']);
    expect(of('draftUpdate')).toMatchObject([['district~', 'noted', { coverId: 'cover-1' }]]);
    expect(stored(article)).toMatchObject({ state: 'in-box', draft: { mediaId: 'noted' } });
  });

  test('found by its cover on a later page: it is updated, and no longer looked for', async () => {
    const pages = [page(21, [draft('a', 'c1')]), page(21, [draft('b', 'c2', 'c9'), draft('c', 'c9')])];
    mockAnswers = { draftBatchGet: () => pages.shift() ?? {} };
    lay({ own: { adding: 'c9' } });
    await step();
    expect(of('draftBatchGet')).toEqual([
      ['district~', 0, 20],
      ['district~', 20, 20],
    ]);
    expect(of('draftUpdate')).toMatchObject([['district~', 'b', {}]]);
    expect(of('draftAdd')).toEqual([]);
    expect(stored(article)).not.toHaveProperty('adding');
  });

  test.each([
    [20, 1],
    [21, 2],
    [1_000, 5],
  ])('of %i it is on none: added after %i looks', async (total, looks) => {
    mockAnswers = { draftBatchGet: page(total, [draft('a', 'c1')]) };
    lay({ own: { adding: 'c9' } });
    await step();
    expect(of('draftBatchGet')).toHaveLength(looks);
    expect(of('draftAdd')).toHaveLength(1);
  });
});

describe('one instance at a time', () => {
  /** Somebody else took it meanwhile. */
  const lose = () => {
    const { push } = stored(article);
    const taken = { ...push, lease: now() + 2 * MINUTE } as StoredPush;
    const all = cloud.documents<ArticleDocument>('articles');
    cloud.replace(
      'articles',
      all.map((one) => (one._id === article ? { ...one, push: taken } : one)),
    );
  };

  test('while somebody has it in hand, or another begins in the same moment, nobody else works on it', async () => {
    for (const lease of [now() + 1, now() + MINUTE]) {
      lay({ push: { lease } });
      expect(await step()).toMatchObject({ state: 'pushing', running: true });
    }
    expect(mockAsked).toEqual([]);
    lay({ push: { lease: now() } });
    expect(await step()).toMatchObject({ state: 'in-box' });
  });

  test('of two that begin at once one works on it', async () => {
    lay({ push: { publish: true } });
    await cloud.together([step, step], [0, 1]);
    expect(apis()).toEqual(['addMaterial', 'draftAdd', 'freepublishSubmit']);
  });

  test.each([
    ['uploadImage', ['uploadImage']],
    ['addMaterial', ['uploadImage', 'addMaterial']],
    ['draftAdd', ['uploadImage', 'addMaterial', 'draftAdd']],
  ])('who lost it at %s writes nothing any more', async (api, asked) => {
    mockAnswers = {
      [api]: () => {
        lose();
        return { ok: true, data: { url: 'http://mmbiz.qpic.cn/x', mediaId: 'm' } };
      },
    };
    lay({ content: showing(kept(`lost-${api}.jpg`)), push: { publish: true } });
    await step();
    expect(apis()).toEqual(asked);
    expect(stored(article)).toMatchObject({ state: 'pushing', push: { lease: now() + 2 * MINUTE } });
    expect(stored(article)).not.toHaveProperty('draft');
  });

  test('after four seconds no step is begun: it is let go, and the clock looks in a minute', async () => {
    const begun = now();
    mockAnswers = {
      uploadImage: () => {
        expect(stored(article)).toMatchObject({ workAt: begun + MINUTE, push: { lease: begun + MINUTE } });
        cloud.clock.set(now() + 2_000);
        return { ok: true, data: { url: `http://mmbiz.qpic.cn/${String(now())}` } };
      },
    };
    lay({ content: showing(kept('s1.jpg'), kept('s2.jpg'), kept('s3.jpg')) });
    expect(await step()).toMatchObject({ state: 'pushing', done: 2, total: 4, running: true });
    expect(stored(article)).toMatchObject({ workAt: begun + MINUTE, push: { lease: 0 } });
    mockAnswers = {};
    expect(await step()).toMatchObject({ state: 'in-box', done: 4 });
    expect(of('uploadImage')).toHaveLength(3);
  });

  test('what is not on its way is left alone', async () => {
    for (const state of ['approved', 'failed', 'in-box']) {
      lay({ own: { state } });
      expect(await step()).toMatchObject({ state, running: false });
    }
    expect(mockAsked).toEqual([]);
  });
});

test('where it is to be published it goes on from the box at once', async () => {
  lay({ push: { publish: true } });
  expect(await step()).toMatchObject({ state: 'publishing', step: 'publish' });
  expect(apis()).toEqual(['addMaterial', 'draftAdd', 'freepublishSubmit']);
  expect(of('freepublishSubmit')).toEqual([['district~', 'draft-1']]);
  const after = stored(article);
  expect(after).toMatchObject({
    workAt: now() + MINUTE,
    draft: { mediaId: 'draft-1', account: 'district' },
    push: { publishId: 'publish-1', lease: 0, step: 'publish' },
  });
  expect(lastOf(after)).toMatchObject({
    row: { act: 'start-publishing', from: 'pushing', to: 'publishing' },
    event: { event: 'article-publish-begun', about: { article } },
  });
});
