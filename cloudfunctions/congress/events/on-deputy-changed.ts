/**
 * The directory follows a change (届中变动) and says so by the event of any other edit of a person, so that grants, open
 * requests, seats and suggestions follow as they always do.
 */
import { put } from '../../shared/conditions';
import { recordAct, type Consumer } from '../../shared/outbox';
import { termOn, type Directory } from '../../registry/directory/rules/directory';
import { readTownship, writeDirectory } from '../../registry/store';
import { applyChange, type Change } from '../changes/rules/apply-change';
import { readChange, type ChangeDocument } from '../changes/store';

function changeOf(directory: Directory, { kind, date, constituency, group }: ChangeDocument): Change {
  const home = directory.groups.find(({ id }) => id === group)?.home;
  return {
    kind,
    date,
    term: termOn(directory.terms, date)?.id ?? directory.terms.at(-1)?.id ?? '',
    ...(constituency !== undefined && { constituency }),
    ...(group !== undefined && { group }),
    ...(home !== undefined && { home }),
  };
}

/** Two calls and one write. Throws where the directory was changed under it: the relay tries again. */
export const onDeputyChanged: Consumer = async ({ township, about }, now) => {
  const [directory, change] = await Promise.all([
    readTownship(township),
    readChange(township, String(about['change'])),
  ]);
  const person = directory?.people.find(({ id }) => id === change?.person);
  if (!directory || !change || !person) return;
  const changed = applyChange(person, changeOf(directory, change));
  if (!changed) return;
  const people = directory.people.map((one) => (one.id === changed.id ? changed : one));
  const record = recordAct({
    at: now,
    by: 'system',
    act: change.kind,
    of: 'person',
    from: '',
    to: person.id,
    key: change._id,
    event: 'people-changed',
    about: { kind: 'person', ids: person.id, version: directory.version + 1 },
  });
  if (!(await writeDirectory(township, directory.version, { people: put(people), ...record })))
    throw new Error('the directory changed');
};
