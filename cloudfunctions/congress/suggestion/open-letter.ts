import { WITH_SUGGESTIONS } from '../../../miniprogram/contract/roles';
import type { Input, Output } from '../../../miniprogram/contract/wire';
import { endingOf } from '../../media/intake/rules/kept-files';
import { settingsOf } from '../../registry/directory/rules/settings';
import { recallTownship } from '../../registry/store';
import { ok, refuse } from '../../shared/errors';
import { linkFiles } from '../../shared/files';
import type { Action } from '../../shared/serve';
import { callersOf } from './act-on-suggestion';
import { maySee } from './rules/actors';
import { letterInput } from './schemas';
import { readSuggestion } from './store';

/** Who sees the suggestion gets the scan of its answer; nobody else learns that there is one. */
export const openLetter: Action<Input<'congress', 'openLetter'>, Output<'congress', 'openLetter'>> = {
  write: false,
  input: letterInput,
  async run(call, { township, suggestion, at }) {
    const [known, callers, found] = await Promise.all([
      recallTownship(township, call.now),
      callersOf(call, WITH_SUGGESTIONS),
      readSuggestion(township, suggestion),
    ]);
    if (!known || !found) return refuse('not-found');
    const { governmentUnit } = settingsOf(known.directory.settings);
    if (!callers.some((caller) => maySee(caller, found, governmentUnit))) return refuse('not-found');
    const scan = found.replies.find((reply) => reply.at === at)?.scan;
    if (!scan) return refuse('not-found');
    const [file = ''] = await linkFiles([scan.file]);
    const name = `答复函 ${found.number}.${endingOf(scan.file)}`;
    return file === '' ? refuse('not-found') : ok({ file, name });
  },
};
