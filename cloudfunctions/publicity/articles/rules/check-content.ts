/** What stands against submitting an article; shown while it is written. */
import { ARTICLE_LIMITS, type Content, type Problem } from '../../../../miniprogram/contract/article';
import { lengthOf } from '../../../../miniprogram/contract/text';
import { renderArticle } from './render-article';

/** Length counted for a picture's address: the longest that the official account gives. */
const ADDRESS = `http://mmbiz.qpic.cn/${'x'.repeat(160)}`;
const APPID = 'x'.repeat(18);

export function charactersOf(text: string): number {
  return [...text].length;
}

/** What a reader would count of the text: an emoji of several signs is one, blanks and what draws it are none. */
export function lettersOf({ title, blocks }: Content): number {
  const said = blocks.flatMap((block): string[] => {
    switch (block.type) {
      case 'heading':
      case 'text':
        return [block.text];
      case 'quote':
        return [block.text, block.from];
      case 'picture':
      case 'code':
        return [block.caption];
      case 'card':
        return [block.title];
      case 'numbers':
        return block.items.flatMap(({ value, unit, label }) => [value, unit, label]);
    }
  });
  const text = [title, ...said].join('').replace(/\s/gu, '');
  return lengthOf(text);
}

function tooLong(code: Problem['code'], text: string, max: number): Problem[] {
  const now = lengthOf(text);
  return now > max ? [{ code, now, max }] : [];
}

function isEmpty({ blocks }: Content): boolean {
  return blocks.every(
    (block) => !(block.type === 'text' || block.type === 'quote') || block.text.trim() === '',
  );
}

/** Sizes of the HTML with the longest addresses. */
export function sizeOf(content: Content): { characters: number; bytes: number } {
  const html = renderArticle(content, { addressOf: () => ADDRESS, appid: APPID });
  return { characters: charactersOf(html), bytes: new TextEncoder().encode(html).length };
}

export function checkContent(content: Content): Problem[] {
  const { title, author, digest, cover, blocks } = content;
  const missing = blocks.flatMap((block): Problem[] =>
    block.type === 'picture' && block.picture.file === ''
      ? [{ code: 'picture-missing', where: block.id }]
      : [],
  );
  const { characters, bytes } = sizeOf(content);
  return [
    ...(title.trim() === '' ? [{ code: 'title-missing' } as const] : []),
    ...tooLong('title-long', title.trim(), ARTICLE_LIMITS.title),
    ...tooLong('author-long', author.trim(), ARTICLE_LIMITS.author),
    ...tooLong('digest-long', digest.trim(), ARTICLE_LIMITS.digest),
    ...(!cover || cover.picture.file === '' ? [{ code: 'cover-missing' } as const] : []),
    ...(isEmpty(content) ? [{ code: 'body-missing' } as const] : []),
    ...missing,
    ...(characters > ARTICLE_LIMITS.html || bytes > ARTICLE_LIMITS.htmlBytes
      ? [{ code: 'html-long', now: characters, max: ARTICLE_LIMITS.html } as const]
      : []),
  ];
}
