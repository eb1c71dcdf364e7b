import type { Input, Output } from '../../../miniprogram/contract/wire';
import { ok } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { keysInVariables } from '../push/official-account';
import { ofTownship } from '../schemas';
import { readKeys } from './store';

type Asked = Input<'publicity', 'officialKeys'>;
type Found = Output<'publicity', 'officialKeys'>;

export const officialKeys: Action<Asked, Found> = {
  write: false,
  input: ofTownship,
  async run(_call, { township }) {
    const { edition, rows } = await readKeys(township);
    const told = rows.map(({ secret: _secret, ...row }) => row);
    return ok({ edition, rows: told, variables: keysInVariables(township) });
  },
};
