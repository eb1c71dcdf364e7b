/** An article as it is given to the district or its media centre: words to set anew, pictures in their places. */
import type { Block as Part, Content } from '../../../../miniprogram/contract/article';
import type { Block, Sheet } from './sheet';

/** Files → height by width, of those that a document takes. */
export type Ratios = ReadonlyMap<string, number>;

function linesOf(text: string): Block[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line): Block => ({ line, indent: true }));
}

function pictureOf(file: string, caption: string, ratios: Ratios): Block[] {
  const ratio = ratios.get(file);
  const drawn: Block =
    ratio === undefined ? { line: '（这一张图请另外向我们要）', align: 'center' } : { photo: file, ratio };
  return caption === '' ? [drawn] : [drawn, { line: caption, size: 'small', align: 'center' }];
}

/** Cards and codes lead into the mini-program and are nothing to others. */
function partOf(part: Part, ratios: Ratios): Block[] {
  switch (part.type) {
    case 'heading':
      return [{ line: part.text, size: 'large', bold: true }];
    case 'text':
      return linesOf(part.text);
    case 'quote':
      return linesOf(part.from === '' ? part.text : `${part.text}（${part.from}）`);
    case 'picture':
      return pictureOf(part.picture.file, part.caption, ratios);
    case 'numbers':
      return part.items.map(({ label, value, unit }): Block => ({ line: `${label}：${value}${unit}` }));
    case 'card':
    case 'code':
      return [];
  }
}

export function filesOf({ cover, blocks }: Content): string[] {
  const body = blocks.flatMap((part) => (part.type === 'picture' ? [part.picture.file] : []));
  return [...new Set([...(cover ? [cover.picture.file] : []), ...body])];
}

export function makeArticleSheet(content: Content, host: string, ratios: Ratios): Sheet {
  const { title, author, digest, cover, blocks } = content;
  const words = blocks.flatMap((part) => partOf(part, ratios));
  const front = cover ? pictureOf(cover.picture.file, '封面', ratios) : [];
  return {
    name: `稿件 ${title.trim()}`,
    title: title.trim(),
    blocks: [
      ...(author.trim() === '' ? [] : [{ line: author.trim(), align: 'center' } as const]),
      ...(digest.trim() === '' ? [] : [{ line: `摘要：${digest.trim()}` }]),
      ...words,
      ...front,
    ],
    foot: `${host} 供稿`,
  };
}
