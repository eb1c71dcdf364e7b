/** Who may sit on the roster, in which order, and under what name people see them. */
import {
  listRosterPeople,
  receiversOn,
} from '../../../../../cloudfunctions/reception/roster/rules/roster-people';
import { toMyDuties } from '../../../../../cloudfunctions/reception/roster/rules/my-duties';
import type { Directory, Membership } from '../../../../../cloudfunctions/registry/directory/rules/directory';
import { smallDirectory } from '../../../request/rules/books';
import { DATE, held, roster, swapOf, WHEN } from './scene';

const FEB = '2026-02-05';
const level = { term: 't', level: 'town' } as const;

function directoryOf(rows: Readonly<Record<string, readonly Membership[]>>): Directory {
  const ids = Object.keys(rows);
  const small = smallDirectory(
    [],
    ids.map((id) => ({ id })),
  );
  return {
    ...small,
    people: small.people.map((one) => ({ ...one, strokes: 3, memberships: rows[one.id] ?? [] })),
  };
}

it('with as many strokes the order is the same each time, by their ids', () => {
  const row = [{ ...level, from: '2020-01-01' }];
  for (const ids of [
    ['b', 'a', 'c'],
    ['c', 'b', 'a'],
  ])
    expect(
      listRosterPeople(directoryOf(Object.fromEntries(ids.map((id) => [id, row]))), {}).map(
        ({ person }) => person,
      ),
    ).toEqual(['a', 'b', 'c']);
});

it('of several memberships the later counts first, however they stand in the directory', () => {
  const [older, later] = [
    { ...level, from: '2020-01-01', to: '2024-12-31' },
    { ...level, from: '2025-01-01', group: 'g1' },
  ];
  for (const rows of [
    [older, later],
    [later, older],
  ])
    expect(listRosterPeople(directoryOf({ a: rows }), {})[0]?.roles.map(({ from }) => from)).toEqual([
      '2025-01-01',
      '2020-01-01',
    ]);
});

it('somebody who holds a mere title now may sit on the days on which they were a deputy', () => {
  const rows = [
    { ...level, from: '2020-01-01', to: '2026-06-30' },
    { term: 't', from: '2026-07-01', title: '调研员' },
  ];
  expect(listRosterPeople(directoryOf({ a: rows }), {})).toHaveLength(1);
});

it.each([
  ['a title of one’s own', { ...level, title: '组长' }, '组长', undefined],
  ['the party committee', { term: 't', receiver: true }, '党委班子成员', 'committee'],
  ['the presidium', { ...level, presidium: true }, '主席团成员', 'presidium'],
  ['none but being a deputy', level, undefined, undefined],
] as const)('is shown to the public with %s', (_name, row, title, type) => {
  const shown = receiversOn(directoryOf({ a: [{ ...row, from: '2020-01-01' }] }), DATE).get('a');
  expect([shown?.title, shown?.type]).toEqual([title, type]);
});

describe('a receiver', () => {
  const from = '2020-01-01';
  const directory = directoryOf({
    me: [{ ...level, from }],
    colleague: [{ ...level, from }],
    member: [{ term: 't', from, presidium: true }],
    secretary: [{ term: 't', from, receiver: true }],
    clerk: [{ term: 't', from, title: '干事' }],
  });
  const mine = (of: Parameters<typeof roster>[0], today = WHEN.today) =>
    toMyDuties([roster(of)], directory, 'me', today);

  it('may ask whoever receives: deputies, the presidium, the party committee', () => {
    expect(mine({}).colleagues.map(({ person }) => person)).toEqual(['colleague', 'member', 'secretary']);
  });

  it('sees when each of them sits, the nearest day first, today too', () => {
    const seats = { [FEB]: { 'h1-am-1': held('member') }, [DATE]: { 'h1-am-1': held('member') } };
    const sits = (today: string) => mine({ seats }, today).colleagues[1]?.sits;
    expect([sits(DATE), sits('2026-01-06')]).toEqual([[DATE, FEB], [FEB]]);
  });

  it('reads what was asked of them by the day it is about', () => {
    const seats = { [FEB]: { 'h1-am-1': held('member') }, [DATE]: { 'h1-am-1': held('member') } };
    const asked = (date: string) => swapOf({ date, from: 'member', to: 'me' });
    const swaps = { later: asked(FEB), sooner: asked(DATE) };
    expect(mine({ seats, swaps }).asked.map(({ date }) => date)).toEqual([DATE, FEB]);
  });
});
