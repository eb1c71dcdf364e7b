import {
  membersOn,
  nameOf,
  termOn,
  toHomeCard,
  toPlaces,
  type Person,
} from '../../../../../cloudfunctions/registry/directory/rules/directory';
import { smallDirectory } from '../../../request/rules/books';

const person = (memberships: Person['memberships'], more: Partial<Person> = {}): Person => ({
  id: 'p1',
  name: '某',
  strokes: 1,
  claimed: true,
  absent: [],
  memberships,
  ...more,
});
const on = (who: Person, date: string) => membersOn([who], date)[0];

describe('who somebody is on a day', () => {
  const two = person([
    { term: 't1', from: '2021-01-01', to: '2025-12-31', level: 'town', group: 'g1', leader: true },
    { term: 't2', from: '2026-01-01', level: 'district', group: 'g2' },
  ]);
  it.each([
    ['2020-12-31', undefined],
    ['2021-01-01', 'g1'],
    ['2025-12-31', 'g1'],
    ['2026-01-01', 'g2'],
    ['2099-01-01', 'g2'],
  ])('on %s of group %s', (date, group) => {
    expect(on(two, date)?.group).toBe(group);
  });

  it('keeps nothing of a membership that is over', () => {
    expect(on(two, '2026-01-01')?.leader).toBeUndefined();
  });

  it('counts the first and the last day of an absence', () => {
    const away = person([{ term: 't', from: '2020-01-01' }], {
      absent: [{ from: '2026-06-01', to: '2026-06-03' }],
    });
    const days = ['2026-05-31', '2026-06-01', '2026-06-03', '2026-06-04'];
    expect(days.map((date) => on(away, date)?.absent)).toEqual([false, true, true, false]);
  });

  it('leaves the directory as it was', () => {
    const before = JSON.stringify(two);
    on(two, '2026-01-01');
    expect(JSON.stringify(two)).toBe(before);
  });
});

it('of two rows that cover a day the later one counts, in whatever order they stand', () => {
  const rows = [
    { term: 't1', from: '2020-01-01', group: 'g1' },
    { term: 't1', from: '2024-01-01', group: 'g2' },
  ];
  for (const memberships of [rows, [...rows].reverse()])
    expect(on(person(memberships), '2026-01-01')?.group).toBe('g2');
});

it('people stand in the order of surname strokes, of the same number by their ids', () => {
  const at = (id: string, strokes: number) => person([{ term: 't1', from: '2020-01-01' }], { id, strokes });
  const people = [at('c', 4), at('b', 9), at('d', 4), at('a', 10)];
  for (const some of [people, [...people].reverse()])
    expect(membersOn(some, '2026-01-01').map(({ person: id }) => id)).toEqual(['c', 'd', 'b', 'a']);
});

it('a term runs from its first day to its last', () => {
  const terms = [
    { id: 't1', name: '十八届', from: '2021-12-01', to: '2026-12-20' },
    { id: 't2', name: '十九届', from: '2026-12-21' },
  ];
  const days = ['2021-11-30', '2021-12-01', '2026-12-20', '2026-12-21'];
  expect(days.map((date) => termOn(terms, date)?.id)).toEqual([undefined, 't1', 't1', 't2']);
});

it('a name is that of the row, and nothing where there is none', () => {
  const rows = [
    { id: 'a', name: '甲' },
    { id: 'b', name: '乙' },
  ];
  expect([nameOf(rows, 'b'), nameOf(rows, 'c')]).toEqual(['乙', '']);
});

describe('the public part', () => {
  const directory = smallDirectory(
    [],
    [
      { id: 'b', level: 'town', constituency: 'c1', group: 'g1', leader: true, absent: true, claimed: false },
      { id: 'a', level: 'district', constituency: 'd1', group: 'g2', title: '人大主席' },
      { id: 'c', receiver: true, title: '党委委员' },
    ],
  );
  it('lists deputies in the order of surname strokes with the villages of their constituency', () => {
    expect(toPlaces(directory, '2026-06-01').deputies).toEqual([
      { person: 'b', name: '代表b', level: 'town', group: 'g1', villages: ['v1'], leader: true },
      {
        person: 'a',
        name: '代表a',
        level: 'district',
        group: 'g2',
        villages: ['v1', 'v2'],
        title: '人大主席',
        leader: false,
      },
    ]);
  });

  it('gives a group the villages whose fallback it is', () => {
    expect(toPlaces(directory, '2026-06-01').groups.map(({ villages }) => villages)).toEqual([['v1'], []]);
  });

  it('says nothing of settings, routing, absence or accounts', () => {
    const text = JSON.stringify(toPlaces(directory, '2026-06-01'));
    expect(text).not.toMatch(/absent|claimed|routing|settings|"own"|marketDays/);
  });

  it('has the township’s card without what its report counts, and its homes with what is known of them', () => {
    const card = { id: 'tt', name: '测试镇', host: '测试镇人大', filingNumber: '1', complaints: '5550100' };
    const counted = {
      ...directory,
      card: { ...card, population: 9_000, voters: 7_000, countedOn: '2026-01-01' },
    };
    expect(toPlaces(counted, '2026-06-01').township).toStrictEqual(card);
    const home = { id: 'h1', name: 'h1', address: '街上', landline: '5550100' };
    const kept = { ...home, own: { capacity: 2 }, marketDays: ['2026-06-05'], equipment: ['电脑'] };
    expect(toHomeCard(kept)).toStrictEqual(home);
    const more = { hours: '逢五', phoneDays: ['2026-06-05'] };
    expect(toHomeCard({ ...kept, ...more })).toStrictEqual({ ...home, ...more });
    expect(toHomeCard({ ...kept, phoneDays: [] })).toStrictEqual(home);
  });

  it('has own kinds of activities where there are any', () => {
    expect(toPlaces(directory, '2026-06-01')).not.toHaveProperty('ownKinds');
    expect(toPlaces({ ...directory, ownKinds: [] }, '2026-06-01')).not.toHaveProperty('ownKinds');
    const ownKinds = [{ id: '夜校', unit: 'sessions', fields: [], by: 'office' }] as const;
    expect(toPlaces({ ...directory, ownKinds }, '2026-06-01').ownKinds).toBe(ownKinds);
  });

  it('has a deputy of no constituency, whom nobody meets as the one of their village', () => {
    const without = smallDirectory([], [{ id: 'a', level: 'town' }]);
    expect(toPlaces(without, '2026-06-01').deputies).toEqual([
      { person: 'a', name: '代表a', level: 'town', group: '', villages: [], leader: false },
    ]);
  });
});
