/** The nightly recount: a ledger that agrees is let be; what was planted is found, told once, and survives any death. */
import type { StoredFact } from '../../../../cloudfunctions/duty/ledger/store';
import { recountLedger } from '../../../../cloudfunctions/notify/recount/recount-ledger';
import type { StoredRecount } from '../../../../cloudfunctions/notify/recount/store';
import { decryptField } from '../../../../cloudfunctions/shared/cipher';
import { turnstile } from '../../../support/memory-database';
import { openDuty, STAFF, type Duty } from '../../duty/support';

jest.mock('../../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../../support/memory-database'),
);
jest.setTimeout(120_000);

const NIGHT = Date.parse('2026-11-24T03:31:00+08:00');
const MINUTE_MS = 60_000;
let duty: Duty;
let planted: readonly StoredFact[];

beforeAll(async () => {
  duty = await openDuty();
  for (const name of ['requests', 'days', 'sessions', 'suggestions', 'presidium'])
    duty.cloud.replace(name, []);
  const day = { date: '2026-11-20', persons: ['p5'] };
  await duty.note(STAFF, { kind: 'household-visit', village: 'v4', household: { name: '周大山' }, ...day });
  await duty.note(STAFF, { kind: 'help', title: '办事', village: 'v4', category: 'road', ...day });
  await duty.note(STAFF, { kind: 'study', title: '学习', ...day });
  await duty.relay();
  planted = duty.cloud.documents<StoredFact>('facts');
  expect(planted).toHaveLength(3);
});
beforeEach(() => {
  duty.cloud.replace('facts', planted);
  for (const name of ['recounts', 'inbox']) duty.cloud.replace(name, []);
  duty.cloud.clock.set(NIGHT);
});

const run = () => recountLedger(['bh'], duty.cloud.clock.now(), Infinity);
const standing = () => duty.cloud.documents<StoredRecount>('recounts')[0];
const told = () =>
  duty.cloud
    .documents<{ event: string; words: string }>('inbox')
    .filter(({ event }) => event === 'ledger-differs');

/** One row is gone, one says another village, one has a source that is no more. */
function plant(): string[] {
  const [gone, other, kept] = planted;
  if (!gone || !other || !kept) throw new Error('there are no rows');
  const orphan = Object.assign({}, kept, { _id: `${kept._id}x`, source: 'activity~bh~gone' });
  duty.cloud.replace('facts', [Object.assign({}, other, { village: 'v9' }), kept, orphan]);
  return [gone.source, orphan.source, other.source].sort();
}

/** The suspects' turn has come. */
async function runLater(): Promise<void> {
  duty.cloud.clock.set(duty.cloud.clock.now() + 11 * MINUTE_MS);
  await run();
}

it('finds nothing where the ledger is what its sources say, and begins again the night after', async () => {
  expect(await run()).toBeGreaterThan(0);
  expect(standing()).toMatchObject({ night: '2026-11-24', last: { looked: 3, differing: [] } });
  expect(standing()?.place).toBeUndefined();
  expect(told()).toEqual([]);
  expect(await run()).toBe(0);
  duty.cloud.clock.set(NIGHT + 24 * 60 * MINUTE_MS);
  expect(await run()).toBeGreaterThan(0);
  expect(standing()?.night).toBe('2026-11-25');
});

it('does nothing by day', async () => {
  duty.cloud.clock.set(Date.parse('2026-11-24T10:00:00+08:00'));
  expect(await run()).toBe(0);
  expect(standing()).toBeUndefined();
});

it('finds a row that is missing, one that differs and one that nothing leads to; the administrator is told once', async () => {
  const differing = plant();
  await run();
  expect(told()).toEqual([]);
  await runLater();
  expect([...(standing()?.last?.differing ?? [])].sort()).toEqual(differing);
  expect(told()).toHaveLength(1);
  expect(decryptField(told()[0]?.words ?? '')).toContain('3 件来源');
  await runLater();
  expect(told()).toHaveLength(1);
});

it('is no difference what was only on its way', async () => {
  plant();
  await run();
  expect(standing()?.suspects).toHaveLength(3);
  duty.cloud.replace('facts', planted);
  await runLater();
  expect(standing()?.last?.differing).toEqual([]);
  expect(told()).toEqual([]);
});

it('two at once find the same and tell it once', async () => {
  const differing = plant();
  await Promise.all([run(), run()]);
  duty.cloud.clock.set(duty.cloud.clock.now() + 11 * MINUTE_MS);
  await Promise.all([run(), run()]);
  expect([...(standing()?.last?.differing ?? [])].sort()).toEqual(differing);
  expect(told()).toHaveLength(1);
});

it('killed at each of its calls, it goes on the minute after and comes to the same end', async () => {
  const differing = plant();
  let deaths = 0;
  for (let at = 0; at < 200; at++) {
    const before = turnstile.pass;
    let calls = 0;
    turnstile.pass = () => (++calls > at ? Promise.reject(new Error('killed')) : Promise.resolve());
    const died = await run().then(
      () => false,
      () => true,
    );
    turnstile.pass = before;
    if (!died) break;
    deaths++;
  }
  expect(deaths).toBeGreaterThan(3);
  for (let turn = 0; turn < 3; turn++) await runLater();
  expect([...(standing()?.last?.differing ?? [])].sort()).toEqual(differing);
  expect(told()).toHaveLength(1);
});
