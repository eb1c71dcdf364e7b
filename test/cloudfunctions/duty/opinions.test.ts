/** 视察意见: the table of its life, and the life through the gateway. */
import type { ActivityDocument } from '../../../cloudfunctions/duty/activities/rules/activity-document';
import type { HistoryRow } from '../../../cloudfunctions/shared/outbox';
import { OPINION_LIFE } from '../../../cloudfunctions/duty/opinions/rules/life-cycle';
import { afterStep } from '../../../cloudfunctions/duty/opinions/rules/take-step';
import { decryptField } from '../../../cloudfunctions/shared/cipher';
import { tellLateOpinions } from '../../../cloudfunctions/duty/events/on-opinions-late';
import type { OpinionRow } from '../../../miniprogram/contract/duty';
import { OPINION_STATES, type OpinionState, type OpinionStep } from '../../../miniprogram/contract/opinion';
import { faultsOf } from '../../support/life-table';
import { toldActs } from '../told-acts';
import { DEPUTY, newKey, openDuty, STAFF, TOWNSHIP, type Duty } from './support';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);

const UNIT = 'bh-unit';

test('the table has no fault', () => {
  const states = Object.keys(OPINION_STATES) as OpinionState[];
  expect(
    faultsOf(OPINION_LIFE.table, { states, birth: 'transferred', over: ['closed'], planned: {} }),
  ).toEqual([]);
});

test('a step gives state and date by its row, and keeps what was there', () => {
  const before = {
    unit: 'u1',
    due: '2026-12-01',
    state: 'answered' as const,
    said: 'x',
    returnBy: '2026-11-30',
  };
  const after = (setting: string) => `by ${setting}`;
  const context = { today: '2026-11-23', after, seal: (words: string) => `<${words}>`, by: 'p1' };
  expect(afterStep(before, { act: 'redo', words: '再办' }, context)).toEqual({
    ...before,
    state: 'accepted',
    due: 'by opinionReplyDays',
    followed: '<再办>',
    redone: true,
  });
  expect(afterStep(before, { act: 'follow', words: '通车了' }, context)).toMatchObject({
    state: 'closed',
    due: '2026-11-23',
  });
});

type Told = Pick<ActivityDocument, '_id'> & { history: readonly HistoryRow[] };

describe('through the gateway', () => {
  let duty: Duty;
  let activity: string;
  let opinion: string;

  beforeEach(async () => {
    duty = await openDuty();
    const held = { kind: 'inspection' as const, date: '2026-11-11', title: '视察村道', persons: ['p5'] };
    activity = (await duty.note(STAFF, held)).activity;
    const given = { activity, site: '村道', words: '入冬前完工', unit: 'u1' };
    opinion = ((await duty.act(STAFF, 'transferOpinion', given)).data as { opinion: string }).opinion;
  });

  const step = (openid: string, taken: OpinionStep, key?: string) =>
    duty.act(openid, 'actOnOpinion', { activity, opinion, step: taken }, key);
  const listed = async (openid: string) =>
    ((await duty.ask(openid, 'listOpinions')).data as { opinions: OpinionRow[] }).opinions;

  it('is due by working days, signed for, urged once a day, answered, found wanting once, closed', async () => {
    // Fifteen working days after Monday the 23rd.
    expect(await listed(UNIT)).toMatchObject([
      { due: '2026-12-14', state: 'transferred', acts: ['accept', 'answer', 'return'] },
    ]);
    expect(await step(UNIT, { act: 'accept' })).toMatchObject({
      ok: true,
      data: { state: 'accepted', due: '2026-12-14' },
    });
    expect(await step(STAFF, { act: 'urge' })).toMatchObject({ ok: true });
    expect(await step(STAFF, { act: 'urge' })).toMatchObject({ code: 'step-used' });
    expect(await step(UNIT, { act: 'answer', words: '月底通车' })).toMatchObject({
      data: { state: 'answered' },
    });
    expect(await step(STAFF, { act: 'redo', words: '还差二百米' })).toMatchObject({
      data: { state: 'accepted' },
    });
    expect(await step(UNIT, { act: 'answer', words: '全线通车' })).toMatchObject({ ok: true });
    expect(await step(STAFF, { act: 'redo', words: '再看' })).toMatchObject({ code: 'step-used' });
    expect(await step(STAFF, { act: 'follow', words: '看过了，通车' })).toMatchObject({
      data: { state: 'closed' },
    });
    expect(await listed(STAFF)).toEqual([]);
    expect(await listed(UNIT)).toMatchObject([
      { state: 'closed', answer: '全线通车', followed: '看过了，通车' },
    ]);
  });

  it('goes back once with a reason and to another unit, which may not give it back again', async () => {
    expect(await step(UNIT, { act: 'return', words: '是交通站的' })).toMatchObject({
      data: { state: 'returned', due: '2026-11-30' },
    });
    expect(await listed(STAFF)).toMatchObject([{ returned: '是交通站的', acts: ['reassign'] }]);
    expect(await step(STAFF, { act: 'reassign', words: '请办', unit: 'u99' })).toMatchObject({
      code: 'bad-input',
    });
    expect(await step(STAFF, { act: 'reassign', words: '请办', unit: 'u2' })).toMatchObject({ ok: true });
    const [found] = duty.cloud.documents<Told>('activities').filter(({ _id }) => _id === activity);
    const told = found?.history.find(({ act }) => act === 'opinion-reassign');
    expect(decryptField(told?.words ?? '')).toBe('请办');
    expect(await listed(UNIT)).toEqual([]);
    expect(await step(UNIT, { act: 'accept' })).toMatchObject({ code: 'not-found' });
  });

  it('is no deputy’s to answer; a key repeated is one step, with another body refused', async () => {
    expect(await step(DEPUTY, { act: 'accept' })).toMatchObject({ code: 'not-allowed' });
    expect(await step(STAFF, { act: 'answer', words: '代答' })).toMatchObject({ code: 'not-allowed' });
    const key = newKey();
    const answer = { act: 'answer', words: '月底通车' } as const;
    expect(await step(UNIT, answer, key)).toMatchObject({ ok: true });
    expect(await step(UNIT, answer, key)).toMatchObject({ ok: true, data: { state: 'answered' } });
    expect(await step(UNIT, { act: 'answer', words: '下月' }, key)).toMatchObject({ code: 'key-reused' });
  });

  it('that is late is told once for its date, to its unit and to the office', async () => {
    await duty.relay();
    duty.cloud.clock.set(Date.parse('2026-12-15T08:00:00+08:00'));
    expect(await tellLateOpinions(TOWNSHIP, duty.cloud.clock.now())).toBe(1);
    expect(toldActs(duty.cloud, 'activities')).toEqual([
      {
        document: activity,
        by: 'system',
        act: 'opinion-late',
        of: opinion,
        from: 'transferred',
        to: 'transferred',
        event: 'opinion-late',
        about: { activity, opinion, unit: 'u1' },
      },
    ]);
    expect(await tellLateOpinions(TOWNSHIP, duty.cloud.clock.now())).toBe(0);
    await duty.relay();
    const told = duty.cloud.documents<{ title: string }>('inbox');
    const late = told.filter(({ title }) => decryptField(title).includes('过期了'));
    expect(late.length).toBeGreaterThanOrEqual(2);
  });

  it('of an inspection that was withdrawn is nobody’s any more', async () => {
    await duty.act(STAFF, 'withdraw', { activity, reason: '记错了' });
    expect(await listed(UNIT)).toEqual([]);
    expect(await step(UNIT, { act: 'accept' })).toMatchObject({ code: 'not-found' });
  });
});
