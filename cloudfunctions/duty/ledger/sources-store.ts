/** The sources of earlier functions, as the ledger reads them: each answers its revision and the facts that follow. */
import type { CollectionSpecs } from '../../shared/database';
import type { LocalDate } from '../../../miniprogram/contract/wire';
import { readDay, readDaysFrom } from '../../reception/days/store';
import { dayId } from '../../reception/days/rules/publish-day';
import { visitorParty } from '../../reception/days/parties-store';
import { readRequest } from '../../request/store';
import type { RequestDocument } from '../../request/rules/request-document';
import { decryptField } from '../../shared/cipher';
import { partyOf } from '../../shared/party';
import type { SourceRef } from './rules/fact';
import { factsOfDay, type FactDay } from './rules/facts-of-day';
import { factsOfRequest } from './rules/facts-of-request';
import type { View } from './store';

/** It has no collection of its own. */
export const collections = {} satisfies CollectionSpecs;

const DAY_FIELDS = [
  'rev',
  'date',
  'state',
  'homes',
  'seats',
  'plan',
  'place',
  'waiting',
  'bookings',
  'visits',
];

export function daySource(township: string, date: LocalDate): SourceRef {
  return { township, kind: 'day', id: dayId(township, date) };
}

export function requestSource(township: string, id: string): SourceRef {
  return { township, kind: 'request', id };
}

export function factsOfStoredDay(township: string, day: FactDay) {
  return factsOfDay(day, (stored, account) => visitorParty(township, stored, account));
}

export async function readFactDay(
  township: string,
  date: LocalDate,
): Promise<(FactDay & { rev: number }) | undefined> {
  return (await readDay(township, date, DAY_FIELDS)) as (FactDay & { rev: number }) | undefined;
}

/** The same of days from `from` on, nearest first. */
export async function readFactDays(
  township: string,
  from: LocalDate,
  limit: number,
): Promise<(FactDay & { _id: string })[]> {
  const days = await readDaysFrom(township, from, limit, DAY_FIELDS);
  return days as unknown as (FactDay & { _id: string })[];
}

function askerParty(township: string, request: RequestDocument): string | undefined {
  const { name, phone, account, livesIn, village } = request;
  return partyOf(township, {
    ...(name !== undefined && { name: decryptField(name) }),
    ...(phone !== undefined && { phone: decryptField(phone) }),
    village: livesIn ?? village,
    account,
  });
}

export function factsOfStoredRequest(township: string, request: RequestDocument) {
  return factsOfRequest(request, askerParty(township, request));
}

export async function viewRequest(township: string, id: string): Promise<View | undefined> {
  const request = await readRequest(township, id);
  return request && { rev: request.rev, facts: factsOfStoredRequest(township, request) };
}
