import type {
  DirectoryKind,
  DirectoryRow,
  DirectoryView,
} from '../../../miniprogram/contract/registry-office';
import { OFFICE } from '../../../miniprogram/contract/roles';
import type { Input } from '../../../miniprogram/contract/wire';
import { toLocalDate } from '../../shared/china-time';
import { cutLists } from '../../shared/cut-lists';
import { ok, refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { holdsOne } from '../invitations/grants-store';
import { bookInputs } from './schemas';
import { hidePerson, openPerson } from './profiles';
import { listRows, PARTS } from './rules/directory-rows';
import { listGaps } from '../routing/rules/coverage';
import { listSettings } from './rules/setting-rows';
import { readTownship, tagOf } from '../store';

/** Rows in hand name these; of one kind they come before it. */
const NAMED_BY: Readonly<Partial<Record<DirectoryKind, readonly DirectoryKind[]>>> = {
  person: ['term', 'constituency'],
};

/**
 * Read anew, not recalled: whoever edits must see what stands there. People: one call more for an administrator. With
 * `inParts` as much as fits the phone. Refusals: row-changed (the directory is not the one that the part before was of).
 */
export const directory: Action<Input<'registry', 'book'>, DirectoryView> = {
  write: false,
  input: bookInputs.book,
  async run(call, { part, kind, inParts, after }) {
    const { township, now } = call;
    const found = await readTownship(township);
    if (!found) return refuse('not-found');
    const opens = part === 'people' && (await holdsOne(call, OFFICE));
    const wanted = kind === undefined ? PARTS[part] : [...(NAMED_BY[kind] ?? []), kind];
    const rows = wanted.flatMap((each) =>
      listRows(found, each).map(({ id, row }) => {
        const read = { kind: each, id, tag: tagOf(each, id, row), row } as DirectoryRow;
        if (read.kind !== 'person') return read;
        return { ...read, row: opens ? openPerson(read.row) : hidePerson(read.row) };
      }),
    );
    const gaps = part === 'routing' ? listGaps(found, toLocalDate(now)) : [];
    const settings = part === 'settings' ? listSettings(found) : [];
    const edition = found.version;
    if (!inParts) return ok({ edition, gaps, settings, rows });
    const cut = cutLists({ gaps, settings, rows }, String(edition), after);
    if (!cut) return refuse('row-changed');
    return ok({ edition, ...cut.lists, ...(cut.next !== undefined && { next: cut.next }) });
  },
};
