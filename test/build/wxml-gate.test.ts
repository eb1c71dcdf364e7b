import { rmSync } from 'node:fs';
import { checkMiniprogram } from '../../build/wxml-gate';
import { plantTree } from '../support/plant';

const sound = {
  'app.json': JSON.stringify({
    pages: ['pages/home/home'],
    subPackages: [{ root: 'deputy', pages: ['today/today'] }],
  }),
  'pages/home/home.json': JSON.stringify({ usingComponents: { notice: '/components/notice/notice' } }),
  'pages/home/home.ts': 'Page({ open() {} });',
  'pages/home/home.wxml':
    '<import src="../../components/row.wxml" /><wxs src="./say.wxs" module="say" />' +
    '<view bind:tap="open"><notice wx:for="{{list}}" wx:key="id" text="{{say.it(item)}}" /></view>',
  'pages/home/home.wxss': 'page { font-size: 28rpx; }',
  'pages/home/say.wxs': 'module.exports = { it: function (x) { return x; } };',
  'components/row.wxml': '<template name="row"><view>{{text}}</view></template>',
  'components/notice/notice.json': '{ "component": true }',
  'components/notice/notice.ts': 'Component({});',
  'components/notice/notice.wxml': '<view><slot /></view>',
  'deputy/today/today.json': '{}',
  'deputy/today/today.ts': 'Page({});',
  'deputy/today/today.wxml': '<view>{{a > b ? "x" : "y"}}</view>',
};

async function check(changes: Record<string, string>): Promise<string[]> {
  const folder = plantTree({ ...sound, ...changes });
  try {
    return await checkMiniprogram(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('nothing is said against a sound mini-program, nor against an empty one', async () => {
  expect(await check({})).toEqual([]);
  const empty = plantTree({});
  expect(await checkMiniprogram(empty)).toEqual([]);
});

const broken: [string, Record<string, string>, RegExp][] = [
  [
    'a tag that is not closed',
    { 'deputy/today/today.wxml': '<view><text></view>' },
    /today\.wxml:1:14: expect end-tag/,
  ],
  ['a half expression', { 'deputy/today/today.wxml': '<view>{{a b}}</view>' }, /unexpected token `b`/],
  [
    'an arrow in a wxs',
    { 'pages/home/say.wxs': 'module.exports = { it: () => 1 };' },
    /say\.wxs.*Unexpected token/,
  ],
  ['a sheet that is not closed', { 'pages/home/home.wxss': 'view { color: red' }, /home\.wxss/],
  ['a missing sheet', { 'pages/home/home.wxss': '@import "nowhere.wxss";' }, /nowhere\.wxss/],
  [
    'a missing import',
    { 'deputy/today/today.wxml': '<import src="./nowhere.wxml" />' },
    /today\.wxml:1: deputy\/today\/nowhere\.wxml/,
  ],
  ['a page without a script', { 'app.json': '{ "pages": ["pages/lost/lost"] }' }, /lost\.ts is not there/],
  [
    'a page that is not listed',
    { 'app.json': '{ "pages": ["pages/home/home"] }' },
    /today\.wxml: a page that app\.json does not list/,
  ],
  [
    'a missing component',
    { 'components/notice/notice.json': '{ "component": true, "usingComponents": { "row": "../row/row" } }' },
    /<row> points to components\/row\/row/,
  ],
  [
    'an undeclared tag',
    { 'deputy/today/today.wxml': '\n<t-button />' },
    /today\.wxml:2: <t-button> is not declared/,
  ],
  [
    'an undeclared tag inside an imported template',
    { 'components/row.wxml': '<template name="row"><t-icon /></template>' },
    /row\.wxml:1: <t-icon> is not declared in pages\/home\/home\.json/,
  ],
  [
    'a tag declared for nothing',
    { 'deputy/today/today.json': '{ "usingComponents": { "notice": "/components/notice/notice" } }' },
    /<notice> is declared and never used/,
  ],
  ['a loop without a key', { 'deputy/today/today.wxml': '<view wx:for="{{list}}" />' }, /has no wx:key/],
  [
    'a handler that does not exist',
    { 'deputy/today/today.wxml': '<view bind:tap="open" />' },
    /bind:tap names open/,
  ],
  [
    'a tab without its picture',
    {
      'app.json': sound['app.json'].replace(
        '{',
        '{ "tabBar": { "list": [{ "pagePath": "pages/home/home", "iconPath": "images/no.png" }] },',
      ),
    },
    /images\/no\.png is not there/,
  ],
];

test.each(broken)('%s is said with its place', async (_, changes, message) => {
  expect((await check(changes)).join('\n')).toMatch(message);
});

test('what stands in a comment or in a script is not read as a tag', async () => {
  const text = '<!-- <t-lost /> --><wxs module="m">var a = 1 <b; module.exports = a;</wxs><view>{{m}}</view>';
  expect(await check({ 'deputy/today/today.wxml': text })).toEqual([]);
});
