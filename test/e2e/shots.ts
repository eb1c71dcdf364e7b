/** Every screen and state that is looked at: its page, what the server answers, what is pressed. */
import type { Page } from 'playwright-core';
import * as sample from '../support/sample-answers';
import { board } from '../support/sample-requests';
import type { Replies } from '../support/stub-gateway';
import { dutyShots } from './duty-shots';
import { dutyStatesShots } from './duty-states-shots';
import { congressShots } from './congress-shots';
import { congressStatesShots } from './congress-states-shots';
import { ledgerShots } from './ledger-shots';
import { noticeShots } from './notice-shots';
import { publicityShots } from './publicity-shots';
import { reportShots } from './report-shots';
import { requestShots } from './request-shots';
import { receptionShots } from './reception-shots';
import { registryShots } from './registry-shots';
import { rosterShots } from './roster-shots';
import { fillIn, ok, press, pressExactly, type Shot } from './shot-kit';

const usual: Replies = {
  overview: { home: ok(sample.home), mine: ok(sample.mine), today: ok(sample.todayView) },
  reception: {
    day: ok(sample.day),
    book: ok(sample.slip),
    listMine: ok({ slips: [{ ...sample.slip, date: '2026-11-05' }] }),
  },
  registry: {
    places: ok(sample.places),
    district: ok({ name: '示例区', townships: [{ id: 'bh', name: '白鹤镇（示例）' }] }),
    whoAmI: ok({ folder: 'bh/u/a', grants: [], today: '2026-11-23' }),
  },
  request: {
    get: ok(sample.request),
    listMine: ok({ requests: [] }),
    published: ok({ items: board.slice(0, 1), count: 7 }),
    previewRoute: ok({
      owner: sample.request.owner,
      groupName: '第二代表小组',
      reason: sample.request.reason,
    }),
  },
};

function overview(replies: Replies['overview']): Replies {
  return { ...usual, overview: { ...usual.overview, ...replies } };
}

/** The day at hand is one by phone. */
const HOMES_BY_PHONE = sample.home.homes.map((home) => ({ ...home, phoneDays: ['2026-12-07'] }));
const byPhone: Replies = {
  ...overview({
    home: ok({ ...sample.home, homes: HOMES_BY_PHONE, home: HOMES_BY_PHONE[0] ?? sample.home.home }),
  }),
  registry: { ...usual.registry, places: ok({ ...sample.places, homes: HOMES_BY_PHONE }) },
};

function reception(replies: Replies['reception']): Replies {
  return { ...usual, reception: { ...usual.reception, ...replies } };
}

async function fillRequest(page: Page): Promise<void> {
  await fillIn('写：什么地方、什么事、多久了', sample.request.text ?? '')(page);
  await press('柳树城村', '三组', '水利饮水')(page);
}

const HOME = 'pages/home/home';
const BOOKING = 'more/booking/booking';
const SUBMIT = 'pages/submit/submit';
const booked = { booking: 'b1', date: '2026-12-07' };

