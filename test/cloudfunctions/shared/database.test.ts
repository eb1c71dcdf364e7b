/** What shared/database.ts puts on the wire through the real SDK, and what it makes of the answers. */
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  above,
  absent,
  add,
  append,
  drop,
  oneOf,
  put,
  take,
  takeWhere,
} from '../../../cloudfunctions/shared/conditions';
import {
  changeAndRead,
  changeOne,
  countBy,
  createOne,
  readAcross,
  readOne,
  readPage,
} from '../../../cloudfunctions/shared/database';

type Wire = Record<string, unknown>;
type Reply = Wire | 'hang-up' | 503;

let server: Server;
let sent: Wire[];
let replies: Reply[];

function answer(response: ServerResponse): void {
  const reply = replies.length > 1 ? replies.shift() : replies[0];
  if (reply === 'hang-up') response.destroy();
  else if (reply === 503) response.writeHead(503).end('');
  else {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ requestId: 'r', ...reply }));
  }
}

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      sent.push(JSON.parse(Buffer.concat(chunks).toString('utf8')) as Wire);
      answer(response);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  Object.assign(process.env, {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'local',
    TENCENTCLOUD_SECRETID: 'x',
    TENCENTCLOUD_SECRETKEY: 'x',
    TCB_ENV: 'local',
    SILENCE: 'true',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `http://127.0.0.1:${port}/admin` }),
  });
});
beforeEach(() => {
  sent = [];
  replies = [{ data: { updated: 1 } }];
});
afterAll(
  () =>
    new Promise((done) => {
      server.closeAllConnections();
      server.close(done);
    }),
);

/** EJSON text of a field, numbers made plain. */
function ejson(field: string, at = 0): unknown {
  const plain = (_: string, value: unknown) =>
    value !== null && typeof value === 'object' && '$numberInt' in value ? Number(value.$numberInt) : value;
  return JSON.parse(String(sent[at]?.[field]), plain) as unknown;
}

test('a change is one conditional update of one document of one township, and counts', async () => {
  const where = {
    state: 'published',
    'place.h1-0830-1': 0,
    'by.x': absent,
    at: above(5),
    role: oneOf(['a', 'b']),
  };
  const changes = {
    'place.h1-0830-1': put('b1'),
    box: put({ a: { b: 1 } }),
    n: add(2),
    list: append(['x']),
    last: append([1], 3),
    own: take('b0'),
    rows: takeWhere('id', ['r1']),
    old: drop,
  };
  expect(await changeOne('days', 't1', 't1~d', where, changes)).toBe(true);
  expect(sent).toHaveLength(1);
  expect(sent[0]).toMatchObject({
    action: 'database.modifyDocument',
    collectionName: 'days',
    queryType: 'WHERE',
    multi: false,
    upsert: false,
    merge: true,
  });
  expect(ejson('query')).toEqual({
    _id: { $eq: 't1~d' },
    township: { $eq: 't1' },
    state: { $eq: 'published' },
    'place.h1-0830-1': { $eq: 0 },
    'by.x': { $exists: false },
    at: { $gt: 5 },
    role: { $in: ['a', 'b'] },
  });
  expect(ejson('data')).toEqual({
    $set: { 'place.h1-0830-1': 'b1', box: { a: { b: 1 } } },
    $inc: { n: 2, rev: 1 },
    $push: { list: { $each: ['x'] }, last: { $each: [1], $slice: -3 } },
    $pull: { own: 'b0', rows: { id: { $in: ['r1'] } } },
    $unset: { old: '' },
  });
});

test('a condition cannot point at another township or document', async () => {
  await changeOne('days', 't1', 't1~d', { township: 't2', _id: 'other' }, { n: put(1) });
  expect(ejson('query')).toMatchObject({ _id: { $eq: 't1~d' }, township: { $eq: 't1' } });
});

test('nothing changed is false', async () => {
  replies = [{ data: { updated: 0 } }];
  expect(await changeOne('days', 't1', 'd', { a: 1 }, { b: put(1) })).toBe(false);
});

test('what the SDK would lose never reaches the wire', async () => {
  const lost = [
    () => changeOne('days', 't1', 'd', { owner: undefined as never }, { a: put(1) }),
    () => changeOne('days', 't1', undefined as never, { a: 1 }, { a: put(1) }),
    () => changeOne('days', 't1', 'd', { a: {} as never }, { a: put(1) }),
    () => changeOne('days', 't1', 'd', { a: 1 }, { a: put(undefined) }),
    () => changeOne('days', 't1', 'd', { a: 1 }, { 'a.$': put(1) }),
    () => readPage('days', undefined as never, { where: {}, order: [], limit: 1 }),
    () => createOne('days', { _id: 'd', township: 't1', rev: 1, a: undefined } as never),
    () => readOne('days', 't1', 'd', ['a.__proto__']),
  ];
  for (const call of lost) await expect(call()).rejects.toThrow();
  expect(sent).toEqual([]);
});

