import type { ActivityInput, ActivityView } from '../../../miniprogram/contract/duty';
import { CHIEF, DEPUTY, LEADER, newKey, openDuty, OTHER, STAFF, type Duty } from './support';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);

let duty: Duty;
beforeEach(async () => {
  duty = await openDuty();
});

const visit = (changes: Partial<ActivityInput> = {}): ActivityInput => ({
  kind: 'household-visit',
  date: '2026-11-20',
  village: 'v4',
  household: { name: '周大山' },
  people: 3,
  words: '想修门前的路',
  ...changes,
});

describe('a household visit, from the phone to the ledger and back', () => {
  it('is one row, one household, one visit, under the deputy who was there', async () => {
    await duty.note(DEPUTY, visit());
    await duty.relay();
    expect(await duty.count('visited')).toEqual({ n: 1, rows: 1, unknown: 0, entered: 0 });
    expect(await duty.count('visits')).toMatchObject({ n: 1 });
    expect(await duty.rows('visited')).toMatchObject([
      { kind: 'household-visit', date: '2026-11-20', persons: ['p5'], village: 'v4', level: 'town' },
    ]);
  });

  it('keeps no name and no word in the ledger, and none readable in the activity', async () => {
    await duty.note(DEPUTY, visit());
    await duty.relay();
    const stored = JSON.stringify([duty.facts(), duty.cloud.documents('activities')]);
    expect(stored).not.toContain('周大山');
    expect(stored).not.toContain('门前');
  });

  it('costs admit and one write while the directory is known', async () => {
    await duty.note(DEPUTY, visit());
    const answer = await duty.act(DEPUTY, 'note', { activity: visit() });
    expect(answer).toMatchObject({ ok: true, cost: { calls: 2 } });
  });

  it('twice in one household is one 户 and two 户次; the name written otherwise is the same one', async () => {
    await duty.note(DEPUTY, visit());
    await duty.note(OTHER, visit({ date: '2026-06-03', household: { name: ' 周 大山' } }));
    await duty.note(OTHER, visit({ household: { name: '李四' } }));
    await duty.relay();
    expect(await duty.count('visited')).toMatchObject({ n: 2, rows: 3 });
    expect(await duty.count('visits')).toMatchObject({ n: 3 });
  });

  it('without the household is told apart as unknown', async () => {
    const { household: _nobody, ...rest } = visit();
    await duty.note(DEPUTY, rest);
    await duty.relay();
    expect(await duty.count('visited')).toEqual({ n: 0, rows: 1, unknown: 1, entered: 0 });
  });

  it('is taken along when it is corrected, and when it is withdrawn', async () => {
    const { activity, edition } = await duty.note(DEPUTY, visit());
    await duty.relay();
    const to = visit({ date: '2026-11-18', village: 'v1' });
    expect(await duty.act(DEPUTY, 'correct', { activity, edition, to })).toMatchObject({
      ok: true,
      data: { edition: 2 },
    });
    await duty.relay();
    expect(await duty.rows('visited')).toMatchObject([{ date: '2026-11-18', village: 'v1' }]);
    expect(await duty.count('visited', { dimension: 'village', value: 'v4' })).toMatchObject({ rows: 0 });
    expect(await duty.act(DEPUTY, 'withdraw', { activity, reason: '记错了' })).toMatchObject({ ok: true });
    await duty.relay();
    expect(duty.facts()).toHaveLength(0);
  });

  it('stays the same household when a form that never shows its phone sends it back', async () => {
    const before = { name: '周大山', phone: '13800002222' };
    const { activity, edition } = await duty.note(DEPUTY, visit({ household: before }));
    await duty.relay();
    const [first] = duty.facts();
    const to = visit({ people: 5, persons: ['p8'] });
    expect(await duty.act(STAFF, 'correct', { activity, edition, to })).toMatchObject({ ok: true });
    await duty.relay();
    const [after] = duty.facts();
    expect(after).toMatchObject({ household: first?.household, persons: ['p8'] });
    expect(
      await duty.act(STAFF, 'correct', { activity, edition: 2, to: visit({ household: { name: '李四' } }) }),
    ).toMatchObject({ ok: true });
    await duty.relay();
    expect(duty.facts()[0]?.household).not.toBe(first?.household);
  });

  it('on an edition that is no more is refused, and on one that was withdrawn', async () => {
    const { activity } = await duty.note(DEPUTY, visit());
    const to = visit({ people: 4 });
    expect(await duty.act(DEPUTY, 'correct', { activity, edition: 1, to })).toMatchObject({ ok: true });
    expect(await duty.act(DEPUTY, 'correct', { activity, edition: 1, to })).toMatchObject({
      code: 'activity-changed',
      details: { edition: 2 },
    });
    await duty.act(DEPUTY, 'withdraw', { activity, reason: '记错了' });
    expect(await duty.act(DEPUTY, 'correct', { activity, edition: 3, to })).toMatchObject({
      code: 'wrong-state',
    });
    expect(await duty.act(DEPUTY, 'withdraw', { activity, reason: '再来' })).toMatchObject({
      code: 'wrong-state',
    });
  });

  it('sent again under its key is the same; under the key another body is refused', async () => {
    const key = newKey();
    const first = await duty.note(DEPUTY, visit(), key);
    expect(await duty.note(DEPUTY, visit(), key)).toEqual(first);
    expect(await duty.act(DEPUTY, 'note', { activity: visit({ people: 9 }) }, key)).toMatchObject({
      code: 'key-reused',
    });
    expect(duty.cloud.documents('activities')).toHaveLength(1);
  });
});

