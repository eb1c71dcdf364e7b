/** What the official account gets of each block, and what is uploaded, read and checked before. */
import {
  bodyPictures,
  codePicture,
  renderArticle,
} from '../../../../../cloudfunctions/publicity/articles/rules/render-article';
import {
  listPictures,
  listTexts,
  mapConsents,
} from '../../../../../cloudfunctions/publicity/articles/rules/content-fields';
import {
  charactersOf,
  checkContent,
  lettersOf,
  sizeOf,
} from '../../../../../cloudfunctions/publicity/articles/rules/check-content';
import { ARTICLE_LIMITS, type Block, type Content } from '../../../../../miniprogram/contract/article';
import { EMPTY, WHOLE } from './whole-article';

const how = { addressOf: (picture: string) => `http://x/${picture}`, appid: 'wx1' };
/** The HTML without its looks. */
const bare = (html: string) => html.replace(/ style="[^"]*"/g, '');
const render = (content: Content, changes = {}) => bare(renderArticle(content, { ...how, ...changes }));
const one = (block: Block, changes = {}) =>
  render({ ...EMPTY, blocks: [block] }, changes).slice('<section>'.length, -'</section>'.length);

describe('a block', () => {
  const [heading, text, quote, picture, numbers, card, code] = WHOLE.blocks as [
    Block,
    Block,
    Block,
    Block,
    Block,
    Block,
    Block,
  ];

  it.each([
    ['a heading', heading, '<p>群众说了什么</p>'],
    [
      'a text, its paragraphs apart and nothing of it a tag',
      text,
      '<p>第一段<br />换行</p><p>第二段 &amp; &quot;引号&quot;</p>',
    ],
    ['a quote with who said it', quote, '<section>办得好<p>王先生</p></section>'],
    [
      'a picture with its caption',
      picture,
      '<section><img src="http://x/p.jpg" alt="现场" /><p>现场</p></section>',
    ],
    [
      'numbers',
      numbers,
      '<section><section><span>36</span><span>人次</span><p>接待群众</p></section></section>',
    ],
    [
      'a card',
      card,
      '<section><mp-miniprogram data-miniprogram-appid="wx1" data-miniprogram-path="pages/home/home" data-miniprogram-title="预约" data-miniprogram-imageurl="http://x/c.jpg"></mp-miniprogram></section>',
    ],
    ['a code', code, '<section><img src="http://x/code:bh.h1" alt="扫码" /><p>扫码</p></section>'],
  ] as const)('%s', (_what, block, html) => {
    expect(one(block)).toBe(html);
  });

  it('that says nothing leaves nothing', () => {
    expect(EMPTY.blocks.slice(0, 5).map((block) => one(block))).toEqual(['', '', '', '', '']);
  });

  it('a quote of nobody has no name under it', () => {
    expect(one({ id: 'q', type: 'quote', text: '好', from: ' ' })).toBe('<section>好</section>');
  });

  it('a picture that is not there yet keeps its caption, without an address nothing else', () => {
    const nowhere = { addressOf: () => undefined };
    expect(one(picture, nowhere)).toBe('<section><p>现场</p></section>');
    expect(one({ id: 'k', type: 'code', scene: 'bh', caption: '' }, nowhere)).toBe('');
    expect(one({ id: 'p', type: 'picture', picture: { file: '', faces: 'none' }, caption: '现场' })).toBe(
      '<section><p>现场</p></section>',
    );
    expect(one({ id: 'k', type: 'code', scene: 'bh', caption: '' })).toBe(
      '<section><img src="http://x/code:bh" alt="" /></section>',
    );
  });

  it('a card without a picture is a line that leads there, and without an app its words', () => {
    const bareCard = EMPTY.blocks[5] as Block;
    expect(one(bareCard)).toBe(
      '<p><a data-miniprogram-appid="wx1" data-miniprogram-path="pages/home/home">预约</a></p>',
    );
    expect(one(card, { appid: '' })).toBe('<p>预约</p>');
  });

  it('nothing that somebody wrote is a tag', () => {
    const written = render({ ...EMPTY, blocks: [{ id: 'h', type: 'heading', text: '<script>"&' }] });
    expect(written).toBe('<section><p>&lt;script&gt;&quot;&amp;</p></section>');
  });
});

it('every part of it has a look of its own, inline, since the official account takes no other', () => {
  const html = renderArticle(WHOLE, how);
  const styles = [...html.matchAll(/ style="([^"]*)"/g)].map(([, style = '']) => style);
  expect(styles.every((style) => /^([a-z-]+:[^;]+;)+$/.test(style))).toBe(true);
  expect(new Set(styles).size).toBe(14);
  expect(renderArticle({ ...WHOLE, blocks: [EMPTY.blocks[5] as Block] }, how)).toMatch(
    /<a [^>]* style="color:/,
  );
  expect(html).not.toMatch(/class=|<script/);
});

it('pictures and codes of the body are uploaded each once, in their order', () => {
  expect(bodyPictures(WHOLE)).toEqual(['p.jpg', 'c.jpg', codePicture('bh.h1')]);
  expect(bodyPictures({ ...WHOLE, blocks: [...WHOLE.blocks, ...WHOLE.blocks] })).toEqual([
    'p.jpg',
    'c.jpg',
    codePicture('bh.h1'),
  ]);
  expect(bodyPictures(EMPTY)).toEqual([codePicture('bh')]);
});

