/** Lists of matters, by who asks for them; each page goes on behind the `next` of the one before. */
import type { Input, Output } from '../contract/wire';
import type { SubmitForInput, Submitted } from '../contract/request';
import type {
  BoardItem,
  OfficeCard,
  OfficePage,
  OfficeQueue,
  RequestFilter,
  RequestPage,
} from '../contract/request-lists';
import { ask, write } from '../platform/cloud';
import type { Result } from '../platform/result';
import { township } from '../platform/whereabouts';

function paged(after: string | undefined): { township: string; after?: string } {
  return { township: township(), ...(after !== undefined && { after }) };
}

/** What a deputy or leader passed on and follows. */
export function listFollowed(after?: string): Promise<Result<RequestPage>> {
  return ask('request', 'listOwned', { ...paged(after), scope: 'following' });
}

/** What the deputies of the leader's group have. */
export function listGroup(after?: string): Promise<Result<RequestPage>> {
  return ask('request', 'listGroup', paged(after));
}

export function listOffice(
  queue: OfficeQueue,
  filter: RequestFilter,
  after?: string,
): Promise<Result<OfficePage>> {
  return ask('request', 'listOffice', { ...paged(after), queue, ...(queue === 'all' && { filter }) });
}

export function listUnit(closed: boolean, after?: string): Promise<Result<RequestPage>> {
  return ask('request', 'listUnit', { ...paged(after), ...(closed && { closed: true as const }) });
}

/** For the district: summaries without name and phone. */
export function listPassedUp(after?: string): Promise<Result<Output<'request', 'listPassedUp'>>> {
  return ask('request', 'listPassedUp', paged(after));
}

export function getBoard(after?: string): Promise<Result<Output<'request', 'board'>>> {
  return ask('request', 'board', paged(after));
}

/** Before sending: what was published of this village and category, and how many there were. */
export function getPublished(
  village: string,
  category: string,
): Promise<Result<{ items: readonly BoardItem[]; count?: number }>> {
  return ask('request', 'published', { township: township(), village, category });
}

/** «我也反映». */
export function joinPublished(request: string, key: string): Promise<Result<{ joined: number }>> {
  return write('request', 'joinPublished', { township: township(), request }, key);
}

export function getSimilar(request: string): Promise<Result<Output<'request', 'similar'>>> {
  return ask('request', 'similar', { township: township(), request });
}

/** Number, exact name or phone, last four digits, or words of the title. */
export function findRequests(text: string): Promise<Result<{ requests: readonly OfficeCard[] }>> {
  return ask('request', 'find', { township: township(), text });
}

export function assignMany(
  input: Omit<Input<'request', 'assignMany'>, 'township'>,
  key: string,
): Promise<Result<Output<'request', 'assignMany'>>> {
  return write('request', 'assignMany', { township: township(), ...input }, key);
}

export function draftPublication(request: string): Promise<Result<Output<'request', 'draftPublication'>>> {
  return ask('request', 'draftPublication', { township: township(), request });
}

/** 代填. */
export function submitFor(input: SubmitForInput, key: string): Promise<Result<Submitted>> {
  return write('request', 'submitFor', input, key);
}