describe('what is recorded', () => {
  it.each([
    ['a day that is to come', visit({ date: '2026-11-24' }), 'activity.date'],
    ['a village that is not there', visit({ village: 'v99' }), 'activity.village'],
    ['a field of another kind', visit({ result: '办好了' }), 'activity.result'],
    ['nothing of what its kind needs', { kind: 'help', date: '2026-11-20' } as const, 'activity.title'],
  ])('is refused with %s', async (_what, activity, field) => {
    expect(await duty.act(DEPUTY, 'note', { activity })).toMatchObject({
      code: 'bad-input',
      details: { field },
    });
  });

  it.each([
    ['an inspection', { kind: 'inspection', date: '2026-11-20', title: '视察' } as const],
    ['somebody else', visit({ persons: ['p8'] })],
    ['another group', visit({ group: 'g1' })],
    ['paper', visit({ entered: true })],
  ])('by a deputy is not %s', async (_what, activity) => {
    expect(await duty.act(DEPUTY, 'note', { activity })).toMatchObject({ code: 'not-allowed' });
  });

  it('by the office is marked as entered from paper wherever it is counted', async () => {
    await duty.note(STAFF, visit({ entered: true, persons: ['p5'], date: '2020-01-01' }));
    await duty.note(STAFF, visit({ entered: true, persons: ['p5'] }));
    await duty.relay();
    expect(await duty.count('visited')).toMatchObject({ n: 1, entered: 1 });
  });

  it('is seen by whoever did it, the leader and the office, by nobody else', async () => {
    const { activity } = await duty.note(DEPUTY, visit());
    for (const openid of [DEPUTY, LEADER, STAFF])
      expect(await duty.ask(openid, 'activity', { activity })).toMatchObject({ ok: true });
    expect(await duty.ask(OTHER, 'activity', { activity })).toMatchObject({ code: 'not-found' });
    const seen = (await duty.ask(LEADER, 'activity', { activity })).data as ActivityView;
    expect(seen.household).toBeUndefined();
    expect(((await duty.ask(DEPUTY, 'activity', { activity })).data as ActivityView).household).toEqual({
      name: '周大山',
    });
  });
});

describe('a study of the group', () => {
  const study: ActivityInput = {
    kind: 'study',
    date: '2026-11-25',
    title: '学习代表法',
    group: 'g3',
    planned: true,
    persons: ['p5', 'p6', 'p49'],
  };
  const plan = () => duty.note(LEADER, study);

  it('is planned, answered, left with a reason, decided, held; only who was there counts', async () => {
    const { activity } = await plan();
    await duty.relay();
    expect(duty.facts()).toHaveLength(0);
    expect(await duty.act(DEPUTY, 'answerInvitation', { activity, answer: 'leave' })).toMatchObject({
      code: 'bad-input',
    });
    const asked = { activity, answer: 'leave', words: '家里有事' };
    expect(await duty.act(DEPUTY, 'answerInvitation', asked)).toMatchObject({
      ok: true,
      cost: { calls: 2 },
      data: { answer: 'leave-asked' },
    });
    expect(await duty.act(OTHER, 'answerInvitation', { activity, answer: 'coming' })).toMatchObject({
      code: 'not-found',
    });
    expect(await duty.act(LEADER, 'decideLeave', { activity, person: 'p5', grant: true })).toMatchObject({
      data: { answer: 'on-leave' },
    });
    expect(await duty.act(LEADER, 'attend', { activity, persons: ['p6'] })).toMatchObject({
      code: 'not-today',
    });
    duty.cloud.clock.set(Date.parse('2026-11-25T17:00:00+08:00'));
    expect(await duty.act(LEADER, 'attend', { activity, persons: ['p6', 'p49'] })).toMatchObject({
      ok: true,
      data: { state: 'held' },
    });
    await duty.relay();
    expect(await duty.rows('studies')).toMatchObject([{ persons: ['p6', 'p49'], group: 'g3' }]);
    expect(await duty.count('all', { dimension: 'person', value: 'p5' })).toMatchObject({ rows: 0 });
  });

  it('stands in the grid as planned, missed once its day is over, held once it is noted', async () => {
    const { activity } = await plan();
    const cells = async () =>
      ((await duty.ask(LEADER, 'studyGrid', { year: 2026 })).data as { cells: object[] }).cells;
    expect(await cells()).toEqual([{ group: 'g3', month: '2026-11', held: 0, planned: 1, missed: 0 }]);
    duty.cloud.clock.set(Date.parse('2026-11-26T00:00:00+08:00'));
    expect(await cells()).toMatchObject([{ planned: 0, missed: 1 }]);
    await duty.act(LEADER, 'attend', { activity, persons: ['p6'] });
    expect(await cells()).toMatchObject([{ held: 1, missed: 0 }]);
  });
});

