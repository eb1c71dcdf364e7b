/**
 * Both forms of «change and read» on the local engine through the SDK: at once, and reading first. Whoever changes a
 * document gets it as it was after exactly their own change, however many change it beside them.
 */
import { instanceEnvironment } from '../../local/cloudbase/functions/environment';
import { add, append, below, not } from '../../cloudfunctions/shared/conditions';
import type * as Database from '../../cloudfunctions/shared/database';
import { startTestCloud, type TestCloud } from '../support/cloud';

jest.setTimeout(120_000);

const CROWD = 12;
const COLLECTION = 'requests';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
  const { PATH: _path, HOME: _home, ...env } = instanceEnvironment('-', `${cloud.url}/admin`, {});
  Object.assign(process.env, env, { SILENCE: 'true' });
});
afterAll(async () => {
  Reflect.deleteProperty(process.env, 'CHANGE_AND_READ');
  await cloud.close();
});

interface Counted extends Database.Stored {
  n: number;
  by: string[];
}

describe.each(['at-once', 'read-then-write'])('%s', (form) => {
  let database: typeof Database;
  const id = `t1~${form.replaceAll('-', '')}`;

  beforeAll(async () => {
    process.env['CHANGE_AND_READ'] = form;
    jest.resetModules();
    database = await import('../../cloudfunctions/shared/database');
    await database.createOne(COLLECTION, { _id: id, township: 't1', rev: 1, n: 0, by: [] } as Counted);
  });

  /** One person's act: counts, and leaves its name, once. Busy is tried again, as a phone does. */
  async function act(name: string): Promise<Counted | undefined> {
    for (;;) {
      try {
        return await database.changeAndRead<Counted>(
          COLLECTION,
          't1',
          { _id: id, by: not(name), n: below(CROWD) },
          { n: add(1), by: append([name]) },
        );
      } catch (error) {
        if ((error as Error).name !== 'DatabaseBusyError') throw error;
      }
    }
  }

  test('each of a crowd sees the document after their own change', async () => {
    const names = Array.from({ length: CROWD }, (_, at) => `p${String(at)}`);
    const seen = await Promise.all(names.map(act));
    expect(seen.map((each) => each?.n).sort((one, other) => Number(one) - Number(other))).toEqual(
      names.map((_, at) => at + 1),
    );
    seen.forEach((each, at) => {
      expect(each?.by.at(-1)).toBe(names[at]);
      expect(each?.by).toHaveLength(each?.n ?? 0);
      expect(each?.rev).toBe(1 + (each?.n ?? 0));
    });
  });

  test('an act that was done, and one that the condition no longer allows, change nothing', async () => {
    expect(await act('p3')).toBeUndefined();
    expect(await act('somebody')).toBeUndefined();
    expect(await database.readOne(COLLECTION, 't1', id)).toMatchObject({ n: CROWD, rev: 1 + CROWD });
  });

  test('a document of another township is not found', async () => {
    expect(await database.changeAndRead(COLLECTION, 't2', { _id: id }, { n: add(1) })).toBeUndefined();
  });
});
