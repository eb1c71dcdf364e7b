/** A session through its door: prepared, noticed, 160 sign in, three speak, five move a bill, votes are entered. */
import { main as congress } from '../../../../cloudfunctions/congress/index';
import type { Invitation } from '../../../../cloudfunctions/registry/invitations/rules/invitation';
import type { Directory } from '../../../../cloudfunctions/registry/directory/rules/directory';
import { grantsOfDeputies, withDeputies, type Roll } from './support';
import { accountOf } from '../../../../cloudfunctions/shared/cipher';
import { suggestionOfBill } from '../../../../cloudfunctions/congress/suggestion/store';
import type { Output } from '../../../../miniprogram/contract/wire';
import type { SessionStep, SessionView } from '../../../../miniprogram/contract/congress/session';
import { startInProcess, type InProcessCloud } from '../../../support/in-process';
import { newKey } from '../../request/requests';
import { toldActs } from '../../told-acts';

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
const listed = async (openid: string) =>
  ((await ask(openid, 'sessions', {})).data as Output<'congress', 'sessions'>).sessions;
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
  const row = { session, name: '十九届一次会议', from: DAY, to: DAY };
  expect(await listed('bh-staff')).toContainEqual({ ...row, state: 'prepared' });
  expect((await listed('x1')).map((one) => one.session)).not.toContain(session);
  // Seven days before it opens the deputies know.
  expect(await look()).toMatchObject({ noticeBy: '2026-12-14', keeps: true, own: { signed: [] } });
  expect(await step({ act: 'notify', place: '礼堂' })).toMatchObject({ code: 'bad-input' });
  const sittings = [{ date: DAY, start: '08:30', end: '11:30', title: '开幕' }];
  const agenda = [{ title: '听取和审议政府工作报告' }, { title: '选举' }];
  expect(await step({ act: 'saveAgenda', agenda, sittings })).toMatchObject({ ok: true });
  expect(await step({ act: 'notify', place: '礼堂' })).toMatchObject({ ok: true });
  expect(await look('x1')).toMatchObject({ state: 'noticed', place: '礼堂', keeps: false });
  expect(await listed('x1')).toContainEqual({ ...row, state: 'noticed' });
  expect(await look()).not.toHaveProperty('noticeBy');
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
  expect(code).toMatch(/\.b1\./);
  // The doors open an hour before it begins.
  cloud.clock.set(Date.parse(`${DAY}T07:30:00+08:00`) - 1);
  expect(await signIn('x3')).toMatchObject({ code: 'closed' });
  const paper = { session, sitting: 'b1', persons: ['x3'] };
  expect(await office('signInOnPaper', paper)).toMatchObject({ code: 'not-today' });
  cloud.clock.set(cloud.clock.now() + 1);
  expect(await signIn('x3')).toMatchObject({ data: { sitting: 'b1' } });
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
  // What is noted in them is in the audit a minute later.
  const kept = cloud
    .documents<{ history?: unknown; outbox?: unknown }>('attendance')
    .map(({ history: _history, outbox: _outbox, ...rest }) => JSON.stringify(rest).length);
  expect(Math.max(...kept)).toBeLessThan(500);
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
  const twice = { session, sitting: 'b1', persons: ['x6', 'x6'] };
  expect((await office('signInOnPaper', twice)).data).toEqual({ signed: [], before: ['x6'] });
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

it('shows each what was said, moved and signed; the suggestion that a bill became to its movers and the office', async () => {
  const [bill] = (await look()).bills;
  const became = suggestionOfBill('bh', bill?.id ?? '');
  const names = ['某0', '某1', '某2', '某3', '某4'];
  const moved = { id: bill?.id, title: '关于修路的议案', names, listed: false, at: bill?.at };
  const five = {
    session,
    title: '列入议程的议案',
    listed: true,
    persons: ['x1', 'x2', 'x3', 'x4', 'x5', 'x1'],
  };
  cloud.clock.set(cloud.clock.now() + 1_000);
  await office('addBill', five);
  const views = [
    ['bh-staff', became],
    ['x2', became],
    ['x9', undefined],
  ] as const;
  for (const [openid, suggestion] of views) {
    const { bills } = await look(openid);
    expect(bills[0]).toEqual({ ...moved, ...(suggestion !== undefined && { suggestion }) });
    expect(bills[1]).toEqual({ ...bills[1], title: '列入议程的议案', names, listed: true });
    expect(bills[1]).not.toHaveProperty('suggestion');
  }
  const { opinions, own } = await look('x1');
  const said = [...opinions].sort((one, other) => one.person.localeCompare(other.person));
  expect(said).toMatchObject([
    { item: 'a1', person: 'x3', name: '某2', words: '要修路。' },
    { item: 'a1', person: 'x4', name: '某3', words: '要修路。' },
  ]);
  expect(own).toEqual({ answer: 'leave', approved: true, signed: ['b1'] });
});

