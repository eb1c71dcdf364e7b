import { DISTRICT_ACCOUNT } from '../../../cloudfunctions/shared/wechat/accounts';
import {
  draftAdd,
  type DraftArticle,
  draftBatchGet,
  draftCount,
  draftDelete,
  draftGet,
  draftUpdate,
} from '../../../cloudfunctions/shared/wechat/drafts';
import { addMaterial, uploadImage } from '../../../cloudfunctions/shared/wechat/materials';
import { jpeg, startWechat, type WechatRun } from './harness';

const picture = { name: 'a.jpg', type: 'image/jpeg' as const, bytes: jpeg() };

let run: WechatRun;
let article: DraftArticle;
let url: string;

beforeEach(async () => {
  run = await startWechat();
  const [cover, body] = [
    await addMaterial(DISTRICT_ACCOUNT, picture),
    await uploadImage(DISTRICT_ACCOUNT, picture),
  ];
  if (!cover.ok || !body.ok) throw new Error('no pictures');
  url = body.data.url;
  article = { title: '接待日小记', content: '<p>三位代表接待了群众。</p>', coverId: cover.data.mediaId };
});

afterEach(() => run.close());

async function add(more: Partial<DraftArticle> = {}): Promise<string> {
  const answer = await draftAdd(DISTRICT_ACCOUNT, [{ ...article, ...more }]);
  if (!answer.ok) throw new Error(`refused: ${String(answer.code)}`);
  return answer.data.mediaId;
}

const contentOf = async (content: string): Promise<string> => {
  const answer = await draftGet(DISTRICT_ACCOUNT, await add({ content }));
  return answer.ok ? (answer.data[0]?.content ?? '') : '';
};

test('a draft is there, changes and goes', async () => {
  const id = await add({ author: '人大办', digest: '一句话' });
  await expect(draftCount(DISTRICT_ACCOUNT)).resolves.toEqual({ ok: true, data: 1 });
  await expect(draftGet(DISTRICT_ACCOUNT, id)).resolves.toMatchObject({
    data: [{ title: '接待日小记', author: '人大办', digest: '一句话', coverId: article.coverId }],
  });
  await expect(draftUpdate(DISTRICT_ACCOUNT, id, { ...article, title: '改过的' })).resolves.toMatchObject({
    ok: true,
  });
  await expect(draftBatchGet(DISTRICT_ACCOUNT, 0, 20)).resolves.toMatchObject({
    data: { total: 1, drafts: [{ mediaId: id, items: [{ title: '改过的', content: '' }] }] },
  });
  await expect(draftDelete(DISTRICT_ACCOUNT, id)).resolves.toMatchObject({ ok: true });
  for (const gone of [
    draftGet(DISTRICT_ACCOUNT, id),
    draftUpdate(DISTRICT_ACCOUNT, id, article),
    draftDelete(DISTRICT_ACCOUNT, id),
  ])
    await expect(gone).resolves.toMatchObject({ code: 40007 });
});

test.each<[string, Partial<DraftArticle>, number]>([
  ['a cover that is no permanent material', { coverId: 'temporary-1' }, 40007],
  ['a title of 33', { title: '题'.repeat(33) }, 45003],
  ['no title', { title: '' }, 45003],
  ['an author of 17', { author: '作'.repeat(17) }, 45110],
  ['a digest of 129', { digest: '摘'.repeat(129) }, 45004],
  ['20,000 characters', { content: '字'.repeat(20_000) }, 45002],
  ['no content', { content: '' }, 44004],
  ['a link to elsewhere', { content: '<a href="https://example.com/">看</a>' }, 45166],
  ['a crop that is none', { wideCrop: '0_0_9_1' }, 40035],
])('refuses %s', async (_what, more, code) => {
  await expect(draftAdd(DISTRICT_ACCOUNT, [{ ...article, ...more }])).resolves.toMatchObject({
    ok: false,
    code,
  });
  await expect(draftCount(DISTRICT_ACCOUNT)).resolves.toMatchObject({ data: 0 });
});

