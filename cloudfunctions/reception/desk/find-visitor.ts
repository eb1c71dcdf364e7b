import { LIMITS } from '../../../miniprogram/contract/limits';
import type { DeskRow } from '../../../miniprogram/contract/desk';
import type { Answer, Input } from '../../../miniprogram/contract/wire';
import { decryptField } from '../../shared/cipher';
import { ok } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { codeOf, normaliseName } from '../booking/booking-ids';
import { holdsOffice, homesFor } from './desk-rights';
import { openFound } from './desk-rows';
import { deskInputs } from './schemas';
import { listVisitors, type Visitor } from './rules/visits';
import { DESK_FIELDS, readDay } from '../days/store';

type FindInput = Input<'reception', 'findVisitor'>;

/** 0: exactly the number or code; 1: part of the name; undefined: no match. No letter is a wildcard. */
function rankOf({ booking, number, stored }: Visitor, text: string): number | undefined {
  if (String(number) === text) return 0;
  if ((stored.code ?? codeOf(booking)) === text.toUpperCase()) return 0;
  return normaliseName(decryptField(stored.name)).includes(normaliseName(text)) ? 1 : undefined;
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
