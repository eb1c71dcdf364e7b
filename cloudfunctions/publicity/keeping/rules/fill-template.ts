/** From a template and the fields of what happened to what is written first. */
import { ARTICLE_LIMITS, type Block, type Content } from '../../../../miniprogram/contract/article';
import type { Template } from '../../../../miniprogram/contract/article-template';

export type Fields = Readonly<Record<string, string>>;

/** `{{visits}}` → '36'. A field that this kind does not have leaves nothing behind. */
function fill(text: string, fields: Fields): string {
  return text.replace(/\{\{\s*([A-Za-z]+)\s*\}\}/g, (_whole, name: string) =>
    Object.hasOwn(fields, name) ? (fields[name] ?? '') : '',
  );
}

function cut(text: string, max: number): string {
  return [...text].slice(0, max).join('');
}

function fillBlock(block: Block, fields: Fields): Block {
  switch (block.type) {
    case 'heading':
      return { ...block, text: cut(fill(block.text, fields), ARTICLE_LIMITS.heading) };
    case 'text':
      return { ...block, text: cut(fill(block.text, fields), ARTICLE_LIMITS.text) };
    case 'quote': {
      const text = cut(fill(block.text, fields), ARTICLE_LIMITS.text);
      return { ...block, text, from: cut(fill(block.from, fields), ARTICLE_LIMITS.caption) };
    }
    case 'picture':
    case 'code':
      return { ...block, caption: cut(fill(block.caption, fields), ARTICLE_LIMITS.caption) };
    case 'card':
      return { ...block, title: cut(fill(block.title, fields), ARTICLE_LIMITS.caption) };
    case 'numbers': {
      const items = block.items.map(({ value, unit, label }) => ({
        value: cut(fill(value, fields), ARTICLE_LIMITS.number),
        unit: cut(fill(unit, fields), ARTICLE_LIMITS.number),
        label: cut(fill(label, fields), ARTICLE_LIMITS.number),
      }));
      return { ...block, items };
    }
  }
}

export function fillTemplate({ title, digest, blocks }: Template, fields: Fields, author: string): Content {
  return {
    title: cut(fill(title, fields), ARTICLE_LIMITS.titleDraft),
    author: cut(author, ARTICLE_LIMITS.authorDraft),
    digest: cut(fill(digest, fields), ARTICLE_LIMITS.digestDraft),
    blocks: blocks.map((block) => fillBlock(block, fields)),
  };
}
