/** The day of a change of term, in both directions of the clock: before it everything is as it was, from it on as listed. */
import fc from 'fast-check';
import { membersOn, type Directory } from '../../../../../cloudfunctions/registry/directory/rules/directory';
import {
  alignWithTerm,
  endsFrom,
  leaversOf,
  openRouting,
} from '../../../../../cloudfunctions/congress/term/rules/switch-directory';
import { readList, writeList } from '../../../../../cloudfunctions/congress/term/rules/read-list';
import type { Elected } from '../../../../../cloudfunctions/congress/term/rules/term-document';
import type { TermState } from '../../../../../miniprogram/contract/congress/term';
import { addDays } from '../../../../../cloudfunctions/shared/china-time';
import { baiheDirectory } from '../../../../../local/townships/baihe/book';
import { expectSame } from '../../../../support/same';

const OPENS = '2026-12-21';
const directory: Directory = baiheDirectory('2026-11-23');
const town = directory.constituencies.filter(({ level }) => level === 'town');
const townOn = (one: Pick<Directory, 'people'>, date: string) =>
  membersOn(one.people, date).filter(({ level }) => level === 'town');
const ends = endsFrom(directory, OPENS);
const align = (one: Directory, elected: readonly Elected[], state: TermState, opens = OPENS) =>
  alignWithTerm(one, { term: 'tnew', name: '第十九届', opens, elected, state, ends });

const elected = fc
  .tuple(
    fc.shuffledSubarray(
      // Of one person who is deputy of the district and of the town the directory holds one level.
      directory.people.filter(({ memberships }) => memberships.every(({ level }) => level !== 'district')),
      { minLength: 1 },
    ),
    fc.integer({ min: 0, max: 5 }),
    fc.infiniteStream(fc.nat()),
  )
  .map(([people, fresh, numbers]): Elected[] => {
    const next = () => Number(numbers.next().value);
    const rows = [
      ...people.map(({ id, name }) => ({ person: id, name, fresh: false })),
      ...Array.from({ length: fresh }, (_, at) => ({
        person: `pnew${String(at)}`,
        name: '某新',
        fresh: true,
      })),
    ];
    return rows.map((row, at) => ({
      ...row,
      row: `r${String(at)}`,
      constituency: town[next() % town.length]?.id ?? '',
      group: directory.groups[next() % directory.groups.length]?.id ?? '',
      leader: next() % 5 === 0,
      presidium: next() % 7 === 0,
    }));
  });

const RUNS = process.env['PROOF'] ? 10_000 : 200;

it('rewrites nothing of the old term and follows the list from the opening on', () => {
  fc.assert(
    fc.property(elected, fc.integer({ min: 0, max: 400 }), (list, days) => {
      const after = align(directory, list, 'published');
      const before = addDays(OPENS, -1 - days);
      expectSame(membersOn(after.people, before), membersOn(directory.people, before));
      const then = townOn(after, addDays(OPENS, days));
      expect(then.map(({ person }) => person).sort()).toEqual(list.map(({ person }) => person).sort());
      for (const one of list) {
        const member = then.find(({ person }) => person === one.person);
        expect(member?.group).toBe(one.group);
        expect(member?.leader === true).toBe(one.leader);
      }
      const left = leaversOf(after.people, OPENS);
      const were = townOn(directory, addDays(OPENS, -1)).map(({ person }) => person);
      expect(left).toEqual(were.filter((person) => !list.some((one) => one.person === person)));
      // Others than deputies stay what they are.
      const others = (date: string, of: Directory) =>
        membersOn(of.people, date).flatMap(({ person, receiver }) => (receiver ? [person] : []));
      expect(others(OPENS, after).sort()).toEqual(others(OPENS, directory).sort());
    }),
    { numRuns: RUNS },
  );
});

const known = new Set(directory.people.map(({ id }) => id));

it('is the same applied twice, moves with its day, and is taken back whole', () => {
  fc.assert(
    fc.property(elected, fc.integer({ min: 1, max: 60 }), (list, days) => {
      const after = align(directory, list, 'published');
      expect(align(after, list, 'published')).toBe(after);
      const later = addDays(OPENS, days);
      const moved = align(after, list, 'published', later);
      expectSame(moved, align(directory, list, 'published', later));
      const back = align(moved, list, 'preparing', later);
      expect(back.terms).toEqual(directory.terms);
      expectSame(
        back.people.filter(({ id }) => known.has(id)),
        directory.people,
      );
    }),
    { numRuns: RUNS },
  );
});

