/**
 * One session from its preparation to the last answer that came of it, as each role reads it: what the office keeps, a
 * deputy who moves a bill, one on leave, the presidium, the unit that answers, and a villager.
 */
import type { TopicStep, TopicView } from '../../../miniprogram/contract/congress/presidium';
import type { SessionStep, SessionView } from '../../../miniprogram/contract/congress/session';
import type {
  PublicSuggestion,
  SuggestionCard,
  SuggestionFigures,
  SuggestionStep,
  SuggestionView,
} from '../../../miniprogram/contract/congress/suggestion';
import { FIRST_SESSION } from '../../../local/townships/sessions';
import { startSampleCloud, type SampleCloud } from '../../support/sample-cloud';
import { newKey } from '../request/requests';
import type { Roll } from './session/support';

const STAFF = 'bh-staff';
const CHIEF = 'bh-p1';
const MOVER = 'bh-p5';
const ON_LEAVE = 'bh-p6';
const SPEAKER = 'bh-p8';
const MEMBER = 'bh-p17';
const UNIT = 'bh-unit';
const VILLAGER = 'bh-villager-1';
const DAY = '2026-12-21';
const BILL = '关于硬化三组道路的议案';

let cloud: SampleCloud;
let session: string;
let suggestion: string;
/** Deputies who have to come. */
let base: string[];

beforeAll(async () => {
  cloud = await startSampleCloud();
});
afterAll(() => cloud.close());
beforeEach(() => {
  cloud.clock.set(cloud.clock.now() + 120_000);
});

const ask = (openid: string, action: string, input: object = {}) =>
  cloud.invoke('congress', action, { township: 'bh', ...input }, { openid, key: newKey() });

/** What it answers; a refusal fails the test. */
async function read<T>(openid: string, action: string, input: object = {}): Promise<T> {
  const answer = await ask(openid, action, input);
  expect([openid, action, answer.code ?? 'ok']).toEqual([openid, action, 'ok']);
  return answer.data as T;
}
const look = (openid: string) => read<SessionView>(openid, 'session', { session });
const roll = () => read<Roll>(STAFF, 'roll', { session, sitting: 'b1' });
async function keep(step: SessionStep): Promise<void> {
  const { edition } = await look(STAFF);
  await read(STAFF, 'actOnSession', { session, edition, step });
}
const lookAt = (openid: string) => read<SuggestionView>(openid, 'suggestion', { suggestion });
const act = (openid: string, step: SuggestionStep) => read(openid, 'actOnSuggestion', { suggestion, step });
async function queue(openid: string, name: string): Promise<string[]> {
  type Listed = { suggestions: readonly SuggestionCard[] };
  const { suggestions } = await read<Listed>(openid, 'suggestions', { queue: name });
  return suggestions.map((card) => card.suggestion);
}

test('the office prepares it from the one before, and nobody else sees it yet', async () => {
  const before = await read<SessionView>(STAFF, 'session', { session: FIRST_SESSION });
  const about = { name: '十八届三次会议', from: DAY, to: DAY, place: before.place };
  ({ session } = await read<{ session: string }>(STAFF, 'prepareSession', about));
  const agenda = before.agenda.map(({ title }) => ({ title }));
  const sittings = before.sittings
    .slice(0, 1)
    .map(({ start, end, title }) => ({ date: DAY, start, end, title }));
  await keep({ act: 'saveAgenda', agenda, sittings });
  const prepared = await look(STAFF);
  expect(prepared.agenda.map(({ title }) => title)).toEqual(before.agenda.map(({ title }) => title));
  expect(prepared).toMatchObject({ state: 'prepared', keeps: true, noticeBy: expect.any(String) as unknown });
  for (const openid of [MOVER, MEMBER])
    expect(await ask(openid, 'session', { session })).toMatchObject({ code: 'not-found' });
});

