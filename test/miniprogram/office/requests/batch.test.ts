import { officeCards } from '../../../support/sample-requests';
import { places } from '../../../support/sample-answers';
import { eligible, sayMany, toActs, toBatchAct } from '../../../../miniprogram/office/requests/batch';

const [first, second] = officeCards;
if (!first || !second) throw new Error('the sample has too few cards');

test('only what may have the act is chosen', () => {
  const none = Object.assign({}, second, { may: [] });
  expect(eligible('assign', [first, none])).toEqual([first.request]);
});

test('each goes to the unit of its category, unless one is named for all', () => {
  const [form] = toBatchAct('assign', [first, second], places, '2026-11-23');
  expect(form?.label).toContain('2 件');
  expect(form?.words).toContain(first.title);
  const own = toActs('assign', [first, second], { lead: 'own' }, places);
  const leads = own.map(({ step }) => (step.act === 'assign' ? step.lead : ''));
  expect(leads.every((lead) => places.units.some(({ id }) => id === lead))).toBe(true);
  const all = toActs('assign', [first, second], { lead: 'u1', assist: ['u1'] }, places);
  expect(all.map(({ step }) => step)).toEqual([
    { act: 'assign', lead: 'u1', assist: [] },
    { act: 'assign', lead: 'u1', assist: [] },
  ]);
});

test('it is told which half was not done, by name', () => {
  const said = sayMany('urge', [first, second], {
    done: [first.request],
    refused: [{ request: second.request, code: 'step-used' }],
  });
  expect(said.done).toContain('1 件');
  expect(said.problem).toContain(second.title);
});

test('a sheet is printed of what a unit has, anything can be taken out, and each chosen one is named', () => {
  const { unit: _unit, ...mine } = first;
  const theirs = Object.assign({}, second, { unit: '水利站' });
  expect(eligible('print', [mine, theirs])).toEqual([theirs.request]);
  expect(eligible('export', [mine, theirs])).toHaveLength(2);
  const [form] = toBatchAct('print', [theirs], places, '2026-11-23');
  expect(form?.words).toContain(theirs.number);
  expect(toBatchAct('export', [], places, '2026-11-23')).toEqual([]);
});
