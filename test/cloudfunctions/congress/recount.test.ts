/**
 * The ledger of sessions and suggestions against a recount of what is stored, after whatever happened; and a bill that
 * was left off the agenda, which becomes one suggestion however often its event comes. `PROOF=1`: 500 histories.
 */
import fc from 'fast-check';
import { main as congress } from '../../../cloudfunctions/congress/index';
import { onBillAdded } from '../../../cloudfunctions/congress/events/on-bill-added';
import type { SessionRow } from '../../../cloudfunctions/congress/session/rules/session-document';
import { SUGGESTION_TABLE } from '../../../cloudfunctions/congress/suggestion/rules/life-cycle';
import type { SuggestionDocument } from '../../../cloudfunctions/congress/suggestion/rules/suggestion-document';
import type { StoredFact } from '../../../cloudfunctions/duty/ledger/store';
import { main as notify } from '../../../cloudfunctions/notify/index';
import type { Delivered } from '../../../cloudfunctions/shared/outbox';
import { toLocalDate } from '../../../cloudfunctions/shared/china-time';
import { recountFrom } from '../../../local/recount';
import type { SessionStep, SessionView } from '../../../miniprogram/contract/congress/session';
import type { SuggestionAct, SuggestionView } from '../../../miniprogram/contract/congress/suggestion';
import type { NoteKind } from '../../../miniprogram/contract/congress/presidium';
import type { Output } from '../../../miniprogram/contract/wire';
import { startInProcess, type InProcessCloud } from '../../support/in-process';
import { SAMPLE_NOW } from '../../support/given';
import { newKey } from '../request/requests';
import { stepOf } from './suggestion/model';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);

const HISTORIES = process.env['PROOF'] === '1' ? 500 : 8;
jest.setTimeout(60_000 + HISTORIES * 4_000);

const STAFF = 'bh-staff';
const MOVERS = ['p5', 'p6', 'p8', 'p17', 'p49'];
const PEOPLE = ['bh-p5', 'bh-p6', 'bh-p8', 'bh-p1', 'bh-p17', STAFF, 'bh-unit', 'bh-unit-2'];
const OWN = ['facts', 'suggestions', 'sessions', 'sessionrows', 'attendance', 'presidium'];
let cloud: InProcessCloud;

const ask = (openid: string, action: string, input: object, key?: string) =>
  cloud.invoke(
    'congress',
    action,
    { township: 'bh', ...input },
    { openid, ...(key !== undefined && { key }) },
  );

async function relay(): Promise<void> {
  for (let round = 0; round < 3; round++)
    await cloud.invoke('notify', 'kick', { township: 'bh' }, { openid: STAFF, key: newKey() });
}

function differences() {
  const read = <T>(collection: string) =>
    cloud.documents<T & { township: string }>(collection).filter(({ township }) => township === 'bh');
  return recountFrom(read, 'bh').filter(({ source }) => /^(session|suggestion|presidium)~/.test(source));
}

beforeAll(async () => {
  cloud = await startInProcess({ congress, notify });
});
const DAY_MS = 86_400_000;
beforeEach(() => {
  // The next morning: sessions are held by day, and what an account does in a minute is counted.
  const start = Date.parse(SAMPLE_NOW);
  cloud.clock.set(start + Math.ceil((cloud.clock.now() - start) / DAY_MS) * DAY_MS);
  // Those of the sample lead to no row that is looked at here, and would be recounted each time.
  for (const collection of ['requests', 'activities', ...OWN]) cloud.replace(collection, []);
});

async function draft(openid: string): Promise<string> {
  const text = { category: 'road', requests: [], title: '案由', grounds: '案据', plan: '方案' };
  const { data } = await ask(openid, 'draftSuggestion', text, newKey());
  return (data as { suggestion: string }).suggestion;
}

/** Over before there is an answer. */
const ENDS: readonly SuggestionAct[] = ['withdraw', 'toLetter', 'passUp'];

/** A step that leads on, one that ends nothing, or whatever may be done. */
type Kind = 'on' | 'along' | 'any';

interface Turn {
  which: number;
  who: number;
  kind: Kind;
  act: number;
  n: number;
  relay: boolean;
}

function isOf(kind: Kind, act: SuggestionAct): boolean {
  if (kind === 'any') return true;
  if (ENDS.includes(act)) return false;
  // Without its letter there is no answer.
  return kind === 'along' || act === 'writeReply' || SUGGESTION_TABLE[act].to !== 'same';
}

