/** What a published list makes of each person and each term, row by row, and what is left when it is taken back. */
import type { Directory, Membership } from '../../../../../cloudfunctions/registry/directory/rules/directory';
import {
  alignWithTerm,
  endsFrom,
  leaversOf,
  openRouting,
} from '../../../../../cloudfunctions/congress/term/rules/switch-directory';
import type { Elected } from '../../../../../cloudfunctions/congress/term/rules/term-document';
import type { TermState } from '../../../../../miniprogram/contract/congress/term';
import { directory, elected, OPENS } from './scene';

const EVE = '2026-12-20';
const OLD: Membership = { term: 't1', from: '2021-12-01', level: 'town', group: 'g1' };
/** Somebody who was these. */
const whoWas = (memberships: readonly Membership[]): Directory => ({
  ...directory,
  people: [{ id: 'p1', name: '马样样', strokes: 4, claimed: true, absent: [], memberships }],
});
const align = (
  one: Directory,
  list: readonly Elected[],
  state: TermState = 'published',
  opens = OPENS,
  ends = {},
) => alignWithTerm(one, { term: 't2', name: '第十九届', opens, elected: list, state, ends });
const became = (memberships: readonly Membership[], list: readonly Elected[] = []) =>
  align(whoWas(memberships), list).people[0]?.memberships;
const winner = (changes: Partial<Elected> = {}) => elected('r1', { person: 'p1', ...changes });
const begins = { term: 't2', from: OPENS };

describe('whoever is elected', () => {
  it('is what the list says from the opening on, in the home of their group', () => {
    expect(became([OLD], [winner({ group: 'g2', leader: true, presidium: true })])).toStrictEqual([
      { ...OLD, to: EVE },
      {
        ...begins,
        level: 'town',
        constituency: 'c1',
        group: 'g2',
        home: 'h2',
        leader: true,
        presidium: true,
      },
    ]);
    // Of a group that is no more there is no home.
    expect(became([], [winner({ group: 'g9' })])).toStrictEqual([
      { ...begins, level: 'town', constituency: 'c1', group: 'g9' },
    ]);
  });

  it('goes on receiving, under their own title, but not under that of the last presidium', () => {
    const receives = (title: string) => became([{ ...OLD, receiver: true, title }], [winner()])?.[1];
    expect(receives('党委副书记')).toMatchObject({ receiver: true, title: '党委副书记' });
    expect(receives('主席团成员')).toMatchObject({ receiver: true });
    expect(receives('主席团成员')).not.toHaveProperty('title');
  });

  it('and whose election is void is not a deputy', () => {
    expect(became([OLD], [winner({ invalid: true })])).toEqual([{ ...OLD, to: EVE }]);
  });
});

describe('whoever is not', () => {
  it.each([
    ['was a deputy still', [OLD], [{ ...OLD, to: EVE }]],
    ['would have been on the day itself', [{ ...OLD, to: OPENS }], [{ ...OLD, to: EVE }]],
    ['left before', [{ ...OLD, to: '2026-12-19' }], [{ ...OLD, to: '2026-12-19' }]],
    ['leaves on the eve', [{ ...OLD, to: EVE }], [{ ...OLD, to: EVE }]],
    ['was to begin on the day', [{ ...OLD, from: OPENS }], []],
    ['was to begin later', [{ ...OLD, from: '2027-01-01', to: '2027-06-01' }], []],
    ['began on the eve', [{ ...OLD, from: EVE }], [{ ...OLD, from: EVE, to: EVE }]],
    ['is of the district', [{ ...OLD, level: 'district' as const }], [{ ...OLD, level: 'district' }]],
  ])('and %s', (_what, was, is) => {
    expect(became(was)).toEqual(is);
  });

  it('but receives as one of the party committee goes on receiving, without what a deputy has', () => {
    expect(became([{ ...OLD, home: 'h1', receiver: true, leader: true, title: '党委副书记' }])).toStrictEqual(
      [
        { ...OLD, home: 'h1', receiver: true, leader: true, title: '党委副书记', to: EVE },
        { ...begins, receiver: true, home: 'h1', title: '党委副书记' },
      ],
    );
    expect(became([{ ...OLD, receiver: true, title: '主席团成员' }])?.[1]).toStrictEqual({
      ...begins,
      receiver: true,
    });
    // A row of its own goes on by itself.
    const own = { term: 't1', from: '2021-12-01', receiver: true };
    expect(became([own])).toEqual([own]);
  });

  it('and received until the eve does not, until the day does', () => {
    const until = (to: string) => became([{ ...OLD, receiver: true, to }])?.length;
    expect([until(EVE), until(OPENS)]).toEqual([1, 2]);
  });
});

describe('somebody new', () => {
  const people = [3, 7].map((strokes, at) => ({
    id: `p${String(at + 1)}`,
    name: '某',
    strokes,
    claimed: true,
    absent: [],
    memberships: [OLD],
  }));
  const fresh = (person: string) => elected(person, { person, name: `新${person}`, fresh: true });

  it('comes into the directory without an account, after whom the list has them', () => {
    const list = [
      fresh('n1'),
      winner(),
      fresh('n2'),
      fresh('n3'),
      elected('r4', { person: 'p2' }),
      fresh('n4'),
    ];
    const after = align({ ...directory, people }, list).people.slice(2);
    expect(after.map(({ id, strokes }) => [id, strokes])).toEqual([
      ['n1', 0],
      ['n2', 3],
      ['n3', 3],
      ['n4', 7],
    ]);
    expect(after[0]).toStrictEqual({
      id: 'n1',
      name: '新n1',
      strokes: 0,
      claimed: false,
      absent: [],
      memberships: [{ ...begins, level: 'town', constituency: 'c1', group: 'g1', home: 'h1' }],
    });
  });

  it('stays as a name when the list is taken back', () => {
    const back = align(align({ ...directory, people }, [fresh('n1')]), [], 'preparing');
    expect(back.people.at(-1)).toMatchObject({ id: 'n1', memberships: [] });
  });
});

