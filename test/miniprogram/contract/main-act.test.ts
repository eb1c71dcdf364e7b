/** One right main act for role and state; the cases that people tripped over. */
import { STATES } from '../../../miniprogram/contract/labels';
import { ACTS } from '../../../miniprogram/contract/request-acts';
import type { RequestView } from '../../../miniprogram/contract/request';
import type { RequestAct, RequestState } from '../../../miniprogram/contract/request-life';
import { headingOf, mainActOf } from '../../../miniprogram/contract/request-main-act';
import { LIFE_CYCLE } from '../../../cloudfunctions/request/life/rules/life-cycle';

type Case = [RequestView['reader'], RequestState, boolean, RequestAct[], RequestAct | undefined];

const CASES: Case[] = [
  ['office', 'accepted', true, ['urge', 'note', 'extend'], 'urge'],
  ['office', 'assigned', false, ['urge', 'note'], undefined],
  ['office', 'assigned', false, ['urge', 'grantExtension'], 'grantExtension'],
  ['office', 'proposed', true, ['urge', 'assign', 'keep'], 'assign'],
  ['office', 'submitted', true, ['urge', 'keep', 'reassign'], 'urge'],
  ['office', 'disputed', false, ['rule', 'note'], 'rule'],
  ['overseer', 'accepted', true, ['urge', 'supervise'], 'urge'],
  ['unit', 'assigned', true, ['accept', 'reply', 'askExtension', 'return'], 'reply'],
  ['unit', 'accepted', false, ['askExtension', 'reply'], 'reply'],
  ['owner', 'submitted', false, ['take', 'recuse'], 'take'],
  // What is late with the office itself is done, not urged, by whichever of two acts there is.
  ['office', 'confirming', true, ['urge', 'solved'], 'solved'],
  ['office', 'confirming', true, ['urge', 'note'], 'urge'],
  ['overseer', 'escalated', true, ['urge', 'settle'], 'settle'],
  // Nobody else urges, and whoever asked has no act that stands first.
  ['owner', 'accepted', true, ['urge', 'note'], undefined],
  ['asker', 'confirming', false, ['solved', 'notSolved'], undefined],
];

test.each(CASES)('%s, %s, late %s, may %j: %s', (reader, state, late, acts, wanted) => {
  expect(mainActOf({ reader, state, late, acts })).toBe(wanted);
});

test('whatever is the main act is legal in that state by the life cycle', () => {
  const readers: RequestView['reader'][] = ['office', 'overseer', 'owner', 'leader', 'unit'];
  const acts = Object.keys(ACTS) as RequestAct[];
  for (const state of Object.keys(STATES) as RequestState[]) {
    for (const reader of readers) {
      const legal = acts.filter((act) => LIFE_CYCLE[act].from.includes(state));
      const all = mainActOf({ reader, state, late: false, acts });
      if (all !== undefined)
        expect([state, reader, legal]).toEqual([state, reader, expect.arrayContaining([all])]);
    }
  }
});

test('asking for more time and giving it back are never first, and stand under a heading', () => {
  expect(['askExtension', 'urge', 'dispatch'].map((act) => headingOf(act as RequestAct))).toEqual([
    '督办',
    '督办',
    '督办',
  ]);
  expect([headingOf('return'), headingOf('note')]).toEqual(['转办', '记录']);
});
