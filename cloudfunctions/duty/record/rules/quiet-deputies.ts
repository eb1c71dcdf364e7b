/** 需要联系的代表: who did nothing that anybody noted for so long. Names alone; a reason to call, no measure. */
import type { Member } from '../../../registry/directory/rules/directory';

export function findQuiet(
  members: readonly Member[],
  active: ReadonlySet<string>,
): { person: string; name: string; group?: string }[] {
  return members
    .filter(({ level, person }) => level !== undefined && !active.has(person))
    .map(({ person, name, group }) => ({ person, name, ...(group !== undefined && { group }) }));
}