/** The act that the number names, by this person or the next one who may do any of the kind. */
async function takeTurn(suggestions: readonly string[], { which, who, kind, act, n }: Turn): Promise<void> {
  const suggestion = suggestions[which % suggestions.length];
  for (const person of PEOPLE.slice(who).concat(PEOPLE.slice(0, who))) {
    const { data } = await ask(person, 'suggestion', { suggestion });
    const acts = ((data as SuggestionView | undefined)?.acts ?? []).filter((one) => isOf(kind, one));
    const next = acts[act % acts.length];
    if (next === undefined) continue;
    const step = stepOf(next, toLocalDate(cloud.clock.now()), n);
    await ask(person, 'actOnSuggestion', { suggestion, step }, newKey());
    return;
  }
}

test('after any history of suggestions the ledger is what a recount says', async () => {
  const turn: fc.Arbitrary<Turn> = fc.record({
    which: fc.nat(1),
    who: fc.nat(PEOPLE.length - 1),
    kind: fc.oneof(
      { arbitrary: fc.constant<Kind>('on'), weight: 10 },
      { arbitrary: fc.constant<Kind>('along'), weight: 9 },
      { arbitrary: fc.constant<Kind>('any'), weight: 1 },
    ),
    act: fc.nat(20),
    n: fc.nat(5),
    relay: fc.boolean(),
  });
  const counted = new Map<string, number>();
  const history = fc.asyncProperty(fc.array(turn, { minLength: 30, maxLength: 60 }), async (turns) => {
    // Nor do rows and notices of earlier histories pile up: the database in memory looks through all of them.
    for (const name of ['facts', 'suggestions', 'audit', 'inbox', 'messages']) cloud.replace(name, []);
    const all = [await draft('bh-p5'), await draft('bh-p6')];
    for (const suggestion of all)
      await ask(
        suggestion === all[0] ? 'bh-p5' : 'bh-p6',
        'actOnSuggestion',
        { suggestion, step: { act: 'submit' } },
        newKey(),
      );
    for (const one of turns) {
      cloud.clock.set(cloud.clock.now() + 60_000);
      await takeTurn(all, one);
      if (!one.relay) continue;
      await relay();
      expect(differences()).toEqual([]);
    }
    await relay();
    for (const { kind } of cloud.documents<StoredFact>('facts'))
      counted.set(kind, (counted.get(kind) ?? 0) + 1);
    expect(differences()).toEqual([]);
  });
  await fc.assert(history, { numRuns: HISTORIES });
  // The histories led to facts, and to answers among them.
  const facts = [...counted].filter(([kind]) => kind.startsWith('suggestion-'));
  expect(facts.reduce((sum, [, many]) => sum + many, 0)).toBeGreaterThan(HISTORIES);
  expect(counted.get('suggestion-answered')).toBeGreaterThan(0);
});

async function hold(): Promise<string> {
  const day = toLocalDate(cloud.clock.now());
  const about = { name: `会议${newKey()}`, from: day, to: day, place: '礼堂' };
  const made = await ask(STAFF, 'prepareSession', about, newKey());
  const { session } = made.data as { session: string };
  const step = async (one: SessionStep) => {
    const { edition } = (await ask(STAFF, 'session', { session })).data as SessionView;
    return ask(STAFF, 'actOnSession', { session, edition, step: one }, newKey());
  };
  const sittings = [{ date: day, start: '08:30', end: '11:30', title: '上午会' }];
  await step({ act: 'saveAgenda', agenda: [{ title: '报告' }], sittings });
  await step({ act: 'notify', place: '礼堂' });
  await ask('bh-p8', 'answerNotice', { session, answer: 'leave', reason: '住院' }, newKey());
  await ask(STAFF, 'signInOnPaper', { session, sitting: 'b1', persons: ['p5', 'p6'] }, newKey());
  await ask(STAFF, 'addOpinion', { session, item: 'a1', person: 'p5', words: '修路' }, newKey());
  expect(await step({ act: 'close' })).toMatchObject({ ok: true });
  return session;
}

const bill = (session: string, more: object) => {
  const about = { session, title: '关于修路的议案', persons: MOVERS, ...more };
  return ask(STAFF, 'addBill', about, newKey());
};

test('what is entered when a session is over is in the ledger too', async () => {
  const session = await hold();
  await relay();
  expect(differences()).toEqual([]);
  const count = () => cloud.documents('facts').length;
  const late = [
    () => ask(STAFF, 'signInOnPaper', { session, sitting: 'b1', persons: ['p17'] }, newKey()),
    () => ask(STAFF, 'decideLeave', { session, person: 'p8', approved: true }, newKey()),
    () => ask(STAFF, 'addOpinion', { session, item: 'a1', person: 'p6', words: '修桥' }, newKey()),
    () => bill(session, { listed: true }),
  ];
  const before = count();
  for (const act of late) {
    expect(await act()).toMatchObject({ ok: true });
    expect(differences()).not.toEqual([]);
    await relay();
    expect(differences()).toEqual([]);
  }
  expect(count()).toBe(before + 2);
});

