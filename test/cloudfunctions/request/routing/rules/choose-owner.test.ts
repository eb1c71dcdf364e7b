import { membersOn } from '../../../../../cloudfunctions/registry/directory/rules/directory';
import {
  chooseOwner,
  FOR_OFFICE_ALONE,
  listOwners,
  whyNotOwner,
  type OwnerQuestion,
} from '../../../../../cloudfunctions/request/routing/rules/choose-owner';
import { smallDirectory, type PersonAt } from '../../rules/books';

const town = (id: string, constituency: string, more: Partial<PersonAt> = {}): PersonAt => ({
  id,
  level: 'town',
  constituency,
  group: 'g1',
  ...more,
});
const choose = (
  people: PersonAt[],
  question: Partial<OwnerQuestion> = {},
  openByPerson: Record<string, number> = {},
) => {
  const directory = smallDirectory([], people);
  const { owner, rule } = chooseOwner(
    {
      members: membersOn(directory.people, '2026-06-01'),
      constituencies: directory.constituencies,
      openByPerson,
    },
    { group: 'g1', village: 'v1', notOwnVillage: false, ...question },
  );
  return [rule, owner.kind, owner.person];
};

const local = town('local', 'c1');
const far = town('far', 'c2');
const leader = town('lead', 'c2', { leader: true });

it('prefers the named deputy to everybody', () => {
  expect(choose([local, far, leader], { named: 'far' })).toEqual(['named', 'deputy', 'far']);
});

it('ignores a named deputy of another group', () => {
  const other = town('other', 'c1', { group: 'g2' });
  expect(choose([local, other], { named: 'other' })).toEqual(['constituency', 'deputy', 'local']);
});

it('prefers the village’s constituency to fewer open requests', () => {
  expect(choose([far, local, leader], {}, { local: 9 })).toEqual(['constituency', 'deputy', 'local']);
});

it('takes a district deputy’s constituency as well, by fewest open requests', () => {
  const district = { ...town('dist', 'd1'), level: 'district' } as const;
  expect(choose([local, district], {}, { local: 1 })).toEqual(['constituency', 'deputy', 'dist']);
});

it('takes the fewest open requests, and of equals the first in the order of surname strokes', () => {
  const others = [town('a', 'c2'), town('b', 'c2'), town('c', 'c2'), leader];
  expect(choose(others, {}, { a: 2, b: 1, c: 1 })).toEqual(['fewest', 'deputy', 'b']);
  expect(choose(others, {}, { lead: 0, a: 1, b: 1, c: 1 })).toEqual(['fewest', 'deputy', 'a']);
});

it('falls to the leader where nobody else can, and to the office where the leader cannot', () => {
  expect(choose([leader])).toEqual(['leader', 'leader', 'lead']);
  expect(choose([{ ...leader, absent: true }])).toEqual(['office', 'office', '']);
  expect(choose([])).toEqual(['office', 'office', '']);
});

it.each([
  ['has not claimed an account', { claimed: false }, {}],
  ['is absent', { absent: true }, {}],
  ['is named in the request', {}, { recused: ['local'] }],
  ['is of the village that shall not see it', {}, { notOwnVillage: true }],
])('never takes somebody who %s, even when named', (_why, person, question) => {
  expect(choose([{ ...local, ...person }, leader], { named: 'local', ...question })).toEqual([
    'leader',
    'leader',
    'lead',
  ]);
});

it('goes to the office where the leader, too, is of the village that shall not see it', () => {
  const own = town('lead', 'c1', { leader: true });
  expect(choose([local, own], { notOwnVillage: true })).toEqual(['office', 'office', '']);
});

it('gives a receiver who is no deputy nothing', () => {
  expect(choose([{ id: 'r', receiver: true, group: 'g1', title: '党委委员' }])).toEqual([
    'office',
    'office',
    '',
  ]);
});

it('goes to the office where no group is found', () => {
  const { owner } = chooseOwner(
    { members: [], constituencies: [], openByPerson: {} },
    { village: 'v1', notOwnVillage: false },
  );
  expect(owner).toEqual({ kind: 'office', person: '', group: '' });
});

describe('who may have a request', () => {
  const why = (more: Partial<PersonAt>, limits: object = {}) => {
    const directory = smallDirectory([], [{ ...town('one', 'c1'), ...more }]);
    const [member] = membersOn(directory.people, '2026-06-01');
    return member && whyNotOwner(member, directory, { village: 'v1', notOwnVillage: false, ...limits });
  };

  it('says why not', () => {
    expect(why({})).toBeUndefined();
    expect(why({ level: undefined } as never)).toBe('role');
    expect(why({ claimed: false })).toBe('account');
    expect(why({ absent: true })).toBe('absent');
    expect(why({}, { notOwnVillage: true })).toBe('village');
    expect(why({}, { notOwnVillage: true, village: 'v2' })).toBeUndefined();
    expect(why({}, { recused: ['one'] })).toBe('recused');
    expect(why({}, { recused: ['other'] })).toBeUndefined();
  });

  it('at all: deputies with an account, away or not', () => {
    const people = [
      town('here', 'c1'),
      town('away', 'c1', { absent: true }),
      town('none', 'c1', { claimed: false }),
      { id: 'receiver', title: '党委委员' },
    ];
    const able = listOwners(smallDirectory([], people).people, '2026-06-01');
    expect([...able].sort()).toEqual(['away', 'here']);
  });
});

it('without a group the office has it, and so where the group has nobody; the reason is said', () => {
  const directory = smallDirectory([], []);
  const people = { members: [], constituencies: directory.constituencies, openByPerson: {} };
  const question = { village: 'v1', notOwnVillage: false };
  const owner = { kind: 'office', person: '', group: '' };
  expect(chooseOwner(people, question)).toEqual({ owner, rule: 'office', words: '人大办先接' });
  expect(chooseOwner(people, { ...question, group: 'g1' })).toEqual({
    owner: { ...owner, group: 'g1' },
    rule: 'office',
    words: '人大办先接',
  });
  expect(FOR_OFFICE_ALONE).toEqual({
    owner,
    rule: 'discipline',
    words: expect.stringContaining('人大办先看') as string,
  });
});
