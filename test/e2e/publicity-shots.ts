/** The screens of publicity: articles, the publicity month, the settings. */
import { NOW } from '../support/sample-answers';
import * as sample from '../support/sample-articles';
import type { Replies } from '../support/stub-gateway';
import { usualPublicity as usual } from './publicity-replies';
import { ok, press, type Shot } from './shot-kit';

const MINUTE_MS = 60_000;
const ARTICLE = 'office/article/article';
const article = { article: 'a1' };

function publicity(replies: Replies['publicity']): Replies {
  return { ...usual, publicity: { ...usual.publicity, ...replies } };
}

const view = sample.articleView;

export const publicityShots: readonly Shot[] = [
  {
    name: 'articles',
    page: 'office/articles/articles',
    replies: usual,
    whole: true,
    wide: true,
    act: async (page) => {
      if ((page.viewportSize()?.width ?? 0) > 700) await press('人大宣传月：教师')(page);
    },
  },
  {
    name: 'articles-empty',
    page: 'office/articles/articles',
    replies: publicity({ list: ok({ articles: [] }) }),
  },
  {
    name: 'articles-offline',
    page: 'office/articles/articles',
    replies: publicity({ list: 'no-network' }),
    ordinary: true,
  },
  {
    name: 'compose',
    page: 'office/compose/compose',
    replies: publicity({ happenings: ok({ happenings: sample.happenings.slice(0, 1) }) }),
    act: press('3个家'),
  },
  {
    name: 'compose-empty',
    page: 'office/compose/compose',
    replies: publicity({ happenings: ok({ happenings: [] }) }),
  },
  { name: 'article', page: ARTICLE, query: article, replies: usual, whole: true, wide: true },
  {
    name: 'article-block',
    page: ARTICLE,
    query: article,
    replies: usual,
    whole: true,
    wide: true,
    act: press('2 数字栏'),
  },
  { name: 'article-text', page: ARTICLE, query: article, replies: usual, whole: true, act: press('5 正文') },
  {
    name: 'article-picture',
    page: ARTICLE,
    query: article,
    replies: usual,
    whole: true,
    act: press('7 图片', '本人同意', '调整显示哪一块'),
  },
  {
    name: 'article-empty',
    page: ARTICLE,
    query: article,
    whole: true,
    replies: publicity({
      get: ok({
        ...view,
        content: { title: '', author: '', digest: '', blocks: [] },
        marks: [],
        problems: [{ code: 'title-missing' }, { code: 'cover-missing' }, { code: 'body-missing' }],
      }),
    }),
    act: press('加一段'),
  },
  {
    name: 'article-check',
    page: ARTICLE,
    query: { ...article, tab: 'check' },
    replies: usual,
    whole: true,
    wide: true,
    act: press('说明为什么可以留'),
  },
  {
    name: 'article-check-done',
    page: ARTICLE,
    query: { ...article, tab: 'check' },
    replies: publicity({ get: ok({ ...view, marks: [], problems: [] }) }),
  },
  {
    name: 'article-look',
    page: ARTICLE,
    query: article,
    replies: usual,
    whole: true,
    wide: true,
    act: press('看样子'),
  },
  {
    name: 'article-send',
    page: ARTICLE,
    query: { ...article, tab: 'send' },
    replies: publicity({
      get: ok({
        ...view,
        state: 'submitted',
        mine: false,
        marks: [],
        acts: ['approve', 'send-back', 'withdraw'],
      }),
    }),
    whole: true,
    wide: true,
    act: press('退回修改'),
  },
  {
    name: 'article-failed',
    page: ARTICLE,
    query: { ...article, tab: 'send' },
    whole: true,
    replies: publicity({
      get: ok({
        ...view,
        state: 'failed',
        marks: [],
        acts: ['push', 'reopen', 'drop', 'mark-published'],
        push: sample.failedPush,
      }),
    }),
  },
  {
    name: 'article-pushing',
    page: ARTICLE,
    query: { ...article, tab: 'send' },
    replies: publicity({
      get: ok({
        ...view,
        state: 'pushing',
        marks: [],
        acts: [],
        push: { ...view.push, step: 'pictures', done: 2, total: 4, running: true },
      }),
      pushStep: 'silent',
    }),
  },
  {
    name: 'article-conflict',
    page: ARTICLE,
    query: article,
    replies: publicity({
      save: ok({
        saved: false,
        edition: 9,
        newer: { by: '赵样样', at: NOW - MINUTE_MS },
        version: 'v3',
      }),
    }),
    act: async (page) => {
      await page.locator('input[aria-label="标题"]').fill('接访36人次');
      await page.getByText('赵样样').first().waitFor();
    },
  },
  {
    name: 'article-offline',
    page: ARTICLE,
    query: article,
    replies: publicity({ save: 'no-network' }),
    ordinary: true,
    act: async (page) => {
      await page
        .locator('input[aria-label="标题"]')
        .fill('三个代表之家同时开门，十一月五日这一天一共接访三十六人次还多');
      await page.getByText('没有网络').first().waitFor();
    },
  },
  {
    name: 'versions',
    page: 'office/versions/versions',
    query: article,
    replies: usual,
    wide: true,
    act: press('11月接访'),
  },
  { name: 'pack', page: 'office/pack/pack', query: article, replies: usual, whole: true, wide: true },
  { name: 'plan', page: 'office/plan/plan', replies: usual, whole: true, wide: true },
  {
    name: 'plan-edit',
    page: 'office/plan/plan',
    replies: usual,
    whole: true,
    wide: true,
    act: press('医生 · 健康讲座'),
  },
  {
    name: 'plan-empty',
    page: 'office/plan/plan',
    replies: publicity({ plan: ok({ year: 2026, activities: [] }) }),
  },
  {
    name: 'templates',
    page: 'office/templates/templates',
    replies: usual,
    whole: true,
    wide: true,
    act: press('接访日小结'),
  },
  { name: 'publicity', page: 'office/publicity/publicity', replies: usual, whole: true, wide: true },
  { name: 'links', page: 'more/articles/articles', replies: usual },
  {
    name: 'links-empty',
    page: 'more/articles/articles',
    replies: publicity({ published: ok({ articles: [] }) }),
  },
];