test('meetings, liaison and guidance of the presidium are in the ledger, whoever wrote them down', async () => {
  const today = toLocalDate(cloud.clock.now());
  const { data } = await ask(STAFF, 'meetings', { year: Number(today.slice(0, 4)) });
  const members = (data as Output<'congress', 'meetings'>).members.map(({ person }) => person);
  const [kept = ''] = members.filter((person) => person !== 'p17');
  const items = [{ title: '听取汇报', for: members.length, against: 0, abstain: 0 }];
  const meeting = { date: today, place: '会议室', persons: members, items, minutes: '卷一' };
  const note = (openid: string, kind: NoteKind, more: object = {}) =>
    ask(openid, 'addNote', { kind, date: today, words: '某事', ...more }, newKey());
  const acts = [
    () => ask(STAFF, 'recordMeeting', meeting, newKey()),
    () => ask(STAFF, 'keepInTouch', { person: 'p5', member: kept }, newKey()),
    () => note('bh-p17', 'difficulty', { person: 'p5' }),
    () => note(STAFF, 'opinion', { person: 'p5' }),
    () => note(STAFF, 'opinion', { person: 'p6' }),
    () => note('bh-p5', 'difficulty'),
    () => note(STAFF, 'visit'),
    () => note(STAFF, 'training'),
  ];
  for (const act of acts) {
    cloud.clock.set(cloud.clock.now() + 61_000);
    expect(await act()).toMatchObject({ ok: true });
    await relay();
    expect(differences()).toEqual([]);
  }
  const facts = cloud.documents<StoredFact>('facts').map(({ kind, persons }) => `${kind} ${persons.join()}`);
  expect(facts.sort()).toEqual(
    ['guidance ', `liaison ${kept}`, 'liaison p17', `meeting-attended ${members.join()}`].sort(),
  );
});

test('a bill left off the agenda is one suggestion with every mover’s name, and each leads to the other', async () => {
  const session = await hold();
  expect(await bill(session, { listed: false, lead: 'p6' })).toMatchObject({ code: 'bad-input' });
  expect(await bill(session, { listed: false, lead: 'p1', category: 'road' })).toMatchObject({
    code: 'bad-input',
  });
  expect(await bill(session, { listed: false, lead: 'p6', category: 'road' })).toMatchObject({ ok: true });
  expect(await bill(session, { listed: true })).toMatchObject({ ok: true });
  await relay();
  const rows = cloud.documents<SessionRow>('sessionrows').filter(({ listed }) => listed === false);
  const [made, ...others] = cloud.documents<SuggestionDocument>('suggestions');
  expect(others).toEqual([]);
  expect(made).toMatchObject({ state: 'submitted', open: true, lead: 'p6', session, bill: rows[0]?._id });
  const suggestion = made?._id ?? '';
  const event = { township: 'bh', document: rows[0]?._id ?? '', at: cloud.clock.now() } as Delivered;
  await onBillAdded(event, cloud.clock.now());
  expect(cloud.documents('suggestions')).toHaveLength(1);
  const seen = (await ask('bh-p6', 'suggestion', { suggestion })).data as SuggestionView;
  expect(seen).toMatchObject({
    fromBill: true,
    session,
    title: '关于修路的议案',
    cosigners: MOVERS.length - 1,
  });
  const links = async (openid: string) => {
    const view = (await ask(openid, 'session', { session })).data as SessionView;
    return view.bills.map((one) => one.suggestion ?? '').sort();
  };
  expect(await links(STAFF)).toEqual(['', suggestion]);
  expect(await links('bh-p49')).toEqual(['', suggestion]);
  expect(await links('bh-p21')).toEqual(['', '']);
  expect(differences()).toEqual([]);
});

test('whoever led it and left in between is followed by a mover who is there', async () => {
  const session = await hold();
  await bill(session, { listed: false, lead: 'p6', category: 'road' });
  const townships = cloud.documents<{
    _id: string;
    people?: { id: string; memberships: { to?: string }[] }[];
  }>('townships');
  const gone = JSON.parse(JSON.stringify(townships)) as typeof townships;
  for (const { people = [] } of gone)
    for (const { id, memberships } of people)
      if (id === 'p6') for (const one of memberships) one.to = '2026-11-20';
  cloud.replace('townships', gone);
  cloud.clock.set(cloud.clock.now() + 120_000);
  await relay();
  cloud.replace('townships', townships);
  expect(cloud.documents<SuggestionDocument>('suggestions')).toMatchObject([
    { lead: 'p5', state: 'submitted' },
  ]);
});
