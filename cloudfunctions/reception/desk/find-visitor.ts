import { LIMITS } from '../../../miniprogram/contract/limits';
import { nameKey, readCode, readPhone, readTicket } from '../../../miniprogram/contract/text';
import type { DeskRow } from '../../../miniprogram/contract/desk';
import type { Answer, Input } from '../../../miniprogram/contract/wire';
import { decryptField } from '../../shared/cipher';
import { ok } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { codeOf } from '../booking/booking-ids';
import { holdsOffice, homesFor } from './desk-rights';
import { openFound } from './desk-rows';
import { deskInputs } from './schemas';
import { listVisitors, type Visitor } from './rules/visits';
import { DESK_FIELDS, readDay } from '../days/store';

type FindInput = Input<'reception', 'findVisitor'>;

/** 0: the very number, code or telephone number; 1: part of the name; undefined: somebody else. Every letter stands for itself. */
function rankOf({ booking, number, stored }: Visitor, text: string): number | undefined {
  if (number === readTicket(text)) return 0;
  if (readCode(stored.code ?? codeOf(booking)) === readCode(text)) return 0;
  const phone = readPhone(text);
  if (phone !== undefined && stored.phone !== undefined && readPhone(decryptField(stored.phone)) === phone)
    return 0;
  const wanted = nameKey(text);
  return wanted !== '' && nameKey(decryptField(stored.name)).includes(wanted) ? 1 : undefined;
}

/** One read after admit, one more for whoever was not let in as the office. */
async function run(call: Call, { township, date, text }: FindInput): Promise<Answer<{ rows: DeskRow[] }>> {
  const [day, office] = await Promise.all([readDay(township, date, DESK_FIELDS), holdsOffice(call)]);
  if (day?.state !== 'published') return ok({ rows: [] });
  const homes = homesFor(day, call.admitted?.person, office);
  const found = listVisitors(day)
    .filter(({ home }) => homes.includes(home))
    .map((visitor) => ({ visitor, rank: rankOf(visitor, text) }))
    .filter(({ rank }) => rank !== undefined)
    .sort((one, other) => (one.rank ?? 0) - (other.rank ?? 0));
  return ok({ rows: found.slice(0, LIMITS.foundRows).map(({ visitor }) => openFound(visitor, day)) });
}

export const findVisitor: Action<FindInput, { rows: readonly DeskRow[] }> = {
  write: false,
  input: deskInputs.findVisitor,
  run,
};
