import { ARTICLE_LIMITS, type Block } from '../../../miniprogram/contract/article';
import {
  addBlock,
  dropBlock,
  moveBlock,
  newBlock,
  sayBlock,
  withPicture,
} from '../../../miniprogram/office/view/blocks';

const text = (id: string): Block => ({ id, type: 'text', text: id });
const ids = (blocks: readonly Block[]): string => blocks.map(({ id }) => id).join('');
const three = ['a', 'b', 'c'].map(text);

test('a new block comes behind the open one, else at the end', () => {
  expect(ids(addBlock(three, text('n'), 'a'))).toBe('anbc');
  expect(ids(addBlock(three, text('n'), ''))).toBe('abcn');
});

test('beyond the most blocks of an article none is added', () => {
  const full = Array.from({ length: ARTICLE_LIMITS.blocks }, (_, k) => text(`b${String(k)}`));
  expect(addBlock(full, text('n'), '')).toBe(full);
});

test('moves by one and stops at both ends', () => {
  expect(ids(moveBlock(three, 'b', -1))).toBe('bac');
  expect(ids(moveBlock(three, 'b', 1))).toBe('acb');
  expect(moveBlock(three, 'a', -1)).toBe(three);
  expect(moveBlock(three, 'c', 1)).toBe(three);
});

test('takes away one', () => {
  expect(ids(dropBlock(three, 'b'))).toBe('ac');
});

test('another picture is asked about anew: the consent was for the old one', () => {
  const block: Block = {
    id: 'p',
    type: 'picture',
    caption: '现场',
    picture: { file: 'f1', faces: 'agreed', agreedBy: '本人' },
  };
  expect(withPicture(block, 'f2')).toEqual({ ...block, picture: { file: 'f2', faces: 'unknown' } });
});

test('a block is one line: long words are cut, empty ones say so', () => {
  expect(sayBlock({ id: 'a', type: 'text', text: '长'.repeat(50) }).words).toBe(`${'长'.repeat(36)}…`);
  expect(sayBlock({ id: 'a', type: 'text', text: ' ' }).words).toBe('（还没有写）');
  expect(sayBlock(newBlock('picture', 'p', 'bh'))).toEqual({ label: '图片', words: '还没有放图片' });
});

test('a code leads to the township until another poster is chosen', () => {
  expect(newBlock('code', 'c', 'bh')).toMatchObject({ scene: 'bh' });
});
