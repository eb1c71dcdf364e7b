import { locateStack } from '../../../local/preview/locate';
import { officialApis } from '../../../local/preview/compile/official-apis';
import { startFixture } from './fixture-server';
import type { FixtureServer } from './fixture-server';

let server: FixtureServer;

beforeAll(async () => {
  server = await startFixture({
    control: true,
    clock: { now: () => 1_800_000_000_000, onJump: () => () => undefined },
  });
});

afterAll(() => server.close());

const get = (path: string): Promise<Response> => fetch(`${server.url}${path}`);

it('answers the phone for every query, and nothing of the cloud’s', async () => {
  const page = await get('?scene=bh.h1');
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(await page.text()).toContain('"nowMs":1800000000000');
  expect((await get('control')).status).toBe(404);
  expect(server.seen.map((one) => one.path)).toEqual(['/control']);
});

it('serves pictures of the package, and no source, nothing outside of it', async () => {
  expect((await get('__preview/files/images/dot.png')).headers.get('content-type')).toBe('image/png');
  for (const path of [
    'app.ts',
    '../fixture-server.ts',
    '%2e%2e/%2e%2e/package.json',
    'images',
    'images/none.png',
  ]) {
    expect((await get(`__preview/files/${path}`)).status).toBe(404);
  }
});

it('serves a Chinese font in slices under the name that the pages ask for', async () => {
  const sheet = await (await get('__preview/fonts.css')).text();
  expect(sheet).toContain("font-family: 'PingFang SC'");
  const file = /url\(\/(__preview\/fonts\/[^)]+)\)/.exec(sheet)?.[1] ?? '';
  const font = await get(file);
  expect(font.headers.get('content-type')).toBe('font/woff2');
  expect(
    Buffer.from(await font.arrayBuffer())
      .subarray(0, 4)
      .toString(),
  ).toBe('wOF2');
  expect((await get('__preview/fonts/..%2fpackage.json')).status).toBe(404);
});

it('closes every identity’s quotes in the page', async () => {
  const strange = await startFixture({
    identities: [{ openid: 'x', label: '</script><b>', role: '', township: '' }],
  });
  try {
    expect(await (await fetch(strange.url)).text()).not.toContain('</script><b>');
  } finally {
    await strange.close();
  }
});

it('leaves a stack alone that it has no map for', () => {
  const stack = 'Error: x\n    at a (http://127.0.0.1:1/__preview/app.js:1:2)\n    at b (native)';
  expect(locateStack(stack, {}, '/root')).toBe(stack);
});

it('knows WeChat’s functions by name', () => {
  const names = officialApis();
  expect(names).toEqual(expect.arrayContaining(['navigateTo', 'getLocation', 'requestSubscribeMessage']));
  expect(names).not.toContain('success');
});