describe('the terms', () => {
  const term = (id: string, from: string, to?: string) => ({
    id,
    name: id,
    from,
    ...(to !== undefined && { to }),
  });
  const after = (...terms: Directory['terms']) => align({ ...directory, terms }, []).terms;
  const born = { id: 't2', name: '第十九届', from: OPENS };

  it('that runs ends on the eve, one that is over stays, and the new one begins', () => {
    expect(after(term('a', '2016-01-01', '2021-11-30'), term('b', '2021-12-01'))).toEqual([
      term('a', '2016-01-01', '2021-11-30'),
      term('b', '2021-12-01', EVE),
      born,
    ]);
    expect(after(term('b', '2021-12-01', '2027-03-01'))).toEqual([term('b', '2021-12-01', EVE), born]);
    expect(after(term('b', '2021-12-01', '2026-12-19'))[0]?.to).toBe('2026-12-19');
    // One that begins with it or after it is none that runs.
    expect(after(term('c', OPENS))[0]).toEqual(term('c', OPENS));
    expect(after(term('c', '2031-12-01', '2036-01-01'))[0]?.to).toBe('2036-01-01');
  });
});

describe('taken back', () => {
  const ends = { p1: '2027-05-01', t1: '2026-12-25' };

  it('everybody and every term has the last day that stood there, or none', () => {
    const was = whoWas([{ ...OLD, to: '2027-05-01' }]);
    expect(align(align(was, [winner()]), [], 'preparing', OPENS, ends)).toEqual(was);
    const open = { ...whoWas([OLD]), terms: [{ id: 't1', name: '第十八届', from: '2021-12-01' }] };
    expect(align(align(open, [winner()]), [], 'preparing')).toStrictEqual(open);
  });

  it('what ended otherwise, or on the eve for another reason, stays as it ended', () => {
    const others = [
      { term: 't0', from: '2016-01-01', to: '2021-11-30', level: 'town' as const },
      { term: 't1', from: '2021-12-01', to: EVE, receiver: true },
    ];
    const was = {
      ...whoWas(others),
      terms: [{ id: 't0', name: '第十七届', from: '2016-01-01', to: '2021-11-30' }],
    };
    expect(align(align(was, []), [], 'preparing', OPENS, { p1: '2030-01-01', t0: '2030-01-01' })).toEqual(
      was,
    );
  });

  it('where nothing stood there is nothing to take back; and after the day nothing is', () => {
    expect(align(directory, [winner()], 'preparing')).toBe(directory);
    const published = align(directory, [winner()]);
    expect(align(published, [], 'opened', '2027-01-01')).toBe(published);
    expect(align(directory, [winner()], 'opened')).toBe(directory);
  });
});

describe('on another day', () => {
  const LATER = '2027-01-11';
  const moved = (one: Directory, opens = LATER, ends = {}) => align(one, [], 'published', opens, ends);

  it('the old ends and the new begins with it', () => {
    const after = moved(align(whoWas([OLD]), [winner()]));
    expect(after.people[0]?.memberships.map(({ from, to }) => [from, to])).toEqual([
      ['2021-12-01', '2027-01-10'],
      [LATER, undefined],
    ]);
    expect(after.terms.map(({ from, to }) => [from, to])).toEqual([
      ['2021-12-01', '2027-01-10'],
      [LATER, undefined],
    ]);
  });

  it('nothing lasts beyond its own end', () => {
    const after = moved(align(whoWas([OLD]), []), LATER, { p1: '2026-12-31', t1: '2026-12-25' });
    expect([after.people[0]?.memberships[0]?.to, after.terms[0]?.to]).toEqual(['2026-12-31', '2026-12-25']);
  });

  it('what the office edited since, and what is no deputy’s, stays', () => {
    const published = align(whoWas([OLD]), [winner()]);
    const rows: Membership[] = [
      { term: 't1', from: '2021-12-01', to: EVE, receiver: true },
      { term: 't2', from: '2026-12-25', level: 'town' },
      { term: 't1', from: OPENS, receiver: true },
      { term: 't0', from: '2016-01-01', to: '2021-11-30', level: 'town' },
    ];
    const before = { id: 't0', name: '第十七届', from: '2016-01-01', to: '2021-11-30' };
    const edited = {
      ...published,
      terms: [before, ...published.terms],
      people: whoWas(rows).people,
    };
    const after = moved(edited);
    expect(after.people[0]?.memberships).toEqual(rows);
    expect(after.terms[0]).toEqual(before);
  });
});

it('of last days those of deputies of the town are kept, not those of others', () => {
  const rows: Membership[] = [{ term: 't1', from: '2021-12-01', to: '2027-01-01', receiver: true }];
  expect(endsFrom(whoWas(rows), OPENS)).toEqual({ t1: '2026-12-25' });
  expect(endsFrom(whoWas([OLD]), OPENS)).toEqual({ t1: '2026-12-25' });
});

it('whoever goes on in the district alone has left the town', () => {
  const rows: Membership[] = [
    { ...OLD, to: EVE },
    { term: 't1', from: OPENS, level: 'district' },
  ];
  expect(leaversOf(whoWas(rows).people, OPENS)).toEqual(['p1']);
});

it('a row that never begins any more is a change of the routing table by itself', () => {
  const rows = [{ village: 'v1', category: '*', group: 'g9', from: OPENS }];
  expect(openRouting({ ...directory, routing: { ...directory.routing, rows } }, {}, OPENS)?.rows).toEqual([]);
});
