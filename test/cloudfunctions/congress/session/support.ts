import type { Directory } from '../../../../cloudfunctions/registry/directory/rules/directory';
import type { Invitation } from '../../../../cloudfunctions/registry/invitations/rules/invitation';
import { invite } from '../../../../local/townships/grants';
import type { Instant, Output } from '../../../../miniprogram/contract/wire';

export type Roll = Output<'congress', 'roll'>;

/** So many deputies of the town, x1 and on, who are in office. */
function makeDeputies(count: number): Directory['people'] {
  const member = { term: 't18', from: '2024-01-01', level: 'town', group: 'g1' } as const;
  return Array.from({ length: count }, (_, at) => ({
    id: `x${String(at + 1)}`,
    name: `某${String(at)}`,
    strokes: at + 100,
    claimed: true,
    absent: [],
    memberships: [member],
  }));
}

/** A large congress in place of the sample's: p1, who is a deputy as well, and p7, who is none, stay. */
export function withDeputies(directory: Directory, count: number): Directory {
  const stay = directory.people.filter(({ id }) => id === 'p7' || id === 'p1');
  return { ...directory, people: [...makeDeputies(count), ...stay] };
}

/** What lets them in: the account is named like the person. */
export function grantsOfDeputies(count: number, now: Instant): Invitation[] {
  return makeDeputies(count).map(({ id: person }) =>
    invite('bh', { code: `only${person}`, role: 'deputy', name: '某', openid: person, person }, now),
  );
}
