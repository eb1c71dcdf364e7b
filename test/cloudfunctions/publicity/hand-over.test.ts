/** An article that is given to the district or its media centre: as good a way out as the official account. */
import { strFromU8, unzipSync } from 'fflate';
import type { ArticleView } from '../../../miniprogram/contract/publicity';
import { BH, CHIEF, openPublicity, photo, STAFF, text, type Publicity } from './office';
import { newKey } from '../request/requests';

let office: Publicity;
beforeAll(async () => {
  office = await openPublicity();
}, 60_000);
afterAll(async () => {
  await office.close();
});

const TO = '区融媒体中心';
const view = (article: string) => office.get<ArticleView>(STAFF, 'get', { article });

let photos = 0;
async function ready(title: string): Promise<ArticleView> {
  const file = await office.upload(STAFF, `road-${String(photos++)}.jpg`, photo('#336699'));
  const picture = { file, faces: 'none' as const };
  const blocks = [
    text('看了村道。\n也看了水渠。'),
    { id: 'p1', type: 'picture' as const, picture, caption: '代表在村道上' },
  ];
  return office.approved({ title, blocks });
}

async function print(openid: string, article: string) {
  return office.invoke('report', 'articlePaper', { township: BH, article }, { openid, key: newKey() });
}

it('is noted with whom it went to and by whom, waits for nobody any more, and is taken back', async () => {
  const { article, edition } = await ready('送出去的一篇');
  expect(await office.ask(STAFF, 'handOver', { article, edition, words: '' })).toMatchObject({ ok: false });
  const words = TO;
  expect(await office.get(STAFF, 'handOver', { article, edition, words })).toMatchObject({ state: 'handed' });
  const after = await view(article);
  expect(after).toMatchObject({ state: 'handed', acts: ['reopen', 'push', 'mark-published', 'take-back'] });
  const last = after.steps.find(({ act }) => act === 'hand-over');
  expect(last).toMatchObject({ state: 'handed', words: TO });
  expect(last?.by).not.toBe('');
  const { articles } = await office.get<{ articles: object[] }>(STAFF, 'list', { state: 'handed' });
  expect(articles).toMatchObject([{ article, state: 'handed' }]);
  expect(await office.ask(STAFF, 'handOver', { article, edition, words })).toMatchObject({
    code: 'wrong-state',
  });
  expect(await office.get(CHIEF, 'takeBack', { article, edition })).toMatchObject({ state: 'approved' });
  expect((await view(article)).acts).toContain('hand-over');
});

it('goes to the official account as well, afterwards', async () => {
  const { article, edition } = await ready('两边都发的一篇');
  await office.get(STAFF, 'handOver', { article, edition, words: TO });
  await office.get(STAFF, 'push', { article, edition });
  expect(await office.pushOut(article)).toMatchObject({ state: 'in-box' });
});

it('leaves as a document with its words and its pictures', async () => {
  const { article } = await ready('带图的一篇');
  const answer = await print(STAFF, article);
  expect(answer).toMatchObject({ ok: true, data: { name: '稿件 带图的一篇.docx' } });
  const response = await fetch((answer.data as { file: string }).file);
  const parts = unzipSync(new Uint8Array(await response.arrayBuffer()));
  const words = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, '');
  for (const said of ['带图的一篇', '看了村道。', '也看了水渠。', '代表在村道上'])
    expect(words).toContain(said);
  const pictures = Object.keys(parts).filter((name) => name.startsWith('word/media/'));
  expect(pictures.length).toBeGreaterThan(0);
  expect(words).not.toContain('请另外向我们要');
});

it('leaves for nobody else, and not before it was approved', async () => {
  const { article } = await ready('还没审的一篇');
  expect(await print('bh-p5', article)).toMatchObject({ code: 'not-allowed' });
  const { article: draft } = await office.get<{ article: string }>(STAFF, 'compose', {
    from: { kind: 'blank', of: '' },
  });
  expect(await print(STAFF, draft)).toMatchObject({ code: 'wrong-state' });
});