test('the notice is answered: who comes, who is on leave and why, which the office alone reads', async () => {
  await keep({ act: 'notify', place: '镇政府礼堂' });
  expect(await look(MOVER)).toMatchObject({ state: 'noticed', place: '镇政府礼堂', own: { signed: [] } });
  expect(await ask(VILLAGER, 'session', { session })).toMatchObject({ code: 'not-allowed' });
  await read(MOVER, 'answerNotice', { session, answer: 'attending' });
  await read(ON_LEAVE, 'answerNotice', { session, answer: 'leave', reason: '住院' });
  const rows = new Map((await roll()).rows.map((row) => [row.person, row]));
  expect(rows.get('p5')).toMatchObject({ as: 'deputy', answer: 'attending' });
  expect(rows.get('p6')).toMatchObject({ as: 'deputy', answer: 'leave', reason: '住院' });
  await read(STAFF, 'decideLeave', { session, person: 'p6', approved: true });
  expect((await look(ON_LEAVE)).own).toEqual({ answer: 'leave', approved: true, signed: [] });
  for (const openid of [MOVER, MEMBER]) {
    expect(JSON.stringify(await look(openid))).not.toContain('住院');
    expect(await ask(openid, 'roll', { session, sitting: 'b1' })).toMatchObject({ code: 'not-allowed' });
  }
});

test('deputies sign in by the code in the hall, the others on paper, until there is a quorum', async () => {
  cloud.clock.set(Date.parse(`${DAY}T08:10:00+08:00`));
  expect(await ask(MOVER, 'hallCode', { session, sitting: 'b1' })).toMatchObject({ code: 'not-allowed' });
  const { code } = await read<{ code: string }>(STAFF, 'hallCode', { session, sitting: 'b1' });
  for (const openid of [MOVER, SPEAKER]) await read(openid, 'signIn', { code });
  expect((await look(MOVER)).own).toEqual({ answer: 'attending', signed: ['b1'] });
  const early = await roll();
  expect(early).toMatchObject({ present: 2, leave: 1, quorum: false });
  base = early.rows.filter((row) => row.as === 'deputy').map(({ person }) => person);
  expect(base).toHaveLength(early.base);
  const others = base.filter((person) => !['p5', 'p6', 'p8'].includes(person));
  const enough = others.slice(0, early.needed - 2);
  await read(STAFF, 'signInOnPaper', { session, sitting: 'b1', persons: enough.slice(1) });
  expect(await roll()).toMatchObject({ present: early.needed - 1, quorum: false });
  await read(STAFF, 'signInOnPaper', { session, sitting: 'b1', persons: enough });
  expect(await roll()).toMatchObject({ present: early.needed, quorum: true });
});

test('what was said, moved and voted stands in every member’s session', async () => {
  const words = '报告没有说三组的路。';
  await read(STAFF, 'addOpinion', { session, item: 'a1', person: 'p8', words });
  const persons = [...new Set(['p5', 'p8', ...base.filter((person) => person !== 'p6')])].slice(0, 5);
  await read(STAFF, 'addBill', {
    session,
    title: BILL,
    persons,
    listed: false,
    lead: 'p5',
    category: 'road',
  });
  const { needed, present } = await roll();
  const vote = { act: 'recordVote', item: 'a1', title: '关于政府工作报告的决议' } as const;
  const tooFew = { ...vote, present: needed - 1, for: needed - 1, against: 0, abstain: 0 };
  const { edition } = await look(STAFF);
  expect(await ask(STAFF, 'actOnSession', { session, edition, step: tooFew })).toMatchObject({
    code: 'bad-input',
  });
  await keep({ ...vote, present, for: present - 1, against: 0, abstain: 1 });
  for (const openid of [STAFF, MOVER, ON_LEAVE, SPEAKER, MEMBER]) {
    const seen = await look(openid);
    expect(seen.opinions).toMatchObject([{ item: 'a1', person: 'p8', words }]);
    expect(seen.bills).toMatchObject([{ title: BILL, listed: false }]);
    expect(seen.votes).toMatchObject([{ due: base.length, present, for: present - 1, passed: true }]);
  }
});

test('the bill that was left off the agenda becomes a suggestion, which who moved it opens from there', async () => {
  await cloud.relayAll();
  suggestion = (await look(MOVER)).bills[0]?.suggestion ?? '';
  expect((await look(SPEAKER)).bills[0]?.suggestion).toBe(suggestion);
  expect((await look(ON_LEAVE)).bills[0]).not.toHaveProperty('suggestion');
  expect(await lookAt(MOVER)).toMatchObject({ title: BILL, fromBill: true, session, cosigners: 4 });
  expect(await queue(STAFF, 'examine')).toContain(suggestion);
  expect(await queue(MOVER, 'mine')).toContain(suggestion);
  expect(await queue(UNIT, 'unit')).not.toContain(suggestion);
  expect(await ask(UNIT, 'suggestion', { suggestion })).toMatchObject({ code: 'not-found' });
});

