import * as v from 'valibot';
import type { MediaActions } from '../../../miniprogram/contract/media';
import { ok } from '../../shared/errors';
import { removeFiles } from '../../shared/files';
import { township } from '../../shared/schemas';
import type { Action } from '../../shared/serve';
import { isKept, isUpload } from './rules/kept-files';
import { forgetTaken, readTakenByFile } from './store';

type Forget = MediaActions['forget'];

/** The bytes go first: killed in between, the document still finds what there is to delete. */
export const forget: Action<Forget['input'], Forget['output']> = {
  write: false,
  input: v.strictObject({
    township,
    files: v.pipe(v.array(v.pipe(v.string(), v.maxLength(400))), v.maxLength(50)),
  }),
  async run(_call, asked) {
    // Of a request that was erased before its files were taken in, the uploads go.
    const files = asked.files.filter(
      (file) => isKept(asked.township, file) || isUpload(asked.township, file),
    );
    if (files.length === 0) return ok({ forgotten: 0 });
    const known = await readTakenByFile(asked.township, files);
    await removeFiles(files);
    for (const each of known) await forgetTaken(each);
    return ok({ forgotten: files.length });
  },
};