export const shots: readonly Shot[] = [
  {
    name: 'submit-keep',
    page: SUBMIT,
    ordinary: true,
    replies: usual,
    whole: true,
    act: press('这件事跟谁有关'),
  },
  { name: 'home', page: HOME, replies: usual, whole: true, small: true },
  {
    name: 'home-slip',
    page: HOME,
    replies: overview({ home: ok(sample.homeWith({}, { slips: [sample.slip] })) }),
  },
  {
    name: 'home-unpublished',
    page: HOME,
    replies: overview({ home: ok(sample.homeWith({ published: false, open: false, halves: [], free: 0 })) }),
  },
  { name: 'home-closed', page: HOME, replies: overview({ home: ok(sample.homeWith({ open: false })) }) },
  { name: 'home-phone', page: HOME, replies: byPhone },
  { name: 'home-full', page: HOME, replies: overview({ home: ok(sample.homeWith({ free: 0 })) }) },
  { name: 'home-loading', page: HOME, replies: overview({ home: 'silent' }) },
  { name: 'home-offline', page: HOME, replies: overview({ home: 'no-network' }) },
  { name: 'choose', page: 'pages/choose/choose', replies: usual },
  { name: 'booking', page: BOOKING, query: { home: 'h1' }, replies: usual, whole: true, small: true },
  { name: 'booking-phone', page: BOOKING, query: { home: 'h1' }, replies: byPhone },
  {
    name: 'booking-who',
    page: BOOKING,
    query: { home: 'h1' },
    replies: usual,
    act: press('找谁'),
    ordinary: true,
    whole: true,
  },
  {
    name: 'booking-ready',
    page: BOOKING,
    query: { home: 'h1' },
    replies: usual,
    act: fillIn('如：李婶、王大爷', '李婶'),
    // For elders the name is asked by a step of its own.
    ordinary: true,
  },
  {
    name: 'booking-long',
    page: BOOKING,
    query: { home: 'h1' },
    replies: reception({ day: ok(sample.longDay) }),
    act: press('找谁'),
    ordinary: true,
    whole: true,
  },
  {
    name: 'booking-full',
    page: BOOKING,
    query: { home: 'h1' },
    replies: reception({ day: ok(sample.fullDay) }),
  },
  {
    name: 'booking-unpublished',
    page: BOOKING,
    query: { home: 'h1' },
    replies: reception({ day: ok({ ...sample.day, state: 'unpublished', homes: [] }) }),
  },
  {
    name: 'booking-offline',
    page: BOOKING,
    query: { home: 'h1' },
    replies: reception({ day: 'no-network' }),
  },
  { name: 'booking-loading', page: BOOKING, query: { home: 'h1' }, replies: reception({ day: 'silent' }) },
  {
    name: 'booking-refused',
    page: BOOKING,
    query: { home: 'h1' },
    replies: reception({ book: { ok: false, code: 'full', details: { free: 4 } } }),
    act: async (page) => {
      await fillIn('如：李婶、王大爷', '李婶')(page);
      await press('确认预约')(page);
    },
    ordinary: true,
  },
  { name: 'slip', page: 'more/slip/slip', query: booked, replies: usual, whole: true },
  { name: 'slip-phone', page: 'more/slip/slip', query: booked, replies: byPhone },
  { name: 'slip-cancel', page: 'more/slip/slip', query: booked, replies: usual, act: press('不去了') },
  { name: 'slip-gone', page: 'more/slip/slip', query: { ...booked, booking: 'bx' }, replies: usual },
  {
    name: 'move',
    page: 'more/move/move',
    query: booked,
    replies: usual,
    act: press('10:00'),
    ordinary: true,
  },
  { name: 'submit', page: SUBMIT, replies: usual, whole: true, small: true },
  {
    name: 'submit-filled',
    page: SUBMIT,
    ordinary: true,
    replies: usual,
    whole: true,
    act: fillRequest,
  },
  {
    name: 'submit-offline',
    page: SUBMIT,
    ordinary: true,
    replies: { ...usual, request: { ...usual.request, submit: 'no-network' } },
    act: async (page) => {
      await fillRequest(page);
      await pressExactly('提交')(page);
    },
  },
  {
    name: 'submit-sending',
    page: SUBMIT,
    ordinary: true,
    replies: { ...usual, request: { ...usual.request, submit: 'silent' } },
    act: async (page) => {
      await fillRequest(page);
      await pressExactly('提交')(page);
    },
  },
  {
    name: 'submit-village',
    page: SUBMIT,
    ordinary: true,
    replies: usual,
    act: press('柳树城村', '收起'),
    whole: true,
  },
  {
    name: 'submit-category',
    page: SUBMIT,
    ordinary: true,
    replies: usual,
    act: press('柳树城村', '不知道'),
    whole: true,
  },
  { name: 'mine', page: 'pages/mine/mine', replies: usual, whole: true, small: true },
  {
    name: 'mine-empty',
    page: 'pages/mine/mine',
    replies: overview({ mine: ok({ ...sample.mine, slips: [], requests: [] }) }),
    whole: true,
  },
  { name: 'past', page: 'more/past-bookings/past-bookings', replies: usual },
  { name: 'privacy', page: 'more/privacy/privacy', replies: usual, whole: true },
  {
    name: 'past-empty',
    page: 'more/past-bookings/past-bookings',
    replies: reception({ listMine: ok({ slips: [] }) }),
  },
  { name: 'deputies', page: 'more/deputies/deputies', replies: usual },
  { name: 'deputy-card', page: 'more/deputy-card/deputy-card', query: { person: 'p2' }, replies: usual },
  { name: 'guide', page: 'more/guide/guide', replies: usual, whole: true },
  { name: 'today', page: 'deputy/today/today', replies: usual, whole: true },
  {
    name: 'today-empty',
    page: 'deputy/today/today',
    replies: overview({ today: ok({ name: '李样样', duties: [], requests: [], promises: [] }) }),
  },
  {
    name: 'today-stranger',
    page: 'deputy/today/today',
    replies: overview({ today: { ok: false, code: 'not-allowed' } }),
  },
  { name: 'claim', page: 'deputy/claim/claim', replies: usual },
  ...publicityShots,
  ...congressShots,
  ...congressStatesShots,
  ...registryShots,
  ...reportShots,
  ...requestShots,
  ...receptionShots,
  ...rosterShots,
  ...dutyShots,
  ...dutyStatesShots,
  ...noticeShots,
  ...ledgerShots,
];
