import { toggle, toKeepFrom } from '../../../../../miniprogram/pages/submit/keep-from/view';
import { emptyDraft, routeQuestionOf } from '../../../../../miniprogram/platform/drafts';
import { LIMITS } from '../../../../../miniprogram/contract/limits';
import type { DeputyCard } from '../../../../../miniprogram/contract/registry';

const people: DeputyCard[] = Array.from({ length: 12 }, (_, n) => ({
  person: `p${String(n)}`,
  name: `某${'甲乙丙丁戊己庚辛壬癸子丑'[n] ?? ''}`,
  level: 'town',
  group: 'g1',
  villages: [],
  leader: false,
}));

test('a name is found by typing, and stands first once it is chosen', () => {
  expect(toKeepFrom(people, [], '丑').choices.map(({ text }) => text)).toEqual(['某丑']);
  const screen = toKeepFrom(people, ['p11'], '');
  expect(screen.answer).toBe('某丑');
  expect(screen.choices[0]).toMatchObject({ id: 'p11', on: true });
  expect(screen.choices).toHaveLength(9);
});

test('who is nobody of the directory is said to see nothing anyway', () => {
  expect(toKeepFrom(people, [], '不在').none).toContain('本来就看不到');
});

test('chosen twice is not chosen, and there is no sixth', () => {
  expect(toggle(['p1'], 'p1')).toEqual([]);
  const full = people.slice(0, LIMITS.recused).map(({ person }) => person);
  expect(toggle(full, 'p9')).toBeUndefined();
  expect(toggle(full, 'p0')).toHaveLength(LIMITS.recused - 1);
  expect(toKeepFrom(people, full, '').choices).toHaveLength(LIMITS.recused);
});

test('whom it is about goes with the question and the request', () => {
  const draft = emptyDraft('bh');
  expect(routeQuestionOf({ ...draft, recused: ['p1'] })).toMatchObject({ recused: ['p1'] });
  expect(routeQuestionOf({ ...draft, recused: [] })).not.toHaveProperty('recused');
});
