/** How the directory lies in rows, which of them name which, and what a township begins with. */
import {
  listRows,
  PARTS,
  putRow,
  readRow,
  routeId,
} from '../../../../../cloudfunctions/registry/directory/rules/directory-rows';
import { emptyDirectory } from '../../../../../cloudfunctions/registry/directory/rules/empty-directory';
import { gradesOf } from '../../../../../cloudfunctions/registry/directory/rules/grades';
import { ownFolder } from '../../../../../cloudfunctions/registry/directory/rules/own-folder';
import { hasTarget, listBroken } from '../../../../../cloudfunctions/registry/directory/rules/references';
import type { Directory } from '../../../../../cloudfunctions/registry/directory/rules/directory';
import { base, route, rowOf, TODAY } from './scene';

describe('the shelves', () => {
  it.each([
    'card',
    'home',
    'village',
    'constituency',
    'group',
    'term',
    'person',
    'category',
    'unit',
    'route',
    'fallback',
    'calendar',
    'year',
    'setting',
    'ownKind',
  ] as const)('each %s that is put back as it was read changes nothing', (kind) => {
    const whole = {
      ...base,
      settings: { closingTime: '17:00' },
      ownKinds: [{ id: '夜校', unit: 'sessions', fields: [], by: 'office' }],
    } as unknown as Directory;
    const rows = listRows(whole, kind);
    expect(rows.length).toBeGreaterThan(0);
    for (const { id, row } of rows) {
      expect(readRow(whole, kind, id)).toEqual(row);
      expect(putRow(whole, kind, id, row)).toEqual(whole);
      expect(readRow(putRow(whole, kind, id, undefined), kind, id)).toEqual(
        kind === 'card' ? row : undefined,
      );
    }
  });

  it('what is not the office’s to write stays, or is born so', () => {
    expect(listRows(base, 'person')[0]?.row).not.toHaveProperty('claimed');
    expect(putRow(base, 'person', 'p1', rowOf('person', 'p1')).people[0]).toMatchObject({ claimed: true });
    expect(putRow(base, 'person', 'p9', rowOf('person', 'p1')).people.at(-1)).toMatchObject({
      id: 'p9',
      claimed: false,
    });
    expect(
      putRow(base, 'home', 'h9', { name: '新', address: '', landline: '', marketDays: [] }).homes.at(-1),
    ).toMatchObject({ id: 'h9', own: {} });
  });

  it.each([
    ['names', ['card', 'home', 'village', 'constituency', 'group', 'term', 'category', 'unit']],
    // Memberships name these.
    ['people', ['person', 'term', 'constituency']],
    ['routing', ['route', 'fallback']],
    ['settings', ['setting', 'ownKind', 'calendar', 'year']],
  ] as const)('the page of %s has %j', (part, kinds) => {
    expect(PARTS[part]).toEqual(kinds);
  });

  it('the card cannot go; a day, a year and a fallback can, and leave the others', () => {
    expect(putRow(base, 'card', 'tt', undefined)).toEqual(base);
    expect(listRows(base, 'fallback')).toEqual([{ id: 'v1', row: { group: 'g1' } }]);
    expect(listRows(base, 'year')).toEqual([{ id: '2026', row: { entered: true } }]);
    const more = putRow(putRow(base, 'year', '2027', { entered: true }), 'fallback', 'v2', { group: 'g2' });
    expect(putRow(more, 'year', '2026', undefined).calendar.years).toEqual([2027]);
    expect(putRow(more, 'fallback', 'v1', undefined).routing.villageFallback).toEqual({ v2: 'g2' });
    expect(putRow(base, 'calendar', '2026-10-01', undefined).calendar).toEqual({ years: [2026], rows: [] });
  });

  it('days and years are kept in their order', () => {
    const more = putRow(
      putRow(base, 'calendar', '2026-01-01', { workday: false, name: '元旦' }),
      'year',
      '2025',
      { entered: true },
    );
    expect(more.calendar.rows.map(({ date }) => date)).toEqual(['2026-01-01', '2026-10-01']);
    expect(more.calendar.years).toEqual([2025, 2026]);
  });
});

