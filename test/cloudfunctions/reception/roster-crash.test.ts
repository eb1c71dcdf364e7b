/**
 * Each act of the roster, killed before and after each of its database calls, tried again under its key, then
 * relayed: it took place once, is in the audit once, and nothing waits in an outbox.
 */
import type { Directory } from '../../../cloudfunctions/registry/directory/rules/directory';
import type { RosterView } from '../../../miniprogram/contract/roster';
import { DEATHS_OF_ACTS, dieAtEachCall } from '../../support/deaths';
import { fairShare } from '../../support/fair-share';
import { BH, openOffice, STAFF, type Office } from './support/office';
import { newKey } from './support/reception';

const YEAR = { year: 2026 };
const DATE = '2026-01-05';
/** More calls than any act makes. */
const CALLS = 9;

jest.setTimeout(600_000);

let office: Office;
/** Collections as they stand before the act. */
let before: [string, object[]][];
beforeAll(async () => {
  office = await openOffice();
  await office.ask(STAFF, 'proposeRoster', { ...YEAR, from: '2026-01-01' });
  await office.ask(STAFF, 'publishDay', { ...YEAR, date: DATE });
  await office.kick();
  const names = ['townships', 'invitations', 'rosters', 'days', 'audit'];
  before = names.map((name) => [name, [...office.database.exportDocuments(name)]]);
});
afterAll(() => office.close());

async function restore(): Promise<void> {
  await office.control({ faults: {} });
  await office.database.drop();
  for (const [name, documents] of before) await office.database.importDocuments(name, documents);
}

/** Rows of the audit about the roster, and about a day that was withdrawn, whose row stands with the day. */
const countRows = () =>
  office.audit().filter(({ document, act }) => document === `${BH}~2026` || act === 'withdraw').length;

const countDrafts = () => Object.values(office.roster().days).filter(({ state }) => state === 'draft').length;

const holder = () => office.roster().seats[DATE]?.['h1-am-2']?.person ?? '';
/** Somebody with an account who does not sit anywhere on that day. */
function findFree(): string {
  const seated = Object.values(office.roster().seats[DATE] ?? {}).map(({ person }) => person);
  const directories = [...office.database.exportDocuments('townships')] as Partial<Directory>[];
  const people = directories.find(({ _id }) => _id === BH)?.people ?? [];
  const free = people.filter(({ id, claimed, absent }) => {
    return claimed && absent.length === 0 && !seated.includes(id);
  });
  return free[0]?.id ?? '';
}

const seat = { ...YEAR, date: DATE, seat: 'h1-am-2' };
type Prepared = readonly [openid: string, input: object];
const ACTS: Readonly<Record<string, () => Prepared | Promise<Prepared>>> = {
  proposeRoster: () => [STAFF, { ...YEAR, from: '2026-02-01' }],
  editSeat: () => [STAFF, { ...seat, person: findFree(), rev: 99 }],
  setAbsence: () => [STAFF, { ...YEAR, person: 'p40', from: DATE, to: DATE }],
  publishDay: () => [STAFF, { ...YEAR, date: '2026-02-05' }],
  /** Two of them are enough to see one write. */
  async publishRest() {
    const roster = office.roster();
    const kept = Object.entries(roster.days).filter(([date]) => date <= '2026-03-31');
    await office.database.importDocuments('rosters', [{ ...roster, days: Object.fromEntries(kept) }]);
    return [STAFF, YEAR];
  },
  withdrawDay: () => [STAFF, { ...YEAR, date: DATE }],
  askSwap: () => [`${BH}-${holder()}`, { ...seat, to: findFree() }],
  async answerSwap() {
    const colleague = findFree();
    await office.ask(`${BH}-${holder()}`, 'askSwap', { ...seat, to: colleague });
    await office.kick();
    return [`${BH}-${colleague}`, { ...YEAR, swap: `${DATE}_h1-am-2`, accept: true }];
  },
};

/** All go through the one engine of acts: `npm test` tries every third. */
describe.each(fairShare(Object.keys(ACTS), 3))('%s', (action) => {
  test.each(DEATHS_OF_ACTS)('%s: once, whenever it dies', async (death) => {
    await dieAtEachCall({ cloud: office, fn: 'reception', death, atMost: CALLS }, async (fatally) => {
      await restore();
      const [openid, input] = (await ACTS[action]?.()) ?? ['', {}];
      const [version, rows, drafts] = [office.roster().version, countRows(), countDrafts()];
      const key = newKey();
      await fatally(() => office.ask(openid, action, input, key));
      const answer = await office.ask(openid, action, input, key);
      expect(answer).toMatchObject({ ok: true });
      if (action === 'proposeRoster') expect((answer.data as RosterView).rev).toBe(version + 1);
      expect(office.roster().version).toBe(version + 1);
      await office.kick();
      expect(office.roster()).toMatchObject({ outbox: [], history: [], outboxAt: 0 });
      expect(countRows()).toBe(rows + (action === 'publishRest' ? drafts : 1));
    });
  });
});
