import type { ArticleView, PushView } from '../../../miniprogram/contract/publicity';
import { BH, CHIEF, openPublicity, photo, QS, STAFF, text, type Publicity } from './office';

jest.setTimeout(120_000);

let office: Publicity;
beforeAll(async () => {
  office = await openPublicity();
});
afterAll(() => office.close());
beforeEach(async () => {
  await office.fault({});
  await office.control({ faults: {} });
});

const COLOURS = ['#b3151b', '#1d4ed8', '#146c2e'];

async function withPictures(): Promise<ArticleView> {
  const files = await Promise.all(
    COLOURS.map((colour, at) => office.upload(STAFF, `${String(at)}.jpg`, photo(colour))),
  );
  const pictures = files.map((file, at) => ({
    id: `p${String(at)}`,
    type: 'picture' as const,
    caption: '',
    picture: { file, faces: 'none' as const },
  }));
  return office.approved({
    blocks: [text('三张照片。'), ...pictures, { id: 'q', type: 'code', scene: 'bh.h1', caption: '' }],
  });
}

const begin = ({ article, edition }: ArticleView, more: object = {}) =>
  office.get<PushView>(STAFF, 'push', { article, edition, ...more });
const sources = (html: string) => [...html.matchAll(/<img[^>]* src="([^"]+)"/g)].map(([, src = '']) => src);

async function draftsOf(title: string) {
  return (await office.drafts()).filter(({ articles }) => articles[0]?.title === title);
}

it('lies in the draft box once, with every picture there, pushed through a killed instance and an expired token', async () => {
  const view = await withPictures();
  await begin(view);
  // The instance dies with three of the four pictures noted: admit, read, lease, then two calls each.
  await office.control({ faults: { killAfterCall: 12, function: 'publicity' } });
  expect((await office.ask(STAFF, 'pushStep', { article: view.article })).ok).toBe(false);
  await office.control({ faults: {} });
  const { push } = office.article(view.article);
  const there = push?.urls.length ?? 0;
  expect(there).toBeGreaterThan(0);
  await office.fault({ fail: [{ api: 'media/uploadimg', as: 42001 }] });
  office.clock.set(office.clock.now() + 61_000);
  const ended = await office.pushOut(view.article);
  expect(ended).toMatchObject({ state: 'in-box', running: false, done: 5, total: 5 });
  // What lay there before it died is the same afterwards.
  expect(office.article(view.article).push?.urls.slice(0, there)).toEqual(push?.urls);
  const [draft, ...others] = await draftsOf('代表接访日小结');
  expect(others).toEqual([]);
  const shown = sources(draft?.articles[0]?.content ?? '');
  expect(shown).toHaveLength(4);
  for (const url of shown) expect((await fetch(url)).status).toBe(200);
});

it('updates the same draft when the article has changed, and asks before it makes a deleted one anew', async () => {
  const view = await office.approved({ title: '要改的一篇' });
  await begin(view);
  await office.pushOut(view.article);
  const [first] = await draftsOf('要改的一篇');
  const { article } = view;
  await office.get(STAFF, 'reopen', { article, edition: view.edition });
  const content = { ...view.content, title: '改过的一篇' };
  const { edition } = await office.get<{ edition: number }>(STAFF, 'save', {
    article,
    edition: view.edition,
    content,
  });
  for (const [who, act] of [
    [STAFF, 'submit'],
    [CHIEF, 'approve'],
    [STAFF, 'push'],
  ] as const)
    await office.get(who, act, { article, edition });
  expect(await office.pushOut(article)).toMatchObject({ state: 'in-box' });
  expect(await draftsOf('改过的一篇')).toMatchObject([{ mediaId: first?.mediaId }]);
  expect(await draftsOf('要改的一篇')).toEqual([]);

  await office.fault({ fail: [{ api: 'draft/update', as: 40007 }] });
  await office.get(STAFF, 'push', { article, edition });
  expect(await office.pushOut(article)).toMatchObject({
    state: 'failed',
    failure: { code: '40007', askAnew: true },
  });
  expect(await office.ask(STAFF, 'push', { article, edition })).toMatchObject({ code: 'draft-deleted' });
  await office.get(STAFF, 'push', { article, edition, anew: true });
  expect(await office.pushOut(article)).toMatchObject({ state: 'in-box' });
});

