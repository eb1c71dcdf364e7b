/**
 * The manual (docs/manual) as the phone shows it: `tsx build/manual.ts` writes miniprogram/more/manual/books.ts,
 * `--check` says whether it is as written. `npm run manual` takes its pictures as well.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lexer, type Token, type Tokens } from 'marked';
import { root } from './paths';

/** What the phone's own types (more/manual/book.ts) say of what is written here, the compiler checks there. */
interface Block {
  kind: 'head' | 'text' | 'item' | 'deep' | 'row';
  text: string;
  mark?: string;
  then?: string;
}

const FOLDER = join(root, 'docs/manual');
const WRITTEN = join(root, 'miniprogram/more/manual/books.ts');

/** In the order of the table of contents. */
const FILES: Readonly<Record<string, string>> = {
  start: 'README.md',
  voter: 'voter.md',
  deputy: 'deputy.md',
  reception: 'office-reception.md',
  requests: 'office-requests.md',
  year: 'office-year.md',
  unit: 'unit.md',
  admin: 'admin.md',
};

/** Words alone: emphasis and links stand for themselves, pictures are only in the book. */
function wordsOf(tokens: readonly Token[] = []): string {
  return tokens
    .map((token) => {
      if (token.type === 'image') return '';
      const { tokens: inner, text = '' } = token as { tokens?: Token[]; text?: string };
      return inner ? wordsOf(inner) : text;
    })
    .join('')
    .replace(/\s*\n\s*/g, '')
    .trim();
}

function listBlocks(list: Tokens.List, deep: boolean): Block[] {
  return list.items.flatMap((item, at) => {
    const inner = item.tokens.filter((token) => token.type === 'list');
    const own = item.tokens.filter((token) => token.type !== 'list');
    const mark = list.ordered ? `${String(at + 1)}.` : '·';
    const first: Block = { kind: deep ? 'deep' : 'item', mark, text: wordsOf(own) };
    return [first, ...inner.flatMap((each) => listBlocks(each as Tokens.List, true))];
  });
}

function blocksOf(token: Token): Block[] {
  switch (token.type) {
    case 'heading':
      return [{ kind: 'head', text: wordsOf(token.tokens) }];
    case 'paragraph': {
      const text = wordsOf(token.tokens);
      return text === '' ? [] : [{ kind: 'text', text }];
    }
    case 'list':
      return listBlocks(token as Tokens.List, false);
    case 'table':
      return (token as Tokens.Table).rows.map((row) => {
        const [about = '', ...then] = row.map((cell) => wordsOf(cell.tokens));
        return { kind: 'row', text: about, then: then.join('：') };
      });
    case 'space':
      return [];
    default:
      throw new Error(`the manual shows no ${token.type} on the phone`);
  }
}

/** One book; what stands above its first chapter is told only where it is text. */
function toBook(id: string, markdown: string) {
  const book = { id, title: '', intro: [] as Block[], chapters: [] as { title: string; blocks: Block[] }[] };
  for (const token of lexer(markdown)) {
    const isHeading = token.type === 'heading';
    if (isHeading && token.depth === 1) book.title = wordsOf(token.tokens);
    else if (isHeading && token.depth === 2) book.chapters.push({ title: wordsOf(token.tokens), blocks: [] });
    else if (book.chapters.length === 0)
      book.intro.push(...(token.type === 'paragraph' ? blocksOf(token) : []));
    else book.chapters.at(-1)?.blocks.push(...blocksOf(token));
  }
  return book;
}

/** A line for each chapter, so that a change shows where it is. */
function write(): string {
  const books = Object.entries(FILES).map(([id, file]) =>
    toBook(id, readFileSync(join(FOLDER, file), 'utf8')),
  );
  const lines = books.flatMap(({ chapters, ...book }) => [
    `  { ${JSON.stringify(book).slice(1, -1)}, chapters: [`,
    ...chapters.map((chapter) => `    ${JSON.stringify(chapter)},`),
    '  ] },',
  ]);
  return [
    '/** Written by build/manual.ts from docs/manual. Not to be changed here. */',
    "import type { Book } from './book';",
    '',
    'export const BOOKS: readonly Book[] = [',
    ...lines,
    '];',
    '',
  ].join('\n');
}

if (require.main === module) {
  const text = write();
  if (!process.argv.includes('--check')) writeFileSync(WRITTEN, text);
  else if (readFileSync(WRITTEN, 'utf8') !== text) {
    console.error('miniprogram/more/manual/books.ts is not as docs/manual says: npm run manual');
    process.exitCode = 1;
  }
}
