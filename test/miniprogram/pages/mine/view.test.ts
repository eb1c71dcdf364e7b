import type { RequestCard } from '../../../../miniprogram/contract/request';
import { byState } from '../../../../miniprogram/pages/mine/view';

const card = (request: string, state: RequestCard['state']): RequestCard => ({
  request,
  number: '1123-K7Q2',
  title: '二组的路灯坏了',
  village: '柳树城村',
  category: '道路桥梁',
  kind: 'report',
  state,
  sentence: '',
  late: false,
  createdAt: Date.parse('2026-11-23T09:00:00+08:00'),
});

test('what waits for the person stands first, what is over apart; by words, subject and day', () => {
  const cards = [
    card('a', 'closed'),
    card('b', 'confirming'),
    card('c', 'assigned'),
    card('d', 'out-of-scope'),
  ];
  const { asked, open, closed } = byState(cards, '2026-11-29');
  const ids = (lines: readonly { request: string }[]) => lines.map(({ request }) => request).join('');
  expect([ids(asked), ids(open), ids(closed)]).toEqual(['b', 'c', 'ad']);
  expect(asked[0]?.title).toBe('二组的路灯坏了');
  expect(asked[0]?.about).toBe('道路桥梁 · 11月23日 9:00反映');
});
