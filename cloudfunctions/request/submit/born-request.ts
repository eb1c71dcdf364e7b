/** A request as it comes into the world, with what needs a key: its id, what is encrypted, hashed and told. */
import type { LocalDate } from '../../../miniprogram/contract/wire';
import { encryptField, hashParts } from '../../shared/cipher';
import { bornWith } from '../../shared/outbox';
import { bornChecks } from '../content-check/what-to-check';
import { BIRTH } from '../life/rules/life-cycle';
import { OWED_WORD } from '../life/rules/written-word';
import { ownToken, placeToken, tokensOf, VILLAGE_HIDDEN } from '../lists/tokens';
import type { Decision } from '../routing/rules/decide-route';
import type { RequestDocument } from '../rules/request-document';
import { bornDocument, numberOf, type Birth, type Dates, type Said } from './rules/birth';

/** Deterministic, so that a retried submit meets itself. */
export function requestId(township: string, account: string, day: LocalDate, n: number): string {
  return `${township}~${hashParts(['request', township, account, day, String(n)])}`;
}

/** Whose requests of the day are counted: the account's, the operator's entries, or those of one visit. */
export function slotsOf({ account, talk, entered }: Pick<Birth, 'account' | 'talk' | 'entered'>): string {
  return talk?.visit.booking ?? (entered ? `for ${account}` : account);
}

/** Entries that are no search words. What was entered for somebody stands in no account's own list. */
function marksOf({ privacy, kind }: Said, { account, place }: { account: string; place: string }): string[] {
  return [
    placeToken(place),
    ...(account === '' ? [] : [ownToken(account)]),
    ...(kind === 'report' ? [OWED_WORD] : []),
    ...(privacy.notOwnVillage ? [VILLAGE_HIDDEN] : []),
  ];
}

/** A request as it comes into the world: with its owner, its next date, its first step and its outbox entry. */
export function bornRequest(
  birth: Birth,
  { name, phone, ...said }: Said & { name?: string; phone?: string },
  decision: Decision,
  dates: Dates,
): RequestDocument & ReturnType<typeof bornWith> {
  const { now, key } = birth;
  const { township, day, n } = said;
  const id = requestId(township, slotsOf(birth), day, n);
  const { owner, group } = decision;
  const by = birth.entered?.operator ?? birth.talk?.operator ?? birth.account;
  const named = { ...said, ...(name !== undefined && { name }), ...(phone !== undefined && { phone }) };
  const born = bornDocument(id, by, birth, said, decision, dates);
  return {
    ...born,
    ...(name !== undefined && { name: encryptField(name) }),
    ...(phone !== undefined && { phone: encryptField(phone) }),
    tokens: [...tokensOf(named, numberOf(id, day)), ...marksOf(said, born)],
    ...bornChecks(birth, said),
    ...bornWith({
      at: now,
      by,
      act: 'submit',
      of: id,
      from: '',
      to: BIRTH.to,
      key,
      event: BIRTH.event,
      about: { request: id, owner: owner.person, ownerKind: owner.kind, group, ...birth.talk?.visit },
    }),
  };
}
