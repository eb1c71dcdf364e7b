/** What a request is born with besides what was said: number, lists, dates, and whose it is. */
import {
  bornDocument,
  dueSeqOf,
  needsAtBirth,
  numberOf,
  type Birth,
  type Dates,
  type Said,
} from '../../../../../cloudfunctions/request/submit/rules/birth';
import type { Decision } from '../../../../../cloudfunctions/request/routing/rules/decide-route';
import { born as stored } from '../../rules/born';

const ID = 'tt~k7q2abcdefgh';
const NOW = Date.parse('2026-06-01T09:00:00+08:00');
const { day, n, village, category, photos, recordings, privacy } = stored;
const said: Said = {
  township: 'tt',
  day,
  n,
  village,
  category,
  kind: 'report',
  text: '桥栏杆断了',
  photos,
  recordings,
  privacy,
};
const { owner, group, home, route } = stored;
const decision: Decision = { owner, group, home, route, recused: ['p7'], hidden: ['p7', 'p8'] };
const dates: Dates = {
  due: '2026-06-04',
  leaderOn: '2026-06-03',
  officeOn: '2026-06-05',
  wordBy: '2026-06-15',
  nudgeFrom: '2026-06-08',
};
const asker: Birth = { openid: 'open', account: 'acc', now: NOW, key: 'key', bodyHash: 'hash' };
const bear = (birth: Partial<Birth> = {}, saying: Partial<Said> = {}, decided: Partial<Decision> = {}) =>
  bornDocument(ID, 'acc', { ...asker, ...birth }, { ...said, ...saying }, { ...decision, ...decided }, dates);
const forOffice = { owner: { kind: 'office', person: '', group: '' }, group: 'g1' } as const;

test.each([
  ['tt~k7q2abcdefgh', '2026-11-23', '1123-K7Q2'],
  ['bh~0a1bzzzzzzzz', '2027-01-05', '0105-0A1B'],
])('its number can be read out on the phone: %s of %s is %s', (id, on, number) => {
  expect(numberOf(id, on)).toBe(number);
});

test.each([
  ['who hides the name has the office sum it up before a deputy reads it', true, '说了', 'summary'],
  ['who hides the name and only spoke is summed up too', true, undefined, 'summary'],
  ['recordings alone get a title by the office', false, undefined, 'title'],
  ['what was written speaks for itself', false, '说了', ''],
])('%s', (_name, hideName, text, needs) => {
  expect(needsAtBirth({ privacy: { ...privacy, hideName }, ...(text && { text }) })).toBe(needs);
});

test('a request that the office must write something for is on its list to review; another is not', () => {
  expect(bear({}, { privacy: { ...privacy, hideName: true } })).toMatchObject({
    needs: 'summary',
    review: true,
  });
  expect(bear()).toMatchObject({ needs: '', review: false });
});

test('two that are due the same day keep an order in every list', () => {
  expect(dueSeqOf('2026-06-04', ID)).toBe('2026-06-04abcdefgh');
  expect(bear().dueSeq).toBe('2026-06-04abcdefgh');
  expect(bear().seq).toBe(`${String(NOW)}abcdefgh`);
});

test('the deputy has it from birth, and its group’s leader sees it', () => {
  expect(bear()).toMatchObject({
    rev: 1,
    state: 'submitted',
    open: true,
    owner,
    deputy: 'p1',
    group: 'g1',
    led: 'g1',
    lead: '',
    recused: ['p7'],
    hidden: ['p7', 'p8'],
    route,
  });
});

test('what the office has, no leader sees and no deputy follows', () => {
  expect(bear({}, {}, forOffice)).toMatchObject({ owner: forOffice.owner, led: '', deputy: '', group: 'g1' });
});

test('the clock wakes when the leader has to be told; the office’s own only when it is late', () => {
  expect(bear().clockOn).toBe('2026-06-04');
  expect(bear({}, {}, forOffice).clockOn).toBe('2026-06-05');
});

test('its promised days are kept as they were computed', () => {
  const request = bear();
  expect(request).toMatchObject({
    due: '2026-06-04',
    leaderOn: '2026-06-03',
    officeOn: '2026-06-05',
    nudgeFrom: '2026-06-08',
    createdAt: NOW,
  });
  expect(request).not.toHaveProperty('wordBy');
});

test.each([
  ['report', { by: '2026-06-15' }],
  ['consult', undefined],
  ['suggest', undefined],
] as const)('a %s is owed a word in writing by: %j', (kind, word) => {
  expect(bear({}, { kind }).word).toEqual(word);
});

test('lists find it by place, group and what it is about', () => {
  const { facets, place, joinedCount, redone, number } = bear();
  expect(place).toBe('v1 road');
  expect(facets).toEqual(expect.arrayContaining(['*', 'c:road', 'g:g1', 'v:v1', 'c:road g:g1', 'g:g1 v:v1']));
  // No unit has it yet.
  expect(facets.filter((facet) => facet.includes('u:'))).toEqual([]);
  expect([joinedCount, redone, number]).toEqual([0, 0, '0601-K7Q2']);
});

test('who submits by phone is its account, and a retry finds its key', () => {
  const request = bear();
  expect(request).toMatchObject({
    _id: ID,
    account: 'acc',
    openid: 'open',
    reach: 'account',
    born: { k: 'key', h: 'hash' },
    acts: [],
  });
  expect(request.steps).toEqual([{ at: NOW, act: 'submit', by: 'acc', state: 'submitted' }]);
  expect(request).not.toHaveProperty('operator');
});

test('who is helped by somebody owns it, not the helper, and the way says that it was entered for them', () => {
  const entered = { operator: 'p9', livesIn: 'v2' };
  const request = bear({ openid: '', entered });
  expect(request).toMatchObject({ account: '', reach: 'person', operator: 'p9', livesIn: 'v2' });
  expect(request.steps).toEqual([{ at: NOW, act: 'submit', by: 'acc', state: 'submitted', behalf: true }]);
});

test('after a talk it names the visit and who opened it, and stays the visitor’s', () => {
  const visit = { date: '2026-06-01', place: 'h1-0830-1', booking: 'acc-1' };
  const request = bear({ talk: { operator: 'p9', visit } });
  expect(request).toMatchObject({ account: 'acc', reach: 'account', operator: 'p9', visit });
  expect(request.steps[0]).not.toHaveProperty('behalf');
});
