/**
 * A ban and its lifting, killed before and after each call, tried again: once in the audit, and the days as the bans
 * are. And the relay, killed while it brings them there.
 */
import { DEATHS_OF_ACTS, dieAtEachCall, LONG_STEP } from '../../support/deaths';
import { DATE, makeDay, TOWNSHIP } from './support/days';
import { openDesk, type Desk } from './support/desk';
import { newKey } from './support/reception';

jest.setTimeout(600_000);

/** More calls than a ban, and than a relay with one event, makes. */
const [CALLS, RELAY_CALLS] = [9, 60];
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

describe.each(DEATHS_OF_ACTS)('%s', (death) => {
  test.each(['bar', 'lift'] as const)('%s: once, whenever it dies', async (act) => {
    await dieAtEachCall({ cloud: desk, fn: 'reception', death, atMost: CALLS }, async (fatally) => {
      await begin();
      if (act === 'lift') await bar(newKey());
      await desk.kick();
      const key = newKey();
      const run = () => (act === 'bar' ? bar(key) : lift(key));
      await fatally(run);
      expect(await run()).toMatchObject({ ok: true, data: { bar: account } });
      await desk.kick();
      expect(audited(act)).toBe(1);
      const held = act === 'bar' ? [account] : [];
      expect([bannedOn(DATE), bannedOn(LATER)]).toEqual([held, held]);
      expect([...desk.database.exportDocuments('bans')]).toMatchObject([{ outbox: [], history: [] }]);
    });
  });
});

test.each(DEATHS_OF_ACTS)(
  'the relay, %s, while it brings a bar: both days carry it, one row says so',
  async (death) => {
    await dieAtEachCall(
      { cloud: desk, fn: 'notify', death, step: LONG_STEP, atMost: RELAY_CALLS },
      async (fatally) => {
        await begin();
        await desk.kick();
        await bar(newKey());
        await fatally(desk.kick);
        await desk.control({ clock: { advanceMs: 61_000 } });
        await desk.kick();
        expect([bannedOn(DATE), bannedOn(LATER)]).toEqual([[account], [account]]);
        expect(audited('bar')).toBe(1);
      },
    );
  },
);
