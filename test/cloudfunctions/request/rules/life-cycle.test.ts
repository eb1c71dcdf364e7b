import { STATES } from '../../../../miniprogram/contract/labels';
import type { RequestState } from '../../../../miniprogram/contract/request';
import {
  isOpen,
  legalActs,
  LIFE_CYCLE,
  stepOf,
  type Actor,
} from '../../../../cloudfunctions/request/rules/life-cycle';

const states = Object.keys(STATES) as RequestState[];
const actors: Actor[] = ['asker', 'owner'];

it('reaches every state that the contract names', () => {
  expect(new Set(LIFE_CYCLE.map(({ to }) => to))).toEqual(new Set(states));
});

it('is born by exactly one step', () => {
  expect(LIFE_CYCLE.filter((step) => !('from' in step)).map(({ act }) => act)).toEqual(['submit']);
});

it('names each act once, with its own event', () => {
  expect(new Set(LIFE_CYCLE.map(({ act }) => act)).size).toBe(LIFE_CYCLE.length);
  expect(new Set(LIFE_CYCLE.map(({ event }) => event)).size).toBe(LIFE_CYCLE.length);
  for (const step of LIFE_CYCLE) expect(stepOf(step.act)).toBe(step);
});

it('offers in each state to each actor exactly the rows of the table', () => {
  for (const state of states) {
    for (const actor of actors) {
      const rows = LIFE_CYCLE.filter((step) => 'from' in step && step.from === state && step.by === actor);
      expect(legalActs(state, [actor])).toEqual(rows.map(({ act }) => act));
    }
    expect(legalActs(state, [])).toEqual([]);
  }
  expect(legalActs('submitted', ['owner'])).toEqual(['take']);
  expect(legalActs('submitted', ['asker'])).toEqual([]);
});

it('calls a state open as the labels do', () => {
  for (const state of states) expect(isOpen(state)).toBe(STATES[state].type === 'open');
});
