/** The office's and the receivers' screens of a reception day, filled, empty and full. */
import type { DeskView, PackedRow } from '../../miniprogram/contract/desk';
import type { RosterView } from '../../miniprogram/contract/roster';
import * as sample from '../support/sample-answers';
import type { Replies } from '../support/stub-gateway';
import { ok, press, type Shot } from './shot-kit';

const DATE = '2026-11-23';
const STAFF = { role: 'staff', name: '文样样', person: 'p90', state: 'confirmed', since: 0 } as const;
const registry: Replies['registry'] = {
  places: ok(sample.places),
  whoAmI: ok({ folder: 'bh/u/a', grants: [STAFF], today: DATE }),
};
const receiver = (name: string) => ({ person: 'p1', name, deputy: true, level: 'town' as const });
const SEATS = [
  { seat: 'h1-am-1', receiver: receiver('陈样样') },
  { seat: 'h1-am-2', receiver: receiver('欧阳样样·买买提江') },
];
const NAMES = ['李婶', '欧阳买买提·样样提·样样江大爷', '王师傅', '张三婶', '赵家嫂子', '老周', '桥头小杨'];

/** `n` visitors in every state by turns. */
function rows(n: number): PackedRow[] {
  return Array.from({ length: n }, (_, at): PackedRow => {
    const clock = ['0830', '0900', '0930', '1000', '1030', '1100'][Math.floor((at * 6) / n)] ?? '1100';
    const name = NAMES[at % NAMES.length] ?? '';
    const state = at % 6;
    const outcome = state === 4 ? 1 + (at % 3) : 0;
    const place = `${clock}-${String(at + 1)}`;
    return [`a${String(at)}-b`, place, name, state, at % 3, 1 + (at % 2), '1234', 'road', 515, 0, 0, outcome];
  });
}

function desk(own: Partial<DeskView> = {}): DeskView {
  return {
    date: DATE,
    state: 'published',
    home: 'h1',
    half: 'am',
    seats: SEATS,
    rows: rows(9),
    homes: ['城关代表之家', '柳树城代表之家', '白鹤桥代表之家'].map((name, at) => ({
      home: `h${String(at + 1)}`,
      name,
      halves: ['am', 'pm'],
    })),
    waiting: [{ time: '09:30', people: 2 }],
    free: ['h1-0900-20', 'h1-0930-21w', 'h1-1000-22', 'h1-1100-23'],
    blocked: [{ place: 'h1-1100-23', reason: '主席团开会' }],
    next: 'h1-0930-21w',
    ...own,
  };
}

const NOBODY = { rows: [], waiting: [], blocked: [] };
const at = (view: DeskView): Replies => ({ registry, reception: { desk: ok(view) } });

const roster = (absences: RosterView['absences']): Replies => ({
  registry,
  reception: {
    roster: ok({
      year: 2026,
      rev: 3,
      past: 0,
      proposable: true,
      drafts: [],
      days: [],
      notes: [],
      swaps: [],
      groups: [],
      absences,
      counts: NAMES.map((name, n) => ({ person: `p${String(n)}`, name, badge: '镇代表', duties: n % 3 })),
    }),
  },
});

const DESK = 'office/desk/desk';
const PLACES = 'office/places/places';
const RAISE = 'office/raise/raise';
const ABSENCES = 'office/absences/absences';
const BARS = 'office/bans/bans';
const banned = { date: DATE, booking: 'a0-b', name: NAMES[0] ?? '' };
const bans = (count: number): Replies => ({
  registry,
  reception: {
    listBars: ok({
      rows: NAMES.slice(0, count).map((name, n) => ({
        bar: `a${String(n)}`,
        name,
        until: '2026-12-20',
        at: sample.NOW,
        phoneTail: '1234',
        reason:
          n === 1
            ? '约了三次都没有来，也没有退，打电话说下次还要约，再停一段时间看看'.slice(0, 40)
            : '约了三次都没有来',
      })),
    }),
  },
});
const talk = { date: DATE, place: 'h1-0830-1', booking: 'a0-b', number: '第1号', name: '李婶', tail: '1234' };

export const receptionShots: readonly Shot[] = [
  { name: 'desk', page: DESK, replies: at(desk()), wide: true },
  { name: 'desk-visit', page: DESK, replies: at(desk()), act: press('李婶'), wide: true },
  { name: 'desk-empty', page: DESK, replies: at(desk(NOBODY)), wide: true },
  { name: 'desk-full', page: DESK, replies: at(desk({ rows: rows(100), free: [] })), wide: true },
  {
    name: 'desk-unpublished',
    page: DESK,
    wide: true,
    replies: at(desk({ ...NOBODY, state: 'unpublished', homes: [], seats: [] })),
  },
  { name: 'desk-late', page: DESK, replies: at(desk({ date: '2026-11-20', state: 'past' })), wide: true },
  { name: 'desk-offline', page: DESK, replies: { registry, reception: { desk: 'no-network' } } },
  { name: 'raise', page: RAISE, query: { ...talk, from: 'talking' }, replies: at(desk()), wide: true },
  { name: 'places', page: PLACES, replies: at(desk()), wide: true },
  { name: 'places-add', page: PLACES, replies: at(desk()), act: press('陈样样', '9:00'), wide: true },
  { name: 'places-chosen', page: PLACES, replies: at(desk()), act: press('9:00'), wide: true },
  {
    name: 'places-unpublished',
    page: PLACES,
    replies: at(desk({ ...NOBODY, state: 'unpublished', homes: [], seats: [] })),
  },
  {
    name: 'absences',
    page: ABSENCES,
    wide: true,
    replies: roster([{ person: 'p1', from: '2026-12-01', to: '2026-12-20' }]),
  },
  { name: 'bans', page: BARS, replies: bans(3), wide: true },
  { name: 'bars-one', page: BARS, query: banned, replies: bans(1), wide: true },
  { name: 'bars-ask', page: BARS, replies: bans(1), act: press('解除') },
  { name: 'bars-empty', page: BARS, replies: bans(0), wide: true },
  { name: 'bars-offline', page: BARS, replies: { registry, reception: { listBars: 'no-network' } } },
  { name: 'absences-empty', page: ABSENCES, replies: roster([]) },
];
