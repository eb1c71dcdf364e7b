import { rowId, seqOf } from '../../../../cloudfunctions/notify/rules/ids';

it('rows sort by time, however many digits it has, and of one instant no two are the same', () => {
  const seqs = [seqOf(9, 'bh~xx~aaaaaaaa'), seqOf(10, 'bh~xx~aaaaaaaa'), seqOf(10, 'bh~xx~bbbbbbbb')];
  expect([...seqs].sort()).toEqual(seqs);
  expect(seqOf(9, 'bh~xx~aaaaaaaa')).toBe('0000000000009aaaaaaaa');
});

it('a row’s id says township, collection, document and row, the township once', () => {
  expect(rowId('days', { township: 'bh', _id: 'bh~2026-12-07' }, 'r1')).toBe('bh~days~2026-12-07~r1');
  expect(rowId('days', { township: 'bh', _id: '2026-12-07' }, 'r1')).toBe('bh~days~2026-12-07~r1');
  expect(rowId('townships', { township: 'bh', _id: 'bh' }, 'r1')).toBe('bh~townships~bh~r1');
});
