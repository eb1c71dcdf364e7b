/** Screens of deputies at work: noting, the record, an invitation, the office's lists, an inspection. */
import * as sample from '../support/sample-answers';
import type {
  ActivityCard,
  ActivityView,
  Dispute,
  Opinion,
  OpinionRow,
} from '../../miniprogram/contract/duty';
import type { FactRow, Heading } from '../../miniprogram/contract/facts';
import type { TodayView } from '../../miniprogram/contract/overview';
import type { Grant } from '../../miniprogram/contract/registry';
import type { Role } from '../../miniprogram/contract/roles';
import type { Replies } from '../support/stub-gateway';
import { ok, press, pressExactly, type Shot } from './shot-kit';

export function as(role: Role, duty: Replies['duty'] = {}): Replies {
  const grants: Grant[] = [{ role, name: '文样样', state: 'confirmed', since: 0, group: 'g3' }];
  return {
    registry: { places: ok(sample.places), whoAmI: ok({ folder: 'bh/u/a', grants, today: '2026-11-23' }) },
    duty,
  };
}

const someone = sample.places.deputies[0]?.person ?? 'p5';
const source = (id: string): FactRow['source'] => ({ kind: 'activity', id });
const row = (fact: string, kind: string, date: string, heading: Heading): FactRow & { heading: Heading } => ({
  fact,
  kind,
  date,
  heading,
  persons: [someone],
  village: 'v4',
  source: source(fact),
  entered: false,
});
const rows = [
  row('a1', 'household-visit', '2026-11-20', 'contact'),
  { ...row('a2', 'help', '2026-11-12', 'contact'), entered: true },
  row('a3', 'inspection', '2026-11-11', 'inspections'),
  row('a4', 'study', '2026-11-03', 'training'),
];
const doubt: Dispute = {
  dispute: 'bh~d1',
  fact: 'a2',
  kind: 'help',
  date: '2026-11-12',
  person: someone,
  source: source('a2'),
  words: '这件事是和小组一起办的，不是我一个人',
  state: 'open',
  at: 0,
};
export const card = (changes: Partial<ActivityCard>): ActivityCard => ({
  activity: 'a1',
  kind: 'study',
  state: 'planned',
  date: '2026-11-25',
  title: '学习代表法和身边的案例',
  group: 'g3',
  persons: [someone],
  entered: false,
  leaves: 0,
  ...changes,
});
export const view = (changes: Partial<ActivityView>): ActivityView => ({
  ...card({}),
  edition: 1,
  sites: [],
  opinions: [],
  invited: [{ person: someone, answer: 'leave-asked', words: '家里收橄榄，走不开' }],
  materials: [],
  pictures: [],
  mayAddPictures: false,
  mayAddMaterials: false,
  mayTell: false,
  mayConsent: false,
  consented: false,
  recordedAt: 0,
  mayCorrect: false,
  place: '柳树城代表之家',
  ...changes,
});
const inspection = view({
  kind: 'inspection',
  state: 'held',
  date: '2026-11-11',
  title: '视察产业和村道建设',
  topicFrom: 'people',
  invited: [],
  sites: [
    { name: '油橄榄产业园', quality: '长势好', progress: '采收过半', suggestion: '把水引到地头' },
    { name: '中药材合作社', suggestion: '补上烘干房' },
    { name: '通村道路', progress: '还差二公里' },
  ],
  opinions: [
    {
      opinion: 'o1',
      site: '油橄榄产业园',
      words: '年底前把水引到地头',
      unit: 'u1',
      due: '2026-12-31',
      state: 'accepted',
      urgedOn: '2026-11-20',
      acts: ['urge'],
    },
    {
      opinion: 'o2',
      site: '通村道路',
      words: '入冬前完工',
      unit: 'u2',
      due: '2026-11-20',
      state: 'answered',
      answeredOn: '2026-11-18',
      acts: ['follow', 'redo'],
      answer: '已经和施工队说定，11月底通车。',
    },
  ],
});
const toOpinionRow = (opinion: Opinion): OpinionRow => ({
  ...opinion,
  activity: 'a3',
  title: inspection.title,
  date: inspection.date,
});
const atUnit = (opinion: Opinion): Opinion => ({
  ...opinion,
  acts: opinion.state === 'accepted' ? ['answer'] : [],
});
const cells = [
  { group: 'g3', month: '2026-09', held: 1, planned: 0, missed: 0 },
  { group: 'g3', month: '2026-10', held: 0, planned: 0, missed: 1 },
  { group: 'g3', month: '2026-11', held: 0, planned: 1, missed: 0 },
];
const groups = sample.places.groups.map(({ id }) => id).slice(0, 3);

const LOG = 'deputy/log/log';
const RECORD = 'deputy/record/record';
const ACTIVITY = 'deputy/activity/activity';
const DUTY = 'office/duty/duty';
const record = (changes: object) =>
  ok({ person: someone, name: '马样样', rows, disputes: [doubt], ...changes });
export const office = as('chief', {
  listActivities: ok({
    activities: [card({ leaves: 1 }), card({ activity: 'a2', kind: 'inspection', state: 'held' })],
    next: 'x',
  }),
  listDisputes: ok({ disputes: [doubt] }),
  listOpinions: ok({ opinions: inspection.opinions.map(toOpinionRow) }),
  studyGrid: ok({ groups, cells }),
  quietDeputies: ok({ persons: [{ person: someone, name: '马样样', group: 'g3' }] }),
  activity: ok(inspection),
});

