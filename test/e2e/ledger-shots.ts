/** Screens about how a deputy works on paper, how the deployment is opened, closed and kept well, and what is counted. */
import * as sample from '../support/sample-answers';
import type { SetUpStep } from '../../miniprogram/contract/district';
import { STEPS } from '../../miniprogram/office/setup/view';
import { DUTY_REPORT_PARTS, type DutyReportPart } from '../../miniprogram/contract/duty-report';
import type { Grant } from '../../miniprogram/contract/registry';
import type { Role } from '../../miniprogram/contract/roles';
import { officeCards } from '../support/sample-requests';
import type { Replies } from '../support/stub-gateway';
import { ok, press, type Shot } from './shot-kit';

const TODAY = '2026-11-23';
const DAY = 86_400_000;

function as(role: Role, replies: Replies): Replies {
  const grants: Grant[] = [{ role, name: '文小满', state: 'confirmed', since: 0, person: 'p2' }];
  return {
    ...replies,
    registry: {
      places: ok(sample.places),
      whoAmI: ok({ folder: 'bh/u/a', grants, today: TODAY }),
      ...replies.registry,
    },
  };
}

const tied = as('deputy', {
  duty: {
    ties: ok({
      person: 'p2',
      name: '李样样',
      kind: '监测户',
      most: 3,
      ties: [
        { tie: 't1', alias: '甲户', needs: '想学养蜂', measures: ['industry', 'risk'], since: '2026-03-05' },
        {
          tie: 't2',
          alias: '乙户',
          measures: ['work'],
          since: '2025-03-05',
          ended: '2026-05-05',
          reason: '已经搬走',
        },
      ],
      visits: [{ activity: 'a1', tie: 't1', date: '2026-11-20', words: '送去养蜂的书' }],
      more: true,
    }),
  },
});
const tiedOfAll = as('chief', {
  duty: {
    tiedDeputies: ok({
      kind: '监测户',
      persons: [
        { person: 'p2', name: '李样样', group: 'g1', tied: true },
        { person: 'p3', name: '王样样', group: 'g1', tied: false },
      ],
      access: 'granted',
      readers: [{ account: 'a1', name: '文小满', at: sample.NOW - DAY, granted: false }],
    }),
  },
});
const ownReport = as('deputy', {
  duty: {
    dutyReport: ok({
      activity: 'bh~1',
      person: 'p2',
      name: '李样样',
      title: '代表述职评议会',
      date: '2026-12-20',
      place: '镇政府三楼',
      edition: 2,
      parts: (Object.keys(DUTY_REPORT_PARTS) as DutyReportPart[]).map((part, at) => ({
        part,
        words: at < 3 ? '这一年接待选民十二人，走访八户。' : '',
        edited: at === 0,
      })),
      ready: false,
      closed: false,
      versions: [{ version: 1, at: sample.NOW - DAY }],
    }),
  },
});
const setUp = {
  registry: {
    setUpState: ok({
      steps: (Object.keys(STEPS) as SetUpStep[]).map((step, at) => ({
        step,
        done: at < 5,
        count: at < 5 ? 3 : 0,
      })),
      papers: {},
      fallbacks: [{ village: 'v1', group: 'g1' }],
    }),
  },
} as const;
const wallRules = as('chief', {
  report: {
    wallRules: ok({
      rules: [
        { rule: 'r1', title: '学习培训制度', version: 2, since: '2026-01-01', drafted: true },
        { rule: 'r2', title: '代表述职制度', version: 0, drafted: true },
      ],
    }),
    wallRule: ok({
      rule: 'r1',
      title: '学习培训制度',
      version: 2,
      edition: 5,
      drafted: true,
      since: '2026-01-01',
      inForce: {
        version: 2,
        body: '一、代表小组每月集中学习一次。\n二、学什么年初排好，提前三天告诉代表。\n三、到会的记名。',
        since: '2026-01-01',
        by: '陈样样',
        at: sample.NOW,
      },
      earlier: [
        {
          version: 1,
          body: '代表小组每季集中学习一次。',
          since: '2024-01-01',
          until: '2026-01-01',
          by: '陈样样',
          at: sample.NOW,
        },
      ],
      draft: { body: '一、代表小组每月集中学习一次，每半年办一次培训班。', by: '文样样', at: sample.NOW },
    }),
  },
});
const townships = ok({
  name: '示例县',
  townships: [
    { id: 'bh', name: '白鹤镇' },
    { id: 'lq', name: '柳泉乡' },
  ],
});

