import { planNotices } from '../../../../cloudfunctions/notify/tell/rules/notice';
import {
  DIGEST_NOTICE,
  listDigests,
  type DueRequest,
} from '../../../../cloudfunctions/notify/tell/rules/notices/digest';
import type { Holder } from '../../../../cloudfunctions/notify/tell/rules/recipients';

const TODAY = '2026-11-25';
const holder = (account: string, role: Holder['role'], more: Partial<Holder> = {}): Holder => ({
  account,
  openid: `o-${account}`,
  role,
  ...more,
});
const request = (kind: DueRequest['owner']['kind'], due: string, person = '', lead = ''): DueRequest => ({
  owner: { kind, person },
  lead,
  hidden: [],
  due,
});

const DUE = [
  request('deputy', '2026-11-24', 'p1'),
  request('deputy', '2026-11-26', 'p1'),
  request('leader', '2026-11-24', 'p2'),
  request('unit', '2026-11-24', '', 'u1'),
  request('unit', '2026-11-24', '', 'u2'),
  request('office', '2026-11-26'),
  request('chief', '2026-11-25'),
  request('presidium', '2026-11-24'),
];

function say(holders: readonly Holder[], calls = 0) {
  return listDigests(DUE, holders, { today: TODAY, calls }).flatMap((facts) =>
    planNotices([DIGEST_NOTICE], facts, holders).map(({ recipient, words, page, message }) => ({
      who: recipient.account,
      words,
      page,
      note: message?.data['thing4'],
      from: message?.data['thing2'],
    })),
  );
}

test('deputy, unit clerk and chief in one person: one message, each queue counted', () => {
  const many = [
    holder('a', 'deputy', { person: 'p1' }),
    holder('a', 'unit', { person: 'p1', unit: 'u1' }),
    holder('a', 'chief', { person: 'p1' }),
  ];
  expect(say(many, 2)).toEqual([
    {
      who: 'a',
      words:
        '今日待办：1件已超期，1件快到期；承办单位：1件已超期；人大办：1件快到期，2人要打电话；等您裁定：1件快到期；主席团：1件已超期。请点开逐件办。',
      page: 'deputy/today/today',
      from: '今日待办等5处',
      note: '3件已超期，3件快到期，2人要打电话',
    },
  ]);
});

test('each hears of their own alone: the other unit’s, the other deputy’s, the office’s', () => {
  const each = [
    holder('b', 'unit', { unit: 'u2' }),
    holder('c', 'leader', { person: 'p2' }),
    holder('d', 'staff'),
    holder('e', 'presidium'),
    holder('f', 'helper'),
    holder('g', 'deputy', { person: 'p9' }),
  ];
  expect(say(each, 1).map(({ who, words }) => `${who} ${words}`)).toEqual([
    'b 承办单位：1件已超期。请点开逐件办。',
    'c 今日待办：1件已超期。请点开逐件办。',
    'd 人大办：1件快到期，1人要打电话。请点开逐件办。',
    'e 主席团：1件已超期。请点开逐件办。',
  ]);
});

test('nothing due, nobody is told', () => {
  expect(listDigests([], [holder('a', 'chief'), holder('b', 'staff')], { today: TODAY, calls: 0 })).toEqual(
    [],
  );
});
