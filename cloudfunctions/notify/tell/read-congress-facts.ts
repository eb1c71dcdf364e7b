/** What notices about suggestions and sessions are made of, as these stand now. */
import type { Instant } from '../../../miniprogram/contract/wire';
import { baseOn } from '../../congress/session/rules/attendance';
import { readSession } from '../../congress/session/store';
import { ownerOf } from '../../congress/suggestion/rules/owner';
import { readSuggestion } from '../../congress/suggestion/store';
import type { TopicDocument } from '../../congress/presidium/rules/presidium-document';
import { readRow } from '../../congress/presidium/store';
import { settingsOf } from '../../registry/directory/rules/settings';
import { readRequests } from '../../request/store';
import { toLocalDate, toLocalTime } from '../../shared/china-time';
import type { Delivered } from '../../shared/outbox';
import { recallWhere } from './role-holders';
import type { TopicFacts } from './rules/notices/presidium';
import type { SessionFacts } from './rules/notices/session';
import type { SuggestionFacts } from './rules/notices/suggestion';
import { once, type Recipient } from './rules/recipients';

/** Whoever asked still wants to know; a withdrawn request does not. */
async function readAskers(township: string, requests: readonly string[]): Promise<Recipient[]> {
  if (requests.length === 0) return [];
  const found = await readRequests(township, requests);
  return once(
    found.filter(({ state }) => state !== 'withdrawn').map(({ account, openid }) => ({ account, openid })),
  );
}

export async function readSuggestionFacts(
  { township, document, event, about, at }: Delivered,
  now: Instant,
): Promise<SuggestionFacts | undefined> {
  const [where, suggestion] = await Promise.all([
    recallWhere(township, now),
    readSuggestion(township, document),
  ]);
  if (!where || !suggestion) return undefined;
  const { directory } = where;
  const { _id, number, category, lead, asked, unit = '', assist = [], due, requests } = suggestion;
  const named = (consent: string) =>
    Object.entries(asked).flatMap(([person, said]) => (said === consent ? [person] : []));
  return {
    suggestion: _id,
    number,
    about: directory.categories.find(({ id }) => id === category)?.name ?? '',
    owner: ownerOf(suggestion),
    lead,
    agreed: named('agreed'),
    asked: named('asked'),
    unit,
    assist,
    government: settingsOf(directory.settings).governmentUnit,
    due,
    by: String(about['by'] ?? ''),
    askers: event === 'suggestion-replied' ? await readAskers(township, requests) : [],
    date: toLocalDate(at),
    time: toLocalTime(at),
  };
}

export async function readSessionFacts(
  { township, document }: Delivered,
  now: Instant,
): Promise<SessionFacts | undefined> {
  const session = document.slice(document.indexOf('~') + 1);
  const [where, found] = await Promise.all([recallWhere(township, now), readSession(township, session)]);
  if (!where || !found) return undefined;
  const { name, place, from } = found;
  return { session, name, place, from, members: baseOn(where.directory, from) };
}

export async function readTopicFacts({ township, document, at }: Delivered): Promise<TopicFacts | undefined> {
  const found = await readRow<TopicDocument>(township, document);
  if (found?.kind !== 'topic') return undefined;
  const { title, owner, unit = '', due } = found;
  return { title, owner, unit, due, date: toLocalDate(at) };
}
