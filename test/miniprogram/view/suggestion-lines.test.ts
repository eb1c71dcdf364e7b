import type { SuggestionCard } from '../../../miniprogram/contract/congress/suggestion';
import { SUGGESTION_STATES } from '../../../miniprogram/contract/congress/suggestion-labels';
import { saySuggestion, toSuggestionLine } from '../../../miniprogram/view/suggestion-lines';

const TODAY = '2026-11-23';
const [state = ''] = Object.entries(SUGGESTION_STATES).find(([, { next }]) => next !== '') ?? [];
const { next, label, shape } = SUGGESTION_STATES[state as SuggestionCard['state']];
const card = (more: Partial<SuggestionCard> = {}): SuggestionCard =>
  ({
    suggestion: 's1',
    title: '修水渠',
    state,
    number: '2026-07',
    categoryName: '水利',
    leadName: '李样样',
    ownerName: '镇水利站',
    cosigners: 0,
    key: false,
    ...more,
  }) as SuggestionCard;

test('who has it, by when and what comes next; where nothing is due, how it stands', () => {
  expect(saySuggestion(card(), TODAY)).toBe(label);
  expect(saySuggestion(card({ due: '2026-12-01' }), TODAY)).toBe(`镇水利站，12月1日前${next}`);
  expect(saySuggestion(card({ due: TODAY }), TODAY)).not.toMatch(/过期/);
  expect(saySuggestion(card({ due: '2026-11-22' }), TODAY)).toBe(`镇水利站，原定11月22日前${next}，已经过期`);
});

test('a line says number, category, who brought it and whether it is a key one', () => {
  expect(toSuggestionLine(card(), TODAY)).toEqual({
    request: 's1',
    title: '修水渠',
    about: '代表建议 2026-07 · 水利 · 李样样',
    sentence: label,
    tag: label,
    tone: shape,
    due: '',
    act: '',
  });
  const { about } = toSuggestionLine(card({ cosigners: 2, key: true }), TODAY);
  expect(about).toBe('代表建议 2026-07 · 水利 · 李样样等3名代表 · 重点督办');
});

test.each([
  ['2026-11-22', '已超1天', 'late', ''],
  [TODAY, label, shape, '还有0天'],
  ['2026-11-30', label, shape, '还有7天'],
  ['2026-12-01', label, shape, '12月1日前'],
])('due on %s: %s', (due, tag, tone, words) => {
  expect(toSuggestionLine(card({ due }), TODAY)).toMatchObject({ tag, tone, due: words });
});
