import * as v from 'valibot';
import type { WhoAmI } from '../../../miniprogram/contract/registry';
import { readGrants } from './grants-store';
import { toLocalDate } from '../../shared/china-time';
import { decryptField } from '../../shared/cipher';
import { ok } from '../../shared/errors';
import { township } from '../../shared/schemas';
import type { Action } from '../../shared/serve';
import { holdsOn, toGrant } from './rules/invitation';
import { ownFolder } from '../directory/rules/own-folder';

export const whoAmI: Action<{ township: string }, WhoAmI> = {
  write: false,
  input: v.strictObject({ township }),
  async run(call) {
    const held = await readGrants(call.township, call.openid);
    return ok({
      folder: ownFolder(call.township, call.account),
      grants: held
        .filter((one) => holdsOn(one, toLocalDate(call.now)))
        .flatMap((invitation) => toGrant(invitation, decryptField(invitation.name))),
      today: toLocalDate(call.now),
    });
  },
};
