/** Acts on activities: what each leaves for the audit and the relay, what is refused and why, and how the lists are read. */
import type { ActivityCard, ActivityInput, ActivityView } from '../../../miniprogram/contract/duty';
import { DUTY_LIMITS } from '../../../miniprogram/contract/duty';
import { LIMITS } from '../../../miniprogram/contract/limits';
import { accountOf, decryptField } from '../../../cloudfunctions/shared/cipher';
import { toldActs } from '../told-acts';
import { CHIEF, DEPUTY, LEADER, newKey, openDuty, OTHER, STAFF, type Duty } from './support';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);

let duty: Duty;
beforeEach(async () => {
  duty = await openDuty();
});

const NONE = `bh~${'0'.repeat(16)}`;
const study: ActivityInput = {
  kind: 'study',
  date: '2026-11-25',
  title: '学习代表法',
  group: 'g3',
  planned: true,
  persons: ['p5', 'p6', 'p49'],
};
const inspection: ActivityInput = {
  kind: 'inspection',
  date: '2026-11-11',
  title: '视察村道',
  words: '群众盼着通车',
  persons: ['p5', 'p6'],
};
const plan = async () => (await duty.note(LEADER, study)).activity;
const isOver = () => {
  duty.cloud.clock.set(Date.parse('2026-11-25T17:00:00+08:00'));
};
const look = async (openid: string, activity: string) =>
  (await duty.ask(openid, 'activity', { activity })).data as ActivityView;

it('of a study leaves each answer, each decision, who was there, and why it was withdrawn', async () => {
  const activity = await plan();
  const leave = (openid: string) =>
    duty.act(openid, 'answerInvitation', { activity, answer: 'leave', words: '家里有事' });
  await leave(DEPUTY);
  await duty.act(LEADER, 'decideLeave', { activity, person: 'p5', grant: false });
  const coming = { activity, answer: 'coming' };
  expect(await duty.act(DEPUTY, 'answerInvitation', coming)).toMatchObject({ data: { answer: 'coming' } });
  await leave(DEPUTY);
  await duty.act(LEADER, 'decideLeave', { activity, person: 'p5', grant: true });
  isOver();
  expect(
    await duty.act(LEADER, 'attend', { activity, persons: ['p6', 'p8'], words: '学了三章' }),
  ).toMatchObject({ data: { activity, edition: 7, state: 'held' } });
  const { date, title = '' } = study;
  const to: ActivityInput = { kind: 'study', date, title, group: 'g3', words: '学了四章' };
  expect(await duty.act(LEADER, 'correct', { activity, edition: 7, to })).toMatchObject({
    data: { activity, edition: 8, state: 'held' },
  });
  expect(await duty.act(LEADER, 'attend', { activity, persons: ['p6', 'p8'] })).toMatchObject({ ok: true });
  expect(await look(LEADER, activity)).toMatchObject({ words: '学了四章', persons: ['p6', 'p8'] });
  expect(await duty.act(LEADER, 'withdraw', { activity, reason: '记重了' })).toMatchObject({
    data: { activity, edition: 10, state: 'withdrawn' },
  });
  const acts = [
    ['p6', 'note', 'activity-planned', { kind: 'study' }, 'planned'],
    ['p5', 'leave', 'leave-asked', { person: 'p5' }],
    ['p6', 'refuse-leave', 'leave-decided', { person: 'p5' }],
    ['p5', 'coming', 'invitation-accepted', { person: 'p5' }],
    ['p5', 'leave', 'leave-asked', { person: 'p5' }],
    ['p6', 'grant-leave', 'leave-decided', { person: 'p5' }],
    ['p6', 'attend', 'activity-held', {}],
    ['p6', 'correct', 'activity-corrected', {}],
    ['p6', 'attend', 'activity-held', {}],
    ['p6', 'withdraw', 'activity-withdrawn', {}],
  ] as const;
  expect(toldActs(duty.cloud, 'activities')).toEqual(
    acts.map(([by, act, event, about, to_ = '']) => {
      const row = { document: activity, of: activity, by, act, from: '', to: to_, event };
      return { ...row, about: { activity, by, ...about } };
    }),
  );
  const [stored] = duty.cloud.documents<{ history: { act: string; words?: string }[] }>('activities');
  const said = stored?.history.map(({ words }) => words && decryptField(words));
  expect(said?.filter(Boolean)).toEqual(['记重了']);
});

