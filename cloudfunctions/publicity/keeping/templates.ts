import type { Input, Output } from '../../../miniprogram/contract/wire';
import { ok } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { allTemplates } from './rules/built-in-templates';
import { ofTownship } from '../schemas';
import { readKept } from './store';

/** One read after admit. */
export const templates: Action<Input<'publicity', 'templates'>, Output<'publicity', 'templates'>> = {
  write: false,
  input: ofTownship,
  async run(_call, { township }) {
    const { templates: own = [], edition } = await readKept(township, 'templates');
    return ok({ templates: allTemplates(own), edition });
  },
};
