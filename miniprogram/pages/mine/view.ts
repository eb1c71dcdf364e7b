/** From the server's answer to the words of 我的. */
import type { MineView } from '../../contract/overview';
import type { RequestCard } from '../../contract/request';
import { STATES } from '../../contract/labels';
import type { LocalDate } from '../../contract/wire';
import { toOwnRequestLine, toSlipLine } from '../../view/lines';
import type { RequestLine, SlipLine } from '../../contract/shapes';

export interface MineScreen {
  slips: readonly SlipLine[];
  open: readonly RequestLine[];
  closed: readonly RequestLine[];
  more: boolean;
}

export function toMineScreen(view: MineView, today: LocalDate): MineScreen {
  return {
    slips: view.slips.map((slip) => toSlipLine(slip, view.homes, today)),
    ...byState(view.requests, today),
    more: view.next !== undefined,
  };
}

/** What is still somebody's to act on first; each part keeps the server's order, newest first. */
export function byState(
  requests: readonly RequestCard[],
  today: LocalDate,
): Pick<MineScreen, 'open' | 'closed'> {
  const lines = (type: 'open' | 'closed'): RequestLine[] =>
    requests.filter(({ state }) => STATES[state].type === type).map((card) => toOwnRequestLine(card, today));
  return { open: lines('open'), closed: lines('closed') };
}
