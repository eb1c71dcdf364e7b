/** Canned answers about articles, for looking at screens; people and figures are invented. */
import type { Block, Content, Mark } from '../../miniprogram/contract/article';
import type { ArticleCard, ArticleView, PushView } from '../../miniprogram/contract/publicity';
import type { Template } from '../../miniprogram/contract/article-template';
import type { Happening } from '../../miniprogram/contract/happening';
import type { ActivityRow } from '../../miniprogram/contract/publicity-month';
import type { PublicitySettings } from '../../miniprogram/contract/publicity-settings';
import { NOW } from './sample-answers';

const MINUTE_MS = 60_000;

/** A picture of 4:3 that needs no network. */
export function picture(colour: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600"><rect width="800" height="600" fill="${colour}"/><circle cx="560" cy="200" r="120" fill="#fff" opacity=".5"/></svg>`;
  return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
}

export const links = { 'cloud://e.b/1.jpg': picture('#7a9e7e'), 'cloud://e.b/2.jpg': picture('#8a6d3b') };

export const blocks: readonly Block[] = [
  { id: 'b1', type: 'text', text: '11月5日是白鹤镇的代表接访日，三个代表之家同时开门，11位接访人坐班接待。' },
  {
    id: 'b2',
    type: 'numbers',
    items: [
      { label: '接待群众', value: '36', unit: '人次' },
      { label: '当场说清', value: '21', unit: '件' },
      { label: '转为意见', value: '9', unit: '件' },
    ],
  },
  { id: 'b3', type: 'heading', text: '水渠通了' },
  { id: 'b4', type: 'picture', picture: { file: 'cloud://e.b/1.jpg', faces: 'none' }, caption: '接访现场' },
  { id: 'b5', type: 'text', text: '柳树城村的张样样说，有事就打 13800000000 找代表，村口的水渠三天就通了。' },
  { id: 'b6', type: 'quote', text: '来了就有人听，走的时候心里有底。', from: '一位柳树城村民' },
  {
    id: 'b7',
    type: 'picture',
    picture: { file: 'cloud://e.b/2.jpg', faces: 'unknown' },
    caption: '代表入户',
  },
  { id: 'b8', type: 'card', title: '预约代表接访', path: 'pages/home/home' },
  { id: 'b9', type: 'code', scene: 'bh.h1', caption: '微信扫码，预约、反映都行' },
];

export const content: Content = {
  title: '三个代表之家同时开门：11月接访36人次',
  author: '白鹤镇人大',
  digest: '11月5日，三个代表之家接待群众36人次，当场说清21件。',
  cover: { picture: { file: 'cloud://e.b/1.jpg', faces: 'none' } },
  blocks,
};

export const marks: readonly Mark[] = [
  {
    id: 'm1',
    kind: 'phone',
    where: 'b5',
    field: 'text',
    from: 15,
    to: 26,
    quote: '13800000000',
    overrulable: true,
  },
  {
    id: 'm2',
    kind: 'name',
    where: 'b5',
    field: 'text',
    from: 5,
    to: 8,
    quote: '张样样',
    overrulable: true,
  },
  { id: 'm3', kind: 'consent', where: 'b7', field: 'picture', from: 0, to: 0, quote: '', overrulable: true },
  {
    id: 'm4',
    kind: 'name',
    where: 'b6',
    field: 'from',
    from: 0,
    to: 3,
    quote: '李样样',
    overrulable: true,
    overruled: { by: '王样样', at: NOW - 30 * MINUTE_MS, words: '本人同意写名字' },
  },
];

const rest: PushView = { article: 'a1', state: 'draft', done: 0, total: 3, running: false };

export const articleView: ArticleView = {
  article: 'a1',
  title: content.title,
  state: 'draft',
  source: { kind: 'reception-day', of: '2026-11-05' },
  sourceWords: '11月5日 代表接访日',
  by: '王样样',
  changedAt: NOW - 9 * MINUTE_MS,
  openMarks: 3,
  edition: 7,
  content,
  links,
  marks,
  problems: [],
  acts: ['save', 'submit', 'drop'],
  mine: true,
  push: rest,
  steps: [
    { at: NOW - 120 * MINUTE_MS, act: 'compose', by: '王样样', state: 'draft' },
    {
      at: NOW - 40 * MINUTE_MS,
      act: 'send-back',
      by: '陈样样',
      state: 'draft',
      words: '第二张照片要问过本人',
    },
  ],
};

