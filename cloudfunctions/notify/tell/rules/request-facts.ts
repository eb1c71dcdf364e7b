/** From a request to what its notices say. */
import type { Instant } from '../../../../miniprogram/contract/wire';
import { sayOwner } from '../../../request/routing/rules/decide-route';
import type { RequestDocument } from '../../../request/rules/request-document';
import { toLocalDate, toLocalTime } from '../../../shared/china-time';
import type { Where } from './day-facts';
import type { RequestFacts } from './notices/request/facts';
import type { Recipient } from './recipients';

function askersOf({ account, openid, name, phone }: RequestDocument): Recipient[] {
  const asker: Recipient = {
    account,
    openid,
    ...(name !== undefined && { name }),
    ...(phone !== undefined && { phone }),
  };
  return [asker];
}

/**
 * «我也反映»: who has no request of their own. Whose request was merged is told of their own one, by its own events; and
 * who said it of a merged one by that one's.
 */
function joinersOf({ joined = {} }: RequestDocument): Recipient[] {
  return Object.values(joined)
    .filter(({ request, via }) => request === undefined && via === undefined)
    .map(({ account, openid }) => ({ account, openid }));
}

interface Done {
  at: Instant;
  /** Who did it, and need not be told. */
  by: string;
  act?: string;
  /** The person, or the units, who had it before. */
  had?: string;
  hadUnits?: readonly string[];
}

export function toRequestFacts(
  { directory, today, morning }: Where,
  request: RequestDocument,
  { at, by, act = '', had = '', hadUnits = [] }: Done,
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
    township: directory.card.name,
    state,
    by,
    about: about.filter(Boolean).join(' · '),
    askers: askersOf(request),
    joiners: joinersOf(request),
    hidden: request.hidden,
    ...(operator !== undefined && { operator }),
    owner,
    ownerName: sayOwner(directory, request),
    deputy,
    group,
    lead,
    assists: Object.keys(assists),
    copy: request.copy ?? '',
    hadUnits,
    unitName: nameOf(directory.units, lead) || '承办单位',
    date: toLocalDate(at),
    time: toLocalTime(at),
    due,
  };
}
