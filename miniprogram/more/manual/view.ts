/** Which books somebody is offered, and one of them with one chapter open. */
import type { Choice } from '../../components/choice-chips/choice-chips';
import type { Grant } from '../../contract/registry';
import {
  ADMIN,
  DISTRICT,
  holdsAny,
  ON_BEHALF,
  OFFICE,
  RECEIVERS,
  UNIT_CLERKS,
  type Role,
} from '../../contract/roles';
import type { Block, Book, BookId } from './book';
import { BOOKS } from './books';

/** Everybody has the first two; the others are for those whose work they are. */
const READERS: Readonly<Partial<Record<BookId, readonly Role[]>>> = {
  deputy: RECEIVERS,
  reception: ON_BEHALF,
  requests: OFFICE,
  year: OFFICE,
  unit: UNIT_CLERKS,
  admin: [...ADMIN, ...DISTRICT],
};

/** On the button; the title of the book says it in full. */
const SHORT: Readonly<Record<BookId, string>> = {
  start: '先看这里',
  voter: '约代表、反映事',
  deputy: '代表履职',
  reception: '接访',
  requests: '群众意见',
  year: '报告、文章、会议',
  unit: '承办单位',
  admin: '管理',
};

type Held = readonly Pick<Grant, 'role' | 'state'>[];

export function booksFor(grants: Held): Book[] {
  return BOOKS.filter(({ id }) => {
    const readers = READERS[id];
    return readers === undefined || holdsAny(grants, readers);
  });
}

export function toChoices(books: readonly Book[]): Choice[] {
  return books.map(({ id }) => ({ id, text: SHORT[id] }));
}

/** The book of one's own work first; who has none begins with the one for villagers. */
export function firstBook(books: readonly Book[]): BookId {
  return books.find(({ id }) => READERS[id] !== undefined)?.id ?? 'voter';
}

export interface ManualScreen {
  id: BookId;
  intro: readonly Block[];
  chapters: readonly { title: string; open: boolean; blocks: readonly Block[] }[];
}

/** Only the open chapter has its text. */
export function toManualScreen(books: readonly Book[], id: BookId, open: string): ManualScreen {
  const book = books.find((each) => each.id === id);
  const chapters = (book?.chapters ?? []).map(({ title, blocks }) => ({
    title,
    open: title === open,
    blocks: title === open ? blocks : [],
  }));
  return { id, intro: book?.intro ?? [], chapters };
}
