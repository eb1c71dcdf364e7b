/** 需要联系的代表: who did nothing that anybody noted for so long. Names alone; a reason to call, no measure. */
import type { Member } from '../../../registry/directory/rules/directory';

const isDeputy = ({ level }: Member): boolean => level !== undefined;

/** Whom to look for. */
export function listDeputies(members: readonly Member[]): string[] {
  return members.filter(isDeputy).map(({ person }) => person);
}

export function findQuiet(
  members: readonly Member[],
  active: ReadonlySet<string>,
): { person: string; name: string; group?: string }[] {
  return members
    .filter((member) => isDeputy(member) && !active.has(member.person))
    .map(({ person, name, group }) => ({ person, name, ...(group !== undefined && { group }) }));
}
