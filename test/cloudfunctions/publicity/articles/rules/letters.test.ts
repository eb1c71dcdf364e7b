import { lettersOf } from '../../../../../cloudfunctions/publicity/articles/rules/check-content';
import type { Content } from '../../../../../miniprogram/contract/article';

const saying = (text: string): Content => ({
  title: '',
  author: '',
  digest: '',
  blocks: [{ id: 'b', type: 'text', text }],
});

test.each([
  ['接访日', 3],
  ['𠮷祥', 2],
  ['好👍', 2],
  ['一家👨‍👩‍👧‍👦', 3],
  [' 一\n\n二　三 ', 3],
])('%p are %i letters to a reader', (text, letters) => {
  expect(lettersOf(saying(text))).toBe(letters);
});

test('headings, captions and figures are read too, addresses and styles are not', () => {
  const content: Content = {
    title: '标题',
    author: '作者不算',
    digest: '摘要不算',
    blocks: [
      { id: 'a', type: 'heading', text: '小标题' },
      { id: 'b', type: 'picture', picture: { file: 'cloud://e/1.jpg', faces: 'none' }, caption: '照片' },
      { id: 'c', type: 'numbers', items: [{ value: '36', unit: '人', label: '接待' }] },
    ],
  };
  expect(lettersOf(content)).toBe(2 + 3 + 2 + 5);
});
