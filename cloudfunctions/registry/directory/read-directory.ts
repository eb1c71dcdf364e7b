import type { DirectoryRow, DirectoryView } from '../../../miniprogram/contract/registry-office';
import type { Input } from '../../../miniprogram/contract/wire';
import { toLocalDate } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { bookInputs } from './schemas';
import { listRows, PARTS } from './rules/directory-rows';
import { listGaps } from '../routing/rules/coverage';
import { listSettings } from './rules/setting-rows';
import { readTownship, tagOf } from '../store';

/** Read anew, not recalled: whoever edits must see what stands there. */
export const directory: Action<Input<'registry', 'book'>, DirectoryView> = {
  write: false,
  input: bookInputs.book,
  async run({ township, now }, { part }) {
    const found = await readTownship(township);
    if (!found) return refuse('not-found');
    const rows = PARTS[part].flatMap((kind) =>
      listRows(found, kind).map(
        ({ id, row }) => ({ kind, id, tag: tagOf(kind, id, row), row }) as DirectoryRow,
      ),
    );
    return ok({
      edition: found.version,
      rows,
      gaps: part === 'routing' ? listGaps(found, toLocalDate(now)) : [],
      settings: part === 'settings' ? listSettings(found) : [],
    });
  },
};
