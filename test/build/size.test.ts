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
  expect(main?.bytes).toBeLessThan(150);
});

test('the main package keeps to what a bad line can bear, each subpackage to WeChat’s limit', async () => {
  for (const { name, bytes, budget } of await measurePackages()) {
    expect({ name, fits: bytes <= budget }).toEqual({ name, fits: true });
  }
});
