/** An article on its way into public: what WeChat says became of it, and that it is submitted once. In process. */
import type { ArticleDocument } from '../../../cloudfunctions/publicity/articles/rules/article-document';
import type { PushView } from '../../../miniprogram/contract/publicity';
import type { InProcessCloud } from '../../support/in-process';
import { compose, lastOf, STAFF, startWriting, stored } from './writing-desk';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);
jest.mock('../../../cloudfunctions/shared/files', () => ({
  linkFiles: (files: readonly string[]) => Promise.resolve(files),
}));
const mockAsked: string[][] = [];
let mockAnswer: object = {};
jest.mock('../../../cloudfunctions/shared/wechat/publish', () => ({
  freepublishSubmit: (_name: string, draft: string) => {
    mockAsked.push(['submit', draft]);
    return Promise.resolve(mockAnswer);
  },
  freepublishGet: (_name: string, id: string) => {
    mockAsked.push(['get', id]);
    return Promise.resolve(mockAnswer);
  },
}));

let cloud: InProcessCloud;
let article: string;
beforeAll(async () => {
  cloud = await startWriting();
});
beforeEach(async () => {
  cloud.clock.set(cloud.clock.now() + 61_000);
  mockAsked.length = 0;
  article = await compose();
});

const MINUTE = 60_000;
const PUSH = {
  id: 'p1',
  edition: 1,
  account: 'district',
  publish: true,
  step: 'publish',
  anew: false,
  pictures: [],
  urls: [],
  lease: 0,
};
function lay(own: object, push: object = {}): void {
  const document = {
    ...stored(article),
    state: 'publishing',
    draft: { mediaId: 'm1', account: 'district' },
    ...own,
    push: { ...PUSH, ...push },
  };
  const others = cloud.documents<ArticleDocument>('articles').filter(({ _id }) => _id !== article);
  cloud.replace('articles', [...others, document]);
}
/** Takes no key: it may be asked for as often as one likes. */
const step = async () =>
  (await cloud.invoke('publicity', 'pushStep', { township: 'bh', article }, { openid: STAFF }))
    .data as PushView;
const now = () => cloud.clock.now();

test('submitted with the draft that lies there, once; asked after a minute later', async () => {
  lay({});
  mockAnswer = { ok: true, data: { publishId: 'pub1' } };
  expect(await step()).toMatchObject({ state: 'publishing' });
  expect(mockAsked).toEqual([['submit', 'm1']]);
  expect(stored(article)).toMatchObject({
    state: 'publishing',
    workAt: now() + MINUTE,
    push: { publishId: 'pub1', submitting: true, lease: 0 },
  });
});

test.each([
  ['refused', { ok: false, code: 53503, maybeDone: false }, '53503'],
  ['perhaps done', { ok: false, code: 'timeout', maybeDone: true }, 'publish-unknown'],
] as const)('%s: the draft stays for a person, with why', async (_what, answer, code) => {
  lay({});
  mockAnswer = answer;
  expect(await step()).toMatchObject({ state: 'in-box', failure: { code } });
  expect(stored(article)).toMatchObject({
    workAt: 0,
    draft: { mediaId: 'm1' },
    push: { lease: 0, failure: { code, step: 'publish', at: now() } },
  });
  expect(lastOf(stored(article))).toMatchObject({
    row: { act: 'stay-in-box', of: article, by: 'system', from: 'publishing', to: 'in-box' },
    event: { event: 'article-failed', about: { article } },
  });
});

test('what was about to be submitted, or lies nowhere, is not submitted again', async () => {
  for (const [own, push] of [
    [{}, { submitting: true }],
    [{ draft: undefined }, {}],
  ] as const) {
    lay(own, push);
    expect(await step()).toMatchObject({ state: 'in-box', failure: { code: 'publish-unknown' } });
  }
  expect(mockAsked).toEqual([]);
});

test('while somebody has it in hand nobody else works on it; when their time is over the next one does', async () => {
  mockAnswer = { ok: true, data: { publishId: 'pub1' } };
  lay({}, { lease: now() + 1 });
  await step();
  expect(mockAsked).toEqual([]);
  lay({}, { lease: now() });
  await step();
  expect(mockAsked).toHaveLength(1);
});

describe('submitted before', () => {
  const follow = async (answer: object) => {
    lay(
      { workAt: 5 },
      { publishId: 'pub1', submitting: true, failure: { code: 'no-answer', step: 'publish', at: 1 } },
    );
    mockAnswer = answer;
    const view = await step();
    expect(mockAsked.at(-1)).toEqual(['get', 'pub1']);
    return view;
  };

  test('published: its address and day; the draft has left the box', async () => {
    const data = { status: 'published', urls: ['https://mp.weixin.qq.com/s/a', 'other'] };
    expect(await follow({ ok: true, data })).toMatchObject({ state: 'published' });
    const after = stored(article);
    expect(after).toMatchObject({ url: data.urls[0], publishedAt: now(), workAt: 0 });
    expect(after).not.toHaveProperty('draft');
    expect(after.push).not.toHaveProperty('failure');
    expect(lastOf(after)).toMatchObject({
      row: { act: 'publish', by: 'system', from: 'publishing', to: 'published' },
      event: { event: 'article-published', about: { article } },
    });
  });

  test.each([
    ['original-check-failed', 'p2'],
    ['failed', 'p3'],
    ['review-refused', 'p4'],
    ['deleted', 'p5'],
    ['banned', 'p6'],
  ] as const)('%s is %s of the table', async (status, code) => {
    expect(await follow({ ok: true, data: { status, urls: [] } })).toMatchObject({
      state: 'failed',
      failure: { code },
    });
    expect(stored(article)).toMatchObject({
      workAt: 0,
      push: { failure: { code, step: 'publish', at: now() } },
    });
    expect(lastOf(stored(article)).row).toMatchObject({
      act: 'fail-publishing',
      from: 'publishing',
      to: 'failed',
    });
  });

  test('still on its way, or no answer: asked again in a minute', async () => {
    expect(await follow({ ok: true, data: { status: 'publishing', urls: [] } })).toMatchObject({
      state: 'publishing',
    });
    expect(stored(article).workAt).toBe(now() + MINUTE);
    await follow({ ok: false, code: 40164, address: '203.0.113.7', maybeDone: false });
    expect(stored(article)).toMatchObject({
      state: 'publishing',
      workAt: now() + MINUTE,
      push: { failure: { code: '40164', step: 'publish', at: now(), address: '203.0.113.7' } },
    });
    await follow({ ok: false, code: 'timeout', maybeDone: true });
    expect(stored(article).push?.failure).toEqual({ code: 'no-answer', step: 'publish', at: now() });
  });
});
