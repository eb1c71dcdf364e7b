/** Notices that stand alone: what went wrong, what was not noted, what is near; every sentence as its reader reads it. */
import { CLOSED_PLACES } from '../../../../cloudfunctions/notify/tell/rules/notices/closed-places';
import { tellDutyEve, REPLACED_BOOKER } from '../../../../cloudfunctions/notify/tell/rules/notices/duty';
import { tellEve } from '../../../../cloudfunctions/notify/tell/rules/notices/booking';
import { LEDGER_NOTICE } from '../../../../cloudfunctions/notify/tell/rules/notices/ledger';
import { MEETING_NOTICE } from '../../../../cloudfunctions/notify/tell/rules/notices/meeting';
import { MISSED_NOTICES } from '../../../../cloudfunctions/notify/tell/rules/notices/missed';
import { NEAR_NOTICE } from '../../../../cloudfunctions/notify/tell/rules/notices/near';
import { NEAR_NOTICES } from '../../../../cloudfunctions/notify/tell/rules/notices/request/deadlines';
import { UNKNOWN_YEAR_NOTICE } from '../../../../cloudfunctions/notify/tell/rules/notices/unknown-year';
import {
  UNRECORDED_OFFICE,
  UNRECORDED_RECEIVER,
} from '../../../../cloudfunctions/notify/tell/rules/notices/unrecorded';
import { UNTIED_NOTICE } from '../../../../cloudfunctions/notify/tell/rules/notices/untied';
import { UNWELL_NOTICE } from '../../../../cloudfunctions/notify/tell/rules/notices/unwell';
import { pageOf, sayDay, sayHalfTime, sayNear } from '../../../../cloudfunctions/notify/tell/rules/say';
import type { Row } from '../../../../cloudfunctions/notify/tell/rules/notice';
import { BOOKING, SEAT } from './notice-facts';
import { readRows } from './read-notices';

const read = <F>(rows: readonly Row<F>[], facts: object) => readRows(rows, facts as F);
const eve = { today: '2026-12-06' };
const booking = { ...BOOKING, ...eve, receiver: undefined };
const seat = { ...SEAT, ...eve, seats: [], bookings: [] };

describe('a place that was closed after somebody had booked', () => {
  it('is kept, and talked about with the booker, by telephone where no message comes', () => {
    expect(read(CLOSED_PLACES, { ...booking, reason: '停电' })).toEqual([
      'villager: 您约的时间可能接待不了 | 12月7日 星期一 上午 9:00，城关那一段临时不开放了（停电）。第3号还给您留着，人大办会打电话和您商量，您也可以自己点开改个时间。 | more/slip/slip?booking=a-b&date=2026-12-07 | change: 代表接访 / 时间有变 / 2026年12月7日 09:00 / 号还留着，请点开改个时间 | 电话: 您约的接访，12月7日 星期一 上午 9:00在城关那一段临时不开放了（停电）。第3号还给您留着，您看改到什么时候方便？ | until 5',
      'staff: 您代填的预约，时间可能接待不了 | 12月7日 星期一 上午 9:00，城关那一段临时不开放了（停电）。第3号还给您留着，人大办会打电话和您商量，您也可以自己点开改个时间。请告诉本人。 | office/behalf/behalf',
    ]);
  });

  it('has no empty reason, and says nothing of what is booked no more', () => {
    expect(read(CLOSED_PLACES, { ...booking, reason: '' })[0]).toContain('临时不开放了。第3号');
    expect(read(CLOSED_PLACES, { ...booking, reason: '停电', state: 'cancelled' })).toEqual([]);
  });
});

