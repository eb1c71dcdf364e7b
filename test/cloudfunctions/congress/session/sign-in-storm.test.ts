/** 160 deputies come through the door within five minutes, and two instances of the function take what they send. */
import type { AttendanceRow } from '../../../../cloudfunctions/congress/session/rules/session-document';
import type { Directory } from '../../../../cloudfunctions/registry/directory/rules/directory';
import type { SessionStep, SessionView } from '../../../../miniprogram/contract/congress/session';
import type { Answer } from '../../../support/cloud';
import { TEST_FIELD_KEYS } from '../../../support/given';
import { startSampleCloud, type SampleCloud } from '../../../support/sample-cloud';
import { newKey } from '../../request/requests';
import { grantsOfDeputies, withDeputies, type Roll } from './support';

const PEOPLE = 160;
/** The chief is a deputy as well. */
const BASE = PEOPLE + 1;
/** So many are there after each minute; two thirds of 161 are 108. */
const AFTER_EACH_MINUTE = [40, 107, 108, PEOPLE];
const MINUTE_MS = 60_000;
const KB = 1024;
const DAY = '2026-12-21';
const STAFF = 'bh-staff';
const who = Array.from({ length: PEOPLE }, (_, at) => `x${String(at + 1)}`);

let cloud: SampleCloud;
let session: string;
let code: string;

const at = (time: string) => Date.parse(`${DAY}T${time}+08:00`);
const ask = (openid: string, action: string, input: object, key = newKey()) =>
  cloud.invoke('congress', action, { township: 'bh', ...input }, { openid, key });
const signIn = (openid: string, shown = code, key = newKey()) => ask(openid, 'signIn', { code: shown }, key);
const all = <T>(collection: string) => [...cloud.database.exportDocuments(collection)] as T[];
const signed = () =>
  all<AttendanceRow>('attendance').filter((row) => row.session === session && row.kind === 'signed');
const written = () => JSON.stringify(['attendance', 'sessions', 'sessionrows'].map(all));
const roll = async (sitting = 'b1') => (await ask(STAFF, 'roll', { session, sitting })).data as Roll;

async function step(one: SessionStep): Promise<void> {
  const { edition } = (await ask(STAFF, 'session', { session })).data as SessionView;
  const answer = await ask(STAFF, 'actOnSession', { session, edition, step: one });
  expect([one.act, answer.code ?? 'ok']).toEqual([one.act, 'ok']);
}

async function readCode(sitting: string): Promise<string> {
  return ((await ask(STAFF, 'hallCode', { session, sitting })).data as { code: string }).code;
}

beforeAll(async () => {
  process.env['FIELD_KEYS'] = TEST_FIELD_KEYS;
  cloud = await startSampleCloud({ instancesPerFunction: 2 });
  const large = all<Directory>('townships')
    .filter(({ _id }) => _id === 'bh')
    .map((one) => withDeputies(one, PEOPLE));
  await cloud.database.importDocuments('townships', large);
  await cloud.database.importDocuments('invitations', grantsOfDeputies(PEOPLE, cloud.clock.now()));
  const about = { name: '十九届一次会议', from: DAY, to: DAY, place: '镇政府' };
  session = ((await ask(STAFF, 'prepareSession', about)).data as { session: string }).session;
  const sittings = [
    { date: DAY, start: '08:30', end: '11:30', title: '上午会' },
    { date: DAY, start: '14:00', end: '17:00', title: '下午会' },
  ];
  await step({ act: 'saveAgenda', agenda: [{ title: '听取和审议政府工作报告' }], sittings });
  await step({ act: 'notify', place: '礼堂' });
  code = await readCode('b1');
});
afterAll(() => cloud.close());

test('107 of 161 are no quorum, 108 are; each sign-in costs admit and one call, and nobody is lost', async () => {
  cloud.clock.set(at('08:00:00'));
  const answers: Answer[] = [];
  for (const present of AFTER_EACH_MINUTE) {
    const next = who.slice(answers.length, present);
    answers.push(...(await Promise.all(next.map((openid) => signIn(openid)))));
    const missing = BASE - present;
    const figures = { base: BASE, present, missing, observers: 0, needed: 108 };
    expect(await roll()).toMatchObject({ ...figures, quorum: present >= 108 });
    cloud.clock.set(cloud.clock.now() + MINUTE_MS);
  }
  expect(cloud.clock.now()).toBeLessThanOrEqual(at('08:05:00'));
  expect(answers).toHaveLength(PEOPLE);
  for (const answer of answers)
    expect(answer).toMatchObject({ ok: true, data: { sitting: 'b1' }, cost: { calls: 2 } });
  const { rows } = await roll();
  const here = rows.filter((row) => row.as === 'deputy' && row.signed === 'code');
  expect(here.map(({ person }) => person).sort()).toEqual([...who].sort());
  expect(signed()).toHaveLength(PEOPLE);
});

test('a sign-in that is sent again, under its key or a new one, changes nothing', async () => {
  const key = newKey();
  cloud.clock.set(at('13:30:00'));
  const afternoon = await readCode('b2');
  expect(await signIn('x1', afternoon, key)).toMatchObject({ ok: true, data: { sitting: 'b2' } });
  const before = written();
  cloud.clock.set(cloud.clock.now() + MINUTE_MS);
  const again = await Promise.all([signIn('x1', afternoon, key), signIn('x1', afternoon)]);
  for (const answer of again) expect(answer).toMatchObject({ ok: true, data: { sitting: 'b2' } });
  expect(written()).toBe(before);
  expect((await roll('b2')).present).toBe(1);
});

test('40 with a wrong code, or with one of other hours, are refused and leave no trace', async () => {
  const before = written();
  const refusals = async (shown: string) => {
    const answers = await Promise.all(who.slice(0, 40).map((openid) => signIn(openid, shown)));
    return [...new Set(answers.map((answer) => answer.code ?? 'ok'))];
  };
  const afternoon = await readCode('b2');
  cloud.clock.set(at('13:40:00'));
  const wrong = afternoon.replace(/.$/, (last) => (last === 'a' ? 'b' : 'a'));
  expect(await refusals(wrong)).toEqual(['code-wrong']);
  expect(await refusals(afternoon.replace('.b2.', '.b1.'))).toEqual(['code-wrong']);
  expect(await refusals(code)).toEqual(['closed']);
  cloud.clock.set(at('12:59:59'));
  expect(await refusals(afternoon)).toEqual(['closed']);
  cloud.clock.set(at('17:00:01'));
  expect(await refusals(afternoon)).toEqual(['closed']);
  expect(written()).toBe(before);
});

test('no document is above 256 KB, and what each deputy writes is below one', () => {
  const size = (document: object) => Buffer.byteLength(JSON.stringify(document));
  for (const collection of cloud.database.collectionNames())
    for (const document of all<{ _id: string }>(collection))
      expect([collection, document._id, size(document) <= 256 * KB]).toEqual([
        collection,
        document._id,
        true,
      ]);
  expect(Math.max(...signed().map(size))).toBeLessThan(KB);
});
