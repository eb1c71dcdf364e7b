/** Canned answers of the server, for looking at screens: ordinary ones, and ones that strain the layout. */
import type { HomeView, MineView, TodayView } from '../../miniprogram/contract/overview';
import type { DayView, HalfDay, HomeDay, Receiver, Slip } from '../../miniprogram/contract/reception';
import type { HomeCard, Places } from '../../miniprogram/contract/registry';
import type { RequestCard, RequestView } from '../../miniprogram/contract/request';

/** Monday morning, two weeks before the reception day. */
export const NOW = Date.parse('2026-11-23T09:30:00+08:00');
const DATE = '2026-12-07';
const CLOSES_AT = Date.parse('2026-12-06T18:00:00+08:00');

const HOMES: readonly HomeCard[] = [
  {
    id: 'h1',
    name: '城关代表之家',
    address: '城关村委会一楼',
    landline: '0000-1234561',
    hours: '周一至周五 8:30—17:30',
  },
  { id: 'h2', name: '柳树城代表之家', address: '柳树城村二组，村委会一楼', landline: '0000-1234562' },
  { id: 'h3', name: '白鹤桥代表之家', address: '白鹤桥村三组，油橄榄产业园门口', landline: '0000-1234563' },
];

const RECEIVERS: readonly Receiver[] = [
  { person: 'p1', name: '陈样样', deputy: true, level: 'town', title: '主席团成员', group: 'g1' },
  { person: 'p2', name: '李样样', deputy: true, level: 'town', group: 'g2' },
  { person: 'p3', name: '王样样', deputy: true, level: 'district', group: 'g1' },
  { person: 'p4', name: '赵样样', deputy: false, title: '党委委员' },
];

function halves(receivers: readonly Receiver[]): HalfDay[] {
  const seat = (half: string) => (receiver: Receiver, k: number) => ({
    seat: `h1-${half}-${String(k + 1)}`,
    receiver,
  });
  return [
    { half: 'am', start: '08:30', end: '11:30', seats: receivers.slice(0, 3).map(seat('am')) },
    { half: 'pm', start: '14:30', end: '17:00', seats: receivers.slice(1).map(seat('pm')) },
  ];
}

function homeDay(home: string, receivers: readonly Receiver[], full = false): HomeDay {
  const am = ['08:30', '09:00', '09:30', '10:00', '10:30', '11:00'];
  const pm = ['14:30', '15:00', '15:30', '16:00', '16:30'];
  const times = [...am, ...pm].map((time, index) => {
    const half = time < '12:00' ? ('am' as const) : ('pm' as const);
    const taken = full || index === 0 ? 3 : index % 3;
    const free = [1, 2, 3].slice(taken).map((k) => ({
      place: `${home}-${time.replace(':', '')}-${String(index * 3 + k)}`,
      seat: `h1-${half}-${String(k)}`,
    }));
    return { time, half, free };
  });
  return { home, halves: halves(receivers), times, closesAt: CLOSES_AT, open: true };
}

export const slip: Slip = {
  booking: 'b1',
  date: DATE,
  home: 'h1',
  time: '09:00',
  half: 'am',
  place: 'h1-0900-4',
  number: 4,
  code: 'K7Q2',
  state: 'booked',
  whom: 'self',
  name: '李婶',
  keys: 'k',
  receiver: RECEIVERS[1] as Receiver,
};

export const longNames: readonly Receiver[] = RECEIVERS.map((receiver, index) => ({
  ...receiver,
  name: ['欧阳样样', '司徒样样样', '买买提·样样提·样样江', '赵样样'][index] ?? '',
  title: ['镇人大主席团成员兼民族宗教委员', '党委副书记、镇长', '', '党委委员、纪委书记'][index] || '区代表',
}));

const township = {
  id: 'bh',
  name: '白鹤镇',
  host: '样样区人大常委会办公室',
  filingNumber: '样ICP备00000000号',
  complaints: '0000-1234560',
};

export const home: HomeView = {
  now: NOW,
  township,
  homes: HOMES,
  home: HOMES[0] as HomeCard,
  next: {
    date: DATE,
    daysLeft: 14,
    shiftedFrom: '2026-12-05',
    why: '5日是星期六',
    published: true,
    open: true,
    closesAt: CLOSES_AT,
    halves: halves(RECEIVERS),
    free: 20,
    earliest: { place: 'h1-0900-4', time: '09:00', half: 'am', receiver: '李样样' },
  },
  slips: [],
  folder: 'bh/u/a',
};

export function homeWith(next: Partial<HomeView['next']>, rest: Partial<HomeView> = {}): HomeView {
  const { earliest, ...kept } = home.next;
  return {
    ...home,
    ...rest,
    next: { ...kept, ...(next.free === 0 || !earliest ? {} : { earliest }), ...next },
  };
}

export const day: DayView = {
  date: DATE,
  state: 'published',
  homes: HOMES.map(({ id }) => homeDay(id, RECEIVERS)),
  mine: [slip],
};

export const longDay: DayView = { ...day, homes: [homeDay('h1', longNames)] };
export const fullDay: DayView = {
  ...day,
  homes: [homeDay('h1', RECEIVERS, true), homeDay('h2', RECEIVERS), homeDay('h3', RECEIVERS)],
};

