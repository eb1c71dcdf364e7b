/** A change within the term while the list of the next one is published: the day of the opening stays as the list has it. */
import {
  applyChange,
  mayChange,
  SUSPENDED,
} from '../../../../../cloudfunctions/congress/changes/rules/apply-change';
import { alignWithTerm, endsFrom } from '../../../../../cloudfunctions/congress/term/rules/switch-directory';
import type { Elected } from '../../../../../cloudfunctions/congress/term/rules/term-document';
import {
  membersOn,
  type Directory,
  type Membership,
  type Person,
} from '../../../../../cloudfunctions/registry/directory/rules/directory';
import type { ChangeKind } from '../../../../../miniprogram/contract/congress/change';
import { baiheDirectory } from '../../../../../local/townships/baihe/book';

const OPENS = '2026-12-21';
const directory: Directory = baiheDirectory('2026-11-23');
const WHO = 'p5';
const elected = (person: string): Elected => ({
  person,
  name: '某',
  row: 'r1',
  fresh: false,
  constituency: 'c1',
  group: 'g1',
  leader: false,
  presidium: false,
});
const publish = (one: Directory, list: readonly string[]): Directory =>
  alignWithTerm(one, {
    term: 'tnew',
    name: '第十九届',
    opens: OPENS,
    elected: list.map(elected),
    state: 'published',
    ends: endsFrom(one, OPENS),
  });
function change(one: Directory, kind: ChangeKind, date: string): Directory {
  const people = one.people.map((person) =>
    person.id === WHO ? (applyChange(person, { kind, date, term: 't18' }) ?? person) : person,
  );
  return { ...one, people };
}
const on = ({ people }: Directory, date: string) =>
  membersOn(people, date).find(({ person }) => person === WHO);

describe.each([
  ['elected again', [WHO]],
  ['not elected again', ['p6']],
])('a deputy %s', (_who, list) => {
  const wanted = on(publish(directory, list), OPENS);
  const stories: readonly [string, Directory][] = [
    ['suspended after the list', change(publish(directory, list), 'suspend', '2026-12-01')],
    ['suspended before the list', publish(change(directory, 'suspend', '2026-12-01'), list)],
  ];
  it.each(stories)('%s is suspended until the opening, and then as the list says', (_when, after) => {
    expect(on(after, '2026-12-20')?.level).toBeUndefined();
    expect(on(after, OPENS)).toEqual(wanted);
  });
  it.each(stories)(
    '%s and resumed is a deputy until the opening, and then as the list says',
    (_when, one) => {
      const after = change(one, 'resume', '2026-12-10');
      expect(on(after, '2026-12-09')?.level).toBeUndefined();
      expect(on(after, '2026-12-10')).toEqual(on(directory, '2026-12-10'));
      expect(on(after, '2026-12-20')?.level).toBe('town');
      expect(on(after, OPENS)).toEqual(wanted);
    },
  );
});

it.each(['death', 'resign', 'end', 'recall'] as const)(
  'after %s the new term does not begin either',
  (kind) => {
    expect(on(change(publish(directory, [WHO]), kind, '2026-12-01'), OPENS)).toBeUndefined();
  },
);

describe('who may be changed how', () => {
  const deputy = { term: 't18', level: 'town', from: '2026-01-01' } as const;
  const suspended = { term: 't18', title: SUSPENDED, from: '2026-06-01' };
  const asPerson = (...memberships: readonly Membership[]) =>
    ({ id: 'p1', memberships }) as unknown as Person;
  const may = (person: Person) =>
    (['suspend', 'resume', 'byelection', 'resign'] as const).filter((kind) =>
      mayChange(person, { kind, date: '2026-07-01' }),
    );

  it('a deputy is suspended or ends, not elected once more', () => {
    expect(may(asPerson(deputy))).toEqual(['suspend', 'resign']);
  });

  it('a suspended one resumes or ends', () => {
    expect(may(asPerson({ ...deputy, to: '2026-05-31' }, suspended))).toEqual(['resume', 'resign']);
  });

  it('who is none, or was one, or is one of the district alone, is elected', () => {
    const district = { term: 't18', level: 'district', from: '2026-01-01' } as const;
    for (const rows of [
      [],
      [{ ...deputy, to: '2026-06-30' }],
      [district],
      [{ ...suspended, to: '2026-06-30' }],
    ])
      expect(may(asPerson(...rows))).toEqual(['byelection']);
    expect(may(asPerson({ term: 't18', title: '人大主席', from: '2026-01-01' }))).toEqual(['byelection']);
  });

  it('what cannot be is no change', () => {
    expect(applyChange(asPerson(), { kind: 'suspend', date: '2026-07-01', term: 't18' })).toBeUndefined();
  });
});

describe('rows of memberships', () => {
  const deputy: Membership = { term: 't18', level: 'town', from: '2026-01-01', group: 'g1' };
  const asPerson = (...memberships: readonly Membership[]) =>
    ({ id: 'p1', memberships }) as unknown as Person;
  const after = (person: Person, kind: ChangeKind, date: string, more = {}) =>
    applyChange(person, { kind, date, term: 't18', ...more })?.memberships;

  it('one ends on the day before, the next begins; a row that began on the day does not stay beside it', () => {
    expect(after(asPerson(deputy), 'suspend', '2026-07-01')).toEqual([
      { ...deputy, to: '2026-06-30' },
      { term: 't18', title: SUSPENDED, from: '2026-07-01' },
    ]);
    expect(after(asPerson({ ...deputy, from: '2026-07-01' }), 'suspend', '2026-07-01')).toEqual([
      { term: 't18', title: SUSPENDED, from: '2026-07-01' },
    ]);
  });

  it('what goes on keeps the last day that it had, and what begins later stays', () => {
    const ends = { ...deputy, to: '2026-12-20' };
    const next: Membership = { term: 'tnew', level: 'town', from: '2026-12-21' };
    expect(after(asPerson(ends, next), 'suspend', '2026-07-01')).toEqual([
      { ...ends, to: '2026-06-30' },
      { term: 't18', title: SUSPENDED, from: '2026-07-01', to: '2026-12-20' },
      next,
    ]);
  });

  it('who resumes is what they last were', () => {
    const moved = { ...deputy, from: '2026-03-01', to: '2026-06-30', group: 'g2' };
    const away: Membership = { term: 't18', title: SUSPENDED, from: '2026-07-01' };
    const rows = after(asPerson({ ...deputy, to: '2026-02-28' }, moved, away), 'resume', '2026-09-01');
    expect(rows?.slice(2)).toEqual([
      { ...away, to: '2026-08-31' },
      { term: 't18', level: 'town', from: '2026-09-01', group: 'g2' },
    ]);
  });

  it('who was suspended from the first day has nothing to resume', () => {
    const away: Membership = { term: 't18', title: SUSPENDED, from: '2026-07-01' };
    expect(after(asPerson(away), 'resume', '2026-09-01')).toBeUndefined();
  });

  it('who ends has no row from the day on; who is elected has the one that was said', () => {
    expect(after(asPerson(deputy), 'resign', '2026-07-01')).toEqual([{ ...deputy, to: '2026-06-30' }]);
    expect(after(asPerson(), 'byelection', '2026-07-01')).toEqual([
      { term: 't18', level: 'town', from: '2026-07-01' },
    ]);
    const said = { constituency: 'c1', group: 'g2', home: 'h1' };
    expect(after(asPerson(), 'byelection', '2026-07-01', said)?.[0]).toMatchObject(said);
  });
});