describe('on the eve', () => {
  const eve = (changes: object) =>
    read([{ to: 'booker', who: ({ booker }: typeof booking) => [booker], tell: tellEve as never }], {
      ...booking,
      ...changes,
    });
  const duty = (coming: number, changes: object = {}) => tellDutyEve({ ...seat, coming, ...changes });

  it('a booker hears when, where and with which number, or whom to call on a day by phone', () => {
    expect(eve({})).toEqual([
      'villager: 明天接访，别忘了来 | 明天上午 9:00，城关，第3号。到了报号数或称呼就行，不用带什么。 | more/slip/slip?booking=a-b&date=2026-12-07 | reminder: 代表接访 / 2026年12月7日 09:00 / 城关 / 第3号，到了报号数就行 | until 5',
    ]);
    expect(eve({ call: '0000-123', today: '2026-12-07' })).toEqual([
      'villager: 今天电话接访，别忘了打电话 | 今天上午 9:00，城关，第3号。到时打座机0000-123，报号数或称呼就行，不用跑。 | more/slip/slip?booking=a-b&date=2026-12-07 | reminder: 代表接访 / 2026年12月7日 09:00 / 城关 / 第3号，打座机报号数就行 | until 5',
    ]);
    expect(eve({ state: 'waiting' })).toEqual([]);
  });

  it('a receiver hears how many come, and where', () => {
    expect(duty(3)).toMatchObject({
      title: '明天轮到您坐班接访',
      words: '12月7日 星期一上午，城关，已有3人预约。点开看今日待办。',
      page: 'deputy/today/today',
      message: {
        template: 'reminder',
        values: { thing1: '坐班接访', time2: '2026年12月7日 08:30', thing3: '城关', thing4: '已有3人预约' },
      },
    });
    expect(duty(0).words).toBe('12月7日 星期一上午，城关，还没有人预约，也会有人直接来。点开看今日待办。');
    expect(duty(1, { seat: undefined })).toMatchObject({
      words: '12月7日 星期一，已有1人预约。点开看今日待办。',
      message: { values: { time2: '2026年12月7日', thing3: '人大代表之家' } },
    });
  });

  it('another receiver changes nothing for who booked', () => {
    expect(read([REPLACED_BOOKER], { ...seat, booking })).toEqual([
      'villager: 接访人换了，时间地点不变 | 12月7日 星期一上午，城关由文样样接访，您的号数不变，照常来就行。 | more/slip/slip?booking=a-b&date=2026-12-07 | change: 代表接访 / 换接访人 / 2026年12月7日 09:00 / 改由文样样接访，时间地点不变 | until 5',
    ]);
    expect(read([REPLACED_BOOKER], { ...seat, sits: 'p9', booking })).toEqual([]);
  });
});

it.each([
  [
    'sources that do not agree',
    LEDGER_NOTICE,
    { sources: 3 },
    [
      'admin: 台账和来源对不上 | 昨夜重数台账，有 3 件来源和台账上的记录对不上，报告里的数字可能不准。请点开运行状况，把「台账与来源」一行告诉维护的人。 | office/health/health',
    ],
  ],
  [
    'a meeting that is due',
    MEETING_NOTICE,
    { nextBy: '2026-12-20', today: '2026-12-20', months: 3 },
    [
      'staff, chief: 主席团该开会了 | 主席团至少每 3 个月开一次会，下一次最迟12月20日开。开过了的，请登记。 | office/presidium/presidium?tab=meetings',
    ],
  ],
  [
    'a meeting that was missed',
    MEETING_NOTICE,
    { nextBy: '2026-12-20', today: '2026-12-21', months: 3 },
    [
      'staff, chief: 主席团会议过了该开的日子 | 主席团至少每 3 个月开一次会，应当在12月20日以前开，已经过了。开过了的，请登记。 | office/presidium/presidium?tab=meetings',
    ],
  ],
  [
    'a study of the next days',
    NEAR_NOTICE,
    { activity: 'bh~a', kind: '小组学习', on: '2026-12-09', coming: ['p5', 'p7'] },
    [
      'deputy, deputy2: 12月9日 星期三有小组学习 | 12月9日 星期三有小组学习，点开看地点；来不了请点「请假」。 | deputy/activity/activity?activity=bh~a | until 1796831999000',
    ],
  ],
  [
    'a year whose holidays nobody entered',
    UNKNOWN_YEAR_NOTICE,
    { year: 2027, today: '2026-12-01', first: '2027-01-05' },
    [
      'staff, chief: 2027年的放假安排还没有录入 | 系统里还没有2027年的放假安排，这一年的接访日先按周一到周五和法定节日排，写着“可能改”，值班表不能公布。最早的是1月5日 星期二。国务院办公厅公布以后，请在设置里录入放假和调休的日子，再重新排班、公布。 | office/directory/directory?part=settings&kind=calendar | task: 2027年的放假安排还没有录入 / 人大办 / 2026年12月1日 08:00 / 录入放假和调休的日子，才能公布值班表',
    ],
  ],
  [
    'visitors of whom the office noted nothing',
    UNRECORDED_OFFICE,
    { date: '2026-12-07', today: '2026-12-08', count: 2 },
    [
      'staff, chief: 接访日有2位没有登记结果 | 12月7日 星期一，来访人里还有2位没有登记结果：谈成什么样，还是没有来。请在接待台补上。 | office/desk/desk?date=2026-12-07 | task: 接访日有2位没有登记结果 / 接待台 / 2026年12月8日 08:00 / 谈成什么样，还是没有来，请补上',
    ],
  ],
  [
    'and whoever sat there',
    UNRECORDED_RECEIVER,
    { date: '2026-12-07', today: '2026-12-08', count: 2, person: 'p5' },
    [
      'deputy: 接访日有2位没有登记结果 | 12月7日 星期一，您接访的来访人里还有2位没有登记结果：谈成什么样，还是没有来。请在接待台补上。 | office/desk/desk?date=2026-12-07 | task: 接访日有2位没有登记结果 / 接待台 / 2026年12月8日 08:00 / 谈成什么样，还是没有来，请补上',
    ],
  ],
  [
    'deputies without a tied household',
    UNTIED_NOTICE,
    { untied: 4, kind: '监测户' },
    ['staff, chief: 还有代表没有结对 | 还有 4 位代表没有结对监测户，请点开看名单。 | deputy/ties/ties?all=1'],
  ],
  [
    'what was lost and what failed',
    UNWELL_NOTICE,
    { lost: 2, jobs: 1 },
    [
      'admin: 运行状况要看一下 | 昨天以来，有 2 件消息试过多次还送不出去。定时任务里有 1 项没有做成，系统会自己再试。请点开运行状况。 | office/health/health',
    ],
  ],
  [
    'what was lost alone',
    UNWELL_NOTICE,
    { lost: 2, jobs: 0 },
    [
      'admin: 运行状况要看一下 | 昨天以来，有 2 件消息试过多次还送不出去。请点开运行状况。 | office/health/health',
    ],
  ],
  [
    'what failed alone',
    UNWELL_NOTICE,
    { lost: 0, jobs: 1 },
    [
      'admin: 运行状况要看一下 | 昨天以来，定时任务里有 1 项没有做成，系统会自己再试。请点开运行状况。 | office/health/health',
    ],
  ],
] as const)('%s', (_what, row, facts, lines) => {
  expect(read([row as Row<never>], facts)).toEqual(lines);
});

