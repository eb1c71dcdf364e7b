import { problemsOf } from './temporary-app';

it('a sound page has none', async () => {
  expect(await problemsOf({})).toEqual([]);
});

describe('a mistake is told with its file, line and column', () => {
  it.each<[string, Record<string, string>, string]>([
    [
      'an unclosed tag',
      { 'pages/a/a.wxml': '<view>\n  <view>甲\n</view>' },
      'pages/a/a.wxml:1:2 missing end tag',
    ],
    [
      'a tag that nobody knows',
      { 'pages/a/a.wxml': '<view>\n<card/></view>' },
      'pages/a/a.wxml:2:1 <card> is neither built in nor in usingComponents',
    ],
    [
      'a built-in that is not here',
      { 'pages/a/a.wxml': '<map />' },
      'pages/a/a.wxml:1:1 NotInPreviewError: <map> is not in the preview',
    ],
    [
      'a template that is not there',
      { 'pages/a/a.wxml': '<import src="b.wxml" />' },
      'pages/a/a.wxml:0:0 pages/a/b.wxml is missing',
    ],
    [
      'a WXS file that is not there',
      { 'pages/a/a.wxml': '<wxs src="b.wxs" module="b" />' },
      'pages/a/a.wxml:0:0 pages/a/b.wxs is missing',
    ],
    [
      'a component that is not there',
      { 'pages/a/a.json': '{"usingComponents": {"card": "../../card/card"}}' },
      'pages/a/a.json:0:0 component <card> is not found at "../../card/card"',
    ],
    ['bad JSON', { 'pages/a/a.json': '{' }, 'pages/a/a.json:0:0 not valid JSON'],
    ['bad TypeScript', { 'pages/a/a.ts': 'Page({\n  data: {}},\n);;)' }, 'pages/a/a.ts:3:4'],
    ['a module that is not there', { 'pages/a/a.ts': "import './b';\nPage({});" }, 'pages/a/a.ts:1:'],
    [
      'an unclosed brace in a sheet',
      { 'pages/a/a.wxss': '.a { color: red' },
      'pages/a/a.wxss:1:1 Unclosed block',
    ],
    [
      'a sheet that is not there',
      { 'pages/a/a.wxss': '\n@import "b.wxss";' },
      'pages/a/a.wxss:2:1 @import "b.wxss" is not found',
    ],
    [
      'a script that is not there',
      { 'app.json': '{"pages": ["pages/b/b"]}', 'pages/b/b.wxml': '' },
      'pages/b/b.ts:0:0 script is missing',
    ],
    [
      'a custom tab bar',
      { 'app.json': '{"pages": ["pages/a/a"], "tabBar": {"custom": true, "list": []}}' },
      'app.json:0:0 tabBar.custom is not in the preview',
    ],
  ])('%s', async (_story, files, expected) => {
    const problems = await problemsOf(files);
    expect(problems.filter((one) => one.startsWith(`miniprogram/${expected}`))).toHaveLength(1);
  });
});

it('takes no `<` of a comment, an expression or a WXS module for a tag', async () => {
  const wxml =
    '<!-- <map> --><view>{{a <b ? 1 : 2}}</view><wxs module="m">var c = 1 <d; module.exports = {};</wxs>';
  expect(await problemsOf({ 'pages/a/a.wxml': wxml })).toEqual([]);
});
