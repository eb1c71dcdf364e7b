/** A change within the term while the list of the next one is published: the day of the opening stays as the list has it. */
import { applyChange } from '../../../../../cloudfunctions/congress/changes/rules/apply-change';
import { alignWithTerm, endsFrom } from '../../../../../cloudfunctions/congress/term/rules/switch-directory';
import type { Elected } from '../../../../../cloudfunctions/congress/term/rules/term-document';
import { membersOn, type Directory } from '../../../../../cloudfunctions/registry/directory/rules/directory';
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
