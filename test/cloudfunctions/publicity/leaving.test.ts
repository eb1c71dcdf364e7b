/** What is shown of an article and leaves with it: preview, pictures for groups, versions, and whom the clock wakes. In process. */
import type { ArticleDocument } from '../../../cloudfunctions/publicity/articles/rules/article-document';
import { onClock } from '../../../cloudfunctions/publicity/events/on-clock';
import { accountOf } from '../../../cloudfunctions/shared/cipher';
import type { Block, Content } from '../../../miniprogram/contract/article';
import type { ArticleView, PublicityActions } from '../../../miniprogram/contract/publicity';
import type { InProcessCloud } from '../../support/in-process';
import { kept } from './push-desk';
import {
  ask,
  CHIEF,
  compose,
  contentOf,
  STAFF,
  startWriting,
  stored,
  TWO,
  view,
  written,
} from './writing-desk';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);
const mockStored: [string, string][] = [];
jest.mock('../../../cloudfunctions/shared/files', () => ({
  linkFiles: (files: readonly string[]) =>
    Promise.resolve(files.map((file) => (file.includes('gone') ? '' : `https://link/${file}`))),
  storeFile: (path: string, bytes: Buffer) => {
    mockStored.push([path, bytes.toString()]);
    return Promise.resolve(`cloud://test.bucket/${path}`);
  },
}));
const mockCalled: unknown[][] = [];
let mockAnswer: () => unknown = () => ({});
jest.mock('../../../cloudfunctions/shared/own-call', () => ({
  ...jest.requireActual<object>('../../../cloudfunctions/shared/own-call'),
  callOwnFunction: async (...asked: unknown[]) => {
    mockCalled.push(asked);
    return Promise.resolve(mockAnswer());
  },
}));
// Each letter is as wide as its size; a space is not drawn.
jest.mock('../../../cloudfunctions/publicity/pictures/font', () => ({
  loadFont: () => ({
    getAdvanceWidth: (text: string, size: number) => text.length * size,
    getPath: (text: string, ...at: number[]) => ({
      toPathData: (digits: number) => (text === '空' ? '' : [text, ...at, digits].join(' ')),
    }),
  }),
}));

let cloud: InProcessCloud;
beforeAll(async () => {
  cloud = await startWriting();
});
beforeEach(() => {
  cloud.clock.set(cloud.clock.now() + 61_000);
  mockStored.length = 0;
  mockCalled.length = 0;
});

const picture = (file: string) => ({ file, faces: 'none' as const });
const photo = (id: string, file: string): Block => ({
  id,
  type: 'picture',
  picture: picture(file),
  caption: '',
});
async function laid(content: Partial<Content>, own: object = {}): Promise<string> {
  const article = await compose();
  const whole = { ...contentOf('路灯亮了。'), cover: { picture: picture(kept('cover.jpg')) }, ...content };
  const document = { ...stored(article), state: 'approved', content: whole, ...own };
  const others = cloud.documents<ArticleDocument>('articles').filter(({ _id }) => _id !== article);
  cloud.replace('articles', [...others, document]);
  return article;
}

test('links are of copies alone, fifty at most, none for what is gone', async () => {
  const many = Array.from({ length: 49 }, (_each, n) => photo(`p${String(n)}`, kept(`n${String(n)}.jpg`)));
  const odd = [
    photo('x', 'cloud://test.bucket/bh/u/a/x.jpg'),
    photo('g', kept('gone.jpg')),
    photo('t', kept('n0.jpg')),
  ];
  const { links } = await view(await laid({ blocks: [...odd, ...many] }));
  expect(Object.keys(links)).toHaveLength(49);
  expect(links[kept('n0.jpg')]).toBe(`https://link/${kept('n0.jpg')}`);
  expect(links).not.toHaveProperty([kept('n48.jpg')]);
});

test('preview: with its pictures and codes in place, and how long it is', async () => {
  const article = await laid({
    blocks: [
      photo('p', kept('a.jpg')),
      { id: 'c', type: 'code', scene: 'bh.h1', caption: '扫码' },
      { id: 't', type: 'text', text: '两字' },
    ],
    title: '',
  });
  const { data } = await ask(STAFF, 'preview', { article });
  const { html, letters, bytes, problems } = data as PublicityActions['preview']['output'];
  const [first, second, ...none] = [...html.matchAll(/<img src="([^"]+)"/g)].map(([, src]) => src);
  expect(none).toEqual([]);
  expect(first).toBe(`https://link/${kept('a.jpg')}`);
  const [, png = ''] = /^data:image\/png;base64,(.+)$/.exec(second ?? '') ?? [];
  expect(Buffer.from(png, 'base64').subarray(1, 4).toString()).toBe('PNG');
  expect(letters).toBeGreaterThan(0);
  expect(bytes).toBe(Buffer.byteLength(html));
  expect(problems.map(({ code }) => code)).toContain('title-missing');
});

