/** One's own data: seen, consents taken back, deleted. */
import type { ErasedBookings, ErasedRequests } from '../../contract/own-data';
import type { PrintedFile } from '../../contract/report';
import { ask, write } from '../../platform/cloud';
import type { Result } from '../../contract/result';
import type { Draft } from '../../platform/kept';
import { recall } from '../../platform/storage';
import { township } from '../../platform/whereabouts';

/** What the person of this phone was writing in their own name, in whichever township. */
export function ownDrafts(): Draft[] {
  const added = Object.values(recall('visitDrafts') ?? {}).filter(({ adds }) => adds !== undefined);
  return [recall('draft'), ...added].filter((draft) => draft !== undefined);
}

export function printOwnData(): Promise<Result<PrintedFile>> {
  return ask('report', 'ownData', { township: township() });
}

/** Of messages, and of what was agreed to with requests; answers how many there were. */
export async function withdrawConsents(key: string): Promise<Result<number>> {
  const input = { township: township() };
  const messages = await write('notify', 'withdrawConsents', input, key);
  if (!messages.ok) return messages;
  const requests = await write('request', 'withdrawConsents', input, key);
  if (!requests.ok) return requests;
  return { ok: true, data: messages.data.withdrawn + requests.data.withdrawn };
}

export type Erased = ErasedBookings & { requests: ErasedRequests };

/** One after the other, under one key; broken off anywhere it is asked again, and what is done stays done. */
export async function eraseOwnData(key: string): Promise<Result<Erased>> {
  const input = { township: township() };
  const bookings = await write('reception', 'eraseOwn', input, key);
  if (!bookings.ok) return bookings;
  const requests = await write('request', 'eraseOwn', input, key);
  if (!requests.ok) return requests;
  const notices = await write('notify', 'eraseOwn', input, key);
  if (!notices.ok) return notices;
  return { ok: true, data: { ...bookings.data, requests: requests.data } };
}
