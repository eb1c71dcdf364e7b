import type { Input, Output } from '../../../miniprogram/contract/wire';
import { ok } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { DEFAULT_PUBLICITY } from '../articles/mark-article';
import { hasKeys } from '../push/official-account';
import { learnKeys } from '../keys/store';
import { ofTownship } from '../schemas';
import { readKept } from './store';

/** Two reads after admit. Whether keys are there, never the keys. */
export const settings: Action<Input<'publicity', 'settings'>, Output<'publicity', 'settings'>> = {
  write: false,
  input: ofTownship,
  async run(_call, { township }) {
    const [kept] = await Promise.all([readKept(township, 'settings'), learnKeys(township)]);
    const { settings: own = DEFAULT_PUBLICITY, edition } = kept;
    return ok({ settings: own, edition, keys: hasKeys(township) });
  },
};
