import { LEVEL_LABELS } from '../../../miniprogram/contract/labels';
import { ACTS } from '../../../miniprogram/contract/request-acts';
import type { RequestAct } from '../../../miniprogram/contract/request-life';
import { headingOf } from '../../../miniprogram/contract/request-main-act';
import { toPanelActs, toStep } from '../../../miniprogram/view/acts';
import { QUICK } from '../../../miniprogram/view/quick-words';
import { places } from '../../support/sample-answers';

const source = { places, category: 'water', group: 'g2', today: '2026-11-23' };
const fieldsOf = (act: RequestAct, more = {}) => toPanelActs([act], { ...source, ...more })[0]?.fields ?? [];

test('every act has a button, and every field something to fill it with', () => {
  for (const act of toPanelActs(Object.keys(ACTS) as RequestAct[], source)) {
    expect(act.label).not.toBe('');
    for (const field of act.fields) {
      if (field.kind === 'choice' || field.kind === 'choices') expect(field.choices).toBeDefined();
    }
  }
});

test('the unit that handles the category stands first, and says so', () => {
  expect(fieldsOf('assign')[0]?.choices?.[0]).toEqual({ id: 'u2', text: '镇水利站', hint: '管这一类' });
});

test('it is handed over within the group alone; the office may take any deputy, the group’s first', () => {
  expect(fieldsOf('handOver')[0]?.choices?.map(({ text }) => text)).toEqual(['李样样']);
  const all = fieldsOf('reassign').find(({ name }) => name === 'to')?.choices ?? [];
  expect(all.map(({ text }) => text)).toEqual(['李样样', '陈样样', '王样样']);
});

test('a day is asked of replies that promise something, and of no others', () => {
  expect(fieldsOf('reply').find(({ name }) => name === 'doneBy')).toMatchObject({
    optional: false,
    when: { field: 'class', is: ['B', 'C'] },
    from: '2026-11-24',
    to: '2028-11-22',
  });
});

test('nothing older to merge into is said', () => {
  expect(fieldsOf('merge')[0]).toMatchObject({ choices: [], hint: '没有找到更早的、相近的。' });
  const similar = [{ request: 'r9', number: '1101-AAAA', title: '水渠' }];
  expect(fieldsOf('merge', { similar })[0]?.choices).toEqual([{ id: 'r9', text: '水渠', hint: '1101-AAAA' }]);
});

test('what cannot be taken back is asked in words; what needs nothing is done at once', () => {
  expect(toPanelActs(['withdraw', 'take'], source).map(({ words }) => words)).toEqual([
    '撤回后不再办理，确定吗？',
    '',
  ]);
});

test('from what was filled in to the step: no unit marked is an empty list, yes is true', () => {
  expect(toStep('assign', { lead: 'u2' }, true)).toEqual({ act: 'assign', lead: 'u2', assist: [] });
  expect(toStep('callBack', { solved: 'no', words: '没有' }, true)).toEqual({
    act: 'callBack',
    solved: false,
    words: '没有',
  });
});

test('the office enters replies from paper, a unit its own', () => {
  const values = { class: 'A', words: '修好了' };
  expect(toStep('reply', values, true)).toEqual({ act: 'reply', ...values, paper: true });
  expect(toStep('reply', values, false)).toEqual({ act: 'reply', ...values });
});

test('before the township is known there is nothing to choose, and nothing fails', () => {
  const acts = toPanelActs(Object.keys(ACTS) as RequestAct[], { today: '2026-11-23' });
  for (const { fields } of acts)
    for (const { name, choices } of fields)
      if (['lead', 'assist', 'to', 'group', 'into'].includes(name)) expect(choices ?? []).toEqual([]);
});

test('another unit is chosen in place of the one that has it, which may still help', () => {
  const ids = (act: RequestAct, name: string): string[] =>
    (fieldsOf(act, { lead: 'u2' }).find((field) => field.name === name)?.choices ?? []).map(({ id }) => id);
  expect(ids('changeUnit', 'lead')).not.toContain('u2');
  expect(ids('changeUnit', 'lead')).not.toEqual([]);
  expect(ids('assign', 'lead')).toContain('u2');
  expect(fieldsOf('assign').find(({ name }) => name === 'assist')?.choices).toContainEqual({
    id: 'u2',
    text: '镇水利站',
    hint: '管这一类',
  });
});

