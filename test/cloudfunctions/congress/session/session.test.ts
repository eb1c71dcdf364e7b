/** A session through its door: prepared, noticed, 160 sign in, three speak, five move a bill, votes are entered. */
import { main as congress } from '../../../../cloudfunctions/congress/index';
import type { Invitation } from '../../../../cloudfunctions/registry/invitations/rules/invitation';
import type { Directory } from '../../../../cloudfunctions/registry/directory/rules/directory';
import { grantsOfDeputies, withDeputies, type Roll } from './support';
import type { SessionStep, SessionView } from '../../../../miniprogram/contract/congress/session';
import { startInProcess, type InProcessCloud } from '../../../support/in-process';
import { newKey } from '../../request/requests';

jest.mock('../../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../../support/memory-database'),
);

const PEOPLE = 160;
const DAY = '2026-12-21';
let cloud: InProcessCloud;
let session: string;

const ask = (openid: string, action: string, input: object, key?: string) =>
  cloud.invoke(
    'congress',
    action,
    { township: 'bh', ...input },
    { openid, ...(key !== undefined && { key }) },
  );
const office = (action: string, input: object, key = newKey()) => ask('bh-staff', action, input, key);
const look = async (openid = 'bh-staff') => (await ask(openid, 'session', { session })).data as SessionView;
async function step(one: SessionStep) {
  const { edition } = await look();
  return office('actOnSession', { session, edition, step: one });
}
const roll = async () => (await ask('bh-staff', 'roll', { session, sitting: 'b1' })).data as Roll;

beforeAll(async () => {
  cloud = await startInProcess({ congress });
  const large = cloud
    .documents<Directory>('townships')
    .map((one) => (one._id === 'bh' ? withDeputies(one, PEOPLE) : one));
  cloud.replace('townships', large);
  const grants = grantsOfDeputies(PEOPLE, cloud.clock.now());
  cloud.replace('invitations', [...cloud.documents<Invitation>('invitations'), ...grants]);
  const made = await office('prepareSession', {
    name: '十九届一次会议',
    from: DAY,
    to: DAY,
    place: '镇政府',
  });
  session = (made.data as { session: string }).session;
});

it('is the office’s alone until there is a notice, and none goes out without agenda and times', async () => {
  expect(await ask('x1', 'session', { session })).toMatchObject({ code: 'not-found' });
  expect(await step({ act: 'notify', place: '礼堂' })).toMatchObject({ code: 'bad-input' });
  const sittings = [{ date: DAY, start: '08:30', end: '11:30', title: '开幕' }];
  const agenda = [{ title: '听取和审议政府工作报告' }, { title: '选举' }];
  expect(await step({ act: 'saveAgenda', agenda, sittings })).toMatchObject({ ok: true });
  expect(await step({ act: 'notify', place: '礼堂' })).toMatchObject({ ok: true });
  expect(await look('x1')).toMatchObject({ state: 'noticed', place: '礼堂', keeps: false });
});

it('says to whoever edited an older one that it changed, and answers a repeated act as before', async () => {
  const { edition } = await look();
  const key = newKey();
  const paper = { act: 'addPaper', title: '报告', kind: 'public', where: '1号' } as const;
  const first = await office('actOnSession', { session, edition, step: paper }, key);
  expect(await office('actOnSession', { session, edition, step: paper }, key)).toMatchObject({
    data: first.data,
  });
  expect(await office('actOnSession', { session, edition, step: paper })).toMatchObject({
    code: 'row-changed',
  });
  expect((await look()).papers).toHaveLength(1);
  const other = { session, edition, step: { act: 'dropPaper', paper: 'p1' } };
  expect(await office('actOnSession', other, key)).toMatchObject({ code: 'key-reused' });
});

it('is prepared once under a key, and the key takes no other name', async () => {
  const key = newKey();
  const wish = { name: '十九届二次会议', from: DAY, to: DAY, place: '镇政府' };
  const first = await office('prepareSession', wish, key);
  expect(await office('prepareSession', wish, key)).toMatchObject({ data: first.data });
  expect(await office('prepareSession', { ...wish, name: '三次会议' }, key)).toMatchObject({
    code: 'key-reused',
  });
  expect(await office('prepareSession', wish)).toMatchObject({ code: 'row-doubled' });
});

it('is prepared from the one before in one act, and from none that is not there', async () => {
  const wish = {
    name: '十九届三次会议',
    from: '2027-02-01',
    to: '2027-02-01',
    place: '镇政府',
    like: session,
  };
  const { data } = await office('prepareSession', wish);
  const made = await office('session', { session: (data as { session: string }).session });
  const { agenda, sittings } = await look('bh-staff');
  const moved = sittings.map((sitting) => ({ ...sitting, date: '2027-02-01' }));
  expect(made.data).toMatchObject({ agenda, sittings: moved, state: 'prepared', papers: [], votes: [] });
  const lost = { ...wish, name: '十九届四次会议', like: 's0' };
  expect(await office('prepareSession', lost)).toMatchObject({ code: 'not-found' });
});

