/** The table of a topic's life, and that an open topic always has an owner, a next date and a legal way out. */
import fc from 'fast-check';
import { planTopic } from '../../../../../cloudfunctions/congress/presidium/rules/plan-topic';
import { isMajority, faultOfMeeting } from '../../../../../cloudfunctions/congress/presidium/rules/meeting';
import type { TopicDocument } from '../../../../../cloudfunctions/congress/presidium/rules/presidium-document';
import { TOPIC_LIFE, TOPIC_TABLE } from '../../../../../cloudfunctions/congress/presidium/rules/topic-life';
import { legalActs } from '../../../../../cloudfunctions/shared/life/rules/table';
import { addDays } from '../../../../../cloudfunctions/shared/china-time';
import { TOPIC_STATES } from '../../../../../miniprogram/contract/congress/presidium-labels';
import type { TopicAct, TopicState, TopicStep } from '../../../../../miniprogram/contract/congress/presidium';
import { faultsOf } from '../../../../support/life-table';

const STATES = Object.keys(TOPIC_STATES) as TopicState[];
const over = STATES.filter((state) => TOPIC_STATES[state].type === 'closed');

it('has no state that is never reached or never left, no row that is nobody’s, no end with a date', () => {
  expect(faultsOf(TOPIC_TABLE, { states: STATES, birth: 'planned', over, planned: {} })).toEqual([]);
});

const mark = { k: 'k', by: 'a', h: 'h' };
const born = (today: string): TopicDocument => ({
  _id: 'bh~0123456789abcdef',
  township: 'bh',
  rev: 1,
  kind: 'topic',
  list: 'topics.2026',
  seq: '',
  born: mark,
  title: '议题',
  form: 'research',
  on: addDays(today, 30),
  state: 'planned',
  owner: 'office',
  due: addDays(today, 30),
  steps: [],
  acts: [],
});
const CALLERS = [
  { account: 's', role: 'staff' as const },
  { account: 'c', role: 'chief' as const, person: 'p1' },
  { account: 'u', role: 'unit' as const, unit: 'u1' },
  { account: 'v', role: 'unit' as const, unit: 'u2' },
];

function stepOf(act: TopicAct, today: string, n: number): TopicStep {
  const later = addDays(today, 1 + (n % 90));
  switch (act) {
    case 'edit':
      return { act, title: '改了', form: 'report', on: later };
    case 'hold':
      return { act, date: today, words: '看过' };
    case 'handOn':
      return { act, number: '1号', words: '要改', unit: n % 2 ? 'u1' : 'u2', replyBy: later };
    case 'reportBack':
      return { act, number: '2号', words: '改了' };
    case 'again':
      return { act, words: '再改', replyBy: later };
    case 'accept':
    case 'drop':
      return { act, words: '好' };
  }
}

it('always has an owner, a next date and a legal way out, whoever acts in whatever order', () => {
  let steps = 0;
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 12 }), (choices) => {
      let today = '2026-02-27';
      let topic = born(today);
      for (const n of choices) {
        today = addDays(today, n % 40);
        const acts = legalActs(TOPIC_LIFE, topic, CALLERS, today);
        const act = acts[n % Math.max(1, acts.length)];
        if (!act) break;
        const units = [{ id: 'u1' }, { id: 'u2' }];
        const plan = planTopic(stepOf(act, today, n), topic, {
          today,
          units,
          after: () => addDays(today, 14),
        });
        if ('refused' in plan) throw new Error(`${act} was refused: ${plan.refused}`);
        steps++;
        topic = { ...topic, ...plan.set };
        if (over.includes(topic.state)) {
          expect(topic.owner).toBe('nobody');
          break;
        }
        expect(topic.owner).not.toBe('nobody');
        expect(topic.due >= today || act === 'edit').toBe(true);
        if (topic.owner === 'unit') expect(topic.unit).toBeDefined();
        const able = legalActs(TOPIC_LIFE, topic, CALLERS, today).filter((one) => one !== 'edit');
        expect(able).not.toEqual([]);
        // Another unit than the one that has it can do nothing.
        const others = CALLERS.filter(({ unit }) => unit !== undefined && unit !== topic.unit);
        expect(legalActs(TOPIC_LIFE, topic, others, today)).toEqual([]);
      }
    }),
    { numRuns: process.env['PROOF'] ? 10_000 : 200 },
  );
  expect(steps).toBeGreaterThan(100);
});

it('needs more than half of the members, and more than half of all of them for a decision', () => {
  expect([5, 6].map((n) => isMajority(n, 11))).toEqual([false, true]);
  expect([5, 6].map((n) => isMajority(n, 10))).toEqual([false, true]);
  const due = ['a', 'b', 'c', 'd'];
  expect(faultOfMeeting(due, ['a', 'b'], [])).toBe('persons');
  expect(faultOfMeeting(due, ['a', 'b', 'b'], [])).toBe('persons');
  expect(faultOfMeeting(due, ['a', 'b', 'x'], [])).toBe('persons');
  expect(faultOfMeeting(due, ['a', 'b', 'c'], [])).toBeUndefined();
  const item = { title: '某', for: 3, against: 1, abstain: 0 };
  expect(faultOfMeeting(due, ['a', 'b', 'c'], [item])).toBe('items');
});
