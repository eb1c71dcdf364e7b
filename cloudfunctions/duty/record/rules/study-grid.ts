/** Group × month: what was held, planned, missed. */
import type { StudyCell } from '../../../../miniprogram/contract/duty';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import type { ActivityDocument } from '../../activities/rules/activity-document';

type Study = Pick<ActivityDocument, 'group' | 'date' | 'state'>;

/** Planned for a day that is past and not noted since: missed, until somebody notes it. */
export function toStudyGrid(studies: readonly Study[], today: LocalDate): StudyCell[] {
  const cells = new Map<string, StudyCell>();
  for (const { group, date, state } of studies) {
    if (group === undefined || state === 'withdrawn') continue;
    const month = date.slice(0, 7);
    const name = `${group} ${month}`;
    const cell = cells.get(name) ?? { group, month, held: 0, planned: 0, missed: 0 };
    if (state === 'held') cell.held++;
    else if (date < today) cell.missed++;
    else cell.planned++;
    cells.set(name, cell);
  }
  return [...cells.keys()].sort().flatMap((name) => cells.get(name) ?? []);
}