describe('an inspection', () => {
  it('hands an opinion to a unit, whose clerk answers once', async () => {
    const { activity } = await duty.note(STAFF, {
      kind: 'inspection',
      date: '2026-11-11',
      title: '视察村组道路',
      persons: ['p5', 'p6'],
      sites: [{ name: '橄榄园', quality: '好', progress: '过半', suggestion: '加快灌溉' }],
    });
    const opinion = { activity, site: '橄榄园', words: '年底前把水引到地头', unit: 'u1', due: '2026-12-31' };
    expect(await duty.act(DEPUTY, 'transferOpinion', opinion)).toMatchObject({ code: 'not-allowed' });
    const given = await duty.act(STAFF, 'transferOpinion', opinion);
    expect(given).toMatchObject({ ok: true });
    const { opinions } = (await duty.ask('bh-unit', 'listOpinions')).data as { opinions: object[] };
    expect(opinions).toMatchObject([
      { words: '年底前把水引到地头', state: 'transferred', title: '视察村组道路' },
    ]);
    const answer = {
      activity,
      opinion: (given.data as { opinion: string }).opinion,
      step: { act: 'answer', words: '已列入计划' },
    };
    expect(await duty.act('bh-unit', 'actOnOpinion', answer)).toMatchObject({ ok: true });
    expect(await duty.act('bh-unit', 'actOnOpinion', answer)).toMatchObject({ code: 'wrong-state' });
    const seen = (await duty.ask(DEPUTY, 'activity', { activity })).data as ActivityView;
    expect(seen.opinions).toMatchObject([{ state: 'answered', answer: '已列入计划' }]);
  });
});

describe('the duty record', () => {
  it('shows the own rows by heading; a doubted row waits for the office, which answers once', async () => {
    await duty.note(DEPUTY, visit());
    await duty.relay();
    const { rows } = (await duty.ask(DEPUTY, 'record', { year: 2026 })).data as {
      rows: { fact: string; heading: string }[];
    };
    expect(rows).toMatchObject([{ kind: 'household-visit', heading: 'contact' }]);
    const fact = rows[0]?.fact;
    expect(await duty.act(OTHER, 'dispute', { fact, words: '不是我' })).toMatchObject({ code: 'not-found' });
    const made = await duty.act(DEPUTY, 'dispute', { fact, words: '那天我没去' });
    expect(made).toMatchObject({ ok: true });
    expect(await duty.act(DEPUTY, 'dispute', { fact, words: '再说一次' })).toMatchObject({
      code: 'step-used',
    });
    const listed = (await duty.ask(STAFF, 'listDisputes')).data as { disputes: { dispute: string }[] };
    expect(listed.disputes).toMatchObject([{ words: '那天我没去', person: 'p5' }]);
    const answer = { dispute: listed.disputes[0]?.dispute, corrected: false, words: '签到册上有您' };
    expect(await duty.act(STAFF, 'answerDispute', answer)).toMatchObject({ data: { state: 'kept' } });
    expect(await duty.act(STAFF, 'answerDispute', answer)).toMatchObject({ code: 'step-used' });
    const after = (await duty.ask(DEPUTY, 'record', { year: 2026 })).data as { disputes: object[] };
    expect(after.disputes).toMatchObject([{ state: 'kept', answer: '签到册上有您' }]);
  });

  it('of somebody else is read by the leader and the office, by nobody else', async () => {
    for (const openid of [LEADER, STAFF])
      expect(await duty.ask(openid, 'record', { year: 2026, person: 'p5' })).toMatchObject({ ok: true });
    expect(await duty.ask(OTHER, 'record', { year: 2026, person: 'p5' })).toMatchObject({
      code: 'not-allowed',
    });
  });

  it('in public names no household, no village of one, and no number', async () => {
    await duty.note(DEPUTY, visit());
    await duty.note(DEPUTY, visit({ household: { name: '李四' } }));
    await duty.note(DEPUTY, { kind: 'tied-help', date: '2026-11-19', words: '送了鸡苗' });
    await duty.relay();
    const { data } = await duty.ask('a-villager', 'publicFacts', { person: 'p5' });
    expect(data).toEqual({ facts: [{ kind: 'household-visit', date: '2026-11-20' }] });
  });

  it('lets the chair alone see who needs a call, by name alone', async () => {
    await duty.note(DEPUTY, visit());
    await duty.relay();
    expect(await duty.ask(STAFF, 'quietDeputies', { months: 3 })).toMatchObject({ code: 'not-allowed' });
    const { persons } = (await duty.ask(CHIEF, 'quietDeputies', { months: 3 })).data as {
      persons: { person: string }[];
    };
    expect(persons.map(({ person }) => person)).not.toContain('p5');
    expect(persons.map(({ person }) => person)).toContain('p8');
  });
});
