import { BUILT_IN_TAGS, REFUSED_TAGS, STRUCTURAL_TAGS } from '../../../../local/preview/compile/tags';
import { convertTextBreaks } from '../../../../local/preview/compile/templates';
import { prepareWxs, wxsRequires } from '../../../../local/preview/compile/wxs';
import { compileFiles } from './temporary-app';

it('walks subpackages and components, and gives app.json’s components to every page', async () => {
  const { data } = await compileFiles({
    'app.json':
      '{"pages": ["pages/a/a"], "subPackages": [{"root": "part/", "pages": ["b/b"]}], "usingComponents": {"card": "/card/card"}}',
    'part/b/b.json': '{"usingComponents": {"own": "./own"}}',
    'part/b/b.wxml': '<own /><card />',
    'part/b/b.ts': 'Page({});',
    'part/b/own.json': '{"component": true}',
    'part/b/own.wxml': '',
    'part/b/own.ts': 'Component({});',
    'card/card.json': '{"component": true, "addGlobalClass": true}',
    'card/card.wxml': '',
    'card/card.ts': 'Component({});',
  });
  expect(data.problems).toEqual([]);
  expect(data.pages).toEqual(['pages/a/a', 'part/b/b']);
  expect(data.configs['part/b/b']?.usingComponents).toEqual({ card: '/card/card', own: '/part/b/own' });
  expect(data.configs['part/b/own']?.styleIsolation).toBe('isolated');
  expect(data.configs['card/card']?.styleIsolation).toBe('apply-shared');
});

it('finds a package’s component in miniprogram_npm first, else where its package.json says', async () => {
  const npm = {
    'pages/a/a.json': '{"usingComponents": {"x-button": "x-ui/button/button"}}',
    'node_modules/x-ui/package.json': '{"name": "x-ui", "miniprogram": "dist"}',
    'node_modules/x-ui/dist/button/button.json': '{"component": true}',
    'node_modules/x-ui/dist/button/button.wxml': '<view class="old" />',
    'node_modules/x-ui/dist/button/button.wxss': '.old { width: 1px }',
    'node_modules/x-ui/dist/button/button.js': 'Component({});',
  };
  const fromPackage = await compileFiles(npm);
  expect(fromPackage.data.problems).toEqual([]);
  expect(fromPackage.data.styles['miniprogram_npm/x-ui/button/button']?.css).toContain('--old');
  const built = await compileFiles({
    ...npm,
    'miniprogram_npm/x-ui/button/button.wxss': '.new { width: 1px }',
  });
  expect(built.data.styles['miniprogram_npm/x-ui/button/button']?.css).toContain('--new');
});

it('puts a page’s imports in place, leaves keyframes alone, and shares a page’s class names', async () => {
  const { data } = await compileFiles({
    'pages/a/a.wxss':
      '@import "/lib/b.wxss";\n.a { width: 75rpx }\n@keyframes turn { from { top: 75rpx } to { top: 0 } }',
    'lib/b.wxss': '@import "c.wxss";\n.b { top: 0 }',
    'lib/c.wxss': '@import "b.wxss";\n.c { top: 0 }',
  });
  const sheet = data.styles['pages/a/a'];
  expect(sheet?.scope).toBeNull();
  expect(sheet?.css.match(/\.\w/g)).toEqual(['.c', '.b', '.a']);
  expect(sheet?.css).toContain('from { top: 10vw }');
});

it('announces each component’s path on the first line of its script, after its imports have run', async () => {
  const { script } = await compileFiles({
    'pages/a/a.ts': "import { word } from './word';\nPage({ data: { word } });",
    'pages/a/word.ts': "export const word = '词';",
  });
  expect(script.indexOf('词')).toBeLessThan(script.indexOf('__component("pages/a/a")'));
  expect(script.indexOf('__component("pages/a/a")')).toBeLessThan(script.indexOf('Page('));
});

it('turns a written \\n inside <text> into a line break, but not in an expression', () => {
  expect(convertTextBreaks('<text class="a">一\\n{{b + \'\\n\'}}\\n</text><view>\\n</view>')).toBe(
    '<text class="a">一\n{{b + \'\\n\'}}\n</text><view>\\n</view>',
  );
});

it('lets WXS ask for the name of a type', () => {
  expect(prepareWxs("x.constructor === 'Array' && y.constructors")).toBe(
    "x.__wxsTypeName === 'Array' && y.constructors",
  );
  expect(wxsRequires('var a = require("./a.wxs"); require( \'../b\' )')).toEqual(['./a.wxs', '../b']);
});

it('knows each tag once: built in, structural, or refused', () => {
  const all = [...BUILT_IN_TAGS, ...STRUCTURAL_TAGS, ...REFUSED_TAGS];
  expect(new Set(all).size).toBe(all.length);
});
