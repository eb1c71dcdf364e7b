import { DISTRICT_ACCOUNT } from '../../../cloudfunctions/shared/wechat/accounts';
import { draftAdd, draftCount } from '../../../cloudfunctions/shared/wechat/drafts';
import { addMaterial } from '../../../cloudfunctions/shared/wechat/materials';
import { freepublishGet, freepublishSubmit } from '../../../cloudfunctions/shared/wechat/publish';
import { jpeg, startWechat, type WechatRun } from './harness';

let run: WechatRun;

beforeEach(async () => {
  run = await startWechat({ now: '2026-12-01T09:00:00+08:00' });
});

afterEach(() => run.close());

async function draft(township: string, title: string): Promise<string> {
  const cover = await addMaterial(township, { name: 'a.jpg', type: 'image/jpeg', bytes: jpeg() });
  if (!cover.ok) throw new Error('no cover');
  const article = { title, content: '<p>正文在这里</p>', coverId: cover.data.mediaId };
  const answer = await draftAdd(township, [article]);
  if (!answer.ok) throw new Error('no draft');
  return answer.data.mediaId;
}

async function submit(title: string): Promise<string> {
  const answer = await freepublishSubmit(DISTRICT_ACCOUNT, await draft(DISTRICT_ACCOUNT, title));
  if (!answer.ok) throw new Error(`refused: ${String(answer.code)}`);
  return answer.data.publishId;
}

const later = (ms: number): void => {
  run.cloud.clock.set(run.cloud.clock.now() + ms);
};

test('submitted is only queued; then it has an address, and the draft has left the box', async () => {
  const id = await submit('接待日小记');
  await expect(freepublishGet(DISTRICT_ACCOUNT, id)).resolves.toMatchObject({
    data: { status: 'publishing', urls: [] },
  });
  await expect(draftCount(DISTRICT_ACCOUNT)).resolves.toMatchObject({ data: 0 });
  later(21_000);
  const done = await freepublishGet(DISTRICT_ACCOUNT, id);
  if (!done.ok) throw new Error('lost');
  expect(done.data.status).toBe('published');
  expect(await (await fetch(done.data.urls[0] ?? '')).text()).toContain('正文在这里');
  expect(await run.page()).toContain('已发布');
});

test.each([
  ['原创校验失败', 'original-check-failed'],
  ['发布失败', 'failed'],
  ['审核不通过', 'review-refused'],
])('a title with %s ends as %s', async (title, status) => {
  const id = await submit(title);
  later(21_000);
  await expect(freepublishGet(DISTRICT_ACCOUNT, id)).resolves.toMatchObject({
    data: { status, urls: [], failed: [1] },
  });
});

test.each([
  ['发布后删除', 'deleted'],
  ['发布后封禁', 'banned'],
])('a title with %s is published for a while, then %s', async (title, status) => {
  const id = await submit(title);
  later(21_000);
  const first = await freepublishGet(DISTRICT_ACCOUNT, id);
  expect(first).toMatchObject({ data: { status: 'published' } });
  later(61_000);
  await expect(freepublishGet(DISTRICT_ACCOUNT, id)).resolves.toMatchObject({ data: { status } });
  const url = first.ok ? (first.data.urls[0] ?? '') : '';
  expect((await fetch(url)).status).toBe(404);
});

test('an account that is not certified keeps its draft and may not publish', async () => {
  const id = await draft('qs', '接待日小记');
  await expect(freepublishSubmit('qs', id)).resolves.toMatchObject({ code: 48001 });
  await expect(draftCount('qs')).resolves.toMatchObject({ data: 1 });
});

test('what is not there cannot be published', async () => {
  await expect(freepublishSubmit(DISTRICT_ACCOUNT, 'none')).resolves.toMatchObject({ code: 40007 });
  await expect(freepublishGet(DISTRICT_ACCOUNT, '1')).resolves.toMatchObject({ code: 40035 });
});

test('the day’s limit', async () => {
  await run.fault({ limits: { 'freepublish/submit': { perDay: 0 } } });
  const id = await draft(DISTRICT_ACCOUNT, '题');
  await expect(freepublishSubmit(DISTRICT_ACCOUNT, id)).resolves.toMatchObject({ code: 45009 });
});