export const failedPush: PushView = {
  article: 'a1',
  state: 'failed',
  step: 'pictures',
  done: 2,
  total: 4,
  running: false,
  failure: {
    code: '40164',
    step: 'pictures',
    at: NOW,
    again: true,
    askAnew: false,
    happened: '公众号不认这台服务器的地址，文章没有推过去。',
    todo: '请管理员在公众平台“开发 → 基本配置 → IP白名单”里加上 203.0.113.7，再点“再推一次”。',
  },
};

export const cards: readonly ArticleCard[] = [
  articleView,
  {
    ...articleView,
    article: 'a2',
    title: '人大宣传月：教师进村讲法治课',
    state: 'in-box',
    openMarks: 0,
    source: { kind: 'activity', of: '2026-a1' },
    sourceWords: '3月12日 教师 · 法治课',
  },
  {
    ...articleView,
    article: 'a3',
    state: 'submitted',
    openMarks: 0,
    source: { kind: 'request', of: 'r9' },
    title: '一条水渠，三级代表接力：柳树城村两个社灌溉难题是怎样在二十天里办成的',
    sourceWords: '办成的事：村口水渠堵了，下雨漫路',
  },
  {
    ...articleView,
    article: 'a4',
    title: '10月接访日回看',
    state: 'published',
    openMarks: 0,
    url: 'https://mp.weixin.qq.com/s/sample',
  },
];

export const html = [
  '<section style="font-size:16px;line-height:1.75;color:#1f1f1f">',
  '<p style="margin:0 0 16px">11月5日是白鹤镇的代表接访日，三个代表之家同时开门，11位接访人坐班接待。</p>',
  '<section style="display:flex;margin:0 0 16px;background:#f5f3ef;padding:12px;text-align:center"><section style="flex:1"><p style="margin:0;font-size:24px;font-weight:700;color:#b3151b">36</p><p style="margin:0;font-size:13px">接待群众（人次）</p></section></section>',
  `<p style="margin:0 0 8px"><img src="${links['cloud://e.b/1.jpg']}" style="width:100%"></p>`,
  '</section>',
].join('');

export const happenings: readonly Happening[] = [
  {
    source: { kind: 'reception-day', of: '2026-11-05' },
    title: '代表接访日',
    date: '2026-11-05',
    words: '3个家 · 36人次',
  },
  {
    source: { kind: 'request', of: 'r9' },
    title: '村口水渠堵了，下雨漫路',
    date: '2026-11-18',
    words: '柳树城村 · 水利饮水',
  },
  {
    source: { kind: 'activity', of: '2026-a2' },
    title: '医生讲健康讲座',
    date: '2026-03-19',
    words: '城关村 · 60人次',
  },
];

export const templates: readonly Template[] = [
  {
    id: 't1',
    name: '接访日小结',
    kind: 'reception-day',
    title: '{{date}}接访{{visits}}人次',
    digest: '{{date}}，{{homes}}个代表之家接待群众{{visits}}人次。',
    blocks: blocks.slice(0, 3),
  },
  {
    id: 't2',
    name: '接访日图文',
    kind: 'reception-day',
    title: '{{date}}',
    digest: '',
    blocks: blocks.slice(0, 4),
  },
  { id: 't3', name: '办成的事', kind: 'request', title: '{{title}}', digest: '', blocks: blocks.slice(4, 6) },
];

export const activities: readonly ActivityRow[] = [
  {
    id: 'a1',
    profession: '教师',
    title: '法治课',
    speaker: '样样老师',
    date: '2026-03-12',
    place: '城关小学',
    state: 'done',
    people: 80,
    edition: 3,
    article: 'a2',
    articleState: 'in-box',
  },
  {
    id: 'a2',
    profession: '医生',
    title: '健康讲座',
    speaker: '样样医生',
    date: '2026-03-19',
    place: '城关村委会一楼',
    state: 'done',
    people: 60,
    edition: 2,
  },
  {
    id: 'a3',
    profession: '干部',
    title: '政策宣讲',
    speaker: '',
    date: '2026-12-26',
    place: '柳树城村',
    state: 'planned',
    people: 0,
    edition: 1,
  },
];

export const publicitySettings: PublicitySettings = {
  account: 'own',
  publish: 'leave',
  author: '白鹤镇人大',
  election: { from: '2026-12-01', to: '2026-12-31' },
};
