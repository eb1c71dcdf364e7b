import { failureOf, NOW, openWithSdk, type WithSdk } from '../harness';
import type { SdkCommand } from '../sdk';

let sdk: WithSdk;
let _: SdkCommand;
beforeAll(async () => {
  sdk = await openWithSdk();
  _ = sdk.db.command;
});
afterAll(() => sdk.close());

/** Changes a document and returns what it has become. */
const change = async (before: object, update: object): Promise<unknown> => {
  await sdk.db.collection('items').doc('d').set(before);
  await sdk.db.collection('items').doc('d').update(update);
  const { data } = await sdk.db.collection('items').doc('d').get();
  const { _id, ...rest } = data[0] as Record<string, unknown>;
  expect(_id).toBe('d');
  return rest;
};

/** What refuses the change; the document must be as it was. */
const refused = async (before: object, update: object): Promise<string> => {
  const failure = await failureOf(change(before, update));
  expect(failure.code).toBe('DATABASE_REQUEST_FAILED');
  expect((await sdk.db.collection('items').doc('d').get()).data).toEqual([{ _id: 'd', ...before }]);
  return failure.message;
};

beforeAll(() => sdk.db.createCollection('items'));

describe('set', () => {
  it('writes fields, and fields of fields that are not there yet', async () => {
    expect(await change({ a: 1 }, { b: 2 })).toEqual({ a: 1, b: 2 });
    expect(await change({}, { a: { b: { c: 1 } } })).toEqual({ a: { b: { c: 1 } } });
    expect(await change({ a: { x: 1 } }, { 'a.b': { c: 1 } })).toEqual({ a: { x: 1, b: { c: 1 } } });
  });

  it('writes an element of an array, and null up to one beyond its end', async () => {
    expect(await change({ a: [1, 2] }, { 'a.1': 9 })).toEqual({ a: [1, 9] });
    expect(await change({ a: [1] }, { 'a.3': 9 })).toEqual({ a: [1, null, null, 9] });
    expect(await change({ a: [{ b: 1 }] }, { 'a.0.b': 2 })).toEqual({ a: [{ b: 2 }] });
    expect(await change({ a: [] }, { 'a.1.b': 2 })).toEqual({ a: [null, { b: 2 }] });
  });

  it('takes a number in a path as a name where there is no array', async () => {
    expect(await change({}, { 'a.0': 1 })).toEqual({ a: { 0: 1 } });
  });

  it('does not write through a value or null, nor a name into an array', async () => {
    expect(await refused({ a: 1 }, { a: { b: 2 } })).toContain(`Cannot create field 'b' in element {a: 1}`);
    expect(await refused({ a: null }, { a: { b: 2 } })).toContain(
      `Cannot create field 'b' in element {a: null}`,
    );
    expect(await refused({ a: [1] }, { a: { b: 2 } })).toContain(
      `Cannot create field 'b' in element {a: [1]}`,
    );
    expect(await refused({ a: { b: 'x' } }, { a: { b: { c: 1 } } })).toContain(`Cannot create field 'c'`);
  });

  it('writes the date of the server', async () => {
    expect(await change({}, { at: sdk.db.serverDate({ offset: -1000 }) })).toEqual({
      at: new Date(NOW - 1000),
    });
  });
});

describe('remove', () => {
  it('takes fields away, and is content where there are none', async () => {
    expect(await change({ a: 1, b: { c: 1, d: 2 } }, { a: _.remove(), b: { c: _.remove() } })).toEqual({
      b: { d: 2 },
    });
    expect(await change({ a: 1 }, { b: { c: _.remove() } })).toEqual({ a: 1 });
  });

  it('leaves null in the place of an element', async () => {
    const before = { list: [{ name: 'A', sub: {} }, { name: 'B' }] };
    const update = { list: { 0: { sub: _.remove() }, 1: _.remove() } };
    expect(await change(before, update)).toEqual({ list: [{ name: 'A' }, null] });
  });
});

