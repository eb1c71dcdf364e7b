/** What happened to each request of the sample, told by days before today. */
import type { RequestKind } from '../../miniprogram/contract/request';
import type { StepInput } from '../../miniprogram/contract/request-life';
import type { VILLAGERS } from './identities';

export type Who = 'asker' | 'owner' | 'follower' | 'unit' | 'staff' | 'chief' | 'presidium';
/** Days ago, by whom, what. */
type Told = readonly [number, Who, StepInput];

export interface Story {
  by: keyof typeof VILLAGERS;
  /** Entered for somebody without a phone. */
  entered?: true;
  name?: string;
  daysAgo: number;
  village: string;
  category: string;
  kind: RequestKind;
  text: string;
  deputy: string;
  publishable?: true;
  /** The content check left its text to a person. */
  held?: true;
  steps: readonly Told[];
}

const zhang = { by: 'zhang', name: '张三婶', village: 'v4', deputy: 'p5', kind: 'report' } as const;
const li = { by: 'li', name: '李大爷', village: 'v4', deputy: 'p19', kind: 'report' } as const;
const wang = { by: 'wang', name: '王师傅', village: 'v4', deputy: 'p5', kind: 'report' } as const;

const take = (daysAgo: number): Told => [daysAgo, 'owner', { act: 'take' }];
const explain = (daysAgo: number, words: string): Told => [daysAgo, 'owner', { act: 'explain', words }];
const propose = (daysAgo: number, words: string): Told => [daysAgo, 'owner', { act: 'propose', words }];
const assign = (daysAgo: number, lead: string, ...assist: string[]): Told => [
  daysAgo,
  'staff',
  { act: 'assign', lead, assist, words: '请按期办理，办好了答复反映人。' },
];
const accept = (daysAgo: number): Told => [daysAgo, 'unit', { act: 'accept' }];
const notSolved = (daysAgo: number, words: string): Told => [daysAgo, 'asker', { act: 'notSolved', words }];

