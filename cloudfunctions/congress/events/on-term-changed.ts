/**
 * The directory follows a change of term (换届): its dates when the list is published, moved or withdrawn, and on the day
 * of the opening what has no dates. Each says so by the events of any other edit, so that grants, open requests, seats and
 * suggestions follow as they always do.
 */
import { put, type Changes } from '../../shared/conditions';
import { toLocalDate } from '../../shared/china-time';
import { recordActs, type Act, type Consumer } from '../../shared/outbox';
import type { Directory } from '../../registry/directory/rules/directory';
import { readTownship, writeDirectory } from '../../registry/store';
import { readTerm, writeTerm } from '../changes/store';
import { alignWithTerm, openRouting } from '../term/rules/switch-directory';
import type { TermDocument } from '../term/rules/term-document';

function actsOf(directory: Directory, { term, edition, state }: TermDocument, now: number) {
  const act = { at: now, by: 'system', act: 'change-term', of: 'term', from: '', to: term };
  const key = `${term}-${String(edition)}-${state}`;
  const version = directory.version + 1;
  const people: Act = {
    ...act,
    key,
    event: 'people-changed',
    about: { kind: 'person', ids: 'all', version },
  };
  const routing: Act = {
    ...act,
    key,
    event: 'routing-changed',
    about: { kind: 'route', open: 'reroute', version },
  };
  return { people, routing };
}

async function write(directory: Directory, changes: Changes): Promise<void> {
  if (!(await writeDirectory(directory.township, directory.version, changes)))
    throw new Error('the directory changed');
}

/** For term-published, term-day-changed, term-withdrawn: the dates as the document has them now. */
export const onTermChanged: Consumer = async ({ township, about }, now) => {
  const [directory, found] = await Promise.all([
    readTownship(township),
    readTerm(township, String(about['term'])),
  ]);
  if (!directory || !found) return;
  const after = alignWithTerm(directory, found);
  if (after === directory) return;
  const { people, terms } = after;
  const acts = recordActs([actsOf(directory, found, now).people]);
  await write(directory, { people: put(people), terms: put(terms), ...acts });
};

/** For term-opens, which comes at midnight of the opening, or later: the directory first, then the document. */
export const onTermOpens: Consumer = async ({ township, about }, now) => {
  const term = String(about['term']);
  const [directory, found] = await Promise.all([readTownship(township), readTerm(township, term)]);
  // It was withdrawn, moved to a later day (which has an event of its own), or is done.
  if (!directory || found?.state !== 'published' || found.opens > toLocalDate(now)) return;
  const dated = alignWithTerm(directory, found);
  const routing = openRouting(dated, found.villages, found.opens);
  const { people, routing: routed } = actsOf(directory, found, now);
  await write(directory, {
    people: put(dated.people),
    terms: put(dated.terms),
    ...(routing && { routing: put(routing) }),
    ...recordActs(routing ? [people, routed] : [people]),
  });
  const { _id, edition } = found;
  const opened: Act = {
    at: now,
    by: 'system',
    act: 'open',
    of: _id,
    from: 'published',
    to: 'opened',
    key: `opened-${String(edition)}`,
    event: 'term-opened',
    about: { term },
  };
  if (!(await writeTerm(found, { set: { state: 'opened' }, acts: [opened] })))
    throw new Error('the change of term changed');
};
