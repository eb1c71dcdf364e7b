/** What each step makes of a topic of supervision. */
import { planTopic } from '../../../../../cloudfunctions/congress/presidium/rules/plan-topic';
import type { TopicDocument } from '../../../../../cloudfunctions/congress/presidium/rules/presidium-document';
import { rolesOf, TOPIC_TABLE } from '../../../../../cloudfunctions/congress/presidium/rules/topic-life';
import type { TopicStep } from '../../../../../miniprogram/contract/congress/presidium';

const TODAY = '2026-11-23';
const DECIDE = '2026-12-07';
const topic = (more: Partial<TopicDocument> = {}): TopicDocument =>
  ({
    _id: 'bh~1',
    kind: 'topic',
    list: 'topics.2026',
    title: '水渠',
    form: 'research',
    on: '2026-12-20',
    state: 'planned',
    owner: 'office',
    due: '2026-12-20',
    ...more,
  }) as TopicDocument;
const plan = (step: TopicStep, before = topic()) =>
  planTopic(step, before, { today: TODAY, units: [{ id: 'u1' }, { id: 'u2' }], after: () => DECIDE });
const wrong = (field: string) => ({ refused: 'bad-input', details: { field: `step.${field}` } });

it('another day may be of another year’s list, and is when it is due', () => {
  expect(plan({ act: 'edit', title: '路', form: 'report', on: '2027-01-05' })).toEqual({
    set: {
      title: '路',
      form: 'report',
      on: '2027-01-05',
      list: 'topics.2027',
      due: '2027-01-05',
      state: 'planned',
      owner: 'office',
    },
  });
});

it('is held today or before, not tomorrow; the office then has its days', () => {
  expect(plan({ act: 'hold', date: '2026-11-24', words: '看过' })).toEqual(wrong('date'));
  expect(plan({ act: 'hold', date: TODAY, words: '看过' })).toEqual({
    set: { heldOn: TODAY, state: 'held', owner: 'office', due: DECIDE },
    words: '看过',
  });
});

it('is handed to a unit of the township, which has at least a day', () => {
  const step = { act: 'handOn', number: '1号', words: '要改', unit: 'u2', replyBy: '2026-11-24' } as const;
  const held = topic({ state: 'held' });
  expect(plan({ ...step, unit: 'u9' }, held)).toEqual(wrong('unit'));
  expect(plan({ ...step, replyBy: TODAY }, held)).toEqual(wrong('replyBy'));
  expect(plan(step, held)).toEqual({
    set: {
      opinion: { number: '1号', words: '要改', replyBy: '2026-11-24' },
      unit: 'u2',
      state: 'handed',
      owner: 'unit',
      due: '2026-11-24',
    },
    words: '1号',
  });
});

it('what the unit reports back goes to the presidium', () => {
  expect(plan({ act: 'reportBack', number: '2号', words: '改了' }, topic({ state: 'handed' }))).toEqual({
    set: {
      report: { number: '2号', words: '改了', on: TODAY },
      state: 'reported',
      owner: 'presidium',
      due: DECIDE,
    },
    words: '2号',
  });
});

it('once more only what was handed on, with a new day', () => {
  const opinion = { number: '1号', words: '要改', replyBy: TODAY };
  const reported = topic({ state: 'reported', opinion } as never);
  const step = { act: 'again', words: '再改', replyBy: '2026-11-24' } as const;
  expect(plan({ ...step, replyBy: TODAY }, reported)).toEqual(wrong('replyBy'));
  expect(plan(step, topic({ state: 'reported' }))).toEqual(wrong('replyBy'));
  expect(plan(step, reported)).toEqual({
    set: {
      opinion: { ...opinion, replyBy: '2026-11-24' },
      due: '2026-11-24',
      state: 'handed',
      owner: 'unit',
    },
    words: '再改',
  });
});

it.each(['accept', 'drop'] as const)('%s: nobody’s any more, with the words that were said', (act) => {
  expect(plan({ act, words: '好' })).toMatchObject({ set: { owner: 'nobody' }, words: '好' });
});

it('each step has an event of its own, is read by those whom it concerns and is somebody’s', () => {
  const rows = Object.entries(TOPIC_TABLE);
  expect(rows.map(([act, { event, reads }]) => [act, event, reads])).toEqual(
    [
      ['edit', 'topic-edited'],
      ['hold', 'topic-held'],
      ['handOn', 'topic-handed'],
      ['reportBack', 'topic-reported'],
      ['accept', 'topic-accepted'],
      ['again', 'topic-again'],
      ['drop', 'topic-dropped'],
    ].map((row) => [...row, true]),
  );
  expect(rolesOf('accept')).toEqual(['chief']);
  expect(rolesOf('reportBack')).toEqual(expect.arrayContaining(['unit', 'staff', 'chief']));
  expect(new Set(rolesOf('reportBack')).size).toBe(rolesOf('reportBack').length);
});

it('a planned one may be dropped, and one that was held', () => {
  expect(TOPIC_TABLE.drop.from).toEqual(['planned', 'held']);
});