test('the unit that handles the category is chosen already, unless something was said or it is the one to change', () => {
  const lead = (act: RequestAct, more = {}) => toPanelActs([act], { ...source, ...more })[0]?.values;
  expect(lead('assign')).toEqual({ lead: 'u2' });
  expect(lead('assign', { values: { assign: { lead: 'u1', words: '急' } } })).toEqual({
    lead: 'u1',
    words: '急',
  });
  expect(lead('assign', { values: { assign: { words: '急' } } })).toEqual({ lead: 'u2', words: '急' });
  expect(lead('assign', { category: undefined })).toBeUndefined();
  expect(lead('assign', { category: 'nobody' })).toBeUndefined();
  expect(lead('changeUnit', { lead: 'u2' })).toBeUndefined();
  expect(lead('changeUnit', { lead: 'u1' })).toEqual({ lead: 'u2' });
  expect(lead('reply')).toBeUndefined();
  expect(lead('reply', { values: { reply: { words: '修好了' } } })).toEqual({ words: '修好了' });
});

test('who is chosen within the group shows the level, who may be of any group shows which', () => {
  expect(fieldsOf('handOver')[0]?.choices?.map(({ hint }) => hint)).toEqual([LEVEL_LABELS.town]);
  const [, ...others] = fieldsOf('reassign').find(({ name }) => name === 'to')?.choices ?? [];
  const groups = new Map(places.groups.map(({ id, name }) => [id, name]));
  const groupOf = (id: string) =>
    groups.get(places.deputies.find(({ person }) => person === id)?.group ?? '');
  expect(others.map(({ hint }) => hint)).toEqual(others.map(({ id }) => groupOf(id) ?? ''));
  expect(others.some(({ hint }) => hint !== '')).toBe(true);
  expect(fieldsOf('handOver', { group: undefined })[0]?.choices).toHaveLength(places.deputies.length);
});

test('each field looks as its kind asks', () => {
  for (const [act, { fields }] of Object.entries(ACTS))
    fields.forEach(({ name, kind, required, max }, at) => {
      const field = fieldsOf(act as RequestAct)[at];
      const shape = { words: 'words', line: 'line', date: 'date', units: 'choices' }[kind as 'words'] as
        string | undefined;
      const promised = name === 'doneBy' && (act === 'reply' || act === 'draftReply');
      expect([act, name, field?.kind]).toEqual([act, name, shape ?? 'choice']);
      expect(field).toMatchObject({ name, optional: !required && !promised });
      expect([field?.limit, field?.from === undefined, field?.quick === undefined]).toEqual([
        max,
        kind !== 'date',
        kind !== 'words',
      ]);
      expect([field?.when !== undefined, field?.hint !== undefined]).toEqual([promised, kind === 'request']);
      if (kind === 'yes-no') expect(field?.choices?.map(({ id }) => id)).toEqual(['yes', 'no']);
      if (kind === 'group')
        expect(field?.choices).toEqual(places.groups.map(({ id, name: text }) => ({ id, text })));
    });
});

test('quick words stand where somebody thought of some, and nowhere else', () => {
  for (const act of Object.keys(ACTS) as RequestAct[])
    for (const { kind, quick } of fieldsOf(act))
      if (kind === 'words') expect(quick).toEqual(QUICK[act] ?? []);
});

test('an act with nothing to fill in and nothing to fear asks nothing; one with fields says what they are for', () => {
  for (const [act, { fields, danger, hint }] of Object.entries(ACTS))
    expect(toPanelActs([act as RequestAct], source)[0]?.words).toBe(
      danger ?? (fields.length > 0 ? hint : ''),
    );
});

test('what takes back or ends something is never the main button', () => {
  const quiet = (main?: RequestAct | null) =>
    toPanelActs(['take', 'withdraw', 'reply'], { ...source, ...(main !== undefined && { main }) }).map(
      (act) => act.quiet === true,
    );
  expect(quiet()).toEqual([false, true, false]);
  expect(quiet('withdraw')).toEqual([true, false, true]);
  expect(quiet(null)).toEqual([true, true, true]);
});

test('beside a main act the others stand below their headings; without one there are none', () => {
  const under = (main?: RequestAct | null) =>
    toPanelActs(['take', 'withdraw'], { ...source, ...(main !== undefined && { main }) }).map(
      (act) => act.under,
    );
  expect(under('take')).toEqual([undefined, headingOf('withdraw')]);
  expect(under(null)).toEqual([headingOf('take'), headingOf('withdraw')]);
  expect(under()).toEqual([undefined, undefined]);
});

test('a step goes with what was filled in alone; a yes is true', () => {
  expect(toStep('callBack', { solved: 'yes' }, false)).toEqual({ act: 'callBack', solved: true });
  expect(Object.keys(toStep('callBack', {}, false))).toEqual(['act']);
});