it('makes one draft where the answer to draft/add was lost', async () => {
  const view = await office.approved({ title: '答复丢了' });
  await begin(view);
  await office.fault({ fail: [{ api: 'draft/add', as: 'drop' }] });
  expect(await office.pushOut(view.article)).toMatchObject({
    state: 'failed',
    failure: { code: 'no-answer', again: true },
  });
  expect(await draftsOf('答复丢了')).toHaveLength(1);
  await begin(view);
  expect(await office.pushOut(view.article)).toMatchObject({ state: 'in-box' });
  expect(await draftsOf('答复丢了')).toHaveLength(1);
});

it('makes one draft however many push at once', async () => {
  const view = await office.approved({ title: '一起推' });
  const { article, edition } = view;
  await Promise.all(Array.from({ length: 6 }, () => office.ask(STAFF, 'push', { article, edition })));
  await Promise.all(Array.from({ length: 8 }, () => office.ask(STAFF, 'pushStep', { article })));
  expect(await office.pushOut(article)).toMatchObject({ state: 'in-box' });
  expect(await draftsOf('一起推')).toHaveLength(1);
});

it('goes on by the minute relay when the phone is gone', async () => {
  const view = await office.approved({ title: '手机没电' });
  await begin(view);
  expect(office.article(view.article).state).toBe('pushing');
  office.clock.set(office.clock.now() + 61_000);
  await office.timer();
  expect(office.article(view.article).state).toBe('in-box');
});

it('publishes where the settings say so, and follows it to its end', async () => {
  const settings = { account: 'district', publish: 'submit', author: '' };
  const { edition } = await office.get<{ edition: number }>(STAFF, 'settings');
  await office.get(CHIEF, 'saveSettings', { edition, settings });
  const view = await office.approved({ title: '直接发布' });
  await begin(view);
  const ended = await office.pushOut(view.article);
  expect(ended).toMatchObject({ state: 'published' });
  expect(ended.url).toMatch(/\/wechat\/s\//);
  const { articles } = await office.get<{ articles: { title: string }[] }>('o-villager', 'published');
  expect(articles).toMatchObject([{ title: '直接发布' }]);
  expect(await draftsOf('直接发布')).toEqual([]);

  // A submission without an answer is not repeated by itself.
  const second = await office.approved({ title: '不知道发没发' });
  await begin(second);
  await office.fault({ fail: [{ api: 'freepublish/submit', as: 'drop' }] });
  expect(await office.pushOut(second.article)).toMatchObject({
    state: 'in-box',
    failure: { code: 'publish-unknown' },
  });
  await office.fault({});
  await office.get(CHIEF, 'saveSettings', {
    edition: edition + 1,
    settings: { ...settings, publish: 'leave' },
  });
});

it('goes to the township’s own account, which may not publish by the interface', async () => {
  const settings = { account: 'own', publish: 'submit', author: '' };
  expect(await office.get(STAFF, 'settings', { township: QS })).toMatchObject({
    keys: { own: true, district: true },
  });
  expect(await office.get(STAFF, 'settings', { township: BH })).toMatchObject({
    keys: { own: false, district: true },
  });
  await office.get(CHIEF, 'saveSettings', { township: QS, edition: 0, settings });
  const { article, edition } = await office.approved({ title: '青石镇的一篇' }, QS);
  await office.get(STAFF, 'push', { township: QS, article, edition });
  const ended = await office.pushOut(article, QS);
  expect(ended).toMatchObject({ state: 'in-box', failure: { code: '48001', step: 'publish' } });
  expect(ended.failure?.todo).toContain('已经发布');
  expect((await office.drafts(QS)).map(({ articles }) => articles[0]?.title)).toEqual(['青石镇的一篇']);
  const url = 'https://mp.weixin.qq.com/s/abcDEF123';
  await office.get(STAFF, 'markPublished', { township: QS, article, edition, url });
  const { articles } = await office.get<{ articles: object[] }>('o-villager', 'published', { township: QS });
  expect(articles).toMatchObject([{ title: '青石镇的一篇', url }]);
});