test('it is given to a unit, answered in writing and graded by who led it', async () => {
  await act(STAFF, { act: 'examine' });
  expect(await queue(CHIEF, 'decide')).toContain(suggestion);
  await act(CHIEF, { act: 'assign', lead: 'u1', assist: [] });
  expect(await queue(UNIT, 'unit')).toContain(suggestion);
  expect(await lookAt(UNIT)).toMatchObject({ state: 'assigned', owner: 'unit' });
  await act(UNIT, { act: 'contact', date: DAY, words: '同代表看了现场' });
  const letter = { letter: '白府〔2026〕9号', signer: '某', class: 'A', words: '已经硬化' } as const;
  await act(UNIT, { act: 'writeReply', ...letter });
  expect(await lookAt(MOVER)).not.toHaveProperty('draft');
  await act(UNIT, { act: 'reply', scan: 'cloud://e.b/bh/papers/letter.pdf', paper: 'public' });
  const answered = await lookAt(MOVER);
  expect(answered).toMatchObject({ state: 'replied', owner: 'deputy', replies: [{ words: '已经硬化' }] });
  expect(answered.acts).toContain('opine');
  expect((await lookAt(SPEAKER)).acts).not.toContain('opine');
  await act(MOVER, { act: 'opine', opinion: 'satisfied' });
  expect(await lookAt(UNIT)).toMatchObject({ state: 'closed', opinion: { opinion: 'satisfied' }, acts: [] });
  const figures = await read<SuggestionFigures>(STAFF, 'suggestionFigures', { session });
  expect(figures).toMatchObject({ total: 1, open: 0, answered: 1, done: 1, promised: 0 });
});

test('a villager reads it once the office has made it public, in the office’s words', async () => {
  const published = async () => {
    type Board = { suggestions: readonly PublicSuggestion[] };
    const { suggestions } = await read<Board>(VILLAGER, 'publicSuggestions');
    return suggestions.find((one) => one.suggestion === suggestion);
  };
  expect(await published()).toBeUndefined();
  await act(STAFF, { act: 'publish', title: '硬化村道', result: '路修好了' });
  expect(await published()).toMatchObject({ title: '硬化村道', result: '路修好了', class: 'A' });
  expect(JSON.stringify(await published())).not.toContain('白府');
});

test('what was said in the session goes into the presidium’s plan and is decided there', async () => {
  const plan = { title: '村道建设', form: 'report', on: DAY };
  const { topic } = await read<{ topic: string }>(STAFF, 'planTopic', plan);
  const step = (openid: string, one: TopicStep) => read(openid, 'actOnTopic', { topic, step: one });
  const find = async (openid: string) => {
    const { topics } = await read<{ topics: readonly TopicView[] }>(openid, 'topics', { year: 2026 });
    return topics.find((one) => one.topic === topic);
  };
  await step(STAFF, { act: 'hold', date: DAY, words: '听了汇报' });
  expect(await find(UNIT)).toBeUndefined();
  await step(STAFF, {
    act: 'handOn',
    number: '审议2号',
    words: '明年修完',
    unit: 'u1',
    replyBy: '2027-03-31',
  });
  expect(await find(UNIT)).toMatchObject({ owner: 'unit', acts: ['reportBack'] });
  await step(UNIT, { act: 'reportBack', number: '报2号', words: '已列入计划' });
  expect((await find(CHIEF))?.acts).toContain('accept');
  expect((await find(MEMBER))?.acts).not.toContain('accept');
  await step(CHIEF, { act: 'accept', words: '同意' });
  for (const openid of [STAFF, MEMBER, UNIT])
    expect(await find(openid)).toMatchObject({ state: 'accepted', report: { words: '已列入计划' } });
});

test('closed, it says to the office alone who was missing without leave', async () => {
  await keep({ act: 'fileMinutes', number: '2026-会议-3' });
  await keep({ act: 'close' });
  const { missing } = await roll();
  const { absent = [] } = await look(STAFF);
  expect(absent).toHaveLength(missing - 1);
  expect(absent.map(({ person }) => person)).not.toContain('p6');
  for (const openid of [MOVER, ON_LEAVE, MEMBER]) {
    const seen = await look(openid);
    expect(seen).toMatchObject({ state: 'closed', minutes: '2026-会议-3' });
    expect(seen).not.toHaveProperty('absent');
  }
  expect(await ask(ON_LEAVE, 'answerNotice', { session, answer: 'attending' })).toMatchObject({
    code: 'wrong-state',
  });
});
