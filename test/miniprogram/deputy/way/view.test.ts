/** How a suggestion goes, as a deputy reads it: from the table that the server itself acts by. */
import { suggestionGuideOf } from '../../../../cloudfunctions/congress/suggestion/rules/guide';
import { settingsOf } from '../../../../cloudfunctions/registry/directory/rules/settings';
import { SUGGESTION_STATES } from '../../../../miniprogram/contract/congress/suggestion-labels';
import { toWayScreen } from '../../../../miniprogram/deputy/way/view';

const guide = (settings: Parameters<typeof settingsOf>[0] = {}) =>
  toWayScreen({ rows: suggestionGuideOf(settingsOf(settings)), months: 3, longMonths: 6 });
const lines = guide().parts.flatMap(({ rows }) => rows);

it('tells of every state once, and of each who has it and until when', () => {
  expect(lines.map(({ state }) => state).sort()).toEqual(Object.keys(SUGGESTION_STATES).sort());
  expect(lines.filter(({ who }) => !/[。]$/.test(who))).toEqual([]);
});

it('counts days as the township sets them, and the answer by the months of the law', () => {
  const said = (state: string, screen = guide()) =>
    screen.parts.flatMap(({ rows }) => rows).find((row) => row.state === state)?.who;
  expect(said('submitted')).toBe('人大办，5 个工作日内审查。');
  expect(said('submitted', guide({ suggestionExamineDays: 9 }))).toBe('人大办，9 个工作日内审查。');
  expect(said('contacted')).toBe('承办单位，交办起 3 个月（主席团定为难办的 6 个月）内答复。');
  expect(said('promised')).toBe('承办单位，在答复函里说好的日子前办好再答复。');
});

it('shows the deputy the buttons that the table offers', () => {
  expect(lines.find(({ state }) => state === 'replied')?.press).toBe('您可以按：「填写意见」');
  expect(lines.find(({ state }) => state === 'drafting')?.press).toContain('「提交」');
});
