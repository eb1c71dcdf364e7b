import type { DirectoryRow, DirectoryView } from '../../../miniprogram/contract/registry-office';
import { OFFICE } from '../../../miniprogram/contract/roles';
import type { Input } from '../../../miniprogram/contract/wire';
import { toLocalDate } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { holdsOne } from '../invitations/grants-store';
import { bookInputs } from './schemas';
import { hidePerson, openPerson } from './profiles';
import { listRows, PARTS } from './rules/directory-rows';
import { listGaps } from '../routing/rules/coverage';
import { listSettings } from './rules/setting-rows';
import { readTownship, tagOf } from '../store';

/** Read anew, not recalled: whoever edits must see what stands there. People: one call more for an administrator. */
export const directory: Action<Input<'registry', 'book'>, DirectoryView> = {
  write: false,
  input: bookInputs.book,
  async run(call, { part }) {
    const { township, now } = call;
    const found = await readTownship(township);
    if (!found) return refuse('not-found');
    const opens = part === 'people' && (await holdsOne(call, OFFICE));
    const rows = PARTS[part].flatMap((kind) =>
      listRows(found, kind).map(({ id, row }) => {
        const read = { kind, id, tag: tagOf(kind, id, row), row } as DirectoryRow;
        if (read.kind !== 'person') return read;
        return { ...read, row: opens ? openPerson(read.row) : hidePerson(read.row) };
      }),
    );
    return ok({
      edition: found.version,
      rows,
      gaps: part === 'routing' ? listGaps(found, toLocalDate(now)) : [],
      settings: part === 'settings' ? listSettings(found) : [],
    });
  },
};
