import type { RequestAct, RequestState, StepInput } from '../../../../../miniprogram/contract/request-life';
import { settingsOf } from '../../../../../cloudfunctions/registry/directory/rules/settings';
import { LIFE_CYCLE, OPEN } from '../../../../../cloudfunctions/request/life/rules/life-cycle';
import { lifeGuide } from '../../../../../cloudfunctions/request/life/rules/life-guide';
import { workingDays } from '../../../../../cloudfunctions/request/life/rules/plan-owner';
import { planStep, type Taken } from '../../../../../cloudfunctions/request/life/rules/take-step';
import { context, OFFICE, request, through } from './scene';

const settings = settingsOf({});
const rows = lifeGuide(settings);
const of = (state: string) => rows.find((row) => row.state === state);

it('gives every open state somebody who has it, and nobody to what is over', () => {
  for (const { state, owner } of rows)
    expect([state, owner !== undefined]).toEqual([state, OPEN.includes(state)]);
});

it('says of owner and date what the rows of the table say', () => {
  for (const act of Object.keys(LIFE_CYCLE) as RequestAct[]) {
    const { to, owner, due } = LIFE_CYCLE[act];
    if (owner !== 'kept' && owner !== 'planned') expect([act, of(to)?.owner]).toEqual([act, owner]);
    if (typeof due !== 'string') expect([act, of(to)?.days]).toEqual([act, settings[due.setting]]);
  }
});

/** A step that leads there, and what the request is before it. */
const INTO: readonly (readonly [RequestState, StepInput, object])[] = [
  ['entrusted', { act: 'assign', lead: 'u1', assist: [] }, { state: 'proposed' }],
  ['contacting', { act: 'notSolved', words: 'w' }, { state: 'closed' }],
  ['passed-up', { act: 'passUp', summary: 's' }, { state: 'proposed', owner: OFFICE }],
  ['face', { act: 'disagree', words: 'w' }, { state: 'closed' }],
  ['replied', { act: 'reply', class: 'A', words: 'w' }, { state: 'accepted', reach: 'person' }],
  ['confirming', { act: 'reply', class: 'A', words: 'w' }, { state: 'accepted' }],
  ['escalated', { act: 'notSolved', words: 'w' }, { state: 'closed', redone: settings.redoTimes }],
];

it.each(INTO)('says of %s who has it and how long, as its plan does', (state, step, changes) => {
  const before = request(changes);
  const plan = planStep(step, context(through('government')), before) as Taken;
  expect(plan.to).toBe(state);
  expect(of(state)?.owner).toBe((plan.owner ?? before.owner).kind);
  expect(plan.due).toBe(workingDays(context(), of(state)?.days ?? 0));
});

it('says no number of days where somebody names the day', () => {
  const visit = planStep({ act: 'visit', date: '2026-06-05' }, context()) as Taken;
  expect([visit.to, visit.owner, visit.due]).toEqual(['visiting', undefined, '2026-06-05']);
  expect(of('visiting')).toMatchObject({ owner: 'deputy' });
  const promise: StepInput = { act: 'reply', class: 'B', words: 'w', doneBy: '2026-06-20' };
  const reply = planStep(promise, context(), request({ state: 'accepted', lead: 'u1' })) as Taken;
  expect([reply.to, reply.owner?.kind, reply.due]).toEqual(['promised', 'unit', '2026-06-20']);
  expect(of('promised')).toMatchObject({ owner: 'unit' });
  for (const state of ['visiting', 'promised']) expect(of(state)).not.toHaveProperty('days');
});

it('begins with a deputy, and a unit that accepted has the days it was given', () => {
  expect(of('submitted')).toMatchObject({ owner: 'deputy', days: settings.contactDays });
  expect(of('accepted')).toMatchObject({ owner: 'unit', days: settings.unitReplyDays });
});

it('says what the person who asked can press, and no step of others', () => {
  expect(of('submitted')?.acts).toEqual(expect.arrayContaining(['withdraw', 'nudge', 'supplement']));
  expect(of('confirming')?.acts).toEqual(expect.arrayContaining(['solved', 'notSolved', 'disagree']));
  for (const act of rows.flatMap(({ acts }) => acts)) expect(LIFE_CYCLE[act].who).toContain('asker');
});
