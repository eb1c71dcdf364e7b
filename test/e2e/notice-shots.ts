/** 消息, 电话通知, and the reminders of other pages: empty, long, full. */
import type { CallCard, NoticeCard, NoticesView } from '../../miniprogram/contract/notify';
import * as sample from '../support/sample-answers';
import { NOW } from '../support/sample-answers';
import type { Replies } from '../support/stub-gateway';
import { emptyBench, unitBench, workbench } from '../support/sample-workbench';
import type { WorkbenchView } from '../../miniprogram/contract/workbench';
import { ok, press, type Shot } from './shot-kit';

const HOUR = 3_600_000;
const grants = (['staff', 'chief'] as const).map((role) => {
  return { role, name: '文小满', state: 'confirmed' as const, since: 0 };
});

const notice = (n: number, title: string, words: string, more: Partial<NoticeCard> = {}): NoticeCard => ({
  notice: `bh~${String(n).padStart(20, '0')}`,
  title,
  words,
  at: NOW - n * 7 * HOUR,
  unread: n < 3,
  page: 'pages/mine/mine',
  ...more,
});
const inbox = [
  notice(
    1,
    '明天接访，别忘了来',
    '明天上午 9:00，白鹤镇人大代表之家，第2号。到了报号数或称呼就行，不用带什么。',
  ),
  notice(
    2,
    '您反映的事有答复了',
    '柳树城村 · 道路桥梁，编号 261123-4K7Q。请点开看答复，说一说「解决了」还是「没办好」。',
  ),
  notice(
    3,
    '收到您反映的事了',
    '柳树城村 · 道路桥梁，编号 261123-4K7Q。交给了马秋月代表，11月26日前会联系您。',
  ),
  notice(
    4,
    '接访人换了，时间地点不变',
    '12月7日 星期一上午，白鹤镇第二人大代表之家（柳树城片区联合接待点）由买买提·样样提·样样江代表接访，您的号数不变，照常来就行。',
  ),
  notice(5, '您的身份确认了', '您现在是人大代表，在「我的」里进得去。', { unread: false }),
];
const { page: _page, ...closed } = notice(6, '一件没有下一步的消息', '不用做什么。');

const call = (n: number, more: Partial<CallCard> = {}): CallCard => ({
  call: `bh~${String(n)}`,
  who: '王**',
  about: '候补到了',
  at: NOW - n * HOUR,
  phone: true,
  state: 'open',
  sentence: '您候补的接访轮到了：12月7日 星期一 上午 9:00，第4号，在白鹤镇人大代表之家。您来得了吗？',
  ...more,
});
const calls = [
  call(1),
  call(2, {
    who: '李**',
    about: '您反映的事有答复了',
    state: 'missed',
    sentence: '您反映的柳树城村 · 道路桥梁（编号261123-4K7Q）有答复了。我念给您听，您看解决了没有？',
  }),
  call(3, { who: '买买提·样样提·样样江', role: '人大代表', phone: false }),
];
const letter = { letter: 'bh~l', about: '您反映的事有答复了', code: '47003', attempts: 1, at: NOW - HOUR };

const templates = { reminder: 'r', change: 'c', progress: 'p', task: 't' };
const notices = (left: number, unread: number): NoticesView => ({
  templates,
  left: { reminder: left, change: left, progress: left, task: left },
  unread,
});

function replies(notify: Replies['notify'], left = 2, unread = 3): Replies {
  return {
    overview: { mine: ok(sample.mine), today: ok(sample.todayView), home: ok(sample.home) },
    reception: { day: ok(sample.day) },
    registry: { places: ok(sample.places), whoAmI: ok({ folder: 'bh/u/a', grants, today: '2026-11-23' }) },
    request: { get: ok(sample.request) },
    notify: { notices: ok(notices(left, unread)), ...notify },
  };
}

function auditReplies(audit: NonNullable<Replies['overview']>['audit']): Replies {
  const others = replies({});
  return { ...others, overview: { ...others.overview, ...(audit && { audit }) } };
}

const MESSAGES = 'more/messages/messages';
const CALLS = 'office/calls/calls';
const AUDIT = 'office/audit/audit';
const audited = (count: number) => ({
  rows: Array.from({ length: count }, (_, n) => ({
    row: `r${String(n)}`,
    at: NOW - n * 5_400_000,
    by: 'p1',
    who: n % 3 === 2 ? '群众 4ne8' : '柳样样（人大办工作人员）',
    act: 'requests.assign',
    did: ['转办', '看了电话号码', '反映'][n % 3] ?? '',
    on: `群众意见 1123-NCS${String(n)} 镇农业农村服务中心`,
  })),
  kinds: [{ of: 'requests', name: '群众意见', acts: { assign: '转办' } }],
  ...(count > 9 && { next: 'x' }),
});
const WORKBENCH = 'office/workbench/workbench';
const listed = {
  calls: ok({ calls, next: 'x' }),
  letters: ok({ letters: [letter] }),
  revealCall: ok({ phone: '13900001111', name: '王样样' }),
};

const withWorkbench = (view: WorkbenchView) => ({ ...replies({}), overview: { workbench: ok(view) } });

export const noticeShots: readonly Shot[] = [
  {
    name: 'messages',
    page: MESSAGES,
    whole: true,
    wide: true,
    replies: replies({ inbox: ok({ notices: [...inbox, closed], next: 'x' }), seen: ok({ until: NOW }) }),
  },
  { name: 'messages-empty', page: MESSAGES, replies: replies({ inbox: ok({ notices: [] }) }) },
  { name: 'messages-offline', page: MESSAGES, replies: replies({ inbox: 'no-network' }) },
  { name: 'calls', page: CALLS, replies: replies(listed), whole: true, wide: true },
  {
    name: 'calls-shown',
    page: CALLS,
    replies: replies(listed),
    act: press('看号码'),
    whole: true,
  },
  {
    name: 'calls-empty',
    page: CALLS,
    whole: true,
    replies: replies({ calls: ok({ calls: [] }), letters: ok({ letters: [] }) }),
  },
  { name: 'audit', page: AUDIT, replies: auditReplies(ok(audited(12))), whole: true, wide: true },
  { name: 'audit-empty', page: AUDIT, replies: auditReplies(ok(audited(0))) },
  { name: 'audit-offline', page: AUDIT, replies: auditReplies('no-network') },
  { name: 'workbench', page: WORKBENCH, replies: withWorkbench(workbench), whole: true, wide: true },
  { name: 'workbench-unit', page: WORKBENCH, replies: withWorkbench(unitBench), whole: true, wide: true },
  { name: 'workbench-empty', page: WORKBENCH, replies: withWorkbench(emptyBench), wide: true },
  { name: 'notices-today', page: 'deputy/today/today', replies: replies({}, 0, 120), whole: true },
  { name: 'notices-mine', page: 'pages/mine/mine', replies: replies({}), whole: true },
  {
    name: 'notices-slip',
    page: 'more/slip/slip',
    query: { booking: 'b1', date: '2026-12-07' },
    replies: replies({}),
    whole: true,
  },
  {
    name: 'notices-progress',
    page: 'more/progress/progress',
    query: { request: 'r1', fresh: '1' },
    replies: replies({}),
    whole: true,
  },
];
