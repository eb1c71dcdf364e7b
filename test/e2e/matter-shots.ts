/** Screens of matters: their asker's, the deputy's, the leader's, the office's, a unit's, the district's. */
import { settingsOf } from '../../cloudfunctions/registry/directory/rules/settings';
import { lifeGuide } from '../../cloudfunctions/request/life/rules/life-guide';
import * as sample from '../support/sample-answers';
import * as matters from '../support/sample-matters';
import type { Grant, Role } from '../../miniprogram/contract/registry';
import type { RequestView } from '../../miniprogram/contract/request';
import type { RequestAct } from '../../miniprogram/contract/request-life';
import type { Replies } from '../support/stub-gateway';
import { ok, press, pressExactly, type Shot } from './shot-kit';

function as(...roles: Role[]): Replies {
  const grants = roles.map((role): Grant => ({ role, name: '文样样', state: 'confirmed', since: 0 }));
  return {
    registry: { places: ok(sample.places), whoAmI: ok({ folder: 'bh/u/a', grants, today: '2026-11-23' }) },
  };
}

function withMatter(view: RequestView, role: Role): Replies {
  const similar = matters.officeCards.slice(1, 3).map((card) => ({ ...card, likeness: 0.5 }));
  return {
    ...as(role),
    request: {
      get: ok(view),
      similar: ok({ requests: similar }),
      listOffice: ok({ requests: matters.officeCards, next: 'r4' }),
      listUnit: ok({ requests: [matters.officeCards[3], sample.card].filter((card) => card !== undefined) }),
      find: ok({ requests: [] }),
    },
  };
}

const owned = (acts: readonly RequestAct[]): RequestView => ({
  ...sample.request,
  acts,
  mine: false,
  reader: 'owner',
});
const PROGRESS = 'pages/progress/progress';
const MATTER = 'deputy/matter/matter';
const GROUP = 'deputy/group/group';
const MATTERS = 'office/matters/matters';
const r1 = { request: 'r1' };

