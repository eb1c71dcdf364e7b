import { convertSelector } from '../../../../local/preview/compile/selectors';

it.each([
  ['.a > view', 'card', '.card--a > wx-view'],
  ['.a.b::after, text:not(.c)', 'card', '.card--a.card--b::after, wx-text:not(.card--c)'],
  ['page', null, 'wx-page'],
  ['page .a', null, 'wx-page .a'],
  [':host', 'card', '[wx-host="card"]'],
  [':host(.big) .a', 'card', null],
  ['#one', null, '[id$="--one"]'],
  ['t-button', null, 't-button'],
  ['.t-button--primary', 'td-button', '.td-button--t-button--primary'],
  ['[data-k="v"]', 'card', '[data-k="v"]'],
])('%s in scope %s', (selector, scope, expected) => {
  if (expected === null) expect(convertSelector(selector, scope)).toContain('.card--a');
  else expect(convertSelector(selector, scope)).toBe(expected);
});
