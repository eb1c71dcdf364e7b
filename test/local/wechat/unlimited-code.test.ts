import { getUnlimitedCode } from '../../../cloudfunctions/shared/wechat/codes';
import { startWechat, type WechatRun } from './harness';

let run: WechatRun;

beforeAll(async () => {
  run = await startWechat();
});

afterAll(() => run.close());

test('a code is a picture, and the page shows it with what it opens', async () => {
  const answer = await getUnlimitedCode({ scene: 'baihe.h1', page: 'pages/home/home' });
  if (!answer.ok) throw new Error('no code');
  expect(answer.data.type).toBe('image/png');
  expect(answer.data.bytes.subarray(1, 4).toString()).toBe('PNG');
  const page = await run.page();
  expect(page).toContain('baihe.h1');
  const picture = /src="(\/wechat\/code\/[^"]+)"/.exec(page)?.[1] ?? '';
  const bytes = Buffer.from(await (await fetch(`${run.cloud.url}${picture}`)).arrayBuffer());
  expect(bytes.equals(answer.data.bytes)).toBe(true);
});

test.each([
  ['x'.repeat(33), 'pages/home/home', 40129],
  ['', 'pages/home/home', 40129],
  ['村口', 'pages/home/home', 40129],
  ['50%', 'pages/home/home', 40129],
  ['a b', 'pages/home/home', 40129],
  ['baihe.h1', '/pages/home/home', 41030],
  ['baihe.h1', 'pages/home/home?a=1', 41030],
  ['baihe.h1', 'pages/not/published', 41030],
])('scene %j, page %j: %i', async (scene, page, code) => {
  await expect(getUnlimitedCode({ scene, page })).resolves.toMatchObject({ ok: false, code });
});

test('all that a scene may hold', async () => {
  await expect(
    getUnlimitedCode({ scene: "!#$&'()*+,/:;=?@-._~09azAZ", page: 'pages/home/home' }),
  ).resolves.toMatchObject({ ok: true });
});

test('too wide is refused', async () => {
  const wish = { scene: 'a', page: 'pages/home/home', width: 2_000 };
  await expect(getUnlimitedCode(wish)).resolves.toMatchObject({ code: 40035 });
});
