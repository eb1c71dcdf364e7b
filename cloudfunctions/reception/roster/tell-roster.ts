/** The roster as it goes to the phone: of what is asked for, as much as one answer holds. */
import type { RosterPart, RosterView } from '../../../miniprogram/contract/roster';
import type { Answer, LocalDate } from '../../../miniprogram/contract/wire';
import type { Directory } from '../../registry/directory/rules/directory';
import { cutLists } from '../../shared/cut-lists';
import { ok, refuse } from '../../shared/errors';
import type { PlannedDay } from '../calendar/rules/year-calendar';
import type { RosterDocument } from './rules/roster-document';
import { toRosterView } from './rules/roster-view';

type Lists = Pick<RosterView, 'drafts' | 'notes' | 'swaps' | 'groups' | 'absences' | 'days' | 'counts'>;

const NOTHING: Lists = { drafts: [], notes: [], swaps: [], groups: [], absences: [], days: [], counts: [] };

/** The nearest day first, before today as after it. */
function listsOf(view: RosterView, of: RosterPart, today: LocalDate): Partial<Lists> {
  const { drafts, notes, swaps, groups, absences, days, counts } = view;
  if (of === 'people') return { groups, absences, counts };
  if (of === 'coming')
    return {
      drafts,
      notes,
      swaps: swaps.filter(({ date }) => date >= today),
      days: days.filter(({ date }) => date >= today),
    };
  return {
    swaps: swaps.filter(({ date }) => date < today),
    days: days.filter(({ date }) => date < today).reverse(),
  };
}

interface Known {
  directory: Directory;
  planned: readonly PlannedDay[];
  today: LocalDate;
}

/**
 * Without `of` all of it at once. Refusals: row-changed, where `after` is of another edition of roster, directory or day.
 */
export function tellRoster(
  roster: RosterDocument,
  { directory, planned, today }: Known,
  { of, after }: { of?: RosterPart; after?: string },
): Answer<RosterView> {
  const view = toRosterView(roster, directory, planned, today);
  if (of === undefined) return ok(view);
  const edition = [roster.version, directory.version, today].join('-');
  const cut = cutLists({ ...NOTHING, ...listsOf(view, of, today) }, edition, after);
  if (!cut) return refuse('row-changed');
  const { year, rev, past, proposable } = view;
  const next = cut.next === undefined ? {} : { next: cut.next };
  return ok({ year, rev, past, proposable, ...cut.lists, ...next });
}
