/** What can be done to the blocks of an article; pure, used by the article and by templates. */
import { BLOCK_LABELS } from '../../contract/publicity-labels';
import { ARTICLE_LIMITS } from '../../contract/article';
import type { Block, BlockType, NumberItem, Picture } from '../../contract/article';

export const BLOCK_TYPES = ['text', 'heading', 'picture', 'quote', 'numbers', 'card', 'code'] as const;

/** Without a file: the place of a picture that is still to be put there. */
const NO_PICTURE = { file: '', faces: 'unknown' } as const;
/** Where a reader's card or code leads when nothing else is said. */
const HOME_PATH = 'pages/home/home';
const EXCERPT = 36;

export function newBlock(type: BlockType, id: string, township: string): Block {
  if (type === 'heading' || type === 'text') return { id, type, text: '' };
  if (type === 'quote') return { id, type, text: '', from: '' };
  if (type === 'picture') return { id, type, picture: NO_PICTURE, caption: '' };
  if (type === 'numbers') return { id, type, items: [emptyNumber()] };
  if (type === 'card') return { id, type, title: '预约代表接访', path: HOME_PATH };
  return { id, type, scene: township, caption: '微信扫码，预约、反映都行' };
}

export function emptyNumber(): NumberItem {
  return { value: '', unit: '', label: '' };
}

/** Behind the block of this id; at the end without one. Unchanged when there is no room. */
export function addBlock(blocks: readonly Block[], block: Block, after: string): readonly Block[] {
  if (blocks.length >= ARTICLE_LIMITS.blocks) return blocks;
  const at = blocks.findIndex(({ id }) => id === after);
  return at < 0 ? [...blocks, block] : [...blocks.slice(0, at + 1), block, ...blocks.slice(at + 1)];
}

/** One place up (-1) or down (1); at the end of the row it stays. */
export function moveBlock(blocks: readonly Block[], id: string, by: 1 | -1): readonly Block[] {
  const from = blocks.findIndex((block) => block.id === id);
  const to = from + by;
  const [one, other] = [blocks[from], blocks[to]];
  if (!one || !other) return blocks;
  return blocks.map((block, at) => (at === from ? other : at === to ? one : block));
}

export function dropBlock(blocks: readonly Block[], id: string): readonly Block[] {
  return blocks.filter((block) => block.id !== id);
}

export function changeBlock(blocks: readonly Block[], changed: Block): readonly Block[] {
  return blocks.map((block) => (block.id === changed.id ? changed : block));
}

/** What a block shows as a picture; a card need not have one. */
export function pictureOf(block: Block): Picture | undefined {
  return block.type === 'picture' || block.type === 'card' ? block.picture : undefined;
}

/** The block with another picture in it: whether people can be recognised is asked anew. */
export function withPicture(block: Block, file: string): Block {
  const picture = { file, faces: 'unknown' } as const;
  return block.type === 'picture' || block.type === 'card' ? { ...block, picture } : block;
}

function wordsOf(block: Block): string {
  if (block.type === 'picture') return block.caption || (block.picture.file ? '还没有说明' : '还没有放图片');
  if (block.type === 'numbers') {
    return block.items.map(({ label, value, unit }) => `${label}${value}${unit}`).join('　');
  }
  if (block.type === 'card') return block.title;
  if (block.type === 'code') return block.caption;
  return block.text.trim() || '（还没有写）';
}

/** A block as one line of a list. */
export function sayBlock(block: Block): { label: string; words: string } {
  const words = wordsOf(block).replace(/\s+/g, ' ');
  return {
    label: BLOCK_LABELS[block.type],
    words: words.length > EXCERPT ? `${words.slice(0, EXCERPT)}…` : words,
  };
}