it('of a year in which no day may change no first one is named', () => {
  expect(read([UNKNOWN_YEAR_NOTICE], { year: 2027, today: '2026-12-01' })[0]).toContain(
    '值班表不能公布。国务院办公厅',
  );
});

describe('somebody whom messages do not reach', () => {
  const missed = (facts: object) =>
    read(MISSED_NOTICES, { name: '马样样', account: 'deputy', ...facts }).map((line) =>
      line.replace(/ \| .* \| /, ' … '),
    );

  it('is called by the group’s leader, or by the office where there is none, or it is the leader', () => {
    expect(missed({ group: 'g1' })).toEqual(['leader: 马样样收不到提醒 … deputy/group/group']);
    expect(missed({ group: 'g9' })).toEqual(['staff, chief: 马样样收不到提醒 … deputy/group/group']);
    expect(missed({ group: 'g1', account: 'leader' })).toEqual([
      'staff, chief: 马样样收不到提醒 … office/calls/calls',
    ]);
  });
});

describe('near its date', () => {
  const request = {
    today: '2026-12-01',
    morning: 8,
    act: '',
    had: '',
    request: 'bh~r',
    number: '1',
    township: '白鹤镇',
    about: '双井村',
    state: 'accepted',
    by: 'x',
    askers: [],
    joiners: [],
    hidden: [],
    owner: { kind: 'deputy', person: 'p5' },
    ownerName: '马样样',
    deputy: 'p5',
    group: 'g1',
    lead: '',
    assists: [],
    copy: '',
    hadUnits: [],
    unitName: '',
    date: '2026-12-01',
    time: '09:00',
    due: '2026-12-02',
  };
  const near = (changes: object) => read(NEAR_NOTICES, { ...request, ...changes });

  it('whoever has it is told, and of a promise the office as well', () => {
    expect(near({})).toEqual([
      'deputy: 有一件快到期 | 双井村，编号 1。期限是12月2日，请点开办。 | deputy/request/request?request=bh~r',
    ]);
    const promise =
      '答应的日子快到了 | 双井村，编号 1。答应12月2日前办好。办好了请再答复一次，办不好请早说。';
    expect(near({ state: 'promised' })).toEqual([
      `deputy: ${promise} | deputy/request/request?request=bh~r`,
      `staff, chief: ${promise} | office/request/request?request=bh~r`,
    ]);
    expect(near({ state: 'promised', owner: { kind: 'office', person: '' } })).toEqual([
      `staff, chief: ${promise} | office/request/request?request=bh~r`,
    ]);
  });
});

it('a day is today, tomorrow, or itself; a time has no nought before it; a page has its query', () => {
  expect(
    ['2026-12-06', '2026-12-07', '2026-12-08', '2026-12-05'].map((date) => sayNear(date, '2026-12-06')),
  ).toEqual(['今天', '明天', '12月8日', '12月5日']);
  expect([
    sayDay('2026-12-07'),
    sayHalfTime('am', '09:00'),
    sayHalfTime('pm', '14:30'),
    sayHalfTime('am', '10:05'),
  ]).toEqual(['12月7日 星期一', '上午 9:00', '下午 14:30', '上午 10:05']);
  expect([pageOf('a/b'), pageOf('a/b', { x: '1 2', y: '中' })]).toEqual(['a/b', 'a/b?x=1%202&y=%E4%B8%AD']);
});
