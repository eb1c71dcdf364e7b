import {
  mayBeOffered,
  toPublicItems,
} from '../../../../../cloudfunctions/request/publication/rules/board-items';
import type { Directory } from '../../../../../cloudfunctions/registry/directory/rules/directory';

type Row = Parameters<typeof toPublicItems>[0][number];

const directory = { villages: [], categories: [] } as unknown as Directory;
const offered = {
  _id: 'bh~0123456789abcdef',
  board: '1',
  offered: { title: '路灯', on: '2026-11-23' },
  village: 'v1',
  category: 'c1',
  joinedCount: 0,
  state: 'taken',
  open: true,
  privacy: { hideName: false, notOwnVillage: false, publishable: true, joinable: true },
  recused: [],
  hidden: [],
} as unknown as Row;
const privacy = (change: object): Row => ({ ...offered, privacy: { ...offered.privacy, ...change } });

test('a consent that was taken back a moment before the title was offered hides the title', () => {
  expect(toPublicItems([offered], directory)).toHaveLength(1);
  expect(toPublicItems([privacy({ joinable: false })], directory)).toEqual([]);
});

test('whoever is kept from it keeps it from everybody', () => {
  expect(mayBeOffered(offered)).toBe(true);
  expect(mayBeOffered(privacy({ notOwnVillage: true }))).toBe(false);
  expect(mayBeOffered({ ...offered, recused: ['p1'] })).toBe(false);
  expect(mayBeOffered({ ...offered, hidden: ['p1'] })).toBe(false);
});

test('what was published stays, whatever is consented to afterwards', () => {
  const published = { title: '路灯', summary: '灯坏', result: '换了', on: '2026-12-01' };
  const over = { ...privacy({ joinable: false, publishable: false }), published, open: false };
  expect(toPublicItems([over], directory)).toMatchObject([{ result: '换了' }]);
});