it('is seen as it was typed, with who is invited and what each answered', async () => {
  const activity = await plan();
  await duty.act(DEPUTY, 'answerInvitation', { activity, answer: 'leave', words: '家里有事' });
  const view = await look(LEADER, activity);
  const { planned: _planned, persons: _persons, ...typed } = study;
  expect(view).toMatchObject({
    activity,
    ...typed,
    state: 'planned',
    persons: ['p5', 'p6', 'p49'],
    edition: 2,
  });
  expect(view.invited).toEqual([
    { person: 'p5', answer: 'leave-asked', words: '家里有事' },
    { person: 'p6', answer: 'invited' },
    { person: 'p49', answer: 'invited' },
  ]);
});

it('keeps each field of its kind, in what is read and in what is counted', async () => {
  const own: ActivityInput = {
    kind: 'help',
    date: '2026-11-12',
    title: '接通自来水',
    village: 'v4',
    category: 'road',
    result: '已通水',
    tag: '为民办实事',
  };
  const found: ActivityInput = { ...inspection, topicFrom: 'people', tag: '道路' };
  for (const [openid, typed] of [
    [DEPUTY, own],
    [STAFF, found],
  ] as const) {
    const { activity } = await duty.note(openid, typed);
    expect(await look(openid, activity)).toMatchObject({ activity, ...typed, state: 'held' });
    const { persons, tag, category } = { persons: ['p5'], ...typed };
    await duty.relay();
    expect(duty.facts().find(({ kind }) => kind === typed.kind)).toMatchObject({
      persons,
      ...(tag !== undefined && { tag }),
      ...(category !== undefined && { category }),
    });
  }
  // One of another group beside a member of this one: of no group, of the level of both.
  const { activity } = await duty.note(STAFF, { ...inspection, persons: ['p5', 'p8'] });
  expect(await look(STAFF, activity)).not.toHaveProperty('group');
  const stored = duty.cloud.documents<{ _id: string; level?: string }>('activities');
  expect(stored.find(({ _id }) => _id === activity)?.level).toBe('town');
});

it('corrected while it is planned keeps what was answered, invites who is new, and nobody who is left out', async () => {
  const activity = await plan();
  await duty.act(DEPUTY, 'answerInvitation', { activity, answer: 'coming' });
  const to = { ...study, persons: ['p5', 'p49', 'p8'], title: '学习监督法' };
  expect(await duty.act(STAFF, 'correct', { activity, edition: 2, to })).toMatchObject({
    data: { edition: 3, state: 'planned' },
  });
  const { invited, title } = await look(STAFF, activity);
  expect([title, invited]).toEqual([
    '学习监督法',
    [
      { person: 'p5', answer: 'coming' },
      { person: 'p49', answer: 'invited' },
      { person: 'p8', answer: 'invited' },
    ],
  ]);
});

it('is refused where it names nothing that is there, is not the caller’s, or comes too late', async () => {
  const activity = await plan();
  const visited = (await duty.note(DEPUTY, { kind: 'help', date: '2026-11-12', title: '接水' })).activity;
  const refused = async (rows: readonly (readonly [string, string, object, object])[]) => {
    for (const [openid, action, input, wanted] of rows) {
      const { code, details } = await duty.act(openid, action, input);
      expect([openid, action, input, { code, ...(details as object) }]).toEqual([
        openid,
        action,
        input,
        wanted,
      ]);
    }
  };
  const lost = { code: 'not-found' };
  const to = { kind: 'help', date: '2026-11-12', title: '接水' };
  await refused([
    [DEPUTY, 'answerInvitation', { activity: NONE, answer: 'coming' }, lost],
    [OTHER, 'answerInvitation', { activity, answer: 'coming' }, lost],
    [DEPUTY, 'answerInvitation', { activity, answer: 'leave' }, { code: 'bad-input', field: 'words' }],
    [LEADER, 'decideLeave', { activity: NONE, person: 'p5', grant: true }, lost],
    [LEADER, 'decideLeave', { activity, person: 'p8', grant: true }, lost],
    [
      LEADER,
      'decideLeave',
      { activity, person: 'p5', grant: true },
      { code: 'wrong-state', state: 'invited' },
    ],
    [LEADER, 'attend', { activity: NONE, persons: ['p5'] }, lost],
    [LEADER, 'attend', { activity, persons: ['p999'] }, { code: 'bad-input', field: 'persons' }],
    [DEPUTY, 'correct', { activity: NONE, edition: 1, to }, lost],
    [OTHER, 'correct', { activity: visited, edition: 1, to }, lost],
    [OTHER, 'withdraw', { activity: visited, reason: '某' }, lost],
    [STAFF, 'withdraw', { activity: NONE, reason: '某' }, lost],
    [DEPUTY, 'consentToStory', { activity: NONE, consent: true }, lost],
    [OTHER, 'consentToStory', { activity: visited, consent: true }, lost],
    [DEPUTY, 'correct', { activity: visited, edition: 9, to }, { code: 'activity-changed', edition: 1 }],
    [STAFF, 'withdraw', { activity: visited, reason: '某' }, { code: undefined }],
    [STAFF, 'withdraw', { activity: visited, reason: '某' }, { code: 'wrong-state', state: 'withdrawn' }],
    [DEPUTY, 'correct', { activity: visited, edition: 2, to }, { code: 'wrong-state', state: 'withdrawn' }],
    [STAFF, 'attend', { activity: visited, persons: ['p5'] }, { code: 'wrong-state', state: 'withdrawn' }],
  ]);
  isOver();
  await duty.act(LEADER, 'attend', { activity, persons: ['p6'] });
  await refused([
    [DEPUTY, 'answerInvitation', { activity, answer: 'coming' }, { code: 'wrong-state', state: 'held' }],
    [
      LEADER,
      'decideLeave',
      { activity, person: 'p5', grant: true },
      { code: 'wrong-state', state: 'invited' },
    ],
  ]);
});

