/** The sealer, with others at the same time, dying at each of its calls, and when rows are past their time. */
import {
  removeOldAudit,
  sealAudit,
  hashOfAudit,
  writeAudit,
} from '../../../cloudfunctions/notify/audit/store';
import { verifySeals, type AuditRow, type Sealed } from '../../../cloudfunctions/notify/audit/rules/seal';
import { rowsOf, turnstile } from '../../support/memory-database';
import { TEST_FIELD_KEYS } from '../../support/given';
import { startInProcess, type InProcessCloud } from '../../support/in-process';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);

const DAY_MS = 24 * 60 * 60 * 1_000;
const NOW = Date.parse('2026-12-01T09:00:00+08:00');
let cloud: InProcessCloud;

beforeAll(async () => {
  process.env['FIELD_KEYS'] = TEST_FIELD_KEYS;
  cloud = await startInProcess({});
});
beforeEach(() => {
  rowsOf('audit').clear();
  rowsOf('seals').clear();
});

const rows = () => cloud.documents<AuditRow>('audit');
const seals = () => cloud.documents<Sealed>('seals').sort((one, other) => one.n - other.n);
const verify = (keptSince = 0) => verifySeals(seals(), rows(), keptSince, hashOfAudit);

async function write(...names: string[]): Promise<void> {
  for (const [at, id] of names.entries())
    await writeAudit(
      'rosters',
      { township: 'bh', _id: 'bh~2026' },
      { id, at: NOW + at, by: 'p1', act: 'propose', of: '2026', from: '', to: '' },
    );
}

/** Each row in exactly one seal, none left over, the chain whole. */
function expectWhole(count: number): void {
  const held = seals().flatMap(({ ids }) => ids);
  expect(held).toHaveLength(count);
  expect(new Set(held).size).toBe(count);
  expect(verify()).toMatchObject({ rows: count, unsealed: 0 });
  expect(verify().broken).toBeUndefined();
  expect(rows().filter(({ unsealed }) => unsealed)).toEqual([]);
}

test('rows of a minute are one seal, nothing new is none, and a row that comes late is in the next', async () => {
  await write('b', 'c');
  expect(await sealAudit('bh', NOW)).toBe(2);
  expect(await sealAudit('bh', NOW)).toBe(0);
  await write('a');
  await sealAudit('bh', NOW + 60_000);
  expect(seals().map(({ n, ids }) => [n, ids.length])).toEqual([
    [1, 2],
    [2, 1],
  ]);
  expectWhole(3);
});

test('nothing to seal costs two calls', async () => {
  const before = turnstile.calls;
  await sealAudit('bh', NOW);
  expect(turnstile.calls - before).toBe(2);
});

test('more rows than one seal holds', async () => {
  await write(...Array.from({ length: 450 }, (_, n) => `r${String(n).padStart(3, '0')}`));
  expect(await sealAudit('bh', NOW)).toBe(450);
  expect(seals().map(({ ids }) => ids.length)).toEqual([200, 200, 50]);
  expectWhole(450);
});

test('three sealers and a writer in any order: every row in one seal', async () => {
  for (let seed = 0; seed < 60; seed++) {
    rowsOf('audit').clear();
    rowsOf('seals').clear();
    await write('a', 'b');
    const choices = Array.from({ length: 40 }, (_, n) => (seed * 31 + n * n * 7) % 11);
    const seal = () => sealAudit('bh', NOW);
    await cloud.together<unknown>([seal, () => write('c', 'd'), seal, seal], choices);
    await sealAudit('bh', NOW);
    expectWhole(4);
  }
});

test('dying before any of its calls, the sealer after it goes on, and no row comes into two seals', async () => {
  const pass = turnstile.pass;
  let died = 0;
  for (let call = 1; call < 30; call++) {
    rowsOf('audit').clear();
    rowsOf('seals').clear();
    await write('a', 'b');
    let left = call;
    turnstile.pass = () => (--left === 0 ? Promise.reject(new Error('dead')) : Promise.resolve());
    const ended = await sealAudit('bh', NOW).then(
      () => true,
      () => false,
    );
    turnstile.pass = pass;
    await write('c');
    await sealAudit('bh', NOW + 60_000);
    await sealAudit('bh', NOW + 120_000);
    expectWhole(3);
    if (ended) break;
    died++;
  }
  expect(died).toBeGreaterThanOrEqual(5);
});

test('rows behind a whole page of a seal whose maker died are sealed at once', async () => {
  await write(...Array.from({ length: 250 }, (_, n) => `r${String(n).padStart(3, '0')}`));
  const pass = turnstile.pass;
  let left = 3;
  turnstile.pass = () => (left-- > 0 ? Promise.resolve() : Promise.reject(new Error('dead')));
  await expect(sealAudit('bh', NOW)).rejects.toThrow('dead');
  turnstile.pass = pass;
  expect(rows().filter(({ unsealed }) => unsealed)).toHaveLength(250);
  expect(await sealAudit('bh', NOW + 60_000)).toBe(50);
  expectWhole(250);
});

test('what is past its time goes with its seal, and what is left still holds', async () => {
  for (const day of [0, 100, 200, 300]) {
    await write(`d${String(day)}`);
    await sealAudit('bh', NOW + day * DAY_MS);
  }
  const before = NOW + 250 * DAY_MS;
  expect(await removeOldAudit('bh', before, 100)).toBe(2);
  expect(seals().map(({ n }) => n)).toEqual([3, 4]);
  expect(rows()).toHaveLength(2);
  expect(verify(before).broken).toBeUndefined();
  expect(verify(0).broken).toEqual({ n: 1, fault: 'beginning-missing' });
  expect(await removeOldAudit('bh', before, 100)).toBe(0);
});
