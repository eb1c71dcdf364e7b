/** Screens of requests: their asker's, the deputy's, the leader's, the office's, a unit's, the district's. */
import { settingsOf } from '../../cloudfunctions/registry/directory/rules/settings';
import { lifeGuide } from '../../cloudfunctions/request/life/rules/life-guide';
import * as sample from '../support/sample-answers';
import * as requests from '../support/sample-requests';
import type { Grant } from '../../miniprogram/contract/registry';
import type { Role } from '../../miniprogram/contract/roles';
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

function withRequest(view: RequestView, role: Role): Replies {
  const similar = requests.officeCards.slice(1, 3).map((card) => ({ ...card, likeness: 0.5 }));
  return {
    ...as(role),
    request: {
      get: ok(view),
      similar: ok({ requests: similar }),
      listOffice: ok({ requests: requests.officeCards, next: 'r4' }),
      listUnit: ok({ requests: [requests.officeCards[3], sample.card].filter((card) => card !== undefined) }),
      find: ok({ requests: [] }),
    },
  };
}

const owned = (acts: readonly RequestAct[]): RequestView => ({
  ...requests.readByOthers(sample.request),
  acts,
  reader: 'owner',
});
/** Its asker left a phone. */
function withNumber(): Replies {
  const replies = withRequest(
    { ...owned(['take']), asker: { name: '李婶', phone: '138****0000' } },
    'deputy',
  );
  const revealPhone = ok({ phone: '13800000000', name: '李婶' });
  return { ...replies, request: { ...replies.request, revealPhone } };
}
const PROGRESS = 'more/progress/progress';
const MATTER = 'deputy/request/request';
const GROUP = 'deputy/group/group';
const MATTERS = 'office/requests/requests';
const r1 = { request: 'r1' };

const DAYS = { first: '2026-11-24', usual: '2026-12-14', latest: '2027-01-05' };

