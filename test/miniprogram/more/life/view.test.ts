import { lifeGuide } from '../../../../cloudfunctions/request/life/rules/life-guide';
import { settingsOf } from '../../../../cloudfunctions/registry/directory/rules/settings';
import { STATES } from '../../../../miniprogram/contract/labels';
import { toLifeScreen } from '../../../../miniprogram/more/life/view';

const rows = lifeGuide(settingsOf({}));
const screen = toLifeScreen({ rows, redoTimes: 2, reopenDays: 30 });
const lines = screen.parts.flatMap((part) => part.rows);
const line = (state: string) => lines.find((each) => each.state === state);

test('every state is told once, and each says who has it or how it ends', () => {
  expect(lines.map(({ state }) => state).sort()).toEqual(Object.keys(STATES).sort());
  for (const { state, who } of lines) expect([state, who]).not.toEqual([state, '']);
});

test('names who, how many working days, and what can be pressed', () => {
  expect(line('submitted')).toMatchObject({ who: '代表，3 个工作日内联系。', press: '' });
  expect(line('accepted')?.who).toBe('承办单位，15 个工作日内答复。');
  expect(line('promised')?.who).toBe('承办单位，在说好的日子办好。');
  expect(line('confirming')?.press).toBe('您可以按：「解决了」「没办好」「不同意结果」');
  expect(line('confirming')?.who).toContain('10 个工作日内说一声');
});

test("the days are the township's own", () => {
  const slow = lifeGuide(settingsOf({ contactDays: 7 }));
  expect(slow.find(({ state }) => state === 'submitted')?.days).toBe(7);
});

test('withdrawing is said once, because every open state has it', () => {
  expect(
    rows.filter(({ state }) => STATES[state].type === 'open').every(({ acts }) => acts.includes('withdraw')),
  ).toBe(true);
  expect(lines.map(({ press }) => press).join('')).not.toContain('不反映了');
});
