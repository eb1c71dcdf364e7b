import * as v from 'valibot';
import type { MediaActions } from '../../../miniprogram/contract/media';
import { ok } from '../../shared/errors';
import { township } from '../../shared/schemas';
import type { Action } from '../../shared/serve';
import { activityFolder, liesIn, requestFolder } from './rules/kept-files';
import { takeFile } from './take-file';

type TakeIn = MediaActions['takeIn'];

const file = v.pipe(v.string(), v.maxLength(400));

/** Whose file it may be was asked when the request was submitted, or by the act that adds it to an activity. */
export const takeIn: Action<TakeIn['input'], TakeIn['output']> = {
  write: false,
  input: v.strictObject({
    township,
    file,
    use: v.picklist(['photo', 'recording', 'picture']),
    picture: v.exactOptional(v.pipe(v.string(), v.regex(/^f[0-9a-z]{12}$/))),
  }),
  async run({ now }, { township: of, file: uploaded, use, picture }) {
    if (!liesIn(uploaded, `${of}/u`)) return ok({ fault: 'gone' });
    const folder = picture === undefined ? requestFolder(of) : activityFolder(of, picture);
    return ok(await takeFile({ township: of, file: uploaded, use, folder }, now));
  },
};
