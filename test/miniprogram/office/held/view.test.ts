import type { HeldRequest } from '../../../../miniprogram/contract/content-check';
import { toHeldScreen, without } from '../../../../miniprogram/office/held/view';

const row: HeldRequest = {
  request: 'r1',
  number: '1123-K7Q2',
  village: '柳树城村',
  category: '道路桥梁',
  createdAt: Date.parse('2026-11-23T09:05:00+08:00'),
  parts: [
    { part: 'text', why: 'risky', text: '路灯坏了' },
    { part: 'photo0', why: 'review', file: 'https://example.invalid/p.jpg' },
    { part: 'recording0', why: 'unchecked', file: 'https://example.invalid/r.mp3', seconds: 12 },
    { part: 'notSolved-1764000000000', why: 'risky', text: '还是没亮' },
  ],
};

test('each part says why it waits, and shows what it is: words, a photo, a recording', () => {
  const { rows, more } = toHeldScreen({ rows: [row], next: 'x' }, '2026-11-23');
  expect(more).toBe(true);
  expect(rows[0]?.parts).toMatchObject([
    { key: 'r1/text', why: '微信认为可能不合适', text: '路灯坏了', photos: [], recordings: [] },
    { key: 'r1/photo0', why: '微信请人看一看', photos: [{ path: 'https://example.invalid/p.jpg' }] },
    { key: 'r1/recording0', why: '微信没有检查成', photos: [], recordings: [{ seconds: 12 }] },
    { why: '后来说的话：微信认为可能不合适', text: '还是没亮', photos: [] },
  ]);
});

test('a settled part leaves its request, the last one takes it from the list', () => {
  const [left] = without([row], 'r1', 'photo0');
  expect(left?.parts.map(({ part }) => part)).toEqual(['text', 'recording0', 'notSolved-1764000000000']);
  const last = { ...row, parts: row.parts.slice(0, 1) };
  expect(without([last], 'r1', 'text')).toEqual([]);
  expect(without([last], 'r2', 'text')).toEqual([last]);
});