const promised: TodayView = {
  ...sample.todayView,
  requests: [],
  promises: [
    { promise: 'bh~1', agreed: '2026-11-05', due: '2026-11-19', village: 'v4', name: '周大山' },
    { promise: 'bh~2', agreed: '2026-11-20', due: '2026-11-26', village: 'v2' },
  ],
};

const drawn = (colour: string) =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="400" height="260"><rect width="400" height="260" fill="${colour}"/></svg>`)}`;
const files = [
  { picture: 'f1', file: drawn('#b9c7b0') },
  { picture: 'f2', file: drawn('#c9bda4') },
  { picture: 'f3', file: 'https://files/1.mp3' },
];
const own = {
  kind: 'care',
  state: 'held',
  title: '重阳节看望老人',
  persons: [someone],
  invited: [],
  mayCorrect: true,
} as const;
const care = view({
  ...own,
  helped: { elders: 6 },
  pictures: [
    {
      picture: 'f1',
      use: 'photo',
      state: 'clear',
      mayDrop: true,
      consent: { by: '周大山', on: '2026-11-20' },
    },
    { picture: 'f2', use: 'photo', state: 'checking', mayDrop: true },
    { picture: 'f3', use: 'recording', state: 'held', seconds: 24, mayDrop: true },
  ],
  mayAddPictures: true,
});
const visited = view({
  ...own,
  kind: 'household-visit',
  title: '',
  village: 'v4',
  household: { name: '周大山' },
  people: 3,
  words: '想修门前的路',
});

export const dutyShots: readonly Shot[] = [
  {
    name: 'duty-promised',
    page: 'deputy/today/today',
    replies: { ...as('deputy'), overview: { today: ok(promised) } },
    whole: true,
  },
  { name: 'duty-log', page: LOG, replies: as('deputy'), whole: true },
  {
    name: 'duty-log-visit',
    page: LOG,
    query: { kind: 'household-visit' },
    replies: as('deputy'),
    whole: true,
  },
  { name: 'duty-log-study', page: LOG, query: { kind: 'study' }, replies: as('leader'), whole: true },
  {
    name: 'duty-log-offline',
    page: LOG,
    query: { kind: 'household-visit' },
    replies: as('deputy', { note: 'no-network' }),
    act: press(sample.places.villages[0]?.name ?? '城关村', '记下'),
  },
  {
    name: 'duty-record',
    page: RECORD,
    replies: as('deputy', { record: record({}) }),
    whole: true,
    wide: true,
  },
  {
    name: 'duty-record-empty',
    page: RECORD,
    replies: as('deputy', { record: record({ rows: [], disputes: [] }) }),
  },
  {
    name: 'duty-invited',
    page: ACTIVITY,
    query: { activity: 'a1' },
    replies: as('deputy', { activity: ok(view({ mine: 'invited' })) }),
    whole: true,
  },
  {
    name: 'correct',
    page: 'deputy/correct/correct',
    query: { activity: 'bh~1' },
    replies: as('deputy', { activity: ok(view({ mayCorrect: true })) }),
  },
  {
    name: 'duty-leader',
    page: ACTIVITY,
    query: { activity: 'a1' },
    replies: as('leader', { activity: ok(view({ date: '2026-11-23', mayCorrect: true })) }),
    whole: true,
  },
  {
    name: 'duty-pictures',
    page: ACTIVITY,
    query: { activity: 'a1' },
    replies: as('deputy', { activity: ok(care), openPictures: ok({ files }) }),
    whole: true,
  },
  {
    name: 'duty-correct',
    page: 'deputy/correct/correct',
    query: { activity: 'a1' },
    replies: as('staff', { activity: ok(visited) }),
    whole: true,
    wide: true,
  },
  { name: 'office-duty', page: DUTY, replies: office, wide: true },
  {
    name: 'office-duty-paper',
    page: 'office/import/import',
    query: { table: 'activity' },
    replies: {
      ...as('staff'),
      report: {
        listImports: ok({
          imports: [
            {
              import: 'bh~1',
              table: 'activity',
              at: Date.parse('2026-11-22T10:00:00+08:00'),
              state: 'done',
              lines: 41,
              counts: { new: 38, changed: 0, same: 3, gone: 0 },
              faults: [],
              slices: 2,
              done: 2,
            },
          ],
        }),
      },
    },
    wide: true,
    whole: true,
  },
  { name: 'office-duty-opinions', page: DUTY, replies: office, act: press('视察意见'), wide: true },
  {
    name: 'office-duty-unit',
    page: 'office/unit/unit',
    replies: {
      ...as('unit', { listOpinions: ok({ opinions: inspection.opinions.map(atUnit).map(toOpinionRow) }) }),
      request: { listUnit: ok({ requests: [] }) },
      congress: { suggestions: ok({ suggestions: [] }) },
    },
    act: pressExactly('答复'),
    wide: true,
    whole: true,
  },
  { name: 'office-duty-disputes', page: DUTY, replies: office, act: press('档案疑问'), wide: true },
  { name: 'office-duty-study', page: DUTY, replies: office, act: press('小组学习'), wide: true, whole: true },
  { name: 'office-duty-quiet', page: DUTY, replies: office, act: press('要联系的代表'), wide: true },
  {
    name: 'office-inspection',
    page: 'office/activity/activity',
    query: { activity: 'a3' },
    replies: office,
    wide: true,
    whole: true,
  },
];
