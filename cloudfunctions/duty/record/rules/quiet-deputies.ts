/** 需要联系的代表: who did nothing that anybody noted for so long. Names alone; a reason to call, no measure. */
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import type { Member } from '../../../registry/directory/rules/directory';

export function findQuiet(
  members: readonly Member[],
  active: ReadonlySet<string>,
): { person: string; name: string; group?: string }[] {
  return members
    .filter(({ level, person }) => level !== undefined && !active.has(person))
    .map(({ person, name, group }) => ({ person, name, ...(group !== undefined && { group }) }));
}

/** The same day so many months ago, or the month's last: ('2026-08-31', 6) → '2026-02-28'. */
export function monthsBefore(today: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  const at = year * 12 + month - 1 - months;
  const [y, m] = [Math.floor(at / 12), at % 12];
  const last = new Date(Date.UTC(y, m + 1, 0)).getUTCDate();
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(y)}-${two(m + 1)}-${two(Math.min(day, last))}`;
}
