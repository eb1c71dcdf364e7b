import * as fc from 'fast-check';
import { indexesOf, openTemporary, seeds, type Opened } from './harness';

/** Whatever is sent, the answer is a reply or an error with a code; nothing is thrown and nothing breaks. */
const KEYS = [
  'a',
  'b',
  'a.b',
  'a.0',
  '_id',
  '',
  '.',
  'a..b',
  '$',
  '__proto__',
  'constructor',
  'toString',
  'length',
  '$eq',
  '$ne',
  '$gt',
  '$lte',
  '$in',
  '$nin',
  '$all',
  '$elemMatch',
  '$exists',
  '$size',
  '$mod',
  '$not',
  '$regex',
  '$options',
  '$type',
  '$and',
  '$or',
  '$nor',
  '$expr',
  '$date',
  '$oid',
  '$numberInt',
  '$binary',
  '$regularExpression',
  '$tcb_server_date',
  '$set',
  '$unset',
  '$inc',
  '$mul',
  '$min',
  '$max',
  '$rename',
  '$push',
  '$pull',
  '$pullAll',
  '$pop',
  '$addToSet',
  '$each',
  '$position',
  '$slice',
  '$sort',
  '$literal',
  '$sum',
  '$avg',
  '$add',
  '$cond',
  '$switch',
  '$map',
  '$filter',
  '$reduce',
  '$dateToString',
  '$substr',
  '$year',
  '$dateFromParts',
  '$let',
  '$arrayToObject',
  '$indexOfCP',
  'input',
  'as',
  'in',
  'cond',
  'vars',
  'branches',
  'case',
  'then',
  'default',
  'format',
  'date',
  'timezone',
  'from',
  'localField',
  'foreignField',
];
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.constantFrom(
      null,
      true,
      false,
      0,
      1,
      -1,
      1.5,
      1e308,
      '',
      'a',
      '$a',
      '$$ROOT',
      '$$this',
      '5',
      'UTC',
      '%Y',
      '(',
    ),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...KEYS), tie('value'), { maxKeys: 3 }),
  ),
}));
const text = fc.oneof(
  value.map((one) => JSON.stringify(one)),
  value,
  fc.string(),
);

const STAGES = [
  '$match',
  '$sort',
  '$skip',
  '$limit',
  '$count',
  '$unwind',
  '$group',
  '$project',
  '$addFields',
  '$replaceRoot',
  '$lookup',
  '$nonsense',
];
const stage = fc.record({ stageKey: fc.constantFrom(...STAGES), stageValue: text });

const body = fc.record(
  {
    collectionName: fc.oneof({ weight: 9, arbitrary: fc.constant('items') }, value),
    query: text,
    data: fc.oneof(text, fc.array(text, { maxLength: 2 })),
    order: text,
    projection: text,
    limit: fc.oneof(fc.integer(), value),
    offset: fc.oneof(fc.integer(), value),
    multi: fc.oneof(fc.boolean(), value),
    merge: fc.oneof(fc.boolean(), value),
    upsert: fc.oneof(fc.boolean(), value),
    stages: fc.oneof(fc.array(stage, { maxLength: 4 }), value),
    transactionId: fc.constant(undefined),
  },
  { requiredKeys: ['collectionName'] },
);

const action = fc.constantFrom(
  'addCollection',
  'getDocument',
  'calculateDocument',
  'insertDocument',
  'modifyDocument',
  'modifyAndReturnDoc',
  'removeDocument',
  'aggregateDocuments',
);

let opened: Opened;
beforeAll(async () => {
  opened = openTemporary({
    indexes: indexesOf(
      [['a', 1]],
      [
        ['a.b', -1],
        ['b', 1],
      ],
    ),
  });
  await opened.database.importDocuments('items', [
    { _id: 1, a: 1, b: [1, { a: 2 }] },
    { _id: 2, a: { b: [{ a: 'x' }] }, b: 'text' },
    { _id: 3, a: [1, null, 'a'], b: new Date(0) },
  ]);
});
afterAll(() => opened.close());

it('every request has an answer, and leaves the indexes whole', async () => {
  await fc.assert(
    fc.asyncProperty(action, body, async (name, sent) => {
      const reply = await opened.execute(`database.${name}`, sent);
      expect(JSON.parse(JSON.stringify(reply))).toEqual(reply);
      if (reply['code'] !== undefined) expect(reply['message']).toMatch(/\w/);
      expect(Object.getPrototypeOf({})).toBe(Object.prototype);
      expect(({} as Record<string, unknown>)['a']).toBeUndefined();
    }),
    { numRuns: seeds(50_000) },
  );
  expect(opened.database.checkIndexes()).toEqual([]);
});