export const matterShots: readonly Shot[] = [
  ...(
    [
      ['progress', sample.request],
      ['progress-answered', matters.answered],
      ['progress-rate', matters.closed],
      ['progress-door', matters.outOfScope],
      ['progress-long', { ...matters.longMatter, reader: 'asker', acts: ['withdraw'] }],
    ] as const
  ).map(([name, view]) => ({
    name,
    page: PROGRESS,
    query: r1,
    replies: withMatter(view, 'deputy'),
    whole: true,
  })),
  {
    name: 'progress-not-solved',
    page: PROGRESS,
    query: r1,
    whole: true,
    replies: withMatter(matters.answered, 'deputy'),
    act: press('没办好'),
  },
  ...(
    [
      ['matter', owned(['take', 'recuse', 'note'])],
      ['matter-contacting', owned(['explain', 'visit', 'propose', 'recuse', 'note'])],
      ['matter-long', { ...matters.longMatter, acts: ['explain', 'visit', 'propose'] as const }],
    ] as const
  ).map(([name, view]) => ({
    name,
    page: MATTER,
    query: r1,
    replies: withMatter(view, 'deputy'),
    whole: true,
  })),
  {
    name: 'matter-propose',
    page: MATTER,
    query: r1,
    replies: withMatter(owned(['explain', 'visit', 'propose']), 'deputy'),
    act: press('提请交办'),
  },
  {
    name: 'matter-hand-over',
    page: MATTER,
    query: r1,
    replies: withMatter(owned(['handOver']), 'leader'),
    act: press('转给组里别的代表'),
  },
  {
    name: 'group',
    page: GROUP,
    replies: {
      ...as('leader'),
      request: { listGroup: ok({ requests: [sample.lateCard, sample.card], next: 'x' }) },
    },
  },
  {
    name: 'group-empty',
    page: GROUP,
    replies: { ...as('deputy'), request: { listOwned: ok({ requests: [] }) } },
  },
  { name: 'matters', page: MATTERS, replies: withMatter(matters.assigned, 'staff'), wide: true, whole: true },
  {
    name: 'matters-all',
    page: MATTERS,
    query: { queue: 'all' },
    wide: true,
    whole: true,
    replies: withMatter(matters.longMatter, 'chief'),
  },
  {
    name: 'matters-picking',
    page: MATTERS,
    ordinary: true,
    whole: true,
    replies: withMatter(matters.assigned, 'staff'),
    act: press('选几件一起交办', '三组路灯', '村口水渠', '批量交办'),
  },
  {
    name: 'matters-empty',
    page: MATTERS,
    wide: true,
    replies: { ...as('presidium'), request: { listOffice: ok({ requests: [] }) } },
  },
  { name: 'matters-stranger', page: MATTERS, replies: as('deputy') },
  {
    name: 'matters-offline',
    page: MATTERS,
    ordinary: true,
    replies: { ...as('staff'), request: { listOffice: 'no-network' } },
  },
  {
    name: 'office-matter',
    page: 'office/matter/matter',
    query: r1,
    whole: true,
    replies: withMatter(
      { ...matters.assigned, acts: ['assign', 'reassign', 'keep', 'passUp', 'merge'] },
      'staff',
    ),
  },
  {
    name: 'office-assign',
    page: 'office/matter/matter',
    query: r1,
    whole: true,
    ordinary: true,
    replies: withMatter({ ...matters.assigned, acts: ['assign', 'reassign', 'keep'] }, 'staff'),
    act: pressExactly('交办'),
  },
  {
    name: 'office-paper-reply',
    page: 'office/matter/matter',
    query: r1,
    whole: true,
    ordinary: true,
    replies: withMatter({ ...matters.assigned, acts: ['reply'] }, 'staff'),
    act: async (page) => {
      await pressExactly('答复')(page);
      await press('C 列入计划')(page);
    },
  },
  {
    name: 'held',
    page: 'office/held/held',
    whole: true,
    replies: { ...as('staff'), request: { listHeld: ok({ requests: matters.held }) } },
  },
  {
    name: 'held-empty',
    page: 'office/held/held',
    replies: { ...as('staff'), request: { listHeld: ok({ requests: [] }) } },
  },
  {
    name: 'unit',
    page: 'office/unit/unit',
    wide: true,
    whole: true,
    replies: withMatter(
      { ...matters.assigned, reader: 'unit', acts: ['reply', 'return', 'askExtension'] },
      'unit',
    ),
  },
  {
    name: 'unit-empty',
    page: 'office/unit/unit',
    replies: { ...as('unit'), request: { listUnit: ok({ requests: [] }) } },
  },
  {
    name: 'district',
    page: 'office/district/district',
    wide: true,
    replies: {
      ...as('district'),
      request: {
        listPassedUp: ok({
          items: [
            {
              request: 'r1',
              number: '1123-K7Q2',
              category: '道路桥梁',
              on: '2026-11-20',
              summary: '通社公路边沟塌方，涉及两镇，镇里没有资金，请区交通局统一处理。',
              state: 'passed-up',
            },
          ],
        }),
      },
    },
  },
  {
    name: 'district-empty',
    page: 'office/district/district',
    replies: { ...as('district'), request: { listPassedUp: ok({ items: [] }) } },
  },
  { name: 'enter', page: 'office/enter/enter', replies: as('staff'), wide: true, whole: true },
  {
    name: 'board',
    page: 'more/board/board',
    replies: { ...as(), request: { board: ok({ items: matters.board }) } },
  },
  {
    name: 'board-empty',
    page: 'more/board/board',
    replies: { ...as(), request: { board: ok({ items: [] }) } },
  },
  {
    name: 'life',
    page: 'more/life/life',
    whole: true,
    replies: {
      ...as(),
      request: { lifeGuide: ok({ rows: lifeGuide(settingsOf({})), redoTimes: 2, reopenDays: 30 }) },
    },
  },
  { name: 'doors', page: 'more/doors/doors', replies: as(), whole: true },
];