const VILLAGES = [
  '城关村',
  '柳树城村',
  '白鹤桥村',
  '双井村',
  '石桥村',
  '大湾村',
  '小湾村',
  '油房村',
  '新庄村',
];

export const places: Places = {
  township,
  homes: HOMES,
  villages: VILLAGES.map((name, index) => ({
    id: `v${String(index + 1)}`,
    name,
    formerNames: index === 1 ? ['上柳村', '下柳村'] : [],
    villagerGroups: ['一', '二', '三', '四'].map((n, k) => ({ id: `s${String(k + 1)}`, name: `${n}组` })),
    home: `h${String((index % 3) + 1)}`,
  })),
  groups: ['第一', '第二', '第三'].map((name, index) => ({
    id: `g${String(index + 1)}`,
    name: `${name}代表小组`,
    home: `h${String(index + 1)}`,
    villages: VILLAGES.map((_, k) => `v${String(k + 1)}`).filter((_, k) => k % 3 === index),
  })),
  categories: [
    ['road', '道路桥梁', '村道、桥、路灯'],
    ['water', '水利饮水', '自来水、水渠、河堤'],
    ['sanitation', '环境卫生', '垃圾、污水、厕所'],
    ['relief', '低保救助', '低保、临时救助、残疾补贴'],
    ['farming', '产业惠农', '油橄榄、药材、农业补贴'],
    ['school', '教育卫生', '学校、卫生室、医保'],
    ['land', '土地房屋', '宅基地、征地、危房'],
    ['other', '别的事', '上面没有的'],
  ].map(([id = '', name = '', hint = '']) => ({ id, name, hint })),
  units: [
    { id: 'u1', name: '镇村建办', categories: ['road'] },
    { id: 'u2', name: '镇水利站', categories: ['water'] },
    { id: 'u4', name: '柳树城村委会', categories: [] },
  ],
  deputies: RECEIVERS.filter(({ deputy }) => deputy).map(
    ({ person, name, level = 'town', title, group = 'g1' }) => ({
      person,
      name,
      level,
      group,
      villages: ['v1', 'v4'],
      leader: person === 'p1',
      ...(title !== undefined && { title }),
    }),
  ),
};

export const card: RequestCard = {
  request: 'r1',
  number: '1123-K7Q2',
  title: '村口水渠堵了，下雨漫路',
  village: '柳树城村',
  category: '水利饮水',
  kind: 'report',
  state: 'contacting',
  sentence: '第二代表小组李样样代表已收到，11月26日前联系',
  late: false,
  nextDate: '2026-11-26',
  createdAt: NOW - 86_400_000,
};

export const lateCard: RequestCard = {
  ...card,
  request: 'r2',
  number: '1116-M3XW',
  title: '三组路灯坏了两盏，晚上老人娃娃走路看不见，已经摔了…',
  state: 'submitted',
  late: true,
  nextDate: '2026-11-22',
  category: '道路桥梁',
  sentence: '第二代表小组李样样代表，说好11月22日前联系您，晚了，人大办会催',
};

export const request: RequestView = {
  ...card,
  text: '村口到三组的水渠堵了半个月，一下雨水就漫到路上，娃上学要绕路。去年也堵过一次，是自己掏的。',
  photos: [],
  recordings: [{ file: 'http://127.0.0.1/a.mp3', seconds: 42 }],
  steps: [
    { at: NOW - 86_400_000, act: 'submit', state: 'submitted', by: '您' },
    { at: NOW - 3_600_000, act: 'take', state: 'contacting', by: '李样样' },
  ],
  owner: { kind: 'deputy', person: 'p2', name: '李样样', group: 'g2', groupName: '第二代表小组' },
  reason: '柳树城村·水利饮水 归第二代表小组',
  privacy: { hideName: false, notOwnVillage: false, publishable: false },
  seenBy: [
    '第二代表小组的李样样代表和组长看得到您写的、拍的、说的和称呼',
    '白鹤镇人大办看得到全部内容，电话只在要联系您时显示',
    '不会公开',
    '别的群众看不到',
  ],
  acts: [],
  asker: { name: '李婶', phone: '13800000000' },
  mine: true,
  rev: 2,
  reader: 'asker',
  noPhone: false,
  replies: [],
  redone: 0,
  dispatches: [],
};

export const mine: MineView = {
  slips: [
    slip,
    { ...slip, booking: 'b2', whom: 'family', name: '李大爷', time: '15:00', half: 'pm', number: 12 },
  ],
  requests: [lateCard, card],
  joined: [],
  homes: HOMES,
  folder: 'bh/u/a',
};

export const todayView: TodayView = {
  name: '李样样',
  group: { id: 'g2', name: '第二代表小组', home: 'h2', villages: ['v2'] },
  duties: [
    {
      date: DATE,
      home: 'h1',
      homeName: '城关代表之家',
      half: 'am',
      start: '08:30',
      end: '11:30',
      appointments: [
        {
          date: DATE,
          home: 'h1',
          time: '09:00',
          number: 2,
          name: '李婶',
          category: '低保救助',
          booking: 'b1',
        },
        { date: DATE, home: 'h1', time: '09:30', number: 3, name: '张大爷', booking: 'b3' },
      ],
    },
  ],
  requests: [lateCard, card],
  promises: [],
};
