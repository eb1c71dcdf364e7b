/** What of a stored request may stand on paper: the unit's sheet may lie on any desk, the asker's own may not hide anything. */
import {
  tellsUnit,
  toAssignment,
  toReplied,
} from '../../../../../cloudfunctions/report/documents/rules/printed-request';
import type { RequestDocument } from '../../../../../cloudfunctions/request/rules/request-document';
import { bornRequestOf } from '../../../request/rules/born';
import { township } from './read-paper';

/** 1 June 2026, 23:30 in China. */
const AT = Date.parse('2026-06-01T15:30:00Z');
const dates = { replyBy: '2026-07-01', longBy: '2026-12-01' };
const assigned = { at: AT, words: '请先设路障。', ...dates };
const stored = bornRequestOf({
  createdAt: AT - 86_400_000,
  lead: 'u1',
  assists: { u2: { due: '2026-07-01' } },
  assigned,
  privacy: { hideName: false, notOwnVillage: false, publishable: false, unitMayCall: true },
});
const asker = { name: '李婶', phone: '139****1111' };
const answer = { unit: 'u1', at: AT, class: 'B', words: '在修。', by: 'acc' } as const;

test('a unit reads what was said, who works on it with it, until when and what the office wrote', () => {
  expect(toAssignment(stored, township, asker)).toEqual({
    number: '0601-AAAA',
    title: '第一行',
    text: '第一行\n第二行',
    kind: '反映',
    village: '柳村',
    category: '道路',
    submittedOn: '2026-05-31',
    lead: '交通办',
    assisting: ['水利站'],
    assignedOn: '2026-06-01',
    replyBy: '2026-07-01',
    words: '请先设路障。',
    deputy: '丁甲',
    asker,
  });
});

test('what was assigned to nobody has no sheet', () => {
  expect(toAssignment({ ...stored, lead: '' }, township, asker)).toBeUndefined();
  const { assigned: _assigned, ...proposed } = stored;
  expect(toAssignment(proposed, township, asker)).toBeUndefined();
});

test('a unit is told who asked only by consent, and never of one who hides', () => {
  const privacy = { ...stored.privacy, unitMayCall: false };
  const hidden = { ...stored.privacy, hideName: true };
  expect([stored, { privacy }, { privacy: hidden }].map(tellsUnit)).toEqual([true, false, false]);
  for (const own of [privacy, hidden])
    expect(toAssignment({ ...stored, privacy: own }, township, asker)).not.toHaveProperty('asker');
  expect(toAssignment(stored, township, undefined)).not.toHaveProperty('asker');
});

test('of one who hides a unit reads the office’s summary, and nothing where there is none yet', () => {
  const hidden = { ...stored, privacy: { ...stored.privacy, hideName: true } };
  expect(toAssignment(hidden, township, asker)).toMatchObject({ text: '' });
  const summed = { ...hidden, summary: '桥头的路塌了。' };
  expect(toAssignment(summed, township, asker)).toMatchObject({
    text: '桥头的路塌了。',
    title: '桥头的路塌了。',
  });
  expect(toReplied({ ...summed, replies: [answer] }, township)).toMatchObject({ text: '第一行\n第二行' });
});

test('what nobody has checked yet is on the asker’s paper and not on the unit’s', () => {
  const waiting: RequestDocument = { ...stored, checks: { text: { state: 'waiting' } }, replies: [answer] };
  expect(toAssignment(waiting, township, asker)).toMatchObject({ text: '' });
  expect(toReplied(waiting, township)).toMatchObject({ text: '第一行\n第二行' });
});

test('who was not named and what was not said is not there, nor does an unknown unit assist', () => {
  const { assists: _assists, ...alone } = stored;
  const bare = toAssignment({ ...alone, deputy: '', assigned: { at: AT, ...dates } }, township, asker);
  expect(bare).toMatchObject({ assisting: [] });
  expect(bare).not.toHaveProperty('words');
  expect(bare).not.toHaveProperty('deputy');
});

test('the last answer is the one on paper, its class in plain words, and what was promised with its day', () => {
  const first = { ...answer, class: 'D', words: '先解释。' } as const;
  expect(
    toReplied({ ...stored, replies: [first, { ...answer, doneBy: '2026-08-01' }] }, township),
  ).toMatchObject({
    unit: '交通办',
    repliedOn: '2026-06-01',
    className: '正在解决',
    words: '在修。',
    promisedBy: '2026-08-01',
  });
  expect(toReplied({ ...stored, replies: [answer] }, township)).not.toHaveProperty('promisedBy');
});

test('an answer of the office itself is signed by the office; without an answer there is no paper', () => {
  expect(toReplied({ ...stored, replies: [{ ...answer, unit: '' }] }, township)).toMatchObject({
    unit: '溪口镇人大办',
  });
  expect(toReplied({ ...stored, replies: [] }, township)).toBeUndefined();
  expect(toReplied(stored, township)).toBeUndefined();
});