describe('what names what', () => {
  const broken = (changes: Partial<Directory>) =>
    listBroken({ ...base, ...changes }, TODAY).map(({ kind, id, field, to }) =>
      [kind, id, field, to].join(' '),
    );

  it('nothing of a whole directory names what is not there', () => {
    expect(broken({})).toEqual([]);
  });

  it.each([
    [
      'homes',
      { homes: [] },
      ['village v1 home h1', 'village v2 home h1', 'group g1 home h1', 'group g2 home h2'],
    ],
    ['terms', { terms: [] }, ['person p1 term t1', 'person p2 term t1']],
    ['categories', { categories: [] }, ['unit u1 categories road', `route ${routeId(route)} category road`]],
    [
      'villages',
      { villages: [] },
      [
        'constituency c1 villages v1',
        'constituency c2 villages v2',
        'constituency d1 villages v1',
        'constituency d1 villages v2',
        `route ${routeId(route)} village v1`,
        'fallback v1 id v1',
      ],
    ],
    [
      'groups',
      { groups: [] },
      [
        'person p1 group g1',
        'person p2 group g2',
        `route ${routeId(route)} group g1`,
        'fallback v1 group g1',
      ],
    ],
    [
      'villager groups',
      { routing: { ...base.routing, rows: [{ ...route, villagerGroup: 'v1s9' }] } },
      ['route v1.v1s9.road.2026-01-01 villagerGroup v1.v1s9'],
    ],
    [
      'constituencies',
      {
        people: [
          {
            ...base.people[0],
            memberships: [{ term: 't1', from: '2020-01-01', constituency: 'c9', home: 'h9' }],
          },
        ] as never,
      },
      ['person p1 home h9', 'person p1 constituency c9'],
    ],
  ] as const)('without its %s', (_what, changes, lines) => {
    expect(broken(changes as Partial<Directory>)).toEqual(lines);
  });

  it('rows that ended before today may name what is no more', () => {
    const rows = (to?: string) => ({
      routing: { ...base.routing, rows: [{ ...route, group: 'g9', ...(to && { to }) }] },
    });
    expect([broken(rows('2026-11-22')), broken(rows(TODAY)).length, broken(rows()).length]).toEqual([
      [],
      1,
      1,
    ]);
    const [person] = base.people;
    const was = (to: string) => ({
      people: [{ ...person, memberships: [{ term: 't1', from: '2020-01-01', to, home: 'h9' }] }] as never,
    });
    expect([broken(was('2026-11-22')), broken(was(TODAY))]).toEqual([[], ['person p1 home h9']]);
  });

  it('a villager group is named with its village, and any of them names none', () => {
    const rows = (row: object) => broken({ routing: { ...base.routing, rows: [{ ...route, ...row }] } });
    expect(rows({ villagerGroup: 'v1s1' })).toEqual([]);
    expect(rows({ villagerGroup: 'v2s1' })).toHaveLength(1);
    expect(rows({ village: '*', category: '*' })).toEqual([]);
    expect(rows({ home: 'h9' })).toEqual([`route ${routeId(route)} home h9`]);
    expect([hasTarget(base, 'villagerGroup', 'v1.v1s1'), hasTarget(base, 'village', 'v9')]).toEqual([
      true,
      false,
    ]);
  });
});

it('grades are two to six, each once, each of a few letters', () => {
  expect(gradesOf('满意、 基本满意 、不满意')).toEqual(['满意', '基本满意', '不满意']);
  expect(
    ['满意', '满意、满意', '满意、', '', '一、二、三、四、五、六、七', `${'长'.repeat(9)}、二`].map((text) =>
      gradesOf(text),
    ),
  ).toEqual(Array.from({ length: 6 }, () => undefined));
  expect(gradesOf('一、二、三、四、五、六')).toHaveLength(6);
  expect(gradesOf(`${'长'.repeat(8)}、二`)).toHaveLength(2);
});

it('a township on its first day has a name, categories, and nothing else', () => {
  const born = emptyDirectory('bh', '白鹤镇');
  expect(born).toMatchObject({
    _id: 'bh',
    township: 'bh',
    rev: 1,
    version: 1,
    card: { id: 'bh', name: '白鹤镇', host: '', filingNumber: '', complaints: '' },
  });
  expect(born.categories.map(({ id }) => id)).toEqual([
    'road',
    'water',
    'sanitation',
    'relief',
    'farming',
    'housing',
    'school',
    'medical',
    'power',
    'other',
  ]);
  expect(born.categories.every(({ name, hint }) => name !== '' && hint !== '')).toBe(true);
  for (const list of [
    born.homes,
    born.villages,
    born.constituencies,
    born.groups,
    born.terms,
    born.people,
    born.units,
    born.former,
  ])
    expect(list).toEqual([]);
  expect([born.settings, born.calendar, born.routing]).toEqual([
    {},
    { years: [], rows: [] },
    { rows: [], villageFallback: {}, lastFallback: 'office' },
  ]);
  expect(listBroken(born, TODAY)).toEqual([]);
});

it('an account uploads into its own folder of its township, and into no other', () => {
  expect(ownFolder('tt', 'a')).toBe('tt/u/a');
});