it('under its key is one act, answered as before; another body is refused', async () => {
  const activity = await plan();
  const helped = (await duty.note(DEPUTY, { kind: 'help', date: '2026-11-12', title: '接水' })).activity;
  isOver();
  const to = { kind: 'help', date: '2026-11-13', title: '接水' };
  const acts = [
    [DEPUTY, 'answerInvitation', { activity, answer: 'coming' }, { answer: 'leave', words: '某' }],
    [LEADER, 'attend', { activity, persons: ['p5'] }, { persons: ['p6'] }],
    [DEPUTY, 'correct', { activity: helped, edition: 1, to }, { edition: 2 }],
    [DEPUTY, 'consentToStory', { activity: helped, consent: true }, { consent: false }],
    [DEPUTY, 'withdraw', { activity: helped, reason: '某' }, { reason: '别的' }],
  ] as const;
  for (const [openid, action, input, other] of acts) {
    const key = newKey();
    const first = await duty.act(openid, action, input, key);
    expect([action, first.code]).toEqual([action, undefined]);
    const told = toldActs(duty.cloud, 'activities').length;
    expect([action, await duty.act(openid, action, input, key)]).toMatchObject([
      action,
      { data: first.data },
    ]);
    expect(await duty.act(openid, action, { ...input, ...other }, key)).toMatchObject({ code: 'key-reused' });
    expect(toldActs(duty.cloud, 'activities')).toHaveLength(told);
  }
});

describe('what one deputy did alone', () => {
  it('is told with that deputy’s leave, and no more once it is taken back', async () => {
    const { activity } = await duty.note(DEPUTY, { kind: 'help', date: '2026-11-12', title: '接水' });
    const consent = (agrees: boolean) => duty.act(DEPUTY, 'consentToStory', { activity, consent: agrees });
    const story = () => duty.cloud.documents<{ story?: string }>('activities')[0]?.story;
    expect(await consent(true)).toMatchObject({ data: { consent: true } });
    expect(story()).toBe('p5');
    expect(await consent(false)).toMatchObject({ data: { consent: false } });
    expect(story()).toBeUndefined();
    const told = toldActs(duty.cloud, 'activities').slice(1);
    expect(told.map(({ by, act, event }) => [by, act, event])).toEqual([
      ['p5', 'agree-to-story', 'story-consent'],
      ['p5', 'refuse-story', 'story-consent'],
    ]);
  });
});