export const ledgerShots: readonly Shot[] = [
  {
    name: 'take-over',
    page: 'more/take-over/take-over',
    replies: as('helper', { reception: { day: ok(sample.day) } }),
  },
  {
    name: 'public-suggestions',
    page: 'more/suggestions/suggestions',
    replies: {
      congress: {
        publicSuggestions: ok({
          suggestions: [
            {
              suggestion: 's1',
              number: '2026-01',
              title: '修好石桥村到镇上的路',
              result: '已经铺好两公里，明年再铺一公里。',
              categoryName: '交通道路',
              unitName: '镇政府建设办',
              class: 'B',
            },
          ],
          figures: {
            total: 6,
            answered: 4,
            done: 2,
            promised: 1,
            open: 2,
            categories: [{ category: 'road', name: '交通道路', count: 3 }],
          },
        }),
      },
    },
  },
  { name: 'ties', page: 'deputy/ties/ties', replies: tied, whole: true },
  { name: 'ties-all', page: 'deputy/ties/ties', query: { all: '1' }, replies: tiedOfAll },
  {
    name: 'studies',
    page: 'deputy/studies/studies',
    replies: as('leader', {
      duty: {
        proposeStudies: ok({
          groups: [{ group: 'g1', name: '第一代表小组' }],
          proposed: [
            { group: 'g1', date: '2026-12-15' },
            { group: 'g1', date: '2026-11-30', movedFrom: '2026-11-29' },
          ],
          provisional: true,
        }),
      },
    }),
  },
  {
    name: 'essentials',
    page: 'deputy/essentials/essentials',
    replies: as('deputy', {
      report: {
        essentials: ok({
          parts: [{ heading: '听和记', rows: [{ article: 27, words: '代表应当听取人民群众的意见。' }] }],
        }),
      },
    }),
  },
  { name: 'wall-rules', page: 'deputy/wall-rules/wall-rules', replies: wallRules },
  {
    name: 'wall-rule',
    page: 'deputy/wall-rules/wall-rules',
    replies: wallRules,
    act: press('学习培训制度'),
    whole: true,
  },
  {
    name: 'own-duty-report',
    page: 'deputy/duty-report/duty-report',
    query: { activity: 'bh~1' },
    replies: ownReport,
  },
  {
    name: 'duty-reporters',
    page: 'office/duty-report/duty-report',
    query: { activity: 'bh~1' },
    wide: true,
    replies: as('staff', {
      duty: {
        dutyReporters: ok({
          title: '代表述职评议会',
          date: '2026-11-20',
          grades: ['满意', '基本满意', '不满意'],
          reporters: [
            { person: 'p2', name: '李样样', edition: 2, text: 'ready' },
            { person: 'p3', name: '王样样', edition: 3, text: 'ready', filedOn: '2026-11-20' },
            { person: 'p4', name: '赵样样', edition: 0, text: 'none' },
          ],
        }),
      },
    }),
  },
  { name: 'setup', page: 'office/setup/setup', wide: true, replies: as('admin', setUp) },
  {
    name: 'setup-claim',
    page: 'office/setup/setup',
    replies: { registry: { setUpState: { ok: false, code: 'not-allowed' }, places: ok(sample.places) } },
  },
  {
    name: 'closing',
    page: 'office/closing/closing',
    wide: true,
    replies: as('admin', { registry: { ...setUp.registry, district: townships } }),
  },
  {
    name: 'health',
    page: 'office/health/health',
    wide: true,
    replies: as('admin', {
      overview: {
        health: ok({
          now: sample.NOW,
          version: '1.0.0',
          late: false,
          lagMs: 120_000,
          failed: { events: 1, messages: 2, more: false },
          ledger: { at: sample.NOW - DAY, sources: 120, differing: 1 },
          verified: {
            at: sample.NOW - DAY,
            lines: [
              { question: '空的条件会不会改到别的文档', answer: '不会', means: '不用做什么', safe: true },
            ],
          },
        }),
      },
      notify: { letters: ok({ letters: [] }) },
    }),
  },
  {
    name: 'key-supervision',
    page: 'office/key/key',
    wide: true,
    replies: as('presidium', {
      congress: {
        suggestions: ok({ suggestions: [] }),
        keyCandidates: ok({ candidates: [] }),
      },
      request: { listOffice: ok({ requests: officeCards.slice(0, 2) }) },
      duty: { listOpinions: ok({ opinions: [] }) },
    }),
  },
  {
    name: 'facts',
    page: 'office/facts/facts',
    query: { of: 'received', from: '2026-01-01', to: TODAY },
    wide: true,
    replies: as('staff', {
      duty: {
        facts: ok({
          facts: [
            {
              fact: 'f1',
              kind: 'reception',
              date: '2026-11-05',
              persons: ['p2'],
              home: 'h1',
              village: 'v1',
              source: { kind: 'day', id: 'bh~2026-11-05' },
              entered: false,
            },
          ],
          next: 'f1',
        }),
      },
    }),
  },
  {
    name: 'report-template',
    page: 'office/report-template/report-template',
    wide: true,
    replies: as('chief', {
      report: {
        reportTemplate: ok({
          edition: 1,
          own: true,
          sections: [
            {
              section: 'received',
              level: 1,
              heading: '接待选民',
              sentences: [{ sentence: 's1', head: '今年', clauses: ['接待选民{received}人'] }],
            },
          ],
          slots: [{ slot: 'received', label: '接待选民（人）' }],
        }),
      },
    }),
  },
  {
    name: 'account',
    page: 'office/account/account',
    replies: as('admin', {
      publicity: {
        officialKeys: ok({
          edition: 1,
          rows: [{ appid: 'wx0000000000000000', since: sample.NOW - DAY }],
          variables: { own: false, district: true },
        }),
      },
    }),
  },
];
