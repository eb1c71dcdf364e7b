/** Which event an act on the directory leaves, by the kind of its rows. */
import type { DirectoryKind, EditDirectoryInput } from '../../../miniprogram/contract/registry-office';
import type { Act } from '../../shared/outbox';

const EVENTS: Readonly<Partial<Record<DirectoryKind, string>>> = {
  route: 'routing-changed',
  fallback: 'routing-changed',
  person: 'people-changed',
  term: 'people-changed',
  setting: 'settings-changed',
  calendar: 'settings-changed',
  year: 'settings-changed',
};
/** Persons named in one event; more of them at once is an import, and the event says `all`. */
const NAMED = 20;

export function eventsOf(
  { kind, reroute }: Pick<EditDirectoryInput, 'kind' | 'reroute'>,
  ids: readonly string[],
): Record<string, Act['about']> {
  const event = EVENTS[kind] ?? 'names-changed';
  if (event === 'routing-changed') return { [event]: { kind, open: reroute ? 'reroute' : 'keep' } };
  return { [event]: { kind, ids: ids.length > NAMED ? 'all' : ids.join(',') } };
}