describe('passing faults', () => {
  const change = () => changeOne('days', 't1', 'd', { a: 1 }, { b: put(1) });

  test.each<[string, Reply]>([
    ['a connection that breaks', 'hang-up'],
    ['a 503', 503],
    ['a time-out of the database', { code: 'DATABASE_TIMEOUT', message: 'x' }],
    ['a limit on requests', { code: 'EXCEED_REQUEST_LIMIT', message: 'x' }],
    ['a system error', { code: 'SYS_ERR', message: 'x' }],
  ])('%s is tried again', async (_, fault) => {
    replies = [fault, fault, { data: { updated: 1 } }];
    expect(await change()).toBe(true);
    expect(sent).toHaveLength(3);
  });

  test('after three tries it is busy', async () => {
    replies = ['hang-up'];
    await expect(change()).rejects.toMatchObject({ name: 'DatabaseBusyError' });
    expect(sent).toHaveLength(3);
  });

  test('a mistake of ours is not tried again', async () => {
    replies = [{ code: 'DATABASE_COLLECTION_NOT_EXIST', message: 'x' }];
    await expect(change()).rejects.toMatchObject({ code: 'DATABASE_COLLECTION_NOT_EXIST' });
    expect(sent).toHaveLength(1);
  });
});

describe('creating', () => {
  const create = () => createOne('requests', { _id: 'r1', township: 't1', rev: 1 });

  test('a new document', async () => {
    replies = [{ data: { insertedIds: ['r1'] } }];
    expect(await create()).toBe(true);
    expect(sent[0]).toMatchObject({ action: 'database.insertDocument', collectionName: 'requests' });
  });
  test.each([
    ['DATABASE_DUPLICATE_WRITE', 'x'],
    ['DATABASE_REQUEST_FAILED', '[FailedOperation.Insert] bulk write error: [{E11000 duplicate key error}]'],
  ])('one that is there already is false, in the form %s', async (code, message) => {
    replies = [{ code, message }];
    expect(await create()).toBe(false);
  });
  test('another failure is not taken for it', async () => {
    replies = [{ code: 'DATABASE_REQUEST_FAILED', message: 'something else' }];
    await expect(create()).rejects.toMatchObject({ code: 'DATABASE_REQUEST_FAILED' });
  });
});

test('a change that answers its document, and one that found none', async () => {
  replies = [{ data: { updated: 1, doc: '{"_id":"i1","rev":{"$numberInt":"2"}}' } }];
  expect(await changeAndRead('invitations', 't1', { openid: 'o1' }, { n: add(1) })).toMatchObject({ rev: 2 });
  expect(sent[0]).toMatchObject({ action: 'database.modifyAndReturnDoc' });
  expect(ejson('query')).toMatchObject({ township: { $eq: 't1' }, openid: { $eq: 'o1' } });
  replies = [{ data: { updated: 0, doc: null } }];
  expect(await changeAndRead('invitations', 't1', { openid: 'o1' }, { n: add(1) })).toBeUndefined();
});

test('a page is ordered, limited and projected, always within its townships', async () => {
  replies = [{ data: { list: ['{"_id":"d1"}'], limit: 3, offset: 0 } }];
  const order = [
    ['date', 'desc'],
    ['n', 'asc'],
  ] as const;
  const found = await readPage('days', 't1', {
    where: { date: above('2026') },
    order,
    limit: 3,
    fields: ['a.b'],
  });
  expect(found).toEqual([{ _id: 'd1' }]);
  expect(sent[0]).toMatchObject({ action: 'database.getDocument', limit: 3 });
  expect([ejson('order'), ejson('projection')]).toEqual([{ date: -1, n: 1 }, { 'a.b': 1 }]);
  expect(ejson('query')).toEqual({ date: { $gt: '2026' }, township: { $eq: 't1' } });
  await readAcross('days', ['t1', 't2'], { where: { a: 1 }, order: [], limit: 1 });
  expect(ejson('query', 1)).toEqual({ a: { $eq: 1 }, township: { $in: ['t1', 't2'] } });
});

test('one document by its id, or undefined', async () => {
  replies = [{ data: { list: [], limit: 1, offset: 0 } }];
  expect(await readOne('days', 't1', 'd1')).toBeUndefined();
  expect(ejson('query')).toEqual({ _id: { $eq: 'd1' }, township: { $eq: 't1' } });
});

test('counts by a field, never without a limit', async () => {
  const row = (id: string, n: number) => JSON.stringify({ _id: id, n: { $numberInt: String(n) } });
  replies = [{ data: { list: [row('p1', 2), row('p2', 1)] } }];
  expect(await countBy('requests', 't1', { type: 'open' }, 'owner.person')).toEqual(
    new Map([
      ['p1', 2],
      ['p2', 1],
    ]),
  );
  const stages = sent[0]?.['stages'] as { stageKey: string }[];
  expect(stages.map(({ stageKey }) => stageKey)).toEqual(['$match', '$group', '$limit']);
});
