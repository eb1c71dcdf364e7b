/** Events, and what is told of them; of the sample, as it is or with one document changed (told.test.ts). */
const DATE = '2026-12-07';
const DAY = `bh~${DATE}`;
const ROSTER = 'bh~2026';
const SEAT = { date: DATE, seat: 'h2-am-2' };
const BOOKING = 'xbcg304b7zt5gdzb-bdm5g1b18';
const OTHER_BOOKING = 'bz7zsx9qmf48883f-bybcx7ba8';
const STUDY = 'bh~4nthw6sxn4gt1bnc';

export interface Case {
  readonly event: string;
  /** What is otherwise than in the sample. */
  readonly but?: string;
  readonly document: string;
  readonly about?: object;
  /** Of a document of that collection, or a new one. */
  readonly change?: readonly [collection: string, id: string, own: object];
  readonly told: readonly string[];
}

const OF_DAY: readonly Case[] = [
  {
    event: 'booked',
    document: DAY,
    about: { booking: BOOKING, date: DATE },
    told: [
      'bh-p5: 有人约了您 | 12月7日 星期一 上午 8:30，柳树城代表之家，有人约了接访。接访前一天会再提醒您。 | deputy/today/today',
      'bh-villager-2: 约好了 | 12月7日 星期一 上午 8:30，柳树城代表之家，第2号。来不了请在截止前退掉。 | more/slip/slip?booking=xbcg304b7zt5gdzb-bdm5g1b18&date=2026-12-07',
    ],
  },
  {
    event: 'booked',
    but: 'and gone',
    document: DAY,
    about: { booking: `${BOOKING}x`, date: DATE },
    told: [],
  },
  {
    event: 'booked',
    but: 'on a day that is gone',
    document: DAY,
    about: { booking: BOOKING, date: '2026-12-08' },
    told: [],
  },
  {
    event: 'booked',
    but: 'in no township',
    document: 'zz~1',
    about: { booking: BOOKING, date: DATE },
    told: [],
  },
  {
    event: 'places-blocked',
    document: DAY,
    about: { bookings: `${BOOKING},${OTHER_BOOKING}`, date: DATE },
    change: ['days', DAY, { blocked: { 'h2-0830-2': '开会', 'h1-0830-1': '' } }],
    told: [
      'bh-villager-2: 您约的时间可能接待不了 | 12月7日 星期一 上午 8:30，柳树城代表之家那一段临时不开放了（开会）。第2号还给您留着，人大办会打电话和您商量，您也可以自己点开改个时间。 | more/slip/slip?booking=xbcg304b7zt5gdzb-bdm5g1b18&date=2026-12-07 | change',
      'bh-visitor-1: 您约的时间可能接待不了 | 12月7日 星期一 上午 8:30，城关代表之家那一段临时不开放了。第1号还给您留着，人大办会打电话和您商量，您也可以自己点开改个时间。 | more/slip/slip?booking=bz7zsx9qmf48883f-bybcx7ba8&date=2026-12-07 | change',
    ],
  },
  {
    event: 'places-blocked',
    but: 'and opened again',
    document: DAY,
    about: { bookings: BOOKING, date: DATE },
    told: [],
  },
  {
    event: 'places-blocked',
    but: 'with nobody there',
    document: DAY,
    about: { date: DATE },
    change: ['days', DAY, { blocked: { 'h2-0830-2': '开会' } }],
    told: [],
  },
  {
    event: 'places-blocked',
    but: 'on a day that is gone',
    document: DAY,
    about: { bookings: BOOKING, date: '2026-12-08' },
    told: [],
  },
  {
    event: 'swap-asked',
    document: ROSTER,
    about: { ...SEAT, from: 'p5', to: 'p8' },
    told: [
      'bh-p8: 马秋月请您换班 | 12月7日 星期一上午，柳树城代表之家，请您点开答复：能去或去不了。 | deputy/duties/duties | task',
    ],
  },
  {
    event: 'swap-declined',
    document: ROSTER,
    about: { ...SEAT, from: 'p5', to: 'p8' },
    told: [
      'bh-p5: 王立夏去不了，换班没有成 | 12月7日 星期一上午，柳树城代表之家还是您坐班。可以再找一位，或交回人大办。 | deputy/duties/duties | task',
    ],
  },
  {
    event: 'seat-handed-back',
    document: ROSTER,
    about: { ...SEAT, from: 'p5' },
    told: [
      'bh-p1 bh-staff: 有人交回了坐班 | 12月7日 星期一上午，柳树城代表之家，马秋月来不了，请排一位接替。 | office/roster/roster?date=2026-12-07 | task',
    ],
  },
  {
    event: 'day-published',
    document: ROSTER,
    about: { date: DATE },
    change: ['days', DAY, { seats: { 'h2-am-2': { person: 'p5', name: '马秋月' } } }],
    told: [
      'bh-p5: 12月7日 星期一轮到您坐班接访 | 值班表已公布，群众可以预约您。来不了请尽早在「我的值班」里换班或交回人大办。 | deputy/duties/duties | task',
    ],
  },
  {
    event: 'receiver-replaced',
    document: ROSTER,
    about: { ...SEAT, from: 'p8', to: 'p5' },
    told: [
      'bh-p5: 请您接替坐班 | 12月7日 星期一上午，柳树城代表之家由您坐班，已有1人预约。来不了请马上告诉人大办。 | deputy/duties/duties | task',
      'bh-p8: 您的坐班有人接替了 | 12月7日 星期一上午，柳树城代表之家由马秋月坐班，您不用来了。 | deputy/duties/duties',
      'bh-villager-2: 接访人换了，时间地点不变 | 12月7日 星期一上午，柳树城代表之家由马秋月接访，您的号数不变，照常来就行。 | more/slip/slip?booking=xbcg304b7zt5gdzb-bdm5g1b18&date=2026-12-07 | change',
    ],
  },
  {
    event: 'person-banned',
    document: 'bh~k',
    about: { bar: 'k' },
    change: [
      'bans',
      'bh~k',
      { township: 'bh', key: 'k', openid: 'bh-villager-3', until: '2026-12-31', reason: '约了三次没有来' },
    ],
    told: [
      'k: 您的预约暂停了 | 到12月31日 星期四（含这天）不能在网上预约，原因：约了三次没有来。已经约好的还在；有事当天直接来也行，有疑问请打0000-1234561。 | more/messages/messages',
    ],
  },
  { event: 'ban-lifted', but: 'of which nothing is known', document: 'bh~k', about: { bar: 'k' }, told: [] },
];
const OF_REQUESTS_AND_GRANTS: readonly Case[] = [
  {
    event: 'request-handed-over',
    document: 'bh~787r3tpmths24h24',
    about: { by: 'p6' },
    told: [
      'bh-p5: 有一件群众意见转给您 | 柳树城村 · 道路桥梁，编号 1120-787R。请点开看，11月25日前办。 | deputy/request/request?request=bh~787r3tpmths24h24 | task',
      'bh-villager-1: 您反映的事换了人办 | 柳树城村 · 道路桥梁，编号 1120-787R。现在由马秋月代表办，11月25日前会联系您。 | more/progress/progress?request=bh~787r3tpmths24h24',
    ],
  },
  {
    event: 'request-assigned',
    document: 'bh~aqs44bn7vefxr9zy',
    about: { by: 'p5', act: 'assign' },
    told: [
      'bh-unit: 有一件交办给您单位 | 柳树城村 · 道路桥梁，编号 1115-AQS4。请点开签收，12月11日前答复。 | office/request/request?request=bh~aqs44bn7vefxr9zy | task',
      'bh-villager-1: 已交给交通建设办办 | 柳树城村 · 道路桥梁，编号 1115-AQS4。12月11日前答复您。 | more/progress/progress?request=bh~aqs44bn7vefxr9zy | progress',
    ],
  },
  {
    event: 'request-unit-changed',
    document: 'bh~aqs44bn7vefxr9zy',
    about: { hadUnits: 'u2 u1' },
    told: [
      'bh-p5: 您提请的事改派了单位 | 柳树城村 · 道路桥梁，编号 1115-AQS4。现在由交通建设办办，12月11日前答复。 | deputy/request/request?request=bh~aqs44bn7vefxr9zy',
      'bh-unit bh-unit-2: 有一件改派了别的单位 | 柳树城村 · 道路桥梁，编号 1115-AQS4。您单位不用再办了。 | office/unit/unit?request=bh~aqs44bn7vefxr9zy | task',
      'bh-villager-1: 您反映的事换了单位办 | 柳树城村 · 道路桥梁，编号 1115-AQS4。现在由交通建设办办，12月11日前答复您。 | more/progress/progress?request=bh~aqs44bn7vefxr9zy',
    ],
  },
  {
    event: 'request-taken-back',
    document: 'bh~787r3tpmths24h24',
    about: { had: 'p19', act: 'takeBack' },
    told: [
      'bh-p5: 交办撤回了 | 柳树城村 · 道路桥梁，编号 1120-787R。人大办11月25日前重新决定。 | deputy/request/request?request=bh~787r3tpmths24h24',
      'bh-villager-1: 您反映的事在重新安排 | 柳树城村 · 道路桥梁，编号 1120-787R。人大办11月25日前定好交给哪个单位办。 | more/progress/progress?request=bh~787r3tpmths24h24',
    ],
  },
  {
    event: 'invitation-claimed',
    document: 'bh~7rx02wa64k7dxmy4',
    about: { invitation: 'bh~7rx02wa64k7dxmy4' },
    told: [
      'bh-p1 bh-staff: 有人认领身份，等您确认 | 身份是人大代表。请核对是不是本人，再点确认。 | office/workbench/workbench | task',
    ],
  },
  {
    event: 'invitation-confirmed',
    document: 'bh~7rx02wa64k7dxmy4',
    about: { invitation: 'bh~7rx02wa64k7dxmy4' },
    told: ['bh-p5: 您的身份确认了 | 您现在是人大代表，在「我的」里进得去。 | more/messages/messages'],
  },
  {
    event: 'invitation-confirmed',
    but: 'and gone',
    document: 'bh~x',
    about: { invitation: 'bh~x' },
    told: [],
  },
  {
    event: 'article-submitted',
    document: 'bh~a1',
    told: ['bh-p1: 有一篇文章等您审 | 请点开看，通过或退回。 | office/article/article?article=bh~a1 | task'],
  },
  { event: 'article-saved', document: 'bh~a1', told: [] },
  { event: 'article-set-aside', document: 'bh~a1', told: [] },
];
const OF_ACTIVITIES: readonly Case[] = [
  {
    event: 'activity-planned',
    document: STUDY,
    told: [
      'bh-p11 bh-p18 bh-p33 bh-p4 bh-p48: 请您参加小组学习 | 12月5日 星期六有小组学习，请点开答复：参加，或请假。 | deputy/activity/activity?activity=bh~4nthw6sxn4gt1bnc | task',
    ],
  },
  {
    event: 'activity-planned',
    but: 'and held',
    document: STUDY,
    change: ['activities', STUDY, { state: 'held' }],
    told: [],
  },
  {
    event: 'activity-planned',
    but: 'and withdrawn',
    document: STUDY,
    change: ['activities', STUDY, { state: 'withdrawn' }],
    told: [],
  },
  { event: 'activity-planned', but: 'and gone', document: 'bh~gone', told: [] },
  {
    event: 'leave-asked',
    document: STUDY,
    about: { person: 'p4' },
    told: [
      'bh-p18: 有代表请假 | 12月5日 星期六的小组学习有代表请假，请点开决定。 | deputy/activity/activity?activity=bh~4nthw6sxn4gt1bnc',
    ],
  },
  {
    event: 'leave-asked',
    but: 'of no group',
    document: STUDY,
    about: { person: 'p4' },
    change: ['activities', STUDY, { group: undefined }],
    told: [
      'bh-p1 bh-staff: 有代表请假 | 12月5日 星期六的小组学习有代表请假，请点开决定。 | deputy/activity/activity?activity=bh~4nthw6sxn4gt1bnc',
    ],
  },
  {
    event: 'leave-decided',
    document: STUDY,
    about: { person: 'p4' },
    told: [
      'bh-p4: 没有准假 | 12月5日 星期六的小组学习，请您尽量参加，有困难请联系组长。 | deputy/activity/activity?activity=bh~4nthw6sxn4gt1bnc',
    ],
  },
  {
    event: 'leave-decided',
    but: 'and granted',
    document: STUDY,
    about: { person: 'p4' },
    change: ['activities', STUDY, { invited: { p4: { a: 'on-leave' } } }],
    told: [
      'bh-p4: 准假了 | 12月5日 星期六的小组学习，您的请假已经同意。 | deputy/activity/activity?activity=bh~4nthw6sxn4gt1bnc',
    ],
  },
  {
    event: 'opinion-transferred',
    document: STUDY,
    about: { unit: 'u1' },
    told: ['bh-unit: 转来一条视察意见 | 请点开看，并在期限内答复。 | office/unit/unit | task'],
  },
  {
    event: 'opinion-returned',
    document: STUDY,
    about: { unit: 'u1' },
    told: [
      'bh-p1 bh-staff: 视察意见被退回 | 承办单位说不归他们管，请点开改派。 | office/activity/activity?activity=bh~4nthw6sxn4gt1bnc',
    ],
  },
  {
    event: 'duty-report-handed-in',
    document: 'bh~r1',
    about: { activity: STUDY, person: 'p1' },
    told: [
      'bh-staff: 有代表交了述职报告 | 请点开看，可以打印出来带到会上。 | office/duty-report/duty-report?activity=bh~4nthw6sxn4gt1bnc',
    ],
  },
  {
    event: 'fact-disputed',
    document: 'bh~f1',
    about: { dispute: 'open' },
    change: ['disputes', 'bh~f1', { township: 'bh', person: 'p1' }],
    told: ['bh-staff: 有代表对履职档案有疑问 | 请点开看，改正来源，或说明为什么不改。 | office/duty/duty'],
  },
  {
    event: 'dispute-answered',
    document: 'bh~f1',
    about: { dispute: 'answered', person: 'p9' },
    change: ['disputes', 'bh~f1', { township: 'bh', person: 'p4' }],
    told: ['bh-p4: 您对履职档案的疑问有了答复 | 请点开看。 | deputy/record/record'],
  },
  {
    event: 'dispute-answered',
    but: 'and gone',
    document: 'bh~f1',
    about: { dispute: 'answered', person: 'p9' },
    told: [],
  },
  {
    event: 'tie-access-asked',
    document: 'bh~t1',
    about: { account: 'a1' },
    told: [
      'bh-p1: 有人请您同意查看结对情况 | 人大办有人要看结对帮扶的内容，请点开决定。 | deputy/ties/ties?all=1',
    ],
  },
];
export const CASES: readonly Case[] = [...OF_DAY, ...OF_REQUESTS_AND_GRANTS, ...OF_ACTIVITIES];
