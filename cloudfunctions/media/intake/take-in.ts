import * as v from 'valibot';
import type { MediaActions } from '../../../miniprogram/contract/media';
import { ok } from '../../shared/errors';
import { township } from '../../shared/schemas';
import type { Action } from '../../shared/serve';
import { liesIn, requestFolder } from './rules/kept-files';
import { takeFile } from './take-file';

type TakeIn = MediaActions['takeIn'];

const file = v.pipe(v.string(), v.maxLength(400));

/** Whose file it may be was asked when the request was submitted. */
export const takeIn: Action<TakeIn['input'], TakeIn['output']> = {
  write: false,
  input: v.strictObject({ township, file, use: v.picklist(['photo', 'recording', 'picture']) }),
  async run({ now }, asked) {
    if (!liesIn(asked.file, `${asked.township}/u`)) return ok({ fault: 'gone' });
    return ok(await takeFile({ ...asked, folder: requestFolder(asked.township) }, now));
  },
};
