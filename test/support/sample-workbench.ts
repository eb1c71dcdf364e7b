/** 工作台 on a full morning, of a unit, and with nothing on it. Invented. */
import type { WorkbenchView, WorkGroupView, WorkRow } from '../../miniprogram/contract/workbench';
import { NOW } from './sample-answers';

const row = (id: string, title: string, village: string, who: string, due: string): WorkRow => ({
  id,
  title,
  village,
  who,
  due,
});

const groups: readonly WorkGroupView[] = [
  {
    group: 'overdue',
    count: 5,
    rows: [
      row('r1', '通社公路边沟塌方，车过不去', '柳树城村', '交通办', '2026-11-18'),
      row('r2', '三组饮水管漏了两个月没人修', '石桥村', '水务站', '2026-11-20'),
      row('r3', '学校门口没有减速带，接送孩子的人很多很危险', '柳树城村', '派出所', '2026-11-20'),
    ],
  },
  {
    group: 'to-route',
    count: 6,
    rows: [
      row('r4', '村口水渠堵了', '柳树城村', '镇人大办', '2026-11-24'),
      row('r5', '三组路灯坏了', '柳树城村', '镇人大办', '2026-11-25'),
      row('r6', '低保的事想问清楚', '石桥村', '镇人大办', '2026-11-27'),
    ],
  },
  { group: 'to-review', count: 2, rows: [row('r7', '1段录音', '石桥村', '李明代表', '2026-11-26')] },
  { group: 'held', count: 1, rows: [] },
  { group: 'deliveries', count: 1, rows: [row('r8', '机耕道修了', '石桥村', '镇人大办', '2026-11-26')] },
  {
    group: 'swaps',
    count: 1,
    rows: [
      {
        id: 's1',
        title: '12月7日上午 柳树城代表之家要换人',
        who: '王样样',
        date: '2026-12-07',
        home: 'h2',
      },
    ],
  },
  { group: 'claimed', count: 2, rows: [{ id: 'i1', title: '李样样', who: '承办单位联络员' }] },
  { group: 'calls', count: 3, rows: [] },
];
const months = ['2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11'];

const nobody: WorkbenchView = {
  name: '文样样',
  roles: ['staff'],
  office: '白鹤镇',
  today: '2026-11-23',
  asOf: NOW,
  groups: [],
};

export const workbench: WorkbenchView = Object.assign({}, nobody, {
  groups,
  figures: {
    from: '2026-07-01',
    to: '2026-11-23',
    months,
    received: { n: 36, months: [5, 8, 6, 9, 7, 6] },
    visited: { n: 126, months: [18, 24, 31, 22, 29, 20] },
    done: { n: 52, months: [8, 9, 12, 11, 10, 10] },
    open: 24,
    overdue: 5,
    satisfied: 19,
    unrated: 7,
    dissatisfied: 2,
  },
  day: {
    date: '2026-12-07',
    published: true,
    homes: [
      { home: 'h1', name: '白鹤代表之家', booked: 4, arrived: 0, received: 0, unrecorded: 0 },
      { home: 'h2', name: '柳树城代表之家', booked: 2, arrived: 0, received: 0, unrecorded: 0 },
      { home: 'h3', name: '石桥代表之家', booked: 0, arrived: 0, received: 0, unrecorded: 0 },
    ],
    missing: ['柳树城代表之家上午'],
  },
  unpublished: '2027-01-05',
});

export const unitBench: WorkbenchView = Object.assign({}, nobody, {
  name: '吴样样',
  roles: ['unit'],
  office: '水务站',
  groups: [
    {
      group: 'unit-overdue',
      count: 1,
      rows: [row('r2', '三组饮水管漏了两个月没人修', '石桥村', '水务站', '2026-11-20')],
    },
    { group: 'unit-accept', count: 1, rows: [row('r4', '村口水渠堵了', '柳树城村', '水务站', '2026-12-04')] },
  ],
});

export const emptyBench: WorkbenchView = Object.assign({}, workbench, { groups: [] });
