/** The office's acts on the roster; each repeated under the same key while its outcome is unknown. */
import type { LocalDate, Output } from '../../contract/wire';
import { canRetry } from '../../contract/result';
import { intend } from '../../platform/keys';
import type { Pending } from '../../platform/keys';
import type { Result } from '../../contract/result';
import {
  editSeat,
  proposeRoster,
  publishDay,
  publishRest,
  setAbsence,
  withdrawDay,
} from '../../services/reception';
import { sayRest } from './publish-rest';

export type Act =
  | { act: 'propose'; from: LocalDate }
  | { act: 'seat'; date: LocalDate; seat: string; person?: string; rev: number }
  | { act: 'away'; date: LocalDate; person: string }
  | { act: 'publish'; date: LocalDate; words?: string }
  | { act: 'rest' }
  | { act: 'withdraw'; date: LocalDate };

function send(year: number, act: Act, key: string): Promise<Result<unknown>> {
  if (act.act === 'propose') return proposeRoster(year, act.from, key);
  if (act.act === 'rest') return publishRest(year, key);
  if (act.act === 'away') {
    return setAbsence({ year, person: act.person, from: act.date, to: act.date }, key);
  }
  const { act: which, ...rest } = act;
  if (which === 'seat') return editSeat({ year, ...(rest as Omit<Act & { act: 'seat' }, 'act'>) }, key);
  return which === 'publish'
    ? publishDay({ year, ...rest }, key)
    : withdrawDay({ year, date: rest.date }, key);
}

const DONE: Readonly<Record<Act['act'], string>> = {
  propose: '排好了。每个人为什么排在那里，点开那一天看。',
  seat: '改好了。',
  away: '记下了请假，以后排班会避开。请把那个席位换给别人。',
  publish: '已公布。一分钟内群众就能预约。',
  rest: '已公布。',
  withdraw: '已撤回，这一天又是草稿。',
};

export function sayResult(act: Act, data: unknown): { done: string; problem?: string } {
  return act.act === 'rest' ? sayRest(data as Output<'reception', 'publishRest'>) : { done: DONE[act.act] };
}

/** One act at a time. */
export class RosterActs {
  private pending: Pending<Act> | undefined;

  async run(year: number, act: Act): Promise<Result<unknown>> {
    this.pending = intend(this.pending, JSON.stringify([year, act]), () => act);
    const result = await send(year, this.pending.input, this.pending.key);
    if (result.ok || !canRetry(result.code)) this.pending = undefined;
    return result;
  }
}
