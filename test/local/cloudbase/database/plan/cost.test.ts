import { indexesOf, openWithSdk, type WithSdk } from '../harness';
import type { Row, SdkCommand } from '../sdk';

/** 2,000 documents of two townships: many on each day, so that a day alone does not end a page. */
const DOCUMENTS = Array.from({ length: 2000 }, (_unused, n) => ({
  _id: `r${String((n * 7919) % 2000).padStart(4, '0')}`,
  township: n % 2 ? 'lushui' : 'other',
  date: `2026-${String((n % 12) + 1).padStart(2, '0')}-05`,
  state: ['open', 'taken', 'closed'][n % 3],
  home: `h${n % 5}`,
  rank: n,
  tags: [`t${n % 4}`, `u${n % 3}`],
}));

let sdk: WithSdk;
let _: SdkCommand;
beforeAll(async () => {
  sdk = await openWithSdk({
    strictScans: 'error',
    indexes: indexesOf(
      [
        ['township', 1],
        ['date', 1],
      ],
      [
        ['township', 1],
        ['state', 1],
        ['date', -1],
      ],
      [
        ['township', 1],
        ['home', 1],
        ['rank', 1],
      ],
      [['tags', 1]],
      [['rank', 1]],
    ),
  });
  _ = sdk.db.command;
  await sdk.database.importDocuments('items', DOCUMENTS);
});
afterAll(() => sdk.close());

const items = (): ReturnType<typeof sdk.db.collection> => sdk.db.collection('items');

type Compare = (left: Row, right: Row) => number;

/** By some fields, a minus for descending. */
const by = (...names: string[]): Compare => {
  return (left, right) => {
    for (const name of names) {
      const path = name.replace('-', '');
      const [one, other] = [String(left[path]), String(right[path])];
      if (one !== other) return (one < other ? -1 : 1) * (name.startsWith('-') ? -1 : 1);
    }
    return 0;
  };
};

describe('the cost of a read', () => {
  it('by _id is one document, or none', async () => {
    await items().doc('r0001').get();
    expect(sdk.cost.examined).toBe(1);
    await items().where({ _id: 'r0001', state: 'nonsense' }).get();
    expect(sdk.cost.examined).toBe(1);
    await items()
      .where({ _id: _.in(['r0001', 'r0002', 'nobody']) })
      .get();
    expect(sdk.cost.examined).toBe(2);
  });

  it('of a keyset page by date is the page', async () => {
    const page = items()
      .where({ township: 'lushui', date: _.lt('2026-11-05') })
      .orderBy('date', 'desc')
      .limit(20);
    const { data } = await page.get();
    expect(data).toHaveLength(20);
    expect(new Set(data.map(({ date }) => date))).toEqual(new Set(['2026-10-05']));
    expect(sdk.cost.examined).toBe(20);
  });

  it('of every page of a compound keyset is the page, and the pages are the whole list', async () => {
    const expected = DOCUMENTS.filter(({ township }) => township === 'lushui').sort(by('-date', '-_id'));
    const walked: Row[] = [];
    for (;;) {
      const last = walked.at(-1);
      const township = { township: 'lushui' };
      const behind =
        last && _.or({ date: _.lt(last['date']) }, { date: last['date'], _id: _.lt(last['_id']) });
      const { data } = await items()
        .where(behind ? _.and(township, behind) : township)
        .orderBy('date', 'desc')
        .orderBy('_id', 'desc')
        .limit(20)
        .get();
      expect(sdk.cost.examined).toBe(data.length);
      if (data.length === 0) break;
      walked.push(...data);
    }
    expect(walked).toEqual(expected);
  });

  it('of a page over several values of a field before the order is the page', async () => {
    const { data } = await items()
      .where({ township: 'lushui', home: _.in(['h0', 'h2', 'h4']) })
      .orderBy('rank', 'desc')
      .limit(20)
      .get();
    const expected = DOCUMENTS.filter(
      ({ township, home }) => township === 'lushui' && ['h0', 'h2', 'h4'].includes(home),
    );
    expect(data).toEqual(expected.reverse().slice(0, 20));
    expect(sdk.cost.examined).toBe(20);
  });

  it('of a page in the direction of a descending field, and against it', async () => {
    for (const direction of ['asc', 'desc'] as const) {
      const { data } = await items()
        .where({ township: 'lushui', state: 'open', date: _.gte('2026-06-01') })
        .orderBy('date', direction)
        .limit(20)
        .get();
      expect(data).toHaveLength(20);
      expect(data.every(({ state, date }) => state === 'open' && String(date) >= '2026-06-01')).toBe(true);
      expect(sdk.cost.examined).toBe(20);
    }
  });

  it('of a later page counts what is skipped as well', async () => {
    await items().where({ township: 'lushui' }).orderBy('date', 'asc').skip(30).limit(20).get();
    expect(sdk.cost.examined).toBe(50);
  });

  it('of a count is what the index leads to', async () => {
    await items().where({ township: 'lushui', date: '2026-02-05' }).count();
    expect(sdk.cost.examined).toBe(
      DOCUMENTS.filter(({ township, date }) => township === 'lushui' && date === '2026-02-05').length,
    );
  });

  it('of a range without an end stays within the type', async () => {
    await items()
      .where({ rank: _.gte(1990) })
      .get();
    expect(sdk.cost.examined).toBe(10);
    await items()
      .where({ rank: _.gt('1990') })
      .get();
    expect(sdk.cost.examined).toBe(0);
    await items()
      .where({ rank: _.gt(5).and(_.lt(9)) })
      .get();
    expect(sdk.cost.examined).toBe(3);
  });

  it('of what can never be is nothing', async () => {
    await items()
      .where({ rank: _.in([]) })
      .get();
    expect(sdk.cost.examined).toBe(0);
    await items()
      .where({ rank: _.gt(5).and(_.lt(3)) })
      .get();
    expect(sdk.cost.examined).toBe(0);
  });

  it('counts a document once, though an array leads to it several times', async () => {
    const { data } = await items()
      .where({ tags: _.in(['t0', 'u0']), township: 'other' })
      .limit(1000)
      .get();
    const expected = DOCUMENTS.filter(
      ({ tags, township }) => township === 'other' && (tags.includes('t0') || tags.includes('u0')),
    );
    expect([...data].sort(by('_id'))).toEqual([...expected].sort(by('_id')));
    expect(sdk.cost.examined).toBeLessThanOrEqual(1000);
  });

  it('of alternatives takes an index for each', async () => {
    const { data } = await items()
      .where(_.or({ rank: 5 }, { _id: 'r0001' }))
      .get();
    expect(data).toHaveLength(2);
    expect(sdk.cost.examined).toBe(2);
  });

  it('adds up over calls in the object it is given', async () => {
    const cost = { calls: 0, examined: 0 };
    const body = { collectionName: 'items', query: '{"rank":{"$lt":3}}' };
    await sdk.database.execute('database.getDocument', body, cost);
    await sdk.database.execute('database.calculateDocument', body, cost);
    await sdk.database.execute('database.nothing', body, cost);
    expect(cost).toEqual({ calls: 3, examined: 6 });
  });
});
