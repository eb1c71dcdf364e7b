/** The directory as the office keeps it, kind by kind, and who was elected at the last change of term. */
import type { ListedKind, ListId } from '../../../miniprogram/contract/list-export';
import { OFFICE } from '../../../miniprogram/contract/roles';
import { readLastTerm } from '../../congress/changes/store';
import type { Directory } from '../../registry/directory/rules/directory';
import { listRows } from '../../registry/directory/rules/directory-rows';
import { listSettings } from '../../registry/directory/rules/setting-rows';
import { openPeople, readTownship } from '../../registry/store';
import { holdsOne } from '../../registry/invitations/grants-store';
import { ofYear, tell, type Reads } from './reading';
import { directoryColumns, electedColumns, KIND_NAMES, type Kept } from './rules/directory-columns';

export type DirectoryListId = Extract<ListId, 'directory' | 'elected'>;

export const LISTED_KINDS = Object.keys(KIND_NAMES) as ListedKind[];

/** Settings are there whether they were changed or not. */
function rowsOf(directory: Directory, kind: ListedKind): readonly Kept[] {
  const kept = listRows(directory, kind);
  if (kind !== 'setting') return kept;
  const ofTownship = listSettings(directory).map(({ name, value }) => ({ id: name, row: { value } }));
  return [...ofTownship, ...kept.filter(({ id }) => id.includes('.'))];
}

export const DIRECTORY_LISTS: Reads<DirectoryListId> = {
  /** Read anew, as the screen reads it. What is kept of deputies for the roster alone only the office sees. */
  async directory({ kind, rows: chosen }, asking) {
    const { call } = asking;
    const stored = await readTownship(call.township);
    if (!stored) return undefined;
    const opens = kind === 'person' && (await holdsOne(call, OFFICE));
    const directory = opens ? openPeople(stored) : stored;
    const all = rowsOf(directory, kind);
    const shown = chosen ? all.filter(({ id }) => chosen.includes(id)) : all;
    const narrowed = chosen ? '筛选出的' : '';
    const whole = { rows: shown, cut: false };
    return tell(KIND_NAMES[kind], narrowed, directoryColumns(kind, directory), whole, asking);
  },

  async elected(_of, asking) {
    const term = await readLastTerm(asking.call.township);
    if (!term) return undefined;
    const columns = electedColumns(asking.directory, term);
    const narrowed = `${term.name} ${ofYear(Number(term.opens.slice(0, 4)))}`;
    return tell('换届当选名单', narrowed, columns, { rows: term.elected, cut: false }, asking);
  },
};