describe('for groups', () => {
  const pack = async (article: string) => ask(STAFF, 'pack', { article });
  const HOST = '白鹤镇人民代表大会（示例数据，人名均为虚构）';
  beforeEach(() => {
    mockAnswer = () => ({ ok: true, data: { file: 'cloud://test.bucket/drawn.jpg' } });
  });

  test('a text with its host; a drawing of its words, over which media lays its photos', async () => {
    const article = await laid({
      title: '一篇',
      digest: ' 提要 ',
      blocks: [
        photo('p', kept('a-800x400.jpg')),
        photo('q', kept('nosize.jpg')),
        photo('r', 'cloud://test.bucket/bh/u/a/x-10x10.jpg'),
        { id: 'c', type: 'code', scene: 'bh.h1', caption: '空' },
        { id: 'n', type: 'numbers', items: [{ value: '3', unit: '件', label: '办成' }] },
      ],
    });
    const { data } = await pack(article);
    expect(data).toEqual({
      text: `【一篇】\n提要\n—— ${HOST}`,
      picture: 'https://link/cloud://test.bucket/drawn.jpg',
      name: '白鹤镇 一篇.jpg',
    });
    const [path, svg] = mockStored[0] ?? ['', ''];
    const [, name = ''] = /^bh\/packs\/([0-9a-z]{26})\.svg$/.exec(path) ?? [];
    expect(name).not.toBe('');
    const [, height] =
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="750" height="(\d+)">/.exec(svg) ?? [];
    expect(svg).toContain(`<rect width="750" height="${height ?? ''}" fill="#ffffff"/><rect x="`);
    expect(svg).toMatch(
      /<rect x="\d+" y="[\d.]+" width="\d+" height="[\d.]+" rx="16" fill="#f5f3ef"\/><path d="/,
    );
    expect(svg).toMatch(
      /<path d="一篇 48 [\d.]+ (\d+) 1" fill="#1f1f1f" stroke="#1f1f1f" stroke-width="[\d.]+"\/>/,
    );
    const [, size = '', stroke = ''] =
      /<path d="一篇 48 [\d.]+ (\d+) 1".* stroke-width="([\d.]+)"/.exec(svg.split('/>')[3] ?? '') ?? [];
    expect(Number(stroke)).toBe(Number(size) / 40);
    expect(svg).toMatch(/<path d="[^"]+" fill="#6b6b6b"\/>/);
    expect(svg).toContain(`${HOST} 供稿`);
    expect(svg).not.toContain('空');
    expect(svg.endsWith('/></svg>')).toBe(true);
    expect(mockCalled).toHaveLength(1);
    const [[fn, action, input] = []] = mockCalled as [
      string,
      string,
      { pictures: Record<string, unknown>[] },
    ][];
    expect([fn, action]).toEqual(['media', 'drawSheet']);
    expect(input).toMatchObject({ township: 'bh', drawing: `cloud://test.bucket/${path}`, name });
    const shown = input?.pictures.map((one) => one['picture']);
    expect(shown).toEqual([kept('a-800x400.jpg'), 'code:bh.h1']);
    const [wide, code] = input?.pictures as Record<string, number>[];
    expect(wide).toEqual({
      picture: kept('a-800x400.jpg'),
      left: expect.any(Number) as number,
      top: expect.any(Number) as number,
      width: expect.any(Number) as number,
      height: (wide?.['width'] ?? 0) / 2,
    });
    expect(code?.['height']).toBe(code?.['width']);
  });

  test('published: with its address, in the text and as a code; another edition is another picture', async () => {
    const url = 'https://mp.weixin.qq.com/s/a';
    const names: string[] = [];
    for (const own of [
      { state: 'published', url },
      { state: 'published', url: `${url}b` },
    ]) {
      const { data } = await pack(await laid({ digest: '' }, own));
      expect((data as { text: string }).text).toBe(`【一篇】\n${own.url}\n—— ${HOST}`);
      const [, svg = ''] = mockStored.at(-1) ?? [];
      expect(svg).toContain('扫码读原文');
      expect(svg).not.toContain('供稿');
      const [, , input] = mockCalled.at(-1) as [
        string,
        string,
        { name: string; pictures: { picture: string }[] },
      ];
      expect(input.pictures.map((one) => one.picture)).toContain(`code:${own.url}`);
      names.push(input.name);
    }
    const article = await laid({});
    for (const edition of [1, 2, 2]) {
      const one = { ...stored(article), edition };
      const others = cloud.documents<ArticleDocument>('articles').filter(({ _id }) => _id !== article);
      cloud.replace('articles', [...others, one]);
      await pack(article);
      names.push((mockCalled.at(-1) as [string, string, { name: string }])[2].name);
    }
    expect(new Set(names).size).toBe(4);
  });

  test('not before it is approved, and later where media does not answer', async () => {
    expect(await pack(await laid({}, { state: 'submitted' }))).toMatchObject({
      code: 'wrong-state',
      details: { state: 'submitted' },
    });
    const source = { kind: 'request', of: `bh~${'0'.repeat(16)}` };
    expect(await pack(await laid({}, { source }))).toMatchObject({ code: 'source-withdrawn' });
    const article = await laid({});
    for (const answer of [
      { ok: false, code: 'busy' },
      { ok: true, data: { file: 'cloud://test.bucket/gone.jpg' } },
    ]) {
      mockAnswer = () => answer;
      expect(await pack(article)).toMatchObject({ code: 'busy' });
    }
  });
});

