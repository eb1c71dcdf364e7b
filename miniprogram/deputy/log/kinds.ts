/** 履职登记: which kinds somebody may record, the most frequent first. */
import type { Choice } from '../../components/choice-chips/choice-chips';
import { ACTIVITY_KINDS, KINDS, type BuiltInKind } from '../../contract/activity-kinds';
import { OFFICE, type Role } from '../../contract/roles';

/** The two that are recorded most stand first and large. */
const FIRST: readonly BuiltInKind[] = ['household-visit', 'help', 'tied-help', 'care'];

export function kindsFor(roles: readonly Role[]): Choice[] {
  const office = roles.some((role) => OFFICE.includes(role));
  const mine = ACTIVITY_KINDS.filter((kind) => office || KINDS[kind].by.some((role) => roles.includes(role)));
  const sorted = [
    ...FIRST.filter((kind) => mine.includes(kind)),
    ...mine.filter((kind) => !FIRST.includes(kind)),
  ];
  return sorted.map((kind) => ({ id: kind, text: KINDS[kind].label, hint: KINDS[kind].hint }));
}
