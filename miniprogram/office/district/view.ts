/** What was passed up to the district: the office's summary, never who asked. */
import { STATES } from '../../contract/labels';
import type { RequestListActions } from '../../contract/request-lists';
import type { LocalDate } from '../../contract/wire';
import { sayDate } from '../../view/dates';
import type { Paged } from '../../view/paged';

export type PassedUp = RequestListActions['listPassedUp']['output']['items'][number];

export interface DistrictScreen {
  items: readonly { request: string; about: string; summary: string; tag: string; tone: string }[];
  more: boolean;
}

export function toDistrictScreen({ rows, next }: Paged<PassedUp>, today: LocalDate): DistrictScreen {
  return {
    items: rows.map(({ request, number, category, summary, on, state }) => ({
      request,
      summary,
      about: `${sayDate(on, today)}转报 · ${category} · 编号 ${number}`,
      tag: STATES[state].label,
      tone: STATES[state].shape,
    })),
    more: next !== undefined,
  };
}
