import { LIMITS } from '../../../../miniprogram/contract/limits';
import {
  EMPTY,
  lastDay,
  sayBan,
  sayLift,
  sayMissing,
  toLine,
} from '../../../../miniprogram/office/bans/view';

const TODAY = '2026-12-01';
const NOW = Date.parse('2026-12-01T09:00:00+08:00');
const row = { bar: 'a1', name: '李婶', until: '2026-12-20', reason: '约了没有来', at: NOW };

test('a line says until when, why, and since when', () => {
  const line = toLine({ ...row, phoneTail: '1234' }, TODAY);
  expect(line).toMatchObject({ name: '李婶', reason: '约了没有来' });
  expect(line.until).toMatch(/12月20日.*含这天/);
  expect(line.about).toMatch(/尾号 1234.*停的/);
  expect(toLine(row, TODAY).about).toContain('没有留电话');
});

test('a reason and a last day are asked for, one after the other', () => {
  expect(sayMissing(EMPTY)).toContain('原因');
  expect(sayMissing({ ...EMPTY, reason: ' ' })).toContain('原因');
  expect(sayMissing({ ...EMPTY, reason: '总不来' })).toContain('停到哪天');
  expect(sayMissing({ reason: '总不来', until: '2026-12-20' })).toBe('');
});

test('the last day that may be chosen is as far as the server takes', () => {
  expect(LIMITS.banDays).toBe(180);
  expect(lastDay(NOW)).toBe('2027-05-30');
});

test('before it is done, who, until when and what is not affected is said; lifting too', () => {
  const who = { date: TODAY, booking: 'a1-b1', name: '李婶' };
  const asks = sayBan(who, { reason: ' 总不来 ', until: '2026-12-20' }, TODAY);
  for (const part of ['李婶', '12月20日', '原因：总不来。', '直接来']) expect(asks).toContain(part);
  expect(sayLift(toLine(row, TODAY))).toMatch(/李婶.*12月20日/);
});
