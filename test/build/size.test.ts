import { rmSync } from 'node:fs';
import { measurePackages } from '../../build/size';
import { plantTree } from '../support/plant';

test('what lies in a subpackage is not counted into the main package', async () => {
  const root = plantTree({
    'app.json': '{"subPackages":[{"root":"deputy/","pages":[]}]}',
    'deputy/a.wxml': '<view>  \n  <text>a</text>\n</view><!-- said to people who read the source -->',
    'miniprogram_npm/x/index.js': 'exports.a = 1 + 1;',
    'types.d.ts': 'export type A = 1;',
    'b.ts': 'interface Long { name: string }\nlet value: Long | undefined;\nconsole.log(value);',
  });
  const [main, deputy] = await measurePackages(root);
  rmSync(root, { recursive: true });
  expect(deputy).toMatchObject({ name: 'deputy', bytes: '<view><text>a</text></view>'.length });
  expect(main?.fromNpm).toBeGreaterThan(0);
  // The helpers that WeChat's compiler adds, and hardly more.
  expect(main?.bytes).toBeLessThan(17_567 * 1.009 + 150);
});

test('a script counts as ES5, a sheet with its prefixes, a script of templates as it stands', async () => {
  const written = 'async function load() { await load(); }\nvoid load();';
  const measure = async (files: Readonly<Record<string, string>>) => {
    const root = plantTree({ 'app.json': '{"subPackages":[{"root":"x","pages":[]}]}', ...files });
    const [, x] = await measurePackages(root);
    rmSync(root, { recursive: true });
    return x?.bytes ?? 0;
  };
  expect(await measure({ 'x/a.ts': written })).toBeGreaterThan(2 * written.length);
  expect(await measure({ 'x/a.wxss': '.a { display: flex }' })).toBe(
    '.a{display:-webkit-flex;display:flex}'.length + 1,
  );
  expect(await measure({ 'x/a.wxs': 'var a = 1; // said' })).toBe('var a = 1; // said'.length);
});

test('the main package keeps to what a bad line can bear, each subpackage to WeChat’s limit', async () => {
  for (const { name, bytes, budget } of await measurePackages()) {
    expect({ name, fits: bytes <= budget }).toEqual({ name, fits: true });
  }
});
