/** Whoever joined is told of their own request, or of none: never by somebody else's number or page. */
import { planNotices, type Row } from '../../../../cloudfunctions/notify/tell/rules/notice';
import type { RequestFacts } from '../../../../cloudfunctions/notify/tell/rules/notices/request/facts';
import { REQUEST_NOTICES } from '../../../../cloudfunctions/notify/tell/rules/notices/request/notices';

const facts: RequestFacts = {
  today: '2026-12-07',
  morning: 0,
  act: '',
  had: '',
  hadUnits: [],
  copy: '',
  request: 'tt~older',
  township: '白鹤镇',
  number: '1123-AAAA',
  about: '柳树城村 · 道路桥梁',
  state: 'confirming',
  by: 'u',
  askers: [{ account: 'asker', openid: 'o-asker' }],
  joiners: [{ account: 'joiner', openid: 'o-joiner' }],
  hidden: [],
  owner: { kind: 'unit', person: '' },
  ownerName: '交通站',
  deputy: '',
  group: '',
  lead: '',
  assists: [],
  unitName: '交通站',
  date: '2026-12-07',
  time: '09:00',
  due: '2026-12-10',
};

const plan = (event: string, changes: Partial<RequestFacts>) =>
  planNotices(REQUEST_NOTICES[event] as readonly Row<RequestFacts>[], { ...facts, ...changes }, []);

test('who said «我也反映» hears of the answer without the number, and is led to the public board', () => {
  const told = plan('request-answered', {}).find(({ recipient }) => recipient.account === 'joiner');
  expect(told?.page).toBe('more/board/board');
  expect(`${told?.title ?? ''}${told?.words ?? ''}`).not.toContain(facts.number);
});

test('whose request was merged hears by it that there is an answer, and that it ended', () => {
  const own = { request: 'tt~mine', number: '1124-BBBB', joiners: [] };
  for (const [event, changes] of [
    ['request-answered', { state: 'merged' }],
    ['request-closed', { state: 'closed', act: 'with' }],
  ] as const) {
    const told = plan(event, { ...own, ...changes });
    expect(told.map(({ recipient }) => recipient.account)).toEqual(['asker']);
    expect(told[0]?.words).toContain('1124-BBBB');
    expect(told[0]?.page).toContain(encodeURIComponent('tt~mine'));
  }
});
