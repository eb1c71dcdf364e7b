/** Lists of requests, by who asks for them; each page goes on behind the `next` of the one before. */
import type { SubmitForInput, Submitted } from '../contract/request';
import type {
  BoardItem,
  OfficeCard,
  OfficePage,
  OfficeQueue,
  RequestFilter,
  RequestListActions,
  RequestPage,
} from '../contract/request-lists';
import type { Input, Output } from '../contract/wire';
import { ask, write } from '../platform/cloud';
import type { Result } from '../contract/result';
import type { Sending } from '../platform/kept';
import { township } from '../platform/whereabouts';

type Lists = RequestListActions;

function askList<A extends keyof Lists>(
  action: A,
  input: Input<'request', A>,
): Promise<Result<Output<'request', A>>> {
  return ask('request', action, input);
}
function writeList<A extends keyof Lists>(
  action: A,
  input: Input<'request', A>,
  key: string,
): Promise<Result<Output<'request', A>>> {
  return write('request', action, input, key);
}

function paged(after: string | undefined): { township: string; after?: string } {
  return { township: township(), ...(after !== undefined && { after }) };
}

/** What a deputy or leader passed on and follows. */
export function listFollowed(after?: string): Promise<Result<RequestPage>> {
  return askList('listOwned', { ...paged(after), scope: 'following' });
}

/** What the deputies of the leader's group have. */
export function listGroup(after?: string): Promise<Result<RequestPage>> {
  return askList('listGroup', paged(after));
}

export function listOffice(
  queue: OfficeQueue,
  filter: RequestFilter,
  after?: string,
): Promise<Result<OfficePage>> {
  return askList('listOffice', { ...paged(after), queue, ...(queue === 'all' && { filter }) });
}

export function listUnit(closed: boolean, after?: string): Promise<Result<RequestPage>> {
  return askList('listUnit', { ...paged(after), ...(closed && { closed: true as const }) });
}

/** For the district: summaries without name and phone, of all its townships. */
export function listPassedUp(after?: string): Promise<Result<RequestListActions['listPassedUp']['output']>> {
  return askList('listPassedUp', paged(after));
}

export function answerPassedUp(
  request: string,
  words: string,
  key: string,
): Promise<Result<{ request: string }>> {
  return writeList('answerPassedUp', { township: township(), request, words }, key);
}

export function getBoard(after?: string): Promise<Result<RequestListActions['board']['output']>> {
  return askList('board', paged(after));
}

/** What the caller said «我也反映» to. */
export function getJoined(after?: string): Promise<Result<RequestListActions['board']['output']>> {
  return askList('board', Object.assign({ mine: true as const }, paged(after)));
}

/** What happens to a request, step by step. */
export function getLifeGuide(): Promise<Result<Output<'request', 'lifeGuide'>>> {
  return askList('lifeGuide', { township: township() });
}

/** Before sending: what was published of this village and category, and how many there were. */
export function getPublished(
  village: string,
  category: string,
): Promise<Result<{ items: readonly BoardItem[]; count?: number }>> {
  return askList('published', { township: township(), village, category });
}

/** «我也反映». */
export function joinPublished(request: string, key: string): Promise<Result<{ joined: number }>> {
  return writeList('joinPublished', { township: township(), request }, key);
}

export function getSimilar(request: string): Promise<Result<RequestListActions['similar']['output']>> {
  return askList('similar', { township: township(), request });
}

/** Number, exact name or phone, last four digits, or words of the title. */
export function findRequests(text: string): Promise<Result<{ requests: readonly OfficeCard[] }>> {
  return askList('find', { township: township(), text });
}

/** The same kind of act on several, at most LIMITS.actAtOnce; each one's result by itself. */
export function actOnMany(
  acts: RequestListActions['actMany']['input']['acts'],
  key: string,
): Promise<Result<RequestListActions['actMany']['output']>> {
  return writeList('actMany', { township: township(), acts }, key);
}

export function draftPublication(
  request: string,
): Promise<Result<RequestListActions['draftPublication']['output']>> {
  return askList('draftPublication', { township: township(), request });
}

/** 代填. */
export function submitFor(input: SubmitForInput, { key, tried }: Sending): Promise<Result<Submitted>> {
  return write('request', 'submitFor', input, key, tried);
}