describe('an opinion', () => {
  const give = (activity: string, more: object = {}, key = newKey()) =>
    duty.act(STAFF, 'transferOpinion', { activity, site: '村道', words: '通车', unit: 'u1', ...more }, key);

  it('is handed over once under its key, to a unit that is there and a day that is to come', async () => {
    const { activity } = await duty.note(STAFF, inspection);
    const key = newKey();
    const first = await give(activity, {}, key);
    expect(await give(activity, {}, key)).toMatchObject({ data: first.data });
    expect(await give(activity, { words: '别的' }, key)).toMatchObject({ code: 'key-reused' });
    expect(await give(NONE)).toMatchObject({ code: 'not-found' });
    expect(await give(activity, { unit: 'u99' })).toMatchObject({ details: { field: 'unit' } });
    expect(await give(activity, { due: '2026-11-22' })).toMatchObject({ details: { field: 'due' } });
    const today = await give(activity, { due: '2026-11-23' });
    expect(today).toMatchObject({ ok: true });
    const { opinion } = first.data as { opinion: string };
    const clerk = accountOf(STAFF);
    const about = { activity, by: clerk, unit: 'u1' };
    const acts = toldActs(duty.cloud, 'activities').slice(1);
    expect(acts.map(({ by, act, event, about: told }) => ({ by, act, event, told }))).toEqual(
      [first, today].map(({ data }) => {
        const told = { ...about, ...(data as object) };
        return { by: clerk, act: 'transfer-opinion', event: 'opinion-transferred', told };
      }),
    );
    const step = { activity, opinion, step: { act: 'accept' } };
    expect(await duty.act('bh-unit', 'actOnOpinion', step)).toMatchObject({
      data: { opinion, state: 'accepted', due: '2026-12-14' },
    });
    expect(toldActs(duty.cloud, 'activities').at(-1)).toMatchObject({
      by: accountOf('bh-unit'),
      act: 'opinion-accept',
      event: 'opinion-accepted',
      about: { activity, unit: 'u1', opinion },
    });
    // By their dates, each with the inspection it is of.
    const { opinions } = (await duty.ask('bh-unit', 'listOpinions')).data as { opinions: object[] };
    const row = { activity, title: '视察村道', date: '2026-11-11', site: '村道', words: '通车', unit: 'u1' };
    expect(opinions).toMatchObject([
      { ...row, ...(today.data as object), due: '2026-11-23', state: 'transferred' },
      { ...row, opinion, due: '2026-12-14', state: 'accepted' },
    ]);
    expect(await duty.act('bh-unit', 'actOnOpinion', { ...step, opinion: 'o999' })).toMatchObject({
      code: 'not-found',
    });
  });

  it('is none of what was withdrawn, and no more than a form holds', async () => {
    const { activity } = await duty.note(STAFF, inspection);
    for (let n = 0; n < DUTY_LIMITS.opinions; n++) expect(await give(activity)).toMatchObject({ ok: true });
    expect(await give(activity)).toMatchObject({
      code: 'too-many-rows',
      details: { max: DUTY_LIMITS.opinions },
    });
    const other = (await duty.note(STAFF, inspection)).activity;
    await duty.act(STAFF, 'withdraw', { activity: other, reason: '记错了' });
    expect(await give(other)).toMatchObject({ code: 'wrong-state', details: { state: 'withdrawn' } });
  });
});

describe('the lists', () => {
  const list = async (openid: string, input: object) =>
    (await duty.ask(openid, 'listActivities', input)).data as { activities: ActivityCard[]; next?: string };

  it('are the own, the group’s for its leader and all for the office, the newest first and a page at a time', async () => {
    for (let n = 0; n <= LIMITS.page; n++)
      await duty.note(DEPUTY, {
        kind: 'help',
        date: `2026-${n < 20 ? '10' : '09'}-${String((n % 20) + 1).padStart(2, '0')}`,
        title: `第${String(n)}件`,
      });
    const { activity } = await duty.note(OTHER, { kind: 'help', date: '2026-11-12', title: '别人的' });
    for (const [openid, scope] of [
      [DEPUTY, 'mine'],
      [LEADER, 'group'],
      [STAFF, 'office'],
      [CHIEF, 'office'],
    ] as const) {
      const first = await list(openid, { scope });
      const rest = await list(openid, { scope, after: first.next });
      const both = [...first.activities, ...rest.activities];
      const dates = both.map(({ date }) => date);
      expect([openid, first.activities.length]).toEqual([openid, LIMITS.page]);
      expect(dates).toEqual([...dates].sort().reverse());
      const others = both.filter((one) => one.activity === activity);
      expect([openid, both.length, others.length]).toEqual(
        scope === 'office' ? [openid, LIMITS.page + 2, 1] : [openid, LIMITS.page + 1, 0],
      );
      expect(rest).not.toHaveProperty('next');
    }
    for (const [openid, scope] of [
      [DEPUTY, 'office'],
      [DEPUTY, 'group'],
      [STAFF, 'group'],
    ] as const)
      expect(await duty.ask(openid, 'listActivities', { scope })).toMatchObject({ code: 'not-allowed' });
  });

  it('leave to the plan what is more than two months ahead', async () => {
    await duty.note(LEADER, { ...study, date: '2027-01-24' });
    await duty.note(LEADER, { ...study, date: '2027-01-25' });
    const dates = async (input: object) =>
      (await list(LEADER, { scope: 'group', ...input })).activities.map(({ date }) => date);
    expect(await dates({})).toEqual(['2027-01-24']);
    expect(await dates({ kind: 'study' })).toEqual(['2027-01-25', '2027-01-24']);
  });
});