/** What is refused, by whom it is asked, and with which field. */
const REFUSED: readonly (readonly [string, string, object, object])[] = [
  ['bh-staff', 'session', { session: 's0' }, { code: 'not-found' }],
  ['bh-staff', 'hallCode', { session: 's0' }, { code: 'not-found' }],
  ['bh-staff', 'hallCode', { sitting: 'b9' }, { code: 'not-found' }],
  ['bh-staff', 'roll', { session: 's0' }, { code: 'not-found' }],
  ['bh-staff', 'roll', { sitting: 'b9' }, { code: 'not-found' }],
  ['bh-staff', 'openPaper', { session: 's0', paper: 'p1' }, { code: 'not-found' }],
  ['bh-staff', 'openPaper', { paper: 'p1' }, { code: 'not-found' }],
  ['bh-staff', 'signInOnPaper', { session: 's0', persons: ['x1'] }, { code: 'not-found' }],
  ['bh-staff', 'signInOnPaper', { sitting: 'b9', persons: ['x1'] }, { code: 'not-found' }],
  ['bh-staff', 'signInOnPaper', { persons: ['x1', 'p999'] }, { code: 'bad-input', field: 'persons' }],
  ['bh-staff', 'decideLeave', { person: 'x2', approved: true }, { code: 'not-found' }],
  ['bh-staff', 'addOpinion', { session: 's0' }, { code: 'not-found' }],
  ['bh-staff', 'addOpinion', { item: 'a9' }, { code: 'bad-input', field: 'item' }],
  ['bh-staff', 'addOpinion', { person: 'p999' }, { code: 'bad-input', field: 'person' }],
  ['bh-staff', 'addBill', { session: 's0' }, { code: 'not-found' }],
  [
    'bh-staff',
    'addBill',
    { persons: ['x1', 'x1', 'x2', 'x3', 'x4'] },
    { code: 'bad-input', field: 'persons' },
  ],
  [
    'bh-staff',
    'addBill',
    { persons: ['x1', 'x2', 'x3', 'x4', 'x5', 'p7'] },
    { code: 'bad-input', field: 'persons' },
  ],
  ['bh-staff', 'addBill', { lead: 'x6' }, { code: 'bad-input', field: 'lead' }],
  ['bh-staff', 'addBill', { category: 'sea' }, { code: 'bad-input', field: 'category' }],
  [
    'bh-staff',
    'prepareSession',
    { name: '二十届', from: DAY, to: '2026-12-20', place: '镇政府' },
    { code: 'bad-input', field: 'to' },
  ],
  ['bh-staff', 'actOnSession', { session: 's0' }, { code: 'not-found' }],
  ['bh-staff', 'actOnSession', {}, { code: 'row-changed', id: 'session' }],
  ['x1', 'answerNotice', { session: 's0' }, { code: 'not-found' }],
  ['x1', 'answerNotice', {}, { code: 'bad-input', field: 'reason' }],
];
const COMPLETE: Readonly<Record<string, object>> = {
  hallCode: { sitting: 'b1' },
  roll: { sitting: 'b1' },
  signInOnPaper: { sitting: 'b1' },
  addOpinion: { item: 'a1', person: 'x3', words: '某' },
  addBill: {
    title: '某议案',
    persons: ['x1', 'x2', 'x3', 'x4', 'x5'],
    listed: false,
    lead: 'x1',
    category: 'road',
  },
  actOnSession: { edition: 1, step: { act: 'fileMinutes', number: '1' } },
  answerNotice: { answer: 'leave' },
};

it('refuses what names nothing that is there, and says which field', async () => {
  const kept = ['sessions', 'sessionrows', 'attendance'];
  const written = () => JSON.stringify(kept.map((one) => cloud.documents(one)));
  const before = written();
  for (const [openid, action, changed, wanted] of REFUSED) {
    const input = { ...(action !== 'prepareSession' && { session }), ...COMPLETE[action], ...changed };
    const { code, details } = await ask(openid, action, input, newKey());
    const told = { code, ...(details as object) };
    const named = 'id' in wanted ? { ...wanted, id: session } : wanted;
    expect([action, changed, told]).toEqual([action, changed, named]);
  }
  expect(written()).toBe(before);
});

