import { ACTS } from '../../../../../miniprogram/contract/request-acts';
import { STATES } from '../../../../../miniprogram/contract/labels';
import type { RequestAct, RequestState } from '../../../../../miniprogram/contract/request-life';
import { isOpen, LIFE_CYCLE, OPEN } from '../../../../../cloudfunctions/request/life/rules/life-cycle';
import { READING } from '../../../../../cloudfunctions/request/life/rules/plan-readings';
import { SIMPLE } from '../../../../../cloudfunctions/request/life/rules/plan-steps';
import { faultsOf } from '../../../../support/life-table';

const states = Object.keys(STATES) as RequestState[];
const acts = Object.keys(LIFE_CYCLE) as RequestAct[];

it('has a plan for every step, of the kind that its row says', () => {
  for (const act of acts) {
    expect([act, Object.hasOwn(LIFE_CYCLE[act].reads ? READING : SIMPLE, act)]).toEqual([act, true]);
    expect([act, Object.hasOwn(LIFE_CYCLE[act].reads ? SIMPLE : READING, act)]).toEqual([act, false]);
  }
});

it('reads where the row leaves state, owner or date to the plan', () => {
  for (const act of acts) {
    const { to, owner, due, reads } = LIFE_CYCLE[act];
    if ([to, owner, due].includes('planned')) expect([act, reads]).toEqual([act, true]);
  }
});

it('has words for every step, and fields that are named once', () => {
  expect(Object.keys(ACTS).sort()).toEqual([...acts].sort());
  for (const { label, hint, done, fields } of Object.values(ACTS)) {
    for (const words of [label, hint, done]) expect(words).not.toBe('');
    expect(new Set(fields.map(({ name }) => name)).size).toBe(fields.length);
  }
});

it('leads out of every open state, by whoever has it and by the asker', () => {
  for (const state of OPEN) {
    const out = acts.filter((act) => {
      const { from, to } = LIFE_CYCLE[act];
      return from.includes(state) && to !== 'same' && to !== state;
    });
    expect([
      state,
      out.filter((act) => !LIFE_CYCLE[act].who.includes('asker')).length > 0 || state === 'confirming',
    ]).toEqual([state, true]);
    expect([state, out.includes('withdraw')]).toEqual([state, true]);
  }
});

it('calls a state open as the labels do', () => {
  for (const state of states) expect(isOpen(state)).toBe(STATES[state].type === 'open');
});

it('is a sound table of a life', () => {
  const over = states.filter((state) => !isOpen(state));
  const planned = {
    explain: ['confirming', 'promised'],
    assign: ['entrusted', 'assigned'],
    sign: ['replied', 'promised', 'confirming'],
    recuse: ['submitted', 'face'],
    handOver: ['submitted', 'face'],
    reassign: ['submitted', 'face'],
    keep: ['contacting', 'face'],
    deliver: ['confirming', 'promised'],
    unmerge: ['submitted'],
    callBack: ['closed', 'face'],
    settle: ['closed'],
    reply: ['replied'],
    notSolved: ['escalated', 'assigned'],
  } as const;
  expect(faultsOf(LIFE_CYCLE, { states, birth: 'submitted', over, planned })).toEqual([]);
});
