/** 重点督办 over requests and 视察意见: a member proposes, a meeting or the chair decides, the presidium urges. */
import { main as congress } from '../../../../cloudfunctions/congress/index';
import type { RequestDocument } from '../../../../cloudfunctions/request/rules/request-document';
import type { Directory } from '../../../../cloudfunctions/registry/directory/rules/directory';
import type { KeyCandidate, KeySubject } from '../../../../miniprogram/contract/congress/presidium';
import type { OpinionRow } from '../../../../miniprogram/contract/duty';
import { LIMITS } from '../../../../miniprogram/contract/limits';
import type { OpinionStep } from '../../../../miniprogram/contract/opinion';
import { CHIEF, newKey, openDuty, STAFF, TOWNSHIP, type Duty } from '../../duty/support';

jest.mock('../../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../../support/memory-database'),
);

const MEMBER = 'bh-p17';
const UNIT = 'bh-unit';
let duty: Duty;
beforeAll(async () => {
  duty = await openDuty({ congress });
});
beforeEach(() => {
  duty.cloud.clock.set(duty.cloud.clock.now() + 90_000);
});

const ofMember = async (action: string, input: object = {}) =>
  (await duty.cloud.invoke('congress', action, { township: TOWNSHIP, ...input }, { openid: MEMBER })).data;
const candidates = async () =>
  ((await ofMember('keyCandidates')) as { candidates: readonly KeyCandidate[] }).candidates;

/** The body votes on it; its decision comes by the relay, as in the cloud. */
async function vote(subject: KeySubject, passes: boolean) {
  const { members } = (await ofMember('meetings', { year: 2026 })) as {
    members: readonly { person: string }[];
  };
  const persons = members.map(({ person }) => person);
  const yes = passes ? persons.length : Math.floor(persons.length / 2);
  const items = [{ title: '列为重点督办', for: yes, against: 0, abstain: 0, subject }];
  const held = { township: TOWNSHIP, date: '2026-11-23', place: '三楼', persons, items, minutes: '1号' };
  const answer = await duty.cloud.invoke('congress', 'recordMeeting', held, { openid: STAFF, key: newKey() });
  expect(answer).toMatchObject({ ok: true });
  await duty.relay();
  duty.cloud.clock.set(duty.cloud.clock.now() + 90_000);
}

describe('a request', () => {
  let id = '';
  const now = () => duty.cloud.documents<RequestDocument>('requests').find(({ _id }) => _id === id);
  const act = (openid: string, step: object) =>
    duty.cloud.invoke('request', 'act', { township: TOWNSHIP, request: id, step }, { openid, key: newKey() });

  it('is proposed by a member once, and by nobody else put on than the chair', async () => {
    const open = duty.cloud
      .documents<RequestDocument>('requests')
      .filter(({ township, open: isOpen, key }) => township === TOWNSHIP && isOpen && !key)
      .find(({ hidden }) => !hidden.includes('p17') && !hidden.includes('p1'));
    id = open?._id ?? '';
    expect(await act(MEMBER, { act: 'supervise', words: '盯' })).toMatchObject({ ok: false });
    expect(await act(STAFF, { act: 'proposeKey', words: '盯' })).toMatchObject({ ok: false });
    const proposed = await act(MEMBER, { act: 'proposeKey', words: '涉及安全' });
    expect([id, proposed.code]).toEqual([open?._id, undefined]);
    expect(await act(MEMBER, { act: 'proposeKey', words: '再提' })).toMatchObject({ code: 'step-used' });
    const candidate = (await candidates()).find((one) => one.id === id);
    const [directory] = duty.cloud.documents<Directory>('townships').filter(({ _id }) => _id === TOWNSHIP);
    const village = directory?.villages.find((one) => one.id === open?.village)?.name;
    const category = directory?.categories.find((one) => one.id === open?.category)?.name;
    const words = `${village ?? ''} ${category ?? ''}`;
    expect(candidate).toEqual({ kind: 'request', id, number: open?.number, words });
    expect(candidate?.words).not.toContain(open?.text ?? '');
  });

  it('is found among however many that ended before anybody decided', async () => {
    const before = duty.cloud.documents<RequestDocument>('requests');
    const ended = Array.from({ length: LIMITS.page }, (_, n) =>
      Object.assign({}, now(), {
        _id: `bh~ended${String(n)}`,
        open: false,
        dueSeq: `2025-01-01${String(n)}`,
      }),
    );
    duty.cloud.replace('requests', [...before, ...ended]);
    expect((await candidates()).map((one) => one.id)).toContain(id);
    duty.cloud.replace('requests', before);
  });

  it('is let go by a meeting that does not pass it, and overseen by one that does', async () => {
    await vote({ kind: 'request', id }, false);
    expect(now()?.key).toBeUndefined();
    expect((await candidates()).map((one) => one.id)).not.toContain(id);
    expect(await act(MEMBER, { act: 'proposeKey', words: '还是要盯' })).toMatchObject({ ok: true });
    await vote({ kind: 'request', id }, true);
    expect(now()?.key).toBe(true);
    const audited = duty.cloud.documents<{ act: string; by: string; of: string }>('audit');
    expect(audited.filter(({ of, by }) => of === id && by === 'system').map(({ act: done }) => done)).toEqual(
      ['declineKey', 'supervise'],
    );
    expect(await act(MEMBER, { act: 'urge' })).toMatchObject({ ok: true });
    expect(await act(CHIEF, { act: 'endSupervise' })).toMatchObject({ ok: true });
    expect(now()?.key).toBeUndefined();
  });
});

