/** What each act on an article leaves behind and answers. In process. */
import { accountOf, decryptField } from '../../../cloudfunctions/shared/cipher';
import type { Content } from '../../../miniprogram/contract/article';
import type { Saved } from '../../../miniprogram/contract/publicity';
import type { InProcessCloud } from '../../support/in-process';
import { newKey } from '../request/requests';
import {
  ask,
  CHIEF,
  compose,
  contentOf,
  folder,
  lastOf,
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
jest.mock('../../../cloudfunctions/shared/files', () => ({
  linkFiles: (files: readonly string[]) => Promise.resolve(files.map((file) => `https://link/${file}`)),
}));

let cloud: InProcessCloud;
beforeAll(async () => {
  cloud = await startWriting();
});
beforeEach(() => {
  cloud.clock.set(cloud.clock.now() + 61_000);
});

test('composed: empty of marks, with who wrote it; the same key is the same article', async () => {
  const key = newKey();
  const from = { kind: 'blank', of: '' };
  const made = await ask(STAFF, 'compose', { from }, key);
  const { article, existed } = made.data as { article: string; existed: boolean };
  expect(existed).toBe(false);
  expect((await ask(STAFF, 'compose', { from }, key)).data).toEqual({ article, existed: true });
  const account = accountOf(STAFF);
  expect(stored(article)).toMatchObject({
    state: 'draft',
    edition: 1,
    rev: 1,
    source: from,
    day: '2026-12-07',
    writers: [account],
    kept: { edition: 0, at: cloud.clock.now() },
    changedAt: cloud.clock.now(),
    overruled: [],
    marks: [],
    openMarks: 0,
    workAt: 0,
    publishedAt: 0,
    steps: [{ at: cloud.clock.now(), act: 'compose', state: 'draft' }],
    history: [{ act: 'compose', of: article, by: account, from: '', to: 'draft' }],
    outbox: [{ event: 'article-composed', about: { article, by: account } }],
  });
  expect(await view(article)).toMatchObject({ state: 'draft', mine: true, edition: 1, openMarks: 0 });
  expect((await view(article, TWO)).mine).toBe(false);
  const other = { from, template: 'nosuch' };
  expect(await ask(STAFF, 'compose', other)).toMatchObject({ code: 'not-found' });
  expect(await ask(STAFF, 'compose', { from, template: 'other' }, key)).toMatchObject({ code: 'key-reused' });
});

describe('each act is a step of its own: in the steps, in the audit, for whoever is told', () => {
  const URL = 'https://mp.weixin.qq.com/s/abcdef';
  const acts = [
    ['submit', STAFF, { words: '核对过' }, 'submit', 'submitted', 'article-submitted'],
    ['withdraw', STAFF, {}, 'withdraw', 'draft', 'article-withdrawn'],
    ['submit', STAFF, {}, 'submit', 'submitted', 'article-submitted'],
    ['review', TWO, { words: '复审过' }, 'review', 'submitted', 'article-reviewed'],
    ['sendBack', CHIEF, { words: '再想想' }, 'send-back', 'draft', 'article-returned'],
    ['drop', STAFF, {}, 'drop', 'dropped', 'article-dropped'],
    ['restore', STAFF, {}, 'restore', 'draft', 'article-restored'],
    ['submit', STAFF, {}, 'submit', 'submitted', 'article-submitted'],
    ['approve', CHIEF, { words: '同意发' }, 'approve', 'approved', 'article-approved'],
    ['handOver', STAFF, { words: '区融媒体中心' }, 'hand-over', 'handed', 'article-handed'],
    ['takeBack', STAFF, {}, 'take-back', 'approved', 'article-handed-back'],
    ['reopen', STAFF, {}, 'reopen', 'draft', 'article-reopened'],
    ['submit', STAFF, {}, 'submit', 'submitted', 'article-submitted'],
    ['approve', CHIEF, {}, 'approve', 'approved', 'article-approved'],
    ['handOver', STAFF, { words: '区人大' }, 'hand-over', 'handed', 'article-handed'],
    ['markPublished', STAFF, { url: URL }, 'mark-published', 'published', 'article-published'],
  ] as const;
  let at: { article: string; edition: number };
  beforeAll(async () => {
    at = await written('群众说事，代表记下。');
  });

  test.each(acts)('%s by %s', async (action, openid, more, act, to, event) => {
    const { article, edition } = at;
    const before = stored(article);
    const later = { article, edition: edition + 1, ...more };
    expect(await ask(openid, action, later)).toMatchObject({ code: 'article-changed', details: { edition } });
    const key = newKey();
    const answer = { ok: true, data: { article, state: to, edition } };
    expect(await ask(openid, action, { ...at, ...more }, key)).toMatchObject(answer);
    expect(await ask(openid, action, { ...at, ...more }, key)).toMatchObject(answer);
    const again = await ask(openid, action, { ...at, ...more });
    if (action !== 'review') expect(again).toMatchObject({ code: 'wrong-state', details: { state: to } });
    const after = stored(article);
    const [step] = after.steps.slice(before.steps.length);
    expect(step).toMatchObject({ act, state: to });
    expect(step?.words && decryptField(step.words)).toBe('words' in more ? more.words : undefined);
    expect(decryptField(step?.by ?? '')).not.toBe('');
    const by = openid === CHIEF ? 'p1' : accountOf(openid);
    expect(lastOf(after)).toMatchObject({
      row: {
        act,
        of: article,
        by,
        from: before.state,
        to,
      },
      event: { event, about: { article, by } },
    });
  });

  test('what was published has its address and its day, in the list and for everybody', async () => {
    const { article } = at;
    expect(stored(article)).toMatchObject({ url: URL, publishedAt: expect.any(Number) as number });
    expect(stored(article)).not.toHaveProperty('draft');
    const { data } = await ask('o-villager', 'published');
    expect(data).toEqual({
      articles: [{ title: '一篇', url: URL, publishedAt: stored(article).publishedAt }],
    });
    const none = await ask('o-villager', 'published', { before: stored(article).publishedAt });
    expect(none.data).toEqual({ articles: [] });
    const { data: list } = await ask(STAFF, 'list', { state: 'published' });
    expect(list).toMatchObject({ articles: [{ article, title: '一篇', state: 'published' }] });
    expect(list).not.toHaveProperty('next');
  });
});

test('an article that is not there is found by no act', async () => {
  const asked = { article: `bh~${'0'.repeat(16)}`, edition: 1 };
  const acts: readonly [string, string, object][] = [
    ['get', STAFF, { article: asked.article }],
    ['preview', STAFF, { article: asked.article }],
    ['pack', STAFF, { article: asked.article }],
    ['submit', STAFF, asked],
    ['approve', CHIEF, asked],
    ['save', STAFF, { ...asked, content: contentOf('某') }],
    ['overrule', STAFF, { ...asked, mark: '0'.repeat(16), words: '某' }],
    ['push', STAFF, asked],
    ['pushStep', STAFF, { article: asked.article }],
    ['pushStatus', STAFF, { article: asked.article }],
    ['version', STAFF, { article: asked.article, version: `${asked.article}~v1` }],
  ];
  for (const [action, openid, input] of acts)
    expect([action, (await ask(openid, action, input)).code]).toEqual([action, 'not-found']);
});

test('what is not whole is not sent off, and is told what it lacks', async () => {
  const article = await compose();
  const { code, details } = await ask(STAFF, 'submit', { article, edition: 1 });
  expect(code).toBe('article-incomplete');
  expect((details as { problems: string[] }).problems).toContain('cover-missing');
});

describe('saved', () => {
  test('it is the next edition, by whoever saved it; what stood there before is kept for the history', async () => {
    const { article, edition } = await written('第一稿。');
    expect(stored(article)).toMatchObject({ edition: 2, kept: { edition: 0 } });
    const save = async (who: string, at: number, words: string) =>
      (await ask(who, 'save', { article, edition: at, content: contentOf(words, '改过') })).data as Saved;
    expect(await save(STAFF, edition, '第二稿。')).toMatchObject({
      saved: true,
      edition: 3,
      marks: [],
      problems: [],
    });
    // The same hand within five minutes: no version of its own.
    cloud.clock.set(cloud.clock.now() + 1_000);
    expect(stored(article).kept.edition).toBe(0);
    expect(await save(TWO, 3, '第三稿。')).toMatchObject({ saved: true, edition: 4 });
    expect(stored(article)).toMatchObject({
      kept: { edition: 3, at: cloud.clock.now() },
      changedAt: cloud.clock.now(),
    });
    expect(stored(article).writers).toEqual([accountOf(STAFF), accountOf(TWO)]);
    expect(decryptField(stored(article).by)).toBe('周二');
    cloud.clock.set(cloud.clock.now() + 300_000);
    await save(TWO, 4, '第四稿。');
    expect(stored(article).kept.edition).toBe(4);
    expect(lastOf(stored(article))).toMatchObject({
      row: { act: 'save', from: 'draft', to: 'draft' },
      event: { event: 'article-saved' },
    });
    expect(stored(article).steps.map(({ act }) => act)).toEqual(['compose']);
    const { versions } = (await ask(STAFF, 'history', { article })).data as {
      versions: { version: string; kind: string; edition: number; by: string; title: string }[];
    };
    expect(versions.map(({ kind, edition: of, title }) => [kind, of, title])).toEqual([
      ['saved', 4, '改过'],
      ['saved', 3, '改过'],
    ]);
    expect(versions[0]?.by).toBe('周二');
    const version = versions[1]?.version;
    const { data } = await ask(STAFF, 'version', { article, version });
    expect((data as { content: Content }).content.blocks).toEqual(contentOf('第二稿。').blocks);
    const other = await compose();
    expect(await ask(STAFF, 'version', { article: other, version })).toMatchObject({ code: 'not-found' });
  });

  test('of what was sent off nothing is changed', async () => {
    const { article, edition } = await written('写好了。');
    await ask(STAFF, 'submit', { article, edition });
    const now = { article, edition, content: contentOf('还想改。') };
    expect(await ask(STAFF, 'save', now)).toMatchObject({
      code: 'wrong-state',
      details: { state: 'submitted' },
    });
  });

  test('a picture must be one that was taken in for who saves it, or there already', async () => {
    const { article, edition } = await written('看照片。');
    const picture = (openid: string) => ({
      file: `cloud://test.bucket/${folder(openid)}/x.jpg`,
      faces: 'none' as const,
    });
    const content = {
      ...contentOf('看照片。'),
      blocks: [{ id: 'p', type: 'picture' as const, picture: picture('o-villager'), caption: '' }],
    };
    expect(await ask(STAFF, 'save', { article, edition, content })).toMatchObject({ code: 'not-your-file' });
    // The cover is of another's folder, and was there.
    expect(await ask(TWO, 'save', { article, edition, content: contentOf('只改字。') })).toMatchObject({
      ok: true,
    });
  });
});

test('a mark that is let stand has who, when and why; it counts no more, and is not let stand twice', async () => {
  const { article, edition } = await written('请打13812345678。');
  const [mark] = stored(article).marks;
  const asked = { article, edition, mark: mark?.id ?? '', words: '公开的电话' };
  expect((await view(article)).openMarks).toBe(1);
  expect(await ask(STAFF, 'overrule', { ...asked, mark: '0'.repeat(16) })).toMatchObject({
    code: 'mark-gone',
  });
  expect(await ask(STAFF, 'overrule', { ...asked, edition: 1 })).toMatchObject({
    code: 'article-changed',
    details: { edition },
  });
  const key = newKey();
  const done = await ask(STAFF, 'overrule', asked, key);
  expect(done.data).toMatchObject({
    marks: [{ id: mark?.id, overruled: { words: '公开的电话', at: cloud.clock.now() } }],
  });
  expect((await ask(STAFF, 'overrule', asked, key)).data).toEqual(done.data);
  expect((await ask(TWO, 'overrule', asked)).data).toEqual(done.data);
  const after = stored(article);
  expect(after).toMatchObject({ openMarks: 0, overruled: [{ mark: mark?.id }] });
  expect(after.overruled).toHaveLength(1);
  const { row, event } = lastOf(after);
  expect(row).toMatchObject({ act: 'overrule', of: mark?.id, from: 'draft', to: 'draft' });
  expect(decryptField(row?.words ?? '')).toBe('公开的电话');
  expect(event).toMatchObject({ event: 'article-mark-overruled', about: { article } });
  await ask(STAFF, 'submit', { article, edition });
  await ask(CHIEF, 'approve', { article, edition });
  expect(await ask(STAFF, 'overrule', asked)).toMatchObject({
    code: 'wrong-state',
    details: { state: 'approved' },
  });
});