it('names after its end who was not there, and who was not at the one before either', async () => {
  const { edition } = await look();
  expect(await step({ act: 'fileMinutes', number: '2026-1' })).toMatchObject({
    data: { session, edition: edition + 1, state: 'noticed' },
  });
  expect((await look('x1')).minutes).toBe('2026-1');
  expect(await look()).not.toHaveProperty('absent');
  expect(await step({ act: 'close' })).toMatchObject({
    data: { session, edition: edition + 2, state: 'closed' },
  });
  // p1 is a deputy too and never came; at the session before nobody of these was a deputy's account.
  expect((await look()).absent).toEqual([
    { person: 'p1', name: expect.any(String) as unknown, again: false },
  ]);
  expect(await look('x1')).not.toHaveProperty('absent');
  expect(await ask('x1', 'answerNotice', { session, answer: 'attending' }, newKey())).toMatchObject({
    code: 'wrong-state',
    details: { state: 'closed' },
  });
  const dates = { from: '2026-12-28', to: '2026-12-28', place: '镇政府' };
  const { data } = await office('prepareSession', { name: '加开的会议', ...dates });
  const first = session;
  session = (data as { session: string }).session;
  const sittings = [{ date: dates.from, start: '08:30', end: '11:30', title: '开幕' }];
  await step({ act: 'saveAgenda', agenda: [{ title: '补选' }], sittings });
  expect(await ask('x1', 'answerNotice', { session, answer: 'attending' }, newKey())).toMatchObject({
    code: 'not-found',
  });
  expect(await ask('x1', 'openPaper', { session, paper: 'p1' })).toMatchObject({ code: 'not-found' });
  await step({ act: 'notify', place: '礼堂' });
  cloud.clock.set(Date.parse('2026-12-28T08:00:00+08:00'));
  const { code } = (await office('hallCode', { session, sitting: 'b1' })).data as { code: string };
  for (let at = 2; at <= PEOPLE; at++) await ask(`x${String(at)}`, 'signIn', { code }, newKey());
  await step({ act: 'close' });
  const absent = (await look()).absent ?? [];
  expect(absent.map(({ person, again }) => [person, again])).toEqual([
    ['p1', true],
    ['x1', false],
  ]);
  expect(absent[1]?.name).toBe('某0');
  session = first;
});

it('leaves of each act who did what, from where to where, and what the relay is to tell', () => {
  const of = `bh~${session}`;
  const clerk = accountOf('bh-staff');
  const steps = [
    ['prepare', '', 'prepared', 'session-prepared', { session: of }],
    ['saveAgenda', 'prepared', 'prepared', 'session-agenda-saved'],
    ['notify', 'prepared', 'noticed', 'session-noticed'],
    ['addPaper', 'noticed', 'noticed', 'session-paper-added'],
    ['recordVote', 'noticed', 'noticed', 'session-voted'],
    ['recordVote', 'noticed', 'noticed', 'session-voted'],
    ['fileMinutes', 'noticed', 'noticed', 'session-minutes-filed'],
    ['close', 'noticed', 'closed', 'session-closed'],
  ] as const;
  expect(toldActs(cloud, 'sessions').filter(({ document }) => document === of)).toEqual(
    steps.map(([act, from, to, event, about = { session: of, by: clerk }]) => {
      return { document: of, of, by: clerk, act, from, to, event, about };
    }),
  );
  const about = { session: of };
  const told = toldActs(cloud, 'attendance', 'sessionrows');
  for (const row of [
    { by: 'x1', act: 'answer-notice', of: 'x1', to: 'leave', event: 'session-answered' },
    { by: clerk, act: 'decide-leave', of: 'x1', to: 'approved', event: 'session-leave-decided' },
    { by: 'x3', act: 'sign-in', of: 'x3', to: 'b1', event: 'session-signed-in' },
    { by: clerk, act: 'sign-on-paper', of: 'p7', to: 'b1', event: 'session-signed' },
    { by: clerk, act: 'add-opinion', to: 'opinion', event: 'opinion-added' },
    { by: clerk, act: 'add-bill', to: 'bill', event: 'bill-added' },
  ])
    expect(told).toContainEqual(expect.objectContaining({ ...row, from: '', about }));
});

it('does not take a decision about leave again that is sent again', async () => {
  const decide = (approved: boolean, key = newKey()) =>
    office('decideLeave', { session, person: 'x1', approved }, key);
  const key = newKey();
  expect(await decide(false, key)).toMatchObject({ data: { approved: false } });
  expect(await decide(true)).toMatchObject({ ok: true });
  expect(await decide(false, key)).toMatchObject({ data: { approved: false } });
  expect((await look('x1')).own).toMatchObject({ answer: 'leave', approved: true });
  expect(await decide(true, key)).toMatchObject({ code: 'key-reused' });
});
