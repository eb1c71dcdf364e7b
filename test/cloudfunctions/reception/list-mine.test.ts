import type { Slip } from '../../../miniprogram/contract/reception';
import { DATE, makeDay, TOWNSHIP } from './support/days';
import { bookInput, newKey, openReception, resetReception, type Reception } from './support/reception';

let reception: Reception;
beforeAll(async () => {
  reception = await openReception();
});
beforeEach(() => resetReception(reception));
afterAll(() => reception.close());

interface Page {
  slips: readonly Slip[];
  next?: string;
}

const list = async (before?: string, openid = 'o1') => {
  const input = { township: TOWNSHIP, ...(before !== undefined && { before }) };
  const answer = await reception.act('listMine', input, { openid });
  expect(answer).toMatchObject({ ok: true, cost: { calls: 1 } });
  return answer.data as Page;
};

test('only past days, newest first, only one’s own', async () => {
  await reception.replaceDay(makeDay({ date: '2026-12-03' }));
  await reception.replaceDay(makeDay({ date: '2026-12-02' }));
  for (const date of ['2026-12-02', '2026-12-03', DATE])
    await reception.act('book', bookInput({ date }), { openid: 'o1', key: newKey() });
  await reception.act('book', bookInput({ date: '2026-12-03', place: 'h1-0830-2' }), {
    openid: 'o2',
    key: newKey(),
  });
  await reception.setClock('2026-12-03T23:59:59+08:00');
  expect((await list()).slips.map(({ date }) => date)).toEqual(['2026-12-02']);
  await reception.setClock('2026-12-04T00:00:00+08:00');
  const { slips, next } = await list();
  expect(slips.map(({ date, receiver }) => [date, receiver?.person])).toEqual([
    ['2026-12-03', 'p1'],
    ['2026-12-02', 'p1'],
  ]);
  expect(next).toBeUndefined();
});

test('twelve days a page, each day on exactly one, whatever `before` a phone invents', async () => {
  const dates = Array.from({ length: 25 }, (_, n) => `2026-11-${String(n + 1).padStart(2, '0')}`);
  for (const date of dates) await reception.replaceDay(makeDay({ date }));
  const pages: string[] = [];
  let before: string | undefined;
  do {
    const page = await list(before);
    before = page.next;
    pages.push(before ?? 'end');
  } while (before !== undefined);
  expect(pages).toEqual(['2026-11-14', '2026-11-02', 'end']);
  expect((await list('2030-01-01')).next).toBe('2026-11-14');
});
