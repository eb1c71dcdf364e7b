import type { Role } from '../../../../miniprogram/contract/roles';
import { ROLE_IDS } from '../../../../miniprogram/contract/roles';
import { BOOKS } from '../../../../miniprogram/more/manual/books';
import { booksFor, firstBook, toChoices, toManualScreen } from '../../../../miniprogram/more/manual/view';

const grant = (role: Role, state: 'confirmed' | 'ended' = 'confirmed') => ({ role, state }) as never;

test('a villager has the two books for everybody and begins with the own one', () => {
  const books = booksFor([]);
  expect(books.map(({ id }) => id)).toEqual(['start', 'voter']);
  expect(firstBook(books)).toBe('voter');
});

test.each([
  ['deputy', 'deputy'],
  ['receiver', 'deputy'],
  ['unit', 'unit'],
  ['helper', 'reception'],
  ['staff', 'reception'],
  ['admin', 'admin'],
  ['district', 'admin'],
] as const)('%s begins with %s', (role, book) => {
  expect(firstBook(booksFor([grant(role)]))).toBe(book);
});

test('a right that ended brings no book; every book has a reader', () => {
  expect(booksFor([grant('staff', 'ended')])).toEqual(booksFor([]));
  const read = new Set(ROLE_IDS.flatMap((role) => booksFor([grant(role)]).map(({ id }) => id)));
  expect([...read].sort()).toEqual(BOOKS.map(({ id }) => id).sort());
  expect(new Set(toChoices(BOOKS).map(({ text }) => text)).size).toBe(BOOKS.length);
});

test('only the open chapter has its text, and no chapter is too long for one drawing', () => {
  for (const { id, chapters } of BOOKS) {
    for (const { title } of chapters) {
      const screen = toManualScreen(BOOKS, id, title);
      expect(screen.chapters.filter(({ blocks }) => blocks.length > 0)).toHaveLength(1);
      expect(Buffer.byteLength(JSON.stringify(screen))).toBeLessThan(16 * 1024);
    }
  }
});

test('words stand without signs of their writing', () => {
  expect(JSON.stringify(BOOKS)).not.toMatch(/\*\*|\]\(|!\[|\.md|\|/);
});