export const requestShots: readonly Shot[] = [
  ...(
    [
      ['progress', sample.request],
      ['progress-answered', requests.answered],
      ['progress-promised', requests.promised],
      ['progress-rate', requests.closed],
      ['progress-door', requests.outOfScope],
      ['progress-long', { ...requests.longRequest, reader: 'asker', acts: ['withdraw'] }],
    ] as const
  ).map(([name, view]) => ({
    name,
    page: PROGRESS,
    small: true,
    query: r1,
    replies: withRequest(view, 'deputy'),
    whole: true,
  })),
  {
    name: 'supplement',
    page: 'more/supplement/supplement',
    query: { ...r1, about: '渠口被塌土堵住了' },
    small: true,
    replies: withRequest(sample.request, 'deputy'),
    whole: true,
  },
  {
    name: 'progress-not-solved',
    page: PROGRESS,
    query: r1,
    whole: true,
    replies: withRequest(requests.answered, 'deputy'),
    act: press('没办好'),
  },
  ...(
    [
      ['request', owned(['take', 'recuse', 'note'])],
      ['request-contacting', owned(['explain', 'visit', 'propose', 'recuse', 'note'])],
      ['request-long', { ...requests.longRequest, acts: ['explain', 'visit', 'propose'] as const }],
    ] as const
  ).map(([name, view]) => ({
    name,
    page: MATTER,
    query: r1,
    replies: withRequest(view, 'deputy'),
    whole: true,
  })),
  {
    name: 'request-propose',
    page: MATTER,
    query: r1,
    replies: withRequest(owned(['explain', 'visit', 'propose']), 'deputy'),
    act: press('提请交办'),
  },
  {
    name: 'request-hand-over',
    page: MATTER,
    query: r1,
    replies: withRequest(owned(['handOver']), 'leader'),
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
  {
    name: 'requests',
    page: MATTERS,
    replies: withRequest(requests.assigned, 'staff'),
    wide: true,
    whole: true,
  },
  {
    name: 'requests-all',
    page: MATTERS,
    query: { queue: 'all' },
    wide: true,
    whole: true,
    replies: withRequest(requests.longRequest, 'chief'),
  },
  {
    name: 'requests-picking',
    page: MATTERS,
    ordinary: true,
    whole: true,
    replies: withRequest(requests.assigned, 'staff'),
    wide: true,
    act: press('选几件一起交办'),
  },
  {
    name: 'requests-empty',
    page: MATTERS,
    wide: true,
    replies: { ...as('presidium'), request: { listOffice: ok({ requests: [] }) } },
  },
  { name: 'requests-stranger', page: MATTERS, replies: as('deputy') },
  {
    name: 'requests-offline',
    page: MATTERS,
    ordinary: true,
    replies: { ...as('staff'), request: { listOffice: 'no-network' } },
  },
  {
    name: 'office-request',
    page: 'office/request/request',
    query: r1,
    whole: true,
    replies: withRequest(
      { ...requests.assigned, acts: ['assign', 'reassign', 'keep', 'passUp', 'merge'] },
      'staff',
    ),
  },
  {
    name: 'office-assign',
    page: 'office/request/request',
    query: r1,
    whole: true,
    ordinary: true,
    replies: withRequest(
      { ...requests.assigned, acts: ['assign', 'reassign', 'keep'], replyDays: DAYS },
      'staff',
    ),
    act: pressExactly('交办'),
  },
  {
    name: 'office-paper-reply',
    page: 'office/request/request',
    query: r1,
    whole: true,
    ordinary: true,
    replies: withRequest({ ...requests.assigned, acts: ['reply'] }, 'staff'),
    act: async (page) => {
      await pressExactly('答复')(page);
      await press('C 列入计划')(page);
    },
  },
  {
    name: 'matter-why',
    page: MATTER,
    query: r1,
    ordinary: true,
    replies: withNumber(),
    act: press('打电话 138'),
  },
  {
    name: 'matter-number',
    page: MATTER,
    query: r1,
    replies: withNumber(),
    act: press('打电话 138', '约时间上门或见面'),
  },
  {
    name: 'held',
    page: 'office/held/held',
    whole: true,
    replies: { ...as('staff'), request: { listHeld: ok({ requests: requests.held }) } },
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
    replies: withRequest(
      { ...requests.assigned, reader: 'unit', acts: ['reply', 'return', 'askExtension'] },
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
    act: press('转报上来的', '答复 ›'),
    replies: {
      ...as('district'),
      request: {
        listPassedUp: ok({
          items: [
            {
              request: 'r1',
              from: '白鹤镇',
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
    name: 'district-figures',
    page: 'office/district/district',
    wide: true,
    whole: true,
    replies: {
      registry: {
        ...as('district').registry,
        district: ok({
          name: '某某区',
          townships: [
            { id: 'bh', name: '白鹤镇' },
            { id: 'qs', name: '青石镇' },
          ],
        }),
      },
      report: {
        districtFigures: ok({
          name: '某某区',
          townships: 14,
          counted: 13,
          from: '2026-07-01',
          to: '2026-11-23',
          numbers: {
            asOf: Date.parse('2026-11-23T08:55:00+08:00'),
            months: ['2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11'],
            received: { n: 412, months: [61, 88, null, 97, 104, null] },
            visited: { n: 1_304, months: [201, 240, 260, 288, 300, 216] },
            done: { n: 2 },
            open: 61,
            late: 4,
            ratings: { n: 131, parts: { satisfied: 120, dissatisfied: 5, unrated: 6 } },
          },
        }),
      },
    },
  },
  {
    name: 'district-empty',
    page: 'office/district/district',
    act: press('转报上来的'),
    replies: { ...as('district'), request: { listPassedUp: ok({ items: [] }) } },
  },
  { name: 'enter', page: 'office/enter/enter', replies: as('staff'), wide: true, whole: true },
  {
    name: 'board',
    page: 'more/board/board',
    replies: { ...as(), request: { board: ok({ items: requests.board }) } },
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
  { name: 'manual', page: 'more/manual/manual', replies: as('staff') },
  {
    name: 'manual-chapter',
    page: 'more/manual/manual',
    act: press('怎么约代表'),
    replies: as(),
    small: true,
  },
  { name: 'doors', page: 'more/doors/doors', replies: as(), whole: true },
];