describe('inc and mul', () => {
  it('count a missing field as 0', async () => {
    expect(await change({ a: 1 }, { a: _.inc(2), b: _.inc(-3), c: _.mul(5) })).toEqual({ a: 3, b: -3, c: 0 });
    expect(await change({ a: { b: 2 } }, { a: { b: _.mul(-4) } })).toEqual({ a: { b: -8 } });
  });

  it('keep the sum of doubles as it is', async () => {
    expect(await change({ a: 0.2 }, { a: _.inc(-0.05) })).toEqual({ a: 0.2 - 0.05 });
  });

  it('refuse values that are no numbers, null too', async () => {
    expect(await refused({ a: 'x' }, { a: _.inc(1) })).toContain(
      `Cannot apply $inc to a value of non-numeric type. {_id: "d"} has the field 'a' of non-numeric type string`,
    );
    expect(await refused({ a: null }, { a: _.inc(1) })).toContain('non-numeric type null');
    expect(await refused({ a: [1] }, { a: _.mul(2) })).toContain('non-numeric type array');
    expect(await refused({ a: 1 }, { a: _.inc('1') })).toContain(
      'Cannot increment with non-numeric argument',
    );
  });
});

describe('min and max', () => {
  it('take the operand only when it lies beyond', async () => {
    expect(await change({ a: 5, b: 5 }, { a: _.min(3), b: _.min(7) })).toEqual({ a: 3, b: 5 });
    expect(await change({ a: 5, b: 5 }, { a: _.max(3), b: _.max(7), c: _.max(1) })).toEqual({
      a: 5,
      b: 7,
      c: 1,
    });
  });

  it('go by the order of types: null below numbers below text', async () => {
    expect(await change({ a: 5, b: null }, { a: _.max('x'), b: _.min(1) })).toEqual({ a: 'x', b: null });
  });
});

describe('rename', () => {
  it('moves a value, over one that is there, and is content without one', async () => {
    expect(await change({ a: 1, b: 2 }, { a: _.rename('b') })).toEqual({ b: 1 });
    expect(await change({ a: { b: 1 } }, { a: { b: _.rename('x.y') } })).toEqual({ a: {}, x: { y: 1 } });
    expect(await change({ b: 2 }, { a: _.rename('b') })).toEqual({ b: 2 });
  });

  it('does not reach into arrays', async () => {
    expect(await refused({ a: [{ b: 1 }] }, { 'a.0.b': _.rename('c') })).toContain(
      'cannot be an array element',
    );
    expect(await refused({ a: 1, b: [0] }, { a: _.rename('b.0') })).toContain('cannot be an array element');
  });
});

describe('several operators', () => {
  it('work on one document together', async () => {
    const update = { n: _.inc(1), list: _.push(2), gone: _.remove(), deep: { a: _.set({ b: 1 }) } };
    expect(await change({ n: 1, list: [1], gone: 1, deep: { a: 0, c: 0 } }, update)).toEqual({
      n: 2,
      list: [1, 2],
      deep: { a: { b: 1 }, c: 0 },
    });
  });

  const raw = async (data: object): Promise<string> => {
    await sdk.db
      .collection('items')
      .doc('d')
      .set({ a: { b: 1 } });
    const reply = await sdk.execute('database.modifyDocument', {
      collectionName: 'items',
      query: '{"_id":"d"}',
      merge: true,
      data: JSON.stringify(data),
    });
    expect(reply['code']).toBe('DATABASE_REQUEST_FAILED');
    return reply['message'] as string;
  };

  it('must not touch the same path, nor one part of another', async () => {
    expect(await raw({ $set: { a: 1 }, $inc: { a: 1 } })).toContain(`conflict at 'a'`);
    expect(await raw({ $set: { 'a.b': 1 }, $unset: { a: '' } })).toContain(`Updating the path 'a.b'`);
    expect(await raw({ $rename: { a: 'c' }, $set: { 'c.d': 1 } })).toContain(`conflict at 'c'`);
  });

  it('refuse empty names, names with $ and fields without an operator', async () => {
    expect(await raw({ $set: { 'a..b': 1 } })).toContain('empty field name');
    expect(await raw({ $set: { 'a.$x': 1 } })).toContain('dollar');
    expect(await raw({ $set: { a: { $x: 1 } } })).toContain('dollar');
    expect(await raw({ a: 1 })).toContain('Unknown modifier: a');
    expect(await raw({ $set: 5 })).toContain('Modifiers operate on fields');
  });
});
