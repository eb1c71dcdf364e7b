import {
  BOARD_FIELDS,
  mayBeOffered,
  toJoinedItems,
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

const published = { title: '桥修好了', summary: '桥栏杆断了', result: '换了栏杆', on: '2026-12-01' };
const asks = (changes: object): Row => ({ ...offered, ...changes });
const { privacy: plain } = offered;

test('nobody’s title is public whose asker was never asked for it', () => {
  const { joinable: _joinable, ...older } = plain;
  expect(mayBeOffered(asks({ privacy: older }))).toBe(false);
});

test('while it is handled everybody reads the title and nothing else of it', () => {
  const names = { villages: [{ id: 'v1', name: '甲村' }], categories: [{ id: 'c1', name: '道路' }] };
  expect(toPublicItems([asks({ joinedCount: 3 })], names as unknown as Directory)).toEqual([
    {
      request: 'bh~0123456789abcdef',
      title: '路灯',
      summary: '',
      result: '',
      on: '2026-11-23',
      state: 'taken',
      joined: 3,
      village: '甲村',
      category: '道路',
    },
  ]);
});

test('when it is over without a result the title goes for everybody, and stays for who joined', () => {
  const over = asks({ open: false, state: 'withdrawn' });
  expect(toPublicItems([over], directory)).toEqual([]);
  expect(toJoinedItems([over], directory)).toMatchObject([{ title: '路灯', result: '', state: 'withdrawn' }]);
});

test('what the asker takes back from everybody stays for who joined', () => {
  expect(toJoinedItems([privacy({ joinable: false })], directory)).toHaveLength(1);
});

test('a result stands in place of the title, for everybody and for who joined', () => {
  const over = asks({ open: false, state: 'closed', published });
  for (const items of [toPublicItems([over], directory), toJoinedItems([over], directory)])
    expect(items).toMatchObject([published]);
});

test('of a result that was taken down who joined keeps the title that was joined', () => {
  const { board: _board, ...down } = asks({ open: false, published });
  expect(toJoinedItems([down], directory)).toMatchObject([{ title: '路灯', result: '' }]);
});

test('what was neither offered nor published is nobody’s, and others keep their order', () => {
  const { offered: _offered, ...silent } = offered;
  expect(toPublicItems([silent], directory)).toEqual([]);
  expect(toJoinedItems([silent], directory)).toEqual([]);
  const rows = [asks({ _id: 'a' }), silent, asks({ _id: 'b' })];
  expect(toPublicItems(rows, directory).map(({ request }) => request)).toEqual(['a', 'b']);
});

test('the board reads no word of the asker’s', () => {
  for (const field of ['text', 'summary', 'name', 'phone', 'photos', 'recordings', 'account'])
    expect(BOARD_FIELDS).not.toContain(field);
});
