import * as v from 'valibot';
import type { MediaActions } from '../../../miniprogram/contract/media';
import { ownFolder } from '../../registry/directory/rules/own-folder';
import { ok, refuse } from '../../shared/errors';
import { township } from '../../shared/schemas';
import type { Action } from '../../shared/serve';
import { liesIn, paperFolder } from './rules/kept-files';
import { takeFile } from './take-file';

type TakePaper = MediaActions['takePaper'];

/** Inside the act: whoever chose a file that is no paper hears it while they still know which one it was. */
export const takePaper: Action<TakePaper['input'], TakePaper['output']> = {
  write: false,
  input: v.strictObject({ township, file: v.pipe(v.string(), v.maxLength(400)) }),
  async run({ now, account }, asked) {
    if (!liesIn(asked.file, ownFolder(asked.township, account))) return refuse('not-your-file');
    return ok(await takeFile({ ...asked, use: 'paper', folder: paperFolder(asked.township) }, now));
  },
};
