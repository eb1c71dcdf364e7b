/**
 * Whatever arrives, the door answers with a code of the contract and a place in the document changes only for an
 * input that the contract allows. PROOF=1 tries 2,000 inputs an action.
 */
import fc from 'fast-check';
import { ERROR_CODES } from '../../../miniprogram/contract/errors';
import { cleanLine } from '../../../miniprogram/contract/text';
import type { Answer } from '../../support/cloud';
import { DATE, TOWNSHIP } from './support/days';
import {
  bookInput,
  findFaults,
  newKey,
  openReception,
  resetReception,
  type Reception,
} from './support/reception';

const RUNS = process.env['PROOF'] === '1' ? 2_000 : 40;
jest.setTimeout(RUNS * 1_000);

let reception: Reception;
beforeAll(async () => {
  reception = await openReception();
});
beforeEach(() => resetReception(reception));
afterAll(() => reception.close());

const place = { township: TOWNSHIP, date: DATE, booking: `${'a'.repeat(16)}-b12345678`, from: 'h1-0830-1' };
const VALID: Record<string, object> = {
  book: { ...bookInput(), phone: '5550100', category: 'road', time: '08:30', half: 'am' },
  move: { ...place, place: 'h1-0900-3', wish: { who: 'any' } },
  cancel: { ...place, keys: 'a'.repeat(16) },
  day: { township: TOWNSHIP, date: DATE },
  listMine: { township: TOWNSHIP, before: DATE },
};

/** No field of the contract takes any of these, but a name may be any words. */
const nasty = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    0,
    1e308,
    [],
    {},
    [[]],
    { $gt: '' },
    { $ne: null },
    { $where: 'sleep(1000)' },
    '',
    ' ',
    '\u0000',
    '\u202e1-0830',
    '../..',
    '$gt',
    '__proto__',
    '.*',
    '(',
    "'; drop",
    '\ud800',
    'h1-0830-1.state',
    'h1-9999-1',
    'a'.repeat(60_000),
    { __proto__: null, constructor: { prototype: {} } },
    JSON.parse('{"__proto__": {"ok": true}}'),
  ),
  fc.integer(),
  fc.double().filter((number) => Number.isFinite(number)),
  fc.object({ maxDepth: 6 }),
  fc.array(fc.string(), { maxLength: 50 }),
);

function expectCode(answer: Answer): void {
  expect(answer.ok).toBe(false);
  expect(Object.keys(ERROR_CODES)).toContain(answer.code);
  expect(answer.code).not.toBe('internal');
}

const snapshot = () => JSON.stringify([...reception.database.exportDocuments('days')]);

describe.each(Object.keys(VALID))('%s', (action) => {
  const valid = VALID[action] as object;

  test('a field of another kind is refused, and nothing is written', async () => {
    const before = snapshot();
    const input = fc
      .tuple(fc.constantFrom(...Object.keys(valid).filter((field) => field !== 'name')), nasty)
      .map(([field, value]) => ({ ...valid, [field]: value }));
    const refuse = async (each: object) => {
      expectCode(await reception.act(action, each, { openid: 'o1', key: newKey() }));
    };
    await fc.assert(fc.asyncProperty(input, refuse), { numRuns: RUNS });
    expect(snapshot()).toBe(before);
  });

  test('a field missing, unknown or instead of the whole input is refused', async () => {
    const before = snapshot();
    const optional = ['phone', 'category', 'time', 'half', 'before'];
    const missing = Object.keys(valid).filter(
      (field) => !optional.includes(field) && !(action === 'day' && field === 'date'),
    );
    for (const field of missing) {
      const rest = Object.fromEntries(Object.entries(valid).filter(([name]) => name !== field));
      expectCode(await reception.act(action, rest, { openid: 'o1', key: newKey() }));
    }
    for (const input of [
      { ...valid, openid: 'o2' },
      { ...valid, account: 'x' },
      null,
      'book',
      7,
      [valid],
    ] as never[])
      expectCode(await reception.act(action, input, { openid: 'o1', key: newKey() }));
    expect(snapshot()).toBe(before);
  });

  test('a megabyte is refused before it is looked at', async () => {
    const answer = await reception.act(
      action,
      { ...valid, township: 'x'.repeat(1_000_000) },
      { openid: 'o1', key: newKey() },
    );
    expect(answer.ok).toBe(false);
    expect(answer.cost.calls).toBe(0);
  });
});

test('any words may be a name: those that are taken come back clean, the others are bad input', async () => {
  const words = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.constantFrom('王👨‍👩‍👧', 'ا ب', '(a+)+$', '{"$gt":""}', '<script>', '王\u200b', '𠮷野家'),
  );
  const book = async (name: string) => {
    const answer = await reception.book('o1', { name });
    if (!answer.ok) {
      expect(answer).toMatchObject({ code: 'bad-input', details: { field: 'name' } });
      return;
    }
    const slip = answer.data as { booking: string; place: string; keys: string; name: string };
    expect(slip.name).toBe(cleanLine(name));
    expect(slip.name).not.toMatch(/[\p{Cc}\p{Cs}\u200b\u202e]|^\s|\s$|^$/u);
    await resetReception(reception);
  };
  await fc.assert(fc.asyncProperty(words, book), { numRuns: RUNS });
  expect(findFaults(reception.day())).toEqual([]);
});

test.each(['', 'short', 'a'.repeat(65), 'with space', 'a.b.c.d.e', '$where99', 'ключключ'])(
  'the key %j is bad input',
  async (key) => {
    const answer = await reception.act('book', bookInput(), { openid: 'o1', key });
    expect(answer).toMatchObject({ code: 'bad-input', details: { field: 'key' }, cost: { calls: 0 } });
  },
);

test.each(['', 'nothing', 'toString', '__proto__', 'constructor', 'book '])(
  'the action %j is unknown',
  async (action) => {
    expect(await reception.act(action, {}, { openid: 'o1', key: newKey() })).toMatchObject({
      code: 'unknown-action',
    });
  },
);