test('who was slower keeps what they wrote, beside the article, once each', async () => {
  const { article, edition } = await written('第一稿。');
  const save = (who: string, words: string) =>
    ask(who, 'save', { article, edition, content: contentOf(words, words) });
  const file = `cloud://test.bucket/bh/pictures/${accountOf(TWO)}/n.jpg`;
  const content = {
    ...contentOf('快的。'),
    blocks: [{ ...photo('p', file), picture: { file, faces: 'agreed', agreedBy: '张三' } }],
  };
  await ask(TWO, 'save', { article, edition, content });
  expect(JSON.stringify(stored(article).content)).not.toContain('张三');
  const [block] = (await view(article)).content.blocks;
  expect(block).toMatchObject({ picture: { agreedBy: '张三' } });
  const newer = { by: '周二', at: cloud.clock.now() };
  for (const words of ['慢的', '更慢的']) {
    const slow = [
      [STAFF, words],
      [CHIEF, '最慢的'],
    ] as const;
    const answers = await cloud.together(
      slow.map(
        ([who, title]) =>
          () =>
            save(who, title),
      ),
      [0],
    );
    for (const { data } of answers) {
      expect(data).toMatchObject({ saved: false, edition: edition + 1, newer });
      expect((data as { version: string }).version).toMatch(new RegExp(`^${article}~x\\d+$`));
    }
  }
  const { versions } = (await ask(STAFF, 'history', { article }))
    .data as PublicityActions['history']['output'];
  const aside = versions.filter(({ kind }) => kind === 'aside');
  expect(aside.map(({ title }) => title).sort()).toEqual(['更慢的', '最慢的'].sort());
  expect(aside[0]).toEqual({
    version: aside[0]?.version,
    kind: 'aside',
    edition: edition + 1,
    by: expect.stringMatching(/./) as string,
    at: cloud.clock.now(),
    title: aside[0]?.title,
  });
  // Who wrote what comes second has the newer one.
  expect(stored(article).edition).toBe(edition + 1);
});

test('twenty editions are kept, the oldest goes first', async () => {
  const { article } = await written('稿。');
  for (let edition = 2; edition < 26; edition++) {
    cloud.clock.set(cloud.clock.now() + 300_000);
    await ask(STAFF, 'save', { article, edition, content: contentOf('稿。', `第${String(edition)}稿`) });
  }
  const { versions } = (await ask(STAFF, 'history', { article }))
    .data as PublicityActions['history']['output'];
  expect(versions).toHaveLength(20);
  expect(versions.map(({ edition }) => edition)).toEqual(Array.from({ length: 20 }, (_each, n) => 25 - n));
});

