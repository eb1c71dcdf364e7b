/** From the server's answer to the words of 我的. */
import type { MineView } from '../../contract/overview';
import type { RequestCard } from '../../contract/request';
import { STATES, wordsOfState } from '../../contract/labels';
import type { LocalDate } from '../../contract/wire';
import { toOwnRequestLine, toSlipLine } from '../../view/lines';
import type { RequestLine, SlipLine } from '../../contract/shapes';

export interface MineScreen {
  slips: readonly SlipLine[];
  /** Answered: what waits for a word of the person. */
  asked: readonly RequestLine[];
  open: readonly RequestLine[];
  closed: readonly RequestLine[];
  more: boolean;
  /** «我也反映»: title and how far it is. */
  joined: readonly { request: string; title: string; words: string }[];
}

export function toMineScreen(view: MineView, today: LocalDate): MineScreen {
  return {
    slips: view.slips.map((slip) => toSlipLine(slip, view.homes, today)),
    ...byState(view.requests, today),
    more: view.next !== undefined,
    joined: view.joined.map(({ request, title, state, result }) => ({
      request,
      title,
      words: result ? '结果公布了' : wordsOfState(state, true).label,
    })),
  };
}

/** What waits for the person first, then what is somebody's to act on; each part keeps the server's order, newest first. */
export function byState(
  requests: readonly RequestCard[],
  today: LocalDate,
): Pick<MineScreen, 'asked' | 'open' | 'closed'> {
  const lines = (holds: (state: RequestCard['state']) => boolean): RequestLine[] =>
    requests.filter(({ state }) => holds(state)).map((card) => toOwnRequestLine(card, today));
  return {
    asked: lines((state) => state === 'confirming'),
    open: lines((state) => state !== 'confirming' && STATES[state].type === 'open'),
    closed: lines((state) => STATES[state].type === 'closed'),
  };
}
