/**
 * A ban and its lifting, killed before and after each call, tried again: once in the audit, and the days as the bans
 * are. And the relay, killed while it brings them there.
 */
import { DATE, makeDay, TOWNSHIP } from './support/days';
import { openDesk, type Desk } from './support/desk';
import { newKey } from './support/reception';

jest.setTimeout(120_000);

/** The relay makes sixteen calls; each of them under PROOF=1. */
const STEP = process.env['PROOF'] === '1' ? 1 : 3;
const LATER = '2026-12-14';
let desk: Desk;
let account = '';
let booking = '';
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

async function begin(): Promise<void> {
  await desk.reset();
  await desk.replaceDay(makeDay({ date: LATER }));
  booking = (await desk.hold('o1')).booking;
  account = booking.split('-')[0] ?? '';
}

const bar = (key: string) =>
  desk.ask('o-staff', 'barPerson', { booking, reason: '总不来', until: '2026-12-20' }, key);
const lift = (key: string) =>
  desk.act('liftBar', { township: TOWNSHIP, bar: account }, { openid: 'o-staff', key });
const audited = (act: string) =>
  ([...desk.database.exportDocuments('audit')] as { act: string }[]).filter((row) => row.act === act).length;
const bannedOn = (date: string) => Object.keys(desk.day(date).banned ?? {});

const kills = (['killBeforeCall', 'killAfterCall'] as const).flatMap((fault) =>
  [1, 2, 3, 4, 5].map((call) => [fault, call] as const),
);

describe.each(kills)('%s %i', (fault, call) => {
  beforeEach(begin);

  test.each(['bar', 'lift'] as const)('%s: once, whenever it dies', async (act) => {
    if (act === 'lift') await bar(newKey());
    await desk.kick();
    const key = newKey();
    const run = () => (act === 'bar' ? bar(key) : lift(key));
    await desk.control({ faults: { [fault]: call, function: 'reception' } });
    await run();
    await desk.control({ faults: {} });
    expect(await run()).toMatchObject({ ok: true, data: { bar: account } });
    await desk.kick();
    expect(audited(act)).toBe(1);
    const held = act === 'bar' ? [account] : [];
    expect([bannedOn(DATE), bannedOn(LATER)]).toEqual([held, held]);
    expect([...desk.database.exportDocuments('bans')]).toMatchObject([{ outbox: [], history: [] }]);
  });
});

test.each(['killBeforeCall', 'killAfterCall'] as const)(
  'the relay, %s, while it brings a bar: both days carry it, one row says so',
  async (fault) => {
    for (let call = 1; call <= 16; call += STEP) {
      await begin();
      await desk.kick();
      await bar(newKey());
      await desk.control({ faults: { [fault]: call, function: 'notify' } });
      await desk.kick();
      await desk.control({ faults: {}, clock: { advanceMs: 61_000 } });
      await desk.kick();
      expect([bannedOn(DATE), bannedOn(LATER)]).toEqual([[account], [account]]);
      expect(audited('bar')).toBe(1);
    }
  },
);