it('leaves to whoever goes on the eve by themselves their own last day, wherever the opening moves to', () => {
  const eve = addDays(OPENS, -1);
  const leaver = townOn(directory, eve)[3]?.person ?? '';
  const resigned: Directory = {
    ...directory,
    terms: directory.terms.map((one) => ({ ...one, to: eve })),
    people: directory.people.map((person) =>
      person.id === leaver
        ? { ...person, memberships: person.memberships.map((row) => ({ ...row, to: eve })) }
        : person,
    ),
  };
  const own = endsFrom(resigned, OPENS);
  const alignOwn = (one: Directory, state: TermState, opens: string) =>
    alignWithTerm(one, { term: 'tnew', name: '第十九届', opens, elected: [], state, ends: own });
  const published = alignOwn(resigned, 'published', OPENS);
  for (const days of [-20, 20]) {
    const opens = addDays(OPENS, days);
    const moved = alignOwn(published, 'published', opens);
    const sits = (date: string) => townOn(moved, date).some(({ person }) => person === leaver);
    expect(sits(days < 0 ? addDays(opens, -1) : eve)).toBe(true);
    expect(sits(days < 0 ? opens : OPENS)).toBe(false);
    const back = alignOwn(moved, 'preparing', opens);
    expect(back.terms).toEqual(resigned.terms);
    expect(back.people).toEqual(resigned.people);
  }
});

it('ends on the day what routes to a group in which nobody is any more, and sends villages where they go', () => {
  const [group, other] = directory.groups;
  const list = directory.people.slice(0, 3).map(({ id, name }, at) => ({
    person: id,
    name,
    row: `r${String(at)}`,
    fresh: false,
    constituency: town[0]?.id ?? '',
    group: group?.id ?? '',
    leader: false,
    presidium: false,
  }));
  const [village] = directory.villages;
  const row = { village: '*', category: '*', group: 'gx', from: '2026-01-01' };
  const kept = { ...row, category: 'road', group: group?.id ?? '' };
  const now = {
    ...align(directory, list, 'published'),
    routing: { ...directory.routing, rows: [row, kept] },
  };
  const routing = openRouting(now, { [village?.id ?? '']: other?.id ?? '' }, OPENS);
  expect(routing?.rows).toEqual([{ ...row, to: addDays(OPENS, -1) }, kept]);
  expect(routing?.villageFallback[village?.id ?? '']).toBe(other?.id);
});

describe('the list as it is pasted', () => {
  const idOf = (row: string) => `p${row}`;
  const [person, second] = directory.people;
  const [c] = town;
  const [g] = directory.groups;
  const line = (name: string, more = '') => `${name}\t${c?.name ?? ''}、${g?.name ?? ''} ${more}`;

  it('knows who is in the directory, who leads, and takes others as new', () => {
    const { elected: read, faults } = readList(
      directory,
      `${line(person?.name ?? '', '组长')}\n\n${line('完全新', '主席团成员')}`,
      idOf,
    );
    expect(faults).toEqual([]);
    expect(read).toMatchObject([
      { person: person?.id, fresh: false, constituency: c?.id, group: g?.id, leader: true, presidium: false },
      { person: 'pr3', fresh: true, leader: false, presidium: true },
    ]);
    expect(readList(directory, writeList(directory, read), idOf).elected).toHaveLength(2);
  });

  it('names the line that it cannot read, and why', () => {
    const text = [
      `${second?.name ?? ''} 没有这个选区`,
      line('甲'),
      line('甲'),
      `乙 ${c?.name ?? ''} 没有`,
    ].join('\n');
    const { faults } = readList(directory, text, () => 'psame');
    expect(faults.map(({ line: at, why }) => [at, why])).toEqual([
      [1, 'constituency'],
      [3, 'doubled'],
      [4, 'group'],
    ]);
  });

  it('asks where two have the same name, unless it is somebody new', () => {
    const twice = {
      ...directory,
      people: [...directory.people, { ...(person as never as object), id: 'p900' } as never],
    };
    expect(readList(twice, line(person?.name ?? ''), idOf).faults).toMatchObject([{ why: 'same-name' }]);
    expect(readList(twice, line(person?.name ?? '', '新'), idOf).elected).toMatchObject([{ fresh: true }]);
  });
});