it('takes 参加 and 请假, and the office answers a leave', async () => {
  expect(await ask('x1', 'answerNotice', { session, answer: 'leave' }, newKey())).toMatchObject({
    code: 'bad-input',
  });
  const leave = { session, answer: 'leave', reason: '住院' };
  const key = newKey();
  expect(await ask('x1', 'answerNotice', leave, key)).toMatchObject({ ok: true });
  expect(await ask('x2', 'answerNotice', { session, answer: 'attending' }, newKey())).toMatchObject({
    ok: true,
  });
  expect(await office('decideLeave', { session, person: 'x2', approved: true })).toMatchObject({
    code: 'not-found',
  });
  expect(await office('decideLeave', { session, person: 'x1', approved: true })).toMatchObject({ ok: true });
  expect((await look('x1')).own).toMatchObject({ answer: 'leave', approved: true });
  // Sent once more by a phone that heard no answer, it is the same act: what the office said of it stands.
  expect(await ask('x1', 'answerNotice', leave, key)).toMatchObject({ data: { answer: 'leave' } });
  expect((await look('x1')).own).toMatchObject({ answer: 'leave', approved: true });
  expect(await ask('x1', 'answerNotice', { session, answer: 'attending' }, key)).toMatchObject({
    code: 'key-reused',
  });
  expect(JSON.stringify(cloud.documents('attendance'))).not.toContain('住院');
});

it('lets 160 sign in at once, each with one call and admit, and loses nobody', async () => {
  const { code } = (await ask('bh-staff', 'hallCode', { session, sitting: 'b1' })).data as { code: string };
  const signIn = (openid: string) => ask(openid, 'signIn', { code }, newKey());
  expect(await signIn('x3')).toMatchObject({ code: 'closed' });
  cloud.clock.set(Date.parse(`${DAY}T08:00:00+08:00`));
  // x1 is on leave and stays away; two sign in twice.
  const who = [...Array.from({ length: PEOPLE - 1 }, (_, at) => `x${String(at + 2)}`), 'x2', 'x3'];
  const order = Array.from({ length: 97 }, (_, at) => (at * 31) % 89);
  const answers = await cloud.together(
    who.map((openid) => () => signIn(openid)),
    order,
  );
  expect(answers.filter(({ ok }) => !ok)).toEqual([]);
  expect(await roll()).toMatchObject({
    base: PEOPLE + 1,
    present: PEOPLE - 1,
    missing: 2,
    leave: 1,
    quorum: true,
    needed: 108,
  });
  const again = await signIn('x4');
  expect(again.cost.calls).toBe(2);
  const largest = Math.max(...cloud.documents('attendance').map((one) => JSON.stringify(one).length));
  expect(largest).toBeLessThan(1_000);
});

it('takes no code of other hours or with another hash', async () => {
  const { code } = (await ask('bh-staff', 'hallCode', { session, sitting: 'b1' })).data as { code: string };
  const forged = code.replace(/.$/, (last) => (last === 'a' ? 'b' : 'a'));
  expect(await ask('x5', 'signIn', { code: forged }, newKey())).toMatchObject({ code: 'code-wrong' });
  cloud.clock.set(Date.parse(`${DAY}T11:30:01+08:00`));
  expect(await ask('x5', 'signIn', { code }, newKey())).toMatchObject({ code: 'closed' });
});

it('takes the paper: who signed before stays, who is 列席 is apart', async () => {
  const answer = await office('signInOnPaper', { session, sitting: 'b1', persons: ['x1', 'x2', 'p7'] });
  expect(answer.data).toEqual({ signed: ['x1', 'p7'], before: ['x2'] });
  const { present, observers, rows } = await roll();
  expect([present, observers]).toEqual([PEOPLE, 1]);
  expect(rows.find(({ person }) => person === 'p7')).toMatchObject({ as: 'observer', signed: 'paper' });
});

it('keeps who spoke to what, a bill of five and not of four, and votes by all deputies', async () => {
  const said = { session, item: 'a1', words: '要修路。' };
  const key = newKey();
  await office('addOpinion', { ...said, person: 'x3' }, key);
  await office('addOpinion', { ...said, person: 'x3' }, key);
  const otherWords = { ...said, person: 'x3', words: '不修路。' };
  expect(await office('addOpinion', otherWords, key)).toMatchObject({ code: 'key-reused' });
  await office('addOpinion', { ...said, person: 'x4' });
  expect((await look('x9')).opinions.map(({ person }) => person).sort()).toEqual(['x3', 'x4']);
  const five = ['x1', 'x2', 'x3', 'x4', 'x5'];
  const bill = { session, title: '关于修路的议案', listed: false, lead: 'x2', category: 'road' };
  expect(await office('addBill', { ...bill, persons: five.slice(1) })).toMatchObject({ code: 'bad-input' });
  expect(await office('addBill', { ...bill, persons: five }, key)).toMatchObject({ code: 'key-reused' });
  expect(await office('addBill', { ...bill, persons: five })).toMatchObject({ ok: true });
  const vote = {
    act: 'recordVote',
    item: 'a1',
    title: '政府工作报告',
    present: 159,
    against: 70,
    abstain: 8,
  } as const;
  expect(await step({ ...vote, for: 80 })).toMatchObject({ ok: true });
  expect(await step({ ...vote, for: 81 })).toMatchObject({ ok: true });
  expect((await look()).votes.map(({ passed }) => passed)).toEqual([false, true]);
  for (const kept of ['sessions', 'sessionrows'])
    for (const typed of ['听取和审议政府工作报告', '要修路', '关于修路的议案'])
      expect(JSON.stringify(cloud.documents(kept))).not.toContain(typed);
});
