/**
 * memory-database.ts is what it says: the same calls in the same order, on documents in memory and on the local engine
 * through the SDK, give the same answers and leave the same documents. Conditions and changes are of the kinds that
 * stores state; a change names its document, as all of them do but those of a unique value.
 */
import fc from 'fast-check';
import { instanceEnvironment } from '../../local/cloudbase/functions/environment';
import type { Change, Condition, Where } from '../../cloudfunctions/shared/conditions';
import * as engine from '../../cloudfunctions/shared/database';
import { startTestCloud, type TestCloud } from '../support/cloud';
import * as memory from '../support/memory-database';

jest.setTimeout(600_000);

const RUNS = process.env['PROOF'] === '1' ? 2_000 : 40;
const COLLECTION = 'requests';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
  const { PATH: _path, HOME: _home, ...env } = instanceEnvironment('-', `${cloud.url}/admin`, {});
  Object.assign(process.env, env, { SILENCE: 'true' });
});
afterAll(() => cloud.close());

/** As data, so that a sequence that comes to two answers can be read. */
interface Call {
  name:
    | 'createOne'
    | 'changeOne'
    | 'changeAndRead'
    | 'removeOne'
    | 'readAcross'
    | 'readOne'
    | keyof typeof UNORDERED;
  args: readonly unknown[];
}

/** Their answers have no order. */
const UNORDERED = { countBy: true, countAlike: true, listValues: true };

async function run(database: typeof engine | typeof memory, { name, args }: Call): Promise<unknown> {
  const act = database[name] as (...args: unknown[]) => Promise<unknown>;
  const answer = await act(COLLECTION, ...plain(args));
  const data = plain(answer instanceof Map ? [...(answer as Map<string, number>)] : answer);
  return name in UNORDERED ? (data as unknown[]).map((each) => JSON.stringify(each)).sort() : data;
}

/** Objects as stores write them; those made by chance have no prototype. */
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value ?? null)) as T;

const id = fc.constantFrom('t1~a', 't1~b', 't2~c');
const township = fc.constantFrom('t1', 't2');
const word = fc.constantFrom('', 'p1', 'p2', 'p3');
const count = fc.integer({ min: -2, max: 3 });
const scalar = fc.oneof(word, count, fc.boolean(), fc.constant(null));
const row = fc.record({ id: word, n: count });

/** Where conditions look: plain fields, inside of objects and of lists, and where nothing ever is. */
const path = fc.constantFrom(
  'state',
  'n',
  'owner.person',
  'joined.r1',
  'tags',
  'rows.id',
  'never',
  'owner.x.y',
);
const condition: fc.Arbitrary<Condition> = fc.oneof(
  scalar,
  fc.record({ test: fc.constant('exists' as const), value: fc.boolean() }),
  fc.record({ test: fc.constant('neq' as const), value: scalar }),
  fc.record({ test: fc.constantFrom('gt', 'gte', 'lt', 'lte'), value: fc.oneof(word, count) }),
  fc.record({ test: fc.constant('between' as const), value: fc.tuple(word, word) }),
  fc.record({ test: fc.constantFrom('in', 'nin'), value: fc.array(scalar, { minLength: 1, maxLength: 3 }) }),
);
/** Half of the time nothing, so that many a write is carried out. */
const where: fc.Arbitrary<Where> = fc.oneof(
  fc.constant({}),
  fc.dictionary(path, condition, { minKeys: 1, maxKeys: 2 }),
);

const put = (value: fc.Arbitrary<unknown>): fc.Arbitrary<Change> =>
  fc.record({ change: fc.constant('put' as const), value });
