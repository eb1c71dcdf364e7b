/** What the server answers on the screens of publicity, ordinarily. */
import * as answers from '../support/sample-answers';
import * as sample from '../support/sample-articles';
import type { Replies } from '../support/stub-gateway';
import { ok } from './shot-kit';

const MINUTE_MS = 60_000;

export const usualPublicity: Replies = {
  registry: {
    places: ok(answers.places),
    whoAmI: ok({
      folder: 'bh/u/a',
      today: '2026-11-23',
      grants: [{ role: 'chief', name: '陈样样', state: 'confirmed', since: 0 }],
    }),
  },
  reception: { day: ok(answers.day) },
  publicity: {
    list: ok({ articles: sample.cards, next: 'n' }),
    get: ok(sample.articleView),
    happenings: ok({ happenings: sample.happenings }),
    templates: ok({ templates: sample.templates, edition: 1 }),
    save: ok({ saved: true, edition: 8, marks: sample.marks, problems: [] }),
    preview: ok({ html: sample.html, letters: 1208, bytes: 3600, problems: [] }),
    history: ok({
      versions: [
        {
          version: 'v2',
          kind: 'aside',
          edition: 6,
          by: '赵样样',
          at: answers.NOW - 40 * MINUTE_MS,
          title: sample.content.title,
        },
        {
          version: 'v1',
          kind: 'saved',
          edition: 5,
          by: '王样样',
          at: answers.NOW - 60 * MINUTE_MS,
          title: '11月接访',
        },
      ],
    }),
    version: ok({ content: sample.content, links: sample.links }),
    pack: ok({
      text: '三个代表之家同时开门：11月接访36人次\n\n11月5日，接待群众36人次，当场说清21件。\nhttps://mp.weixin.qq.com/s/sample',
      picture: sample.picture('#7a9e7e'),
      name: 'a.png',
    }),
    published: ok({
      articles: sample.cards.map(({ title }, k) => ({
        title,
        url: `https://mp.weixin.qq.com/s/${String(k)}`,
        publishedAt: answers.NOW,
      })),
    }),
    plan: ok({ year: 2026, activities: sample.activities }),
    settings: ok({ settings: sample.publicitySettings, edition: 1, keys: { own: true, district: false } }),
  },
};