describe('lists', () => {
  test('twenty articles a page, newest first, from where the last one ended', async () => {
    const [pattern] = cloud.documents<ArticleDocument>('articles');
    const rows = Array.from({ length: 45 }, (_each, n) => {
      const seq = `${String(1_000_000_000_000 + n)}aaaaaaaa`;
      const url = n % 2 === 0 ? `https://mp.weixin.qq.com/s/${String(n)}` : undefined;
      const content = contentOf('稿', `第${String(n)}篇`);
      return {
        ...pattern,
        _id: `bh~${String(n).padStart(16, '0')}`,
        seq,
        url,
        content,
        state: 'published',
        publishedAt: n + 1,
      };
    });
    const before = cloud.documents<ArticleDocument>('articles');
    cloud.replace('articles', rows);
    const seen: string[][] = [];
    let after: string | undefined;
    do {
      const { data } = await ask(STAFF, 'list', after === undefined ? {} : { after });
      const { articles, next } = data as { articles: ArticleView[]; next?: string };
      seen.push(articles.map(({ title }) => title));
      after = next;
    } while (after !== undefined);
    const page = seen[0]?.length ?? 0;
    expect(seen.flat()).toEqual(rows.map(({ content }) => content.title).reverse());
    expect(seen.map(({ length }) => length)).toEqual([page, page, 45 - 2 * page]);

    const links: string[] = [];
    let before2: number | undefined;
    do {
      const { data } = await ask('o-villager', 'published', before2 === undefined ? {} : { before: before2 });
      const { articles, next } = data as PublicityActions['published']['output'];
      links.push(...articles.map(({ title }) => title));
      before2 = next;
    } while (before2 !== undefined);
    // Without an address there is nothing to open.
    expect(links).toEqual(Array.from({ length: 23 }, (_each, n) => `第${String(44 - 2 * n)}篇`));
    cloud.replace('articles', before);
  });

  test('at most so many templates and activities', async () => {
    const template = { id: 't', name: '某', kind: 'blank', title: '', digest: '', blocks: [] };
    const row = { township: 'bh', rev: 1, edition: 1, acts: [], history: [], outbox: [] };
    const templates = (n: number) =>
      Array.from({ length: n }, (_each, at) => ({ ...template, id: `t${String(at)}` }));
    const save = async (n: number, id: string) => {
      cloud.replace('publicityrows', [{ ...row, _id: 'bh~templates', templates: templates(n) }]);
      return ask(STAFF, 'saveTemplate', { edition: 1, template: { ...template, id } });
    };
    expect(await save(29, 'new')).toMatchObject({ ok: true });
    expect(await save(30, 'new')).toMatchObject({ code: 'too-many-rows', details: { max: 30 } });
    expect(await save(30, 't3')).toMatchObject({ ok: true });
    const activity = {
      profession: '教师',
      title: '课',
      speaker: '',
      date: '2026-12-04',
      place: '小学',
      state: 'done',
      people: 1,
    };
    const plan = async (n: number, id: string) => {
      const activities = Object.fromEntries(
        Array.from({ length: n }, (_each, at) => {
          const one = `a${String(at)}`;
          return [one, { ...activity, id: one, edition: 0 }];
        }),
      );
      cloud.replace('publicityrows', [{ ...row, _id: 'bh~plan-2026', activities }]);
      return ask(STAFF, 'saveActivity', { year: 2026, edition: 0, activity: { ...activity, id } });
    };
    expect(await plan(59, 'new')).toMatchObject({ ok: true });
    expect(await plan(60, 'new')).toMatchObject({ code: 'too-many-rows', details: { max: 60 } });
    expect(await plan(60, 'a3')).toMatchObject({ ok: true });
    await save(30, 't3');
    const card = {
      id: 'c',
      type: 'card',
      title: '约',
      path: 'pages/home/home',
      picture: picture('cloud://x/y.jpg'),
    };
    const blocks = [card, { id: 'h', type: 'heading', text: '题' }];
    await ask(STAFF, 'saveTemplate', { edition: 2, template: { ...template, id: 't3', blocks } });
    const { templates: all } = (await ask(STAFF, 'templates'))
      .data as PublicityActions['templates']['output'];
    const { picture: _picture, ...bare } = card;
    expect(all.find(({ id }) => id === 't3')?.blocks).toEqual([bare, blocks[1]]);
  });
});

test('the clock wakes those whose time has come, ten a minute, and counts those that answered', async () => {
  const now = cloud.clock.now();
  const rows = cloud.documents<ArticleDocument>('articles').map((one) => ({ ...one, workAt: 0 }));
  const [pattern] = rows;
  const waiting = [now + 1, ...Array.from({ length: 12 }, (_each, n) => now - n)].map((workAt, n) => ({
    ...pattern,
    _id: `bh~${String(n).padStart(16, '0')}`,
    workAt,
  }));
  cloud.replace('articles', [...rows, ...waiting]);
  let calls = 0;
  mockAnswer = () => {
    if (++calls === 3) throw new Error('no answer');
    return { ok: true };
  };
  expect(await onClock([], now)).toBe(0);
  expect(mockCalled).toEqual([]);
  expect(await onClock(['bh'], now)).toBe(9);
  const article = (n: number) => `bh~${String(n).padStart(16, '0')}`;
  expect(mockCalled).toEqual(
    Array.from({ length: 10 }, (_each, n) => [
      'publicity',
      'resume',
      { township: 'bh', article: article(12 - n) },
    ]),
  );
  cloud.replace('articles', waiting.slice(0, 2));
  expect(await onClock(['bh'], now)).toBe(1);
});