const drop = fc.constant<Change>({ change: 'drop' });
function list(item: fc.Arbitrary<unknown>): fc.Arbitrary<Change> {
  const value = fc.array(item, { minLength: 1, maxLength: 3 });
  const keep = fc.integer({ min: 1, max: 4 });
  return fc.oneof(
    put(fc.array(item, { maxLength: 3 })),
    fc.record({ change: fc.constant('append' as const), value }),
    fc.record({ change: fc.constant('append' as const), value, keep }),
  );
}
const ids = fc.array(word, { minLength: 1, maxLength: 2 });
const takeRows = fc.record({
  change: fc.constant('take-where' as const),
  field: fc.constant('id'),
  value: ids,
});
const owner = fc.record({ kind: word, person: word });
/** One change for each field, none inside of another's. */
const changes = fc.record(
  {
    state: put(word),
    n: fc.oneof(put(count), fc.record({ change: fc.constant('add' as const), value: count })),
    owner: put(owner),
    tags: fc.oneof(list(word), fc.record({ change: fc.constant('take' as const), value: word })),
    rows: fc.oneof(list(row), takeRows),
    'joined.r1': fc.oneof(put(row), drop),
    'joined.r2.n': fc.oneof(put(count), drop),
    'checks.text': put(fc.record({ state: word })),
    extra: fc.oneof(
      put(fc.anything({ values: [word, count], maxDepth: 2, key: fc.constantFrom('x', 'y') })),
      drop,
    ),
  },
  { requiredKeys: [] },
);

const creation = fc
  .record({ id, state: word, n: count, owner, tags: fc.array(word, { maxLength: 3 }), rows: fc.array(row) })
  .map(({ id: _id, ...rest }): Call => {
    const document = { ...rest, _id, township: _id.slice(0, 2), rev: 1, seq: _id };
    return { name: 'createOne', args: [document] };
  });
const change = fc.tuple(township, id, where, changes).map((args): Call => ({ name: 'changeOne', args }));
const changeRead = fc
  .tuple(township, id, where, changes)
  .map(([of, _id, needs, what]): Call => ({ name: 'changeAndRead', args: [of, { ...needs, _id }, what] }));
const removal = fc.tuple(township, id).map((args): Call => ({ name: 'removeOne', args }));
const direction = fc.constantFrom('asc', 'desc');
/** None is a part of another. */
const fields = fc.subarray([
  'state',
  'owner.person',
  'joined.r1.id',
  'joined.r2',
  'tags',
  'rows.id',
  'n.x',
  'never',
  'extra.x',
]);
const page = fc
  .tuple(
    fc.subarray(['t1', 't2'], { minLength: 1 }),
    where,
    direction,
    fc.constantFrom('state', 'n'),
    direction,
    fields,
  )
  .map(([of, needs, way, first, other, wanted]): Call => {
    const order = [
      [first, way],
      ['seq', other],
    ];
    return { name: 'readAcross', args: [of, { where: needs, order, limit: 2, fields: wanted }] };
  });
const reading = fc.tuple(township, id, fields).map((args): Call => ({ name: 'readOne', args }));
const counting = fc
  .tuple(township, where, fc.constant('owner.person'))
  .map((args): Call => ({ name: 'countBy', args }));
const setting = fc
  .tuple(township, where, fc.constantFrom(['state'], ['state', 'extra'], ['n', 'never']))
  .map((args): Call => ({ name: 'countAlike', args }));
const naming = fc
  .tuple(township, where, fc.constant('tags'))
  .map((args): Call => ({ name: 'listValues', args }));
const calls = fc.array(
  fc.oneof(
    creation,
    { weight: 3, arbitrary: change },
    { weight: 2, arbitrary: changeRead },
    { weight: 2, arbitrary: page },
    removal,
    reading,
    counting,
    setting,
    naming,
  ),
  { minLength: 4, maxLength: 40 },
);

test('any sequence of calls comes to the same answers and the same documents', async () => {
  await fc.assert(
    fc.asyncProperty(calls, async (sequence) => {
      await cloud.database.drop();
      memory.rowsOf(COLLECTION).clear();
      for (const call of sequence) expect(await run(memory, call)).toEqual(await run(engine, call));
      const byId = (rows: Iterable<object>) =>
        ([...rows] as engine.Stored[]).sort((one, other) => (one._id < other._id ? -1 : 1));
      expect(plain(byId(memory.rowsOf(COLLECTION).values()))).toEqual(
        plain(byId(cloud.database.exportDocuments(COLLECTION))),
      );
    }),
    { numRuns: RUNS },
  );
});
