/** An article as others set it anew: its words in their order, its pictures in their places, nothing that only the phone can open. */
import {
  filesOf,
  makeArticleSheet,
} from '../../../../../cloudfunctions/report/documents/rules/article-sheet';
import { EMPTY, WHOLE } from '../../../publicity/articles/rules/whole-article';
import { readPaper } from './read-paper';

const RATIOS = new Map([
  ['p.jpg', 0.75],
  ['cover.jpg', 0.5],
]);

test('words stand in their order, what is quoted with who said it, pictures with their captions, the cover last', () => {
  const sheet = makeArticleSheet({ ...WHOLE, title: ` ${WHOLE.title} ` }, '溪口镇人大', RATIOS);
  expect(sheet).toMatchObject({
    name: '稿件 接访日 <小结>',
    title: '接访日 <小结>',
    foot: '溪口镇人大 供稿',
  });
  expect(readPaper(sheet)).toEqual([
    '[center] 人大办',
    '摘要：36人次',
    '[large bold]  群众说了什么 ',
    '[indent] 第一段',
    '[indent] 换行',
    '[indent] 第二段 & "引号"',
    '[indent] 办得好（王先生）',
    '[photo 0.75] p.jpg',
    '[small center] 现场',
    '接待群众：36人次',
    '[photo 0.5] cover.jpg',
    '[small center] 封面',
  ]);
});

test('a picture that a document does not take is asked for instead of missing in silence', () => {
  const words = readPaper(makeArticleSheet(WHOLE, '', new Map()));
  expect(words.filter((line) => line.startsWith('[center] （'))).toEqual([
    '[center] （这一张图请另外向我们要）',
    '[center] （这一张图请另外向我们要）',
  ]);
});

test('nothing stands for an author, a digest, a caption or a cover that is not there', () => {
  const ratios = new Map([['', 1]]);
  const spaces = { ...EMPTY, author: ' ', digest: ' ' };
  for (const content of [EMPTY, spaces])
    expect(readPaper(makeArticleSheet(content, '', ratios))).toEqual([
      '[large bold]  ',
      '[indent]  （王先生）',
      '[photo 1] ',
    ]);
});

test('a quotation of nobody has no brackets, and author and digest no spaces around them', () => {
  const blocks = [{ id: 'q', type: 'quote', text: '办得好', from: '' }] as const;
  const words = readPaper(
    makeArticleSheet({ ...EMPTY, author: ' 人大办 ', digest: ' 话 ', blocks }, '', RATIOS),
  );
  expect(words).toEqual(['[center] 人大办', '摘要：话', '[indent] 办得好']);
});

test('the files to fetch are the cover’s and each picture’s once; a card’s is none', () => {
  expect(filesOf(WHOLE)).toEqual(['cover.jpg', 'p.jpg']);
  const picture = {
    id: 'x',
    type: 'picture',
    picture: { file: 'p.jpg', faces: 'none' },
    caption: '',
  } as const;
  expect(filesOf({ ...EMPTY, blocks: [picture, ...WHOLE.blocks] })).toEqual(['p.jpg']);
});
