import { findReception, toDeputyScreen, toPublicLines } from '../../../../miniprogram/more/deputy-card/view';
import { day, fullDay, places } from '../../../support/sample-answers';

const TODAY = '2026-11-23';

test('what is public: level, group, villages; no phone', () => {
  const screen = toDeputyScreen(places, 'p1');
  expect(screen).toEqual({
    name: '陈样样',
    label: '镇代表 · 主席团成员',
    group: '第一代表小组组长',
    villages: '城关村、双井村',
  });
  expect(JSON.stringify(screen)).not.toMatch(/\d{7}/);
});

test('somebody who is no deputy any more', () => {
  expect(toDeputyScreen(places, 'nobody')).toBeUndefined();
});

test('the next reception, and whether it can be booked', () => {
  expect(findReception(day, 'p1', places, TODAY)).toEqual({
    words: '12月7日 星期一（还有14天）上午，城关代表之家',
    home: 'h1',
  });
  const closed = { ...fullDay, homes: fullDay.homes.slice(0, 1) };
  expect(findReception(closed, 'p1', places, TODAY)?.home).toBe('');
  expect(findReception(day, 'p9', places, TODAY)).toBeUndefined();
});

test('what was done in the last year: kinds with dates and villages, no count', () => {
  const facts = Array.from({ length: 9 }, () => ({ kind: 'key-work', date: '2026-11-12', village: 'v4' }));
  const village = places.villages.find(({ id }) => id === 'v4')?.name ?? '';
  const lines = toPublicLines(facts, places, '2026-11-23');
  expect(lines).toHaveLength(8);
  expect(lines[0]).toMatchObject({ title: '重点工作', words: `11月12日 星期四 · ${village}` });
});