test('takes what is just within the limits', async () => {
  const more = { title: '题'.repeat(32), author: '作'.repeat(16), digest: '摘'.repeat(128) };
  await add({ ...more, content: '字'.repeat(19_999), wideCrop: '0_0.1_1_0.9', squareCrop: '0.2_0_0.8_1' });
});

test('without a digest the first 54 characters are taken', async () => {
  const answer = await draftGet(DISTRICT_ACCOUNT, await add({ content: `<p>${'字'.repeat(60)}</p>` }));
  expect(answer.ok && answer.data[0]?.digest).toBe('字'.repeat(54));
});

test('keeps the account’s own pictures and drops foreign ones without a word', async () => {
  const content = `<p><img src="${url}"><img src="https://example.com/x.jpg"><img data-src='${url}'></p>`;
  expect(await contentOf(content)).toBe(`<p><img src="${url}"><img data-src='${url}'></p>`);
});

test('a picture of one account is foreign to another', async () => {
  const cover = await addMaterial('qs', picture);
  if (!cover.ok) throw new Error('no cover');
  const content = `<p>文<img src="${url}"></p>`;
  const added = await draftAdd('qs', [{ ...article, coverId: cover.data.mediaId, content }]);
  if (!added.ok) throw new Error('not added');
  const read = await draftGet('qs', added.data.mediaId);
  expect(read.ok && read.data[0]?.content).toBe('<p>文</p>');
  await expect(draftGet(DISTRICT_ACCOUNT, added.data.mediaId)).resolves.toMatchObject({ code: 40007 });
});

test('scripts and handlers go', async () => {
  const content = '<p onclick="steal()">文</p><script>steal()</script><iframe src="x"></iframe>';
  expect(await contentOf(content)).toBe('<p>文</p>');
});

test('Chinese as escapes is refused', async () => {
  const asked = { grant_type: 'client_credential', appid: process.env['OA_APPID'] };
  const { access_token: token } = await run.post('/cgi-bin/stable_token', {
    ...asked,
    secret: process.env['OA_SECRET'],
  });
  const body = '{"articles":[{"title":"\\u63a5","content":"x","thumb_media_id":"x"}]}';
  expect(await run.post(`/cgi-bin/draft/add?access_token=${String(token)}`, body)).toMatchObject({
    errcode: 40033,
  });
});

test('more than eight articles are refused', async () => {
  const articles = Array.from({ length: 9 }, () => article);
  await expect(draftAdd(DISTRICT_ACCOUNT, articles)).resolves.toMatchObject({ code: 47001 });
  await expect(draftAdd(DISTRICT_ACCOUNT, articles.slice(1))).resolves.toMatchObject({ ok: true });
});

test('a token that ends in the middle is renewed, and the draft is there once', async () => {
  await run.fault({ fail: [{ api: 'draft/add', as: 42001 }] });
  await add();
  await expect(draftCount(DISTRICT_ACCOUNT)).resolves.toMatchObject({ data: 1 });
});

test('a lost answer leaves one draft, which can be found', async () => {
  await run.fault({ fail: [{ api: 'draft/add', as: 'drop' }] });
  await expect(draftAdd(DISTRICT_ACCOUNT, [article])).resolves.toMatchObject({ maybeDone: true });
  await expect(draftBatchGet(DISTRICT_ACCOUNT, 0, 1)).resolves.toMatchObject({
    data: { total: 1, drafts: [{ items: [{ title: '接待日小记' }] }] },
  });
});

test('the page shows it as the reader would see it, without its scripts', async () => {
  const id = await add({ content: `<p>正文<img src="${url}"></p>` });
  expect(await run.page()).toContain('接待日小记');
  const response = await fetch(`${run.cloud.url}/wechat/draft/${String(process.env['OA_APPID'])}/${id}`);
  expect(response.headers.get('content-security-policy')).toContain("script-src 'none'");
  expect(await response.text()).toContain(`正文<img src="${url}">`);
});
