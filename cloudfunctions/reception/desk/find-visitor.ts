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

interface Asked {
  ticket: number | undefined;
  /** '' where the text has no letter and no digit. */
  code: string;
  phone: string | undefined;
  name: string;
}

/** 0: the very number, code or telephone number; 1: part of the name; undefined: somebody else. Every letter stands for itself. */
function rankOf(
  { booking, number, stored }: Visitor,
  { ticket, code, phone, name }: Asked,
): number | undefined {
  if (number === ticket) return 0;
  if (code !== '' && readCode(stored.code ?? codeOf(booking)) === code) return 0;
  if (phone !== undefined && stored.phone !== undefined && readPhone(decryptField(stored.phone)) === phone)
    return 0;
  return name !== '' && nameKey(decryptField(stored.name)).includes(name) ? 1 : undefined;
}

/** The best of them, in the day's order. Where only a name can be meant, the first are the best: no more are read. */
function findBest(visitors: readonly Visitor[], asked: Asked): Visitor[] {
  const isName = asked.ticket === undefined && asked.code === '' && asked.phone === undefined;
  const ranks: [Visitor[], Visitor[]] = [[], []];
  for (const visitor of visitors) {
    const rank = rankOf(visitor, asked);
    if (rank !== undefined) ranks[rank]?.push(visitor);
    if (isName && ranks[1].length === LIMITS.foundRows) break;
  }
  return ranks.flat().slice(0, LIMITS.foundRows);
}

/** One read after admit, one more for whoever was not let in as the office. */
async function run(call: Call, { township, date, text }: FindInput): Promise<Answer<{ rows: DeskRow[] }>> {
  const [day, office] = await Promise.all([readDay(township, date, DESK_FIELDS), holdsOffice(call)]);
  if (day?.state !== 'published') return ok({ rows: [] });
  const homes = homesFor(day, call.admitted?.person, office);
  const visitors = listVisitors(day).filter(({ home }) => homes.includes(home));
  const asked = {
    ticket: readTicket(text),
    code: readCode(text),
    phone: readPhone(text),
    name: nameKey(text),
  };
  return ok({ rows: findBest(visitors, asked).map((visitor) => openFound(visitor, day)) });
}

export const findVisitor: Action<FindInput, { rows: readonly DeskRow[] }> = {
  write: false,
  input: deskInputs.findVisitor,
  run,
};
