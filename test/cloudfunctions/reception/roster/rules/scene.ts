/** A roster with one published day, on which d1 sits in the morning and d3 in the afternoon. */
import {
  emptyRoster,
  swapId,
  type RosterDocument,
  type StoredSwap,
} from '../../../../../cloudfunctions/reception/roster/rules/roster-document';
import { deputy } from '../../../../support/roster';

export const DATE = '2026-01-05';
export const WHEN = { today: '2026-01-02', now: 9 };
export const people = ['d1', 'd2', 'd3'].map((id) => deputy(id));
export const held = (person: string, at = 1) => ({ person, why: 'w', at });
export const swapOf = (changes: Partial<StoredSwap> = {}): StoredSwap => ({
  date: DATE,
  seat: 'h1-am-1',
  from: 'd1',
  to: 'd2',
  state: 'asked',
  at: 1,
  ...changes,
});
export const roster = (changes: Partial<RosterDocument> = {}, swap?: StoredSwap): RosterDocument => ({
  ...emptyRoster('tt', 2026),
  version: 5,
  days: { [DATE]: { state: 'published', publication: 1 } },
  seats: { [DATE]: { 'h1-am-1': held('d1'), 'h1-pm-1': held('d3') } },
  swaps: swap ? { [swapId(swap.date, swap.seat)]: swap } : {},
  ...changes,
});
export const draft = { days: { [DATE]: { state: 'draft' as const, publication: 1 } } };
export const refused = (code: string, details?: object) => ({ ok: false, code, ...(details && { details }) });