describe('a 视察意见', () => {
  let activity = '';
  let opinion = '';
  const step = (openid: string, taken: OpinionStep) =>
    duty.act(openid, 'actOnOpinion', { activity, opinion, step: taken });
  const seenBy = async (openid: string) => {
    const { data } = await duty.ask(openid, 'listOpinions');
    return (data as { opinions: OpinionRow[] }).opinions.find((one) => one.opinion === opinion);
  };

  beforeAll(async () => {
    const held = { kind: 'inspection' as const, date: '2026-11-11', title: '视察村道', persons: ['p5'] };
    activity = (await duty.note(STAFF, held)).activity;
    const given = { activity, site: '村道', words: '入冬前完工', unit: 'u1' };
    opinion = ((await duty.act(STAFF, 'transferOpinion', given)).data as { opinion: string }).opinion;
  });

  it('is seen by the presidium, which urges what is overseen and nothing else', async () => {
    expect(await seenBy(MEMBER)).toMatchObject({ acts: ['proposeKey'] });
    expect(await step(MEMBER, { act: 'urge' })).toMatchObject({ ok: false });
    expect(await step(UNIT, { act: 'proposeKey', words: '盯' })).toMatchObject({ ok: false });
    expect(await step(MEMBER, { act: 'proposeKey', words: '学生要走' })).toMatchObject({ ok: true });
    expect(await step(MEMBER, { act: 'proposeKey', words: '再提' })).toMatchObject({ code: 'step-used' });
    expect(await candidates()).toContainEqual({
      kind: 'opinion',
      id: activity,
      part: opinion,
      number: '视察意见',
      words: '视察村道',
    });
  });

  it('is decided by the body: not passed the proposal ends, passed its unit is told', async () => {
    const subject = { kind: 'opinion', id: activity, part: opinion } as const;
    await vote(subject, false);
    expect((await seenBy(STAFF))?.key).toBeUndefined();
    expect(await step(MEMBER, { act: 'proposeKey', words: '还是要盯' })).toMatchObject({ ok: true });
    await vote(subject, true);
    const audited = duty.cloud.documents<{ act: string; by: string; of: string }>('audit');
    expect(audited.filter(({ of, by }) => of === activity && by === 'system').map(({ act }) => act)).toEqual([
      'opinion-declineKey',
      'opinion-supervise',
    ]);
    expect(await seenBy(UNIT)).toMatchObject({ key: 'decided', acts: ['accept', 'answer', 'return'] });
    expect(await step(MEMBER, { act: 'urge' })).toMatchObject({ ok: true });
    expect(await step(UNIT, { act: 'answer', words: '月底通车' })).toMatchObject({ ok: true });
    expect(await seenBy(STAFF)).toMatchObject({ key: 'decided', state: 'answered' });
    expect(await step(CHIEF, { act: 'endSupervise', words: '通车了' })).toMatchObject({ ok: true });
    expect((await seenBy(STAFF))?.key).toBeUndefined();
  });
});