/** From the first to the last state. A merged one follows the one it joins. */
export const STORIES: readonly Story[] = [
  {
    ...wang,
    daysAgo: 4,
    category: 'housing',
    text: '屋后的挡墙鼓了肚子，下雨怕塌。',
    steps: [take(3), [2, 'owner', { act: 'visit', date: 'in 2', words: '带村里懂行的一起去看' }]],
  },
  {
    ...li,
    daysAgo: 6,
    category: 'road',
    text: '通社路的边沟堵了，一下雨水就上路面。',
    steps: [take(5), propose(2, '看过了，要清沟五百米，请交办。')],
  },
  {
    ...zhang,
    daysAgo: 8,
    category: 'road',
    text: '学校门口没有减速带，车开得快。',
    steps: [take(7), propose(5, '请交通建设办看一看。'), assign(2, 'u1', 'u7')],
  },
  {
    ...wang,
    daysAgo: 20,
    category: 'water',
    text: '三组的水管一到冬天就冻裂。',
    steps: [take(19), propose(18, '要更换保温管。'), assign(16, 'u2'), accept(15)],
  },
  {
    ...li,
    daysAgo: 50,
    category: 'road',
    text: '河湾桥的护栏断了一截，半年了。',
    steps: [
      take(49),
      propose(47, '桥上走学生，请尽快。'),
      assign(45, 'u1'),
      accept(44),
      [4, 'presidium', { act: 'proposeKey', words: '涉及学生安全，提请重点督办。' }],
      [3, 'chief', { act: 'supervise', words: '涉及学生安全，主席团盯着办。' }],
      [2, 'staff', { act: 'urge', words: '已经过了日子，请三天内答复。' }],
      [1, 'staff', { act: 'dispatch', words: '党委会上点了这件事，要求月底前修好。' }],
    ],
  },
  {
    ...zhang,
    daysAgo: 15,
    category: 'farming',
    text: '合作社的机耕道被占了，农机进不去。',
    steps: [
      take(14),
      propose(13, '请农业农村办协调。'),
      assign(11, 'u4'),
      accept(10),
      [2, 'unit', { act: 'askExtension', until: 'in 12', words: '要等土地确权的图，晚十天。' }],
    ],
  },
  {
    ...wang,
    daysAgo: 9,
    category: 'sanitation',
    text: '集镇后街的公厕没有灯，夜里不敢去。',
    steps: [
      take(8),
      propose(7, '请环卫所办。'),
      assign(5, 'u6'),
      [2, 'unit', { act: 'return', words: '公厕的电表归村里，不归环卫所。' }],
    ],
  },
  {
    ...li,
    daysAgo: 12,
    category: 'power',
    text: '新修的安置点手机没有信号。',
    steps: [
      take(11),
      propose(9, '要通信公司来看。'),
      assign(7, 'u1'),
      [4, 'unit', { act: 'return', words: '通信不归交通建设办。' }],
      [1, 'staff', { act: 'refer', words: '两个单位都说不归自己，请主席定。' }],
    ],
  },
  {
    ...zhang,
    daysAgo: 11,
    category: 'road',
    text: '通社公路过邻镇的那段塌方，两头都不修。',
    steps: [
      take(10),
      propose(9, '涉及两个镇，镇里办不了。'),
      [6, 'staff', { act: 'passUp', summary: '通社公路邻镇路段塌方，涉及两镇，请区里统一处理。' }],
    ],
  },
  {
    ...li,
    entered: true,
    name: '赵家老奶奶',
    daysAgo: 22,
    category: 'relief',
    text: '老人没有手机，想问高龄补贴为什么停了两个月。',
    steps: [
      take(21),
      propose(20, '请社会事务办查一查。'),
      assign(18, 'u3'),
      accept(17),
      [1, 'unit', { act: 'reply', class: 'A', words: '卡号换了没有登记，已经补上，两个月的一起发。' }],
      [0, 'staff', { act: 'planDelivery', who: '柳有田', how: 'visit', date: 'in 1' }],
    ],
  },
  {
    ...zhang,
    daysAgo: 30,
    category: 'water',
    text: '二组的水渠漏水，浇不到地。',
    steps: [
      take(29),
      propose(27, '要修三百米渠。'),
      assign(26, 'u2'),
      accept(25),
      [8, 'unit', { act: 'reply', class: 'B', words: '材料已经到了，正在修。', doneBy: 'in 20' }],
    ],
  },
  {
    ...wang,
    daysAgo: 70,
    category: 'school',
    text: '校车站点离村口太远，娃娃冬天走夜路。',
    steps: [
      take(69),
      propose(67, '请学校商量加一个站。'),
      assign(66, 'u7'),
      accept(65),
      [50, 'unit', { act: 'reply', class: 'C', words: '列入下学期的线路调整。', doneBy: 'in -4' }],
    ],
  },
  {
    ...zhang,
    daysAgo: 7,
    category: 'medical',
    text: '卫生室的医保机子坏了，报不了销。',
    steps: [take(6), explain(2, '我去卫生室问了，机子已经修好，今天就能刷。')],
  },
  {
    ...li,
    daysAgo: 14,
    category: 'housing',
    text: '宅基地量错了半米，邻居不认。',
    steps: [
      take(13),
      explain(9, '自然资源所说以证上的为准。'),
      [2, 'asker', { act: 'disagree', words: '证上的图就是错的，想当面说。' }],
    ],
  },
  {
    ...wang,
    daysAgo: 60,
    category: 'sanitation',
    text: '养殖场的污水流进沟里，味道大。',
    steps: [
      take(59),
      explain(55, '养殖场答应加盖。'),
      notSolved(48, '盖了一半，还是流。'),
      explain(40, '又去了一次，说月底弄好。'),
      notSolved(30, '月底过了，没有弄。'),
      explain(20, '环保所也去看了。'),
      notSolved(4, '下雨照样流。'),
    ],
  },
  {
    ...zhang,
    daysAgo: 16,
    category: 'power',
    text: '三组的变压器天天跳闸。',
    steps: [take(15), explain(6, '供电所换了变压器。'), [1, 'asker', { act: 'solved' }]],
  },
  {
    ...li,
    daysAgo: 40,
    category: 'road',
    text: '村口的路灯不亮，晚上看不见坑。',
    publishable: true,
    steps: [
      take(39),
      explain(30, '换了六盏灯，昨晚都亮了。'),
      [28, 'asker', { act: 'solved' }],
      [27, 'asker', { act: 'rate', satisfaction: 'satisfied' }],
      [
        20,
        'staff',
        {
          act: 'publish',
          title: '村口的路灯亮了',
          summary: '村口六盏路灯不亮，夜里走路不安全。',
          result: '供电所换了灯头和线路，六盏都亮了。',
        },
      ],
    ],
  },
  {
    ...wang,
    daysAgo: 45,
    category: 'water',
    text: '水压低，楼上接不到水。',
    publishable: true,
    steps: [
      take(44),
      explain(35, '水利站换了加压泵。'),
      [33, 'asker', { act: 'solved' }],
      [33, 'asker', { act: 'rate', satisfaction: 'basic' }],
      [
        25,
        'staff',
        {
          act: 'publish',
          title: '傍晚水压低的事办好了',
          summary: '傍晚用水多，高处接不到水。',
          result: '换了加压泵，早晚都能接上水。',
        },
      ],
    ],
  },
  {
    ...li,
    daysAgo: 10,
    category: 'other',
    text: '邻居的狗夜里叫，想请人说一说。',
    steps: [take(9), [8, 'asker', { act: 'withdraw', words: '已经跟邻居说好了。' }]],
  },
  {
    ...wang,
    daysAgo: 13,
    category: 'other',
    text: '跟包工头的工钱官司判下来了，不服。',
    steps: [
      take(12),
      [11, 'staff', { act: 'outOfScope', door: 'court', words: '判决的事要向法院上诉，十五天内有效。' }],
    ],
  },
  {
    ...zhang,
    daysAgo: 18,
    category: 'school',
    text: '学校的操场积水，下雨不能上体育课。',
    steps: [take(17)],
  },
  {
    ...li,
    daysAgo: 5,
    category: 'school',
    text: '操场一下雨全是水，孩子鞋都湿了。',
    steps: [[3, 'staff', { act: 'merge', into: '' }]],
  },
  {
    ...zhang,
    daysAgo: 3,
    category: 'road',
    held: true,
    text: '修路占了我家的地，赔偿一直没有说法，村里互相推。',
    steps: [],
  },
];
