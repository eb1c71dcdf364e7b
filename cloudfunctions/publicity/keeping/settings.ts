import type { Input, Output } from '../../../miniprogram/contract/wire';
import { ok } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { DEFAULT_PUBLICITY } from '../articles/mark-article';
import { hasKeys } from '../push/official-account';
import { ofTownship } from '../schemas';
import { readKept } from './store';

/** One read after admit. Whether keys are there, never the keys. */
export const settings: Action<Input<'publicity', 'settings'>, Output<'publicity', 'settings'>> = {
  write: false,
  input: ofTownship,
  async run(_call, { township }) {
    const { settings: own = DEFAULT_PUBLICITY, edition } = await readKept(township, 'settings');
    return ok({ settings: own, edition, keys: hasKeys(township) });
  },
};
