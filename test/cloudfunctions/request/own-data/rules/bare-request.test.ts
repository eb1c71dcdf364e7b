/** What is left of a request whose asker had it deleted: that it was and how it went, no words, no person. */
import {
  bareRequest,
  DROPPED,
  isOver,
} from '../../../../../cloudfunctions/request/own-data/rules/bare-request';
import type { RequestDocument } from '../../../../../cloudfunctions/request/rules/request-document';
import { bornRequestOf } from '../../rules/born';

const WORDS = '金丝雀';
const over = bornRequestOf({
  state: 'closed',
  open: false,
  title: WORDS,
  tokens: [WORDS, 'key:', 'at:v1 road', 'k7q2'],
  facets: ['*', 'call-back', 'c:road', 'v:v1'],
  acts: [
    { k: 'acc~key-1', h: 'h1' },
    { k: 'p1~key-2', h: 'h2' },
  ],
  steps: [
    { at: 1, act: 'submit', by: 'acc', state: 'submitted' },
    { at: 2, act: 'explain', by: 'p1', words: WORDS, state: 'confirming' },
    { at: 3, act: 'notSolved', by: 'acc', words: WORDS, about: 'redo' },
  ],
});
const bare = (changes: Partial<RequestDocument> = {}, act: 'erase' | 'sweep' = 'erase') =>
  bareRequest({ ...over, ...changes }, 'stranger', act);

test('nobody of the township finds the person again: neither account nor phone’s identity stays', () => {
  expect(bare()).toMatchObject({ account: 'stranger', openid: '', bare: true });
  expect(JSON.stringify(bare())).not.toContain('"acc"');
});

test('its way stays for the counts, with who did what, but not what they said', () => {
  expect(bare().steps).toEqual([
    { at: 1, act: 'submit', by: 'stranger', state: 'submitted' },
    { at: 2, act: 'explain', by: 'p1', state: 'confirming' },
    { at: 3, act: 'notSolved', by: 'stranger', about: 'redo' },
  ]);
});

test('files are gone, and no word of it is left to search by', () => {
  expect(bare()).toMatchObject({ photos: [], recordings: [], tokens: ['key:', 'at:v1 road'] });
  expect(JSON.stringify(bare())).not.toContain(WORDS);
});

test('nobody is called back, and lists that count still find it', () => {
  expect(bare().facets).toEqual(['*', 'c:road', 'v:v1']);
});

test('keys of the person’s own taps go, those of others stay', () => {
  expect(bare().acts).toEqual([{ k: 'p1~key-2', h: 'h2' }]);
});

test('in place of the title stands why there is nothing to read', () => {
  expect(bare().title).toBe('内容已按本人要求删除');
  expect(bare({}, 'sweep').title).toBe('已过保存期限，内容已删除');
});

test('what units had to do stays, without what was written to them or by them', () => {
  const assigned = { at: 5, replyBy: '2026-07-01', longBy: '2026-08-01', words: WORDS };
  const assists = { u2: { due: '2026-06-20', words: WORDS, at: 6 }, u3: { due: '2026-06-21' } };
  expect(bare({ assigned, assists })).toMatchObject({
    assigned: { at: 5, replyBy: '2026-07-01', longBy: '2026-08-01' },
    assists: { u2: { due: '2026-06-20', at: 6 }, u3: { due: '2026-06-21' } },
  });
  expect(JSON.stringify(bare({ assigned, assists }))).not.toContain(WORDS);
});

test('the answers stay as answers, with their class and dates, without their words', () => {
  const reply = { class: 'A', words: WORDS, unit: 'u1', by: 'p8', at: 7, doneBy: '2026-07-01' } as const;
  expect(bare({ replies: [reply] }).replies).toEqual([{ ...reply, words: '' }]);
});

test('that the answer was brought stays, not by whom', () => {
  const delivery = { who: '张代表', how: 'visit', on: '2026-06-20', done: true } as const;
  expect(bare({ delivery }).delivery).toEqual({ how: 'visit', on: '2026-06-20', done: true });
});

test('the visit it came from goes by the stranger’s name, as the booking itself does', () => {
  const visit = { date: '2026-06-01', place: 'h1-0830-1', booking: 'acc-1' };
  expect(bare({ visit }).visit).toEqual({ ...visit, booking: 'stranger-1' });
});

test('what there never was is not made up', () => {
  const { assigned: _assigned, assists: _assists, delivery: _delivery, visit: _visit, ...plain } = over;
  const left = bareRequest(plain, 'stranger', 'erase');
  for (const field of ['assigned', 'assists', 'delivery', 'visit', 'replies'])
    expect(left).not.toHaveProperty(field);
});

test('whole fields go: all that is words, a way to reach somebody, or a promise to tell them', () => {
  for (const field of [
    'text',
    'summary',
    'phone',
    'passedSummary',
    'draft',
    'callback',
    'word',
    'dispatches',
  ])
    expect(DROPPED).toContain(field);
});

test.each([
  ['closed', false, true],
  ['withdrawn', false, true],
  ['out-of-scope', false, true],
  // It ends with the one that it was merged into, or goes on by itself.
  ['merged', false, false],
  ['submitted', true, false],
] as const)('what is %s (open: %s) may be deleted now: %s', (state, open, now) => {
  expect(isOver({ state, open })).toBe(now);
});
