/** An article with a block of each kind, and its twin that says nothing. */
import type { Content } from '../../../../../miniprogram/contract/article';

export const WHOLE: Content = {
  title: '接访日 <小结>',
  author: '人大办',
  digest: '36人次',
  cover: { picture: { file: 'cover.jpg', faces: 'none' } },
  blocks: [
    { id: 'h', type: 'heading', text: ' 群众说了什么 ' },
    { id: 't', type: 'text', text: '第一段\n换行\n \n第二段 & "引号"' },
    { id: 'q', type: 'quote', text: '办得好', from: '王先生' },
    {
      id: 'p',
      type: 'picture',
      picture: { file: 'p.jpg', faces: 'agreed', agreedBy: '本人' },
      caption: '现场',
    },
    { id: 'n', type: 'numbers', items: [{ value: '36', unit: '人次', label: '接待群众' }] },
    {
      id: 'c',
      type: 'card',
      title: '预约',
      path: 'pages/home/home',
      picture: { file: 'c.jpg', faces: 'none' },
    },
    { id: 'k', type: 'code', scene: 'bh.h1', caption: '扫码' },
  ],
};

export const EMPTY: Content = {
  title: '',
  author: '',
  digest: '',
  blocks: [
    { id: 'h', type: 'heading', text: ' ' },
    { id: 't', type: 'text', text: '\n\n' },
    { id: 'q', type: 'quote', text: ' ', from: '王先生' },
    { id: 'p', type: 'picture', picture: { file: '', faces: 'unknown' }, caption: '' },
    { id: 'n', type: 'numbers', items: [] },
    { id: 'c', type: 'card', title: '预约', path: 'pages/home/home' },
    { id: 'k', type: 'code', scene: 'bh', caption: '' },
  ],
};
