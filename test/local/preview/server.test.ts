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

it('sends a script once to a browser that kept it, and again when it is another', async () => {
  const first = await get('__preview/app.js');
  const etag = first.headers.get('etag') ?? '';
  const ask = async (tag: string) => {
    const answer = await fetch(`${server.url}__preview/app.js`, { headers: { 'if-none-match': tag } });
    return [answer.status, (await answer.text()).length];
  };
  expect(first.headers.get('cache-control')).toBe('no-cache');
  expect(await ask(etag)).toEqual([304, 0]);
  expect(await ask('"of an older build"')).toEqual([200, (await first.text()).length]);
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

it('puts the place in the sources where a browser wrote the script’s address', () => {
  const map = JSON.stringify({ version: 3, sources: ['/somewhere/a.ts'], names: [], mappings: 'AAAA' });
  const at = (line: string): string => locateStack(line, { 'app.js': map }, '/somewhere');
  expect(at('    at a (http://h:1/__preview/app.js:1:1)')).toBe('    at a (a.ts:1:1)');
  expect(at('    at http://h:1/__preview/app.js:1:1')).toBe('    at (a.ts:1:1)');
  expect(at('a@http://h:1/__preview/app.js:1:1')).toBe('a(a.ts:1:1)');
});

it('is done with a line of 200,000 letters, which no place ends', () => {
  const line = `${'x'.repeat(100_000)}${'/__preview/'.repeat(9_000)}`;
  const other = `${'at x'.repeat(50_000)}/__preview/app.js:1:`;
  for (const long of [line, other]) expect(locateStack(long, {}, '/root')).toBe(long);
});

it('answers 400 for an address that can be none, and says nothing of what every object has', async () => {
  for (const path of ['%ff', '__preview/%ff', '__preview/__proto__', '__preview/__proto__/x'])
    expect([path, (await get(path)).status]).toEqual([path, 400]);
  for (const path of ['__preview/constructor', '__preview/toString', '__preview/none'])
    expect([path, (await get(path)).status]).toEqual([path, 404]);
});

it('locates a stack for its own pages only', async () => {
  const locate = async (origin?: string): Promise<number> => {
    const headers: Record<string, string> = origin === undefined ? {} : { origin };
    return (await fetch(`${server.url}__preview/locate`, { method: 'POST', body: 'x', headers })).status;
  };
  expect(await locate(new URL(server.url).origin)).toBe(200);
  expect(await locate('http://elsewhere.example')).toBe(403);
});

it('knows WeChat’s functions by name', () => {
  const names = officialApis();
  expect(names).toEqual(expect.arrayContaining(['navigateTo', 'getLocation', 'requestSubscribeMessage']));
  expect(names).not.toContain('success');
});
