/** 履职登记: what may follow a visit, and what still lies on the phone. */
import type { ActivityInput } from '../../contract/duty';
import type { LocalDate } from '../../contract/wire';
import { kindLabel } from '../../view/activity-words';
import { sayDay } from '../../view/dates';
import type { Values } from '../view/activity-fields';

/** After a visit: a help for the same household, or the matter in which the visit was agreed. */
export function nextAfter(
  { kind, village, household }: ActivityInput,
  request: string,
): { mayHelp: boolean; forHelp: Values; forRequest: string } {
  const about: Values = { village: village ?? '', household: household?.name ?? '' };
  return { mayHelp: kind === 'household-visit', forHelp: about, forRequest: request };
}

export interface UnsentLine {
  key: string;
  title: string;
  words: string;
}

export function toUnsentLines(
  unsent: readonly { key: string; input: { activity: ActivityInput } }[],
  today: LocalDate,
): UnsentLine[] {
  return unsent.map(({ key, input: { activity } }) => ({
    key,
    title: [kindLabel(activity.kind), activity.title].filter(Boolean).join('：'),
    words: `${sayDay(activity.date, today)} · 在这部手机上，还没送出`,
  }));
}
