/**
 * The self-check against the local engine through the SDK, in every position of its switches: it tells each answer as it
 * is, leaves nothing behind, and with the switch that it names the port behaves alike.
 */
import { init } from '@cloudbase/node-sdk';
import { instanceEnvironment } from '../../local/cloudbase/functions/environment';
import { add, append, below, put } from '../../cloudfunctions/shared/conditions';
import { askPlatform } from '../../cloudfunctions/shared/ask-platform';
import { judgeAnswers } from '../../cloudfunctions/shared/judge-answers';
import type * as Port from '../../cloudfunctions/shared/database';
import { startTestCloud, type TestCloud, type TestCloudOptions } from '../support/cloud';

jest.setTimeout(120_000);
const ROWS = 'probes';

const returns = ['after', 'before', 'refused'] as const;
const others = [
  { updatedCounts: 'matches', aggregateDefaultLimit: 20, duplicateCode: 'DATABASE_DUPLICATE_WRITE' },
  { updatedCounts: 'changes', aggregateDefaultLimit: null, duplicateCode: 'DATABASE_REQUEST_FAILED' },
  { updatedCounts: 'changes', aggregateDefaultLimit: 20, duplicateCode: 'DATABASE_DUPLICATE_WRITE' },
  { updatedCounts: 'matches', aggregateDefaultLimit: null, duplicateCode: 'DATABASE_REQUEST_FAILED' },
] as const;
/** Every value with every form; each with each in the proof. */
const beside = process.env['PROOF'] === '1' ? others : others.slice(0, 2);
const positions = returns.flatMap((updateAndReturn) =>
  beside.map((other) => ({ updateAndReturn, ...other })),
);

let cloud: TestCloud;
afterEach(async () => {
  Reflect.deleteProperty(process.env, 'CHANGE_AND_READ');
  await cloud.close();
});

async function start({ duplicateCode, ...answers }: (typeof positions)[number]): Promise<void> {
  const options: TestCloudOptions = { duplicateCode, answers };
  cloud = await startTestCloud(options);
  const { PATH: _path, HOME: _home, ...env } = instanceEnvironment('-', `${cloud.url}/admin`, {});
  Object.assign(process.env, env, { SILENCE: 'true' });
}

interface Row extends Port.Stored {
  n: number;
  by: string[];
}

/** What the product's stores rest on. */
async function tryPort(form: 'at-once' | 'read-then-write'): Promise<void> {
  process.env['CHANGE_AND_READ'] = form;
  jest.resetModules();
  const port = await import('../../cloudfunctions/shared/database');
  const born: Row = { _id: 't1~a', township: 't1', rev: 1, n: 0, by: [] };
  const row = (more: Partial<Row>): Row => ({ ...born, ...more });
  expect(await port.createOne(ROWS, born)).toBe(true);
  expect(await port.createOne(ROWS, row({ n: 9 }))).toBe(false);
  const where = { _id: 't1~a', n: below(1) };
  const change = { n: add(1), by: append(['x']) };
  expect(await port.changeAndRead<Row>(ROWS, 't1', where, change)).toMatchObject({ n: 1, rev: 2, by: ['x'] });
  expect(await port.changeAndRead<Row>(ROWS, 't1', where, change)).toBeUndefined();
  expect(await port.changeOne(ROWS, 't1', 't1~a', {}, { n: put(1) })).toBe(true);
  expect(await port.changeOne(ROWS, 't1', 't1~a', { n: below(1) }, { n: put(1) })).toBe(false);
  for (let n = 0; n < 24; n += 1) await port.createOne(ROWS, row({ _id: `t1~b${String(n)}`, n }));
  expect((await port.countBy(ROWS, 't1', {}, '_id')).size).toBe(25);
}

test.each(positions)('%o', async (position) => {
  await start(position);
  const database = init({ env: 'local', secretId: 'a', secretKey: 'b' }).database();
  const answers = await askPlatform(database, ROWS, 'probe1');
  expect(answers).toEqual({
    returns: position.updateAndReturn,
    counts: position.updatedCounts,
    duplicate: position.duplicateCode === 'DATABASE_DUPLICATE_WRITE' ? 'code' : 'text',
    rows: position.aggregateDefaultLimit === 20 ? 'twenty' : 'all',
    limit: 'kept',
    single: 'one',
    condition: 'held',
  });
  expect([...cloud.database.exportDocuments(ROWS)]).toEqual([]);
  const forms = ['at-once', 'read-then-write'] as const;
  for (const form of forms) {
    const lines = judgeAnswers(answers, form);
    const isRight = position.updateAndReturn === 'after' || form === 'read-then-write';
    expect(lines.filter(({ safe }) => !safe)).toHaveLength(isRight ? 0 : 1);
  }
  await tryPort(position.updateAndReturn === 'after' ? 'at-once' : 'read-then-write');
});

test('what would lose or double records is called unsafe', () => {
  const bad = {
    returns: 'refused',
    counts: 'other',
    duplicate: 'none',
    rows: 'twenty',
    limit: 'cut',
    single: 'several',
    condition: 'ignored',
  } as const;
  expect(judgeAnswers(bad, 'at-once').filter(({ safe }) => safe)).toEqual([]);
});
