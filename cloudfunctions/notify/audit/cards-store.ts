/** Pages of the audit with names, for the screen and for the table that leaves the house. */
import type { AuditCard, AuditFilter } from '../../../miniprogram/contract/audit';
import { readNamed } from '../../registry/invitations/grants-store';
import { recallTownship } from '../../registry/store';
import { readKnown } from '../../request/store';
import { addDays, toInstant } from '../../shared/china-time';
import type { Call } from '../../shared/serve';
import type { CollectionSpecs } from '../../shared/database';
import { toAuditCard } from './rules/audit-card';
import { partsOfAct } from './rules/audit-words';
import type { AuditRow } from './rules/seal';
import { readAudit } from './store';

export const collections = {} satisfies CollectionSpecs;

const idsOf = (rows: readonly AuditRow[], collection: string): string[] => [
  ...new Set(rows.flatMap((row) => (row.collection === collection ? [row.document] : []))),
];

/** Less the rows about requests that are kept from whoever asks, by any grant that they hold. At most four calls. */
async function toCards(call: Call, rows: readonly AuditRow[]): Promise<AuditCard[]> {
  const { township, openid, now } = call;
  const actors = [...new Set([call.account, ...rows.map(({ by }) => by)])];
  const [known, grants] = await Promise.all([
    recallTownship(township, now),
    readNamed(township, { accounts: actors, ids: idsOf(rows, 'invitations') }),
  ]);
  if (!known) return [];
  const own = grants.find((grant) => grant.openid === openid && grant.isHeld && grant.person !== undefined);
  const person = call.admitted?.person ?? own?.person;
  const found = await readKnown(township, idsOf(rows, 'requests'), person, ['number']);
  const numbers = new Map(found.map(({ _id, number }) => [_id, number]));
  const names = { directory: known.directory, grants, numbers };
  return rows
    .filter(({ collection, document }) => collection !== 'requests' || numbers.has(document))
    .map((row) => toAuditCard(row, names));
}

/** At most so many rows, newest first; `next`: there are more. */
export async function readCards(
  call: Call,
  { by, act, day }: AuditFilter,
  { after, limit }: { after?: string; limit: number },
): Promise<{ cards: AuditCard[]; next?: string }> {
  const found = await readAudit(call.township, {
    limit: limit + 1,
    ...(by !== undefined && { by }),
    ...(act !== undefined && { act: partsOfAct(act) }),
    ...(day !== undefined && { span: [toInstant(day), toInstant(addDays(day, 1))] as const }),
    ...(after !== undefined && { after }),
  });
  const rows = found.slice(0, limit);
  const next = found.length > limit ? rows.at(-1)?.seq : undefined;
  return { cards: await toCards(call, rows), ...(next !== undefined && { next }) };
}
