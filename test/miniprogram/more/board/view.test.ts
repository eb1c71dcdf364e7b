import { toBoardScreen } from '../../../../miniprogram/more/board/view';
import { board } from '../../../support/sample-requests';

test('how many say the same is told from two on', () => {
  const { items, more } = toBoardScreen({ rows: board }, '2026-11-23');
  expect(items.map(({ about }) => about)).toEqual([
    '柳树城村 · 水利饮水 · 11月20日 · 3 人反映',
    '柳树城村 · 水利饮水 · 11月18日 · 2 人反映',
    '柳树城村 · 道路桥梁 · 11月12日',
  ]);
  expect(more).toBe(false);
});