describe('what is looked through for what is personal', () => {
  it('is every field that holds words, in the order of reading', () => {
    expect(listTexts(WHOLE)).toStrictEqual([
      { where: 'title', field: 'title', text: '接访日 <小结>' },
      { where: 'author', field: 'author', text: '人大办' },
      { where: 'digest', field: 'digest', text: '36人次' },
      { where: 'h', field: 'text', text: ' 群众说了什么 ' },
      { where: 't', field: 'text', text: '第一段\n换行\n \n第二段 & "引号"' },
      { where: 'q', field: 'text', text: '办得好' },
      { where: 'q', field: 'from', text: '王先生' },
      { where: 'p', field: 'caption', text: '现场' },
      { where: 'n', field: 'value', row: 0, text: '36 人次 接待群众' },
      { where: 'c', field: 'title', text: '预约' },
      { where: 'k', field: 'caption', text: '扫码' },
    ]);
  });

  it('is every picture that somebody chose, the cover first', () => {
    expect(listPictures(WHOLE).map(({ where, field, picture }) => [where, field, picture.file])).toEqual([
      ['cover', 'cover', 'cover.jpg'],
      ['p', 'picture', 'p.jpg'],
      ['c', 'picture', 'c.jpg'],
    ]);
    expect(listPictures(EMPTY)).toEqual([]);
    expect(listPictures({ ...EMPTY, cover: { picture: { file: '', faces: 'none' } } })).toEqual([]);
  });
});

it('who agreed is closed and opened wherever it stands, and nothing else changes', () => {
  const agreed = { file: 'x', faces: 'agreed', agreedBy: '本人' } as const;
  const content: Content = {
    ...WHOLE,
    cover: { picture: agreed, wide: { x1: 0, y1: 0, x2: 1, y2: 1 } },
    blocks: [
      { id: 'p', type: 'picture', picture: agreed, caption: '' },
      { id: 'c', type: 'card', title: '', path: '', picture: agreed },
      { id: 'd', type: 'card', title: '', path: '' },
      { id: 'n', type: 'picture', picture: { file: 'y', faces: 'none' }, caption: '' },
    ],
  };
  const closed = mapConsents(content, (by) => `closed ${by}`);
  expect(JSON.stringify(closed).match(/closed 本人/g)).toHaveLength(3);
  expect(mapConsents(closed, (by) => by.replace('closed ', ''))).toEqual(content);
  expect(mapConsents(EMPTY, () => 'x')).toStrictEqual(EMPTY);
});

describe('what stands against submitting it', () => {
  const codes = (changes: Partial<Content>) => checkContent({ ...WHOLE, ...changes }).map(({ code }) => code);

  it('nothing, where all is there', () => {
    expect(codes({})).toEqual([]);
  });

  it('what is missing, and where', () => {
    expect(checkContent(EMPTY)).toEqual([
      { code: 'title-missing' },
      { code: 'cover-missing' },
      { code: 'body-missing' },
      { code: 'picture-missing', where: 'p' },
    ]);
    expect(codes({ cover: { picture: { file: '', faces: 'none' } } })).toEqual(['cover-missing']);
    expect(codes({ title: ' ' })).toEqual(['title-missing']);
    expect(codes({ blocks: [{ id: 'h', type: 'heading', text: '只有标题' }] })).toEqual(['body-missing']);
    expect(codes({ blocks: [{ id: 'q', type: 'quote', text: '话', from: '' }] })).toEqual([]);
  });

  it.each([
    ['title', ARTICLE_LIMITS.title],
    ['author', ARTICLE_LIMITS.author],
    ['digest', ARTICLE_LIMITS.digest],
  ] as const)('a %s longer than what is taken, blanks at its ends apart', (field, max) => {
    expect(codes({ [field]: ` ${'字'.repeat(max)} ` })).toEqual([]);
    expect(checkContent({ ...WHOLE, [field]: '字'.repeat(max + 1) })).toEqual([
      { code: `${field}-long`, now: max + 1, max },
    ]);
  });

  it('a body longer than what is taken, in characters or in bytes', () => {
    const words = (n: number): Partial<Content> => ({
      blocks: [{ id: 't', type: 'text', text: '字'.repeat(n) }],
    });
    const around = sizeOf({ ...WHOLE, ...words(1) }).characters - 1;
    expect(codes(words(ARTICLE_LIMITS.html - around))).toEqual([]);
    expect(checkContent({ ...WHOLE, ...words(ARTICLE_LIMITS.html - around + 1) })).toEqual([
      { code: 'html-long', now: ARTICLE_LIMITS.html + 1, max: ARTICLE_LIMITS.html },
    ]);
    expect(sizeOf({ ...WHOLE, ...words(3) }).bytes - sizeOf({ ...WHOLE, ...words(1) }).bytes).toBe(6);
    expect(charactersOf('👍字')).toBe(2);
  });

  it('each picture counts with the longest address that there is', () => {
    const picture = (file: string): Partial<Content> => ({
      blocks: [{ id: 'p', type: 'picture', picture: { file, faces: 'none' }, caption: 'x' }],
    });
    const longer =
      sizeOf({ ...WHOLE, ...picture('p') }).characters - sizeOf({ ...WHOLE, ...picture('') }).characters;
    expect(longer).toBeGreaterThan(180);
  });
});

it('letters are what a reader would count: of every block that is read, without blanks', () => {
  expect(lettersOf({ ...EMPTY, title: ' 一 二 ', blocks: [] })).toBe(2);
  expect(lettersOf(WHOLE)).toBe(
    '接访日<小结>群众说了什么第一段换行第二段&"引号"办得好王先生现场36人次接待群众预约扫码'.length,
  );
});
