import * as v from 'valibot';
import type { MediaActions } from '../../../miniprogram/contract/media';
import { ownFolder } from '../../registry/directory/rules/own-folder';
import { ok, refuse } from '../../shared/errors';
import { linkFiles } from '../../shared/files';
import { township } from '../../shared/schemas';
import type { Action } from '../../shared/serve';
import { liesIn, pictureFolder } from './rules/kept-files';
import { takeFile } from './take-file';

type TakePicture = MediaActions['takePicture'];

/** Inside the act: whoever chose a picture that cannot be read hears it while they still know which one it was. */
export const takePicture: Action<TakePicture['input'], TakePicture['output']> = {
  write: false,
  input: v.strictObject({ township, file: v.pipe(v.string(), v.maxLength(400)) }),
  async run({ now, account }, asked) {
    if (!liesIn(asked.file, ownFolder(asked.township, account))) return refuse('not-your-file');
    const folder = pictureFolder(asked.township, account);
    const taken = await takeFile({ ...asked, use: 'picture', folder }, now);
    if ('fault' in taken) return ok(taken);
    const [link = ''] = await linkFiles([taken.file]);
    return ok({ ...taken, ...(link !== '' && { link }) });
  },
};
