/** From a request to what its notices say. */
import type { Instant } from '../../../../miniprogram/contract/wire';
import { sayOwner } from '../../../request/routing/rules/decide-route';
import type { RequestDocument } from '../../../request/rules/request-document';
import { toLocalDate, toLocalTime } from '../../../shared/china-time';
import type { Where } from './day-facts';
import type { RequestFacts } from './notices/request/facts';
import type { Recipient } from './recipients';

function askersOf({ account, openid, name, phone, joined = {} }: RequestDocument): Recipient[] {
  const first: Recipient = {
    account,
    openid,
    ...(name !== undefined && { name }),
    ...(phone !== undefined && { phone }),
  };
  const others = Object.values(joined).map((one) => ({ account: one.account, openid: one.openid }));
  return [first, ...others];
}

/** `by`: who did it, and need not be told; `act`, `had`: what was done, and who had it before. */
export function toRequestFacts(
  { directory, today, morning }: Where,
  request: RequestDocument,
  { at, by, act = '', had = '' }: { at: Instant; by: string; act?: string; had?: string },
): RequestFacts {
  const { number, state, owner, deputy, group, lead, assists = {}, operator, due } = request;
  const nameOf = (rows: readonly { id: string; name: string }[], id: string) =>
    rows.find((row) => row.id === id)?.name ?? '';
  const about = [nameOf(directory.villages, request.village), nameOf(directory.categories, request.category)];
  return {
    today,
    morning,
    act,
    had,
    request: request._id,
    number,
    state,
    by,
    about: about.filter(Boolean).join(' · '),
    askers: askersOf(request),
    hidden: request.hidden,
    ...(operator !== undefined && { operator }),
    owner,
    ownerName: sayOwner(directory, request),
    deputy,
    group,
    lead,
    assists: Object.keys(assists),
    unitName: nameOf(directory.units, lead) || '承办单位',
    date: toLocalDate(at),
    time: toLocalTime(at),
    due,
  };
}
