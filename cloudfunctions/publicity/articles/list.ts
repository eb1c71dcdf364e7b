import { LIMITS } from '../../../miniprogram/contract/limits';
import type { Input, Output } from '../../../miniprogram/contract/wire';
import { decryptField } from '../../shared/cipher';
import { ok } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { toCard } from './rules/article-view';
import { listInput } from '../schemas';
import { readCards } from './store';

/** One read after admit. */
export const list: Action<Input<'publicity', 'list'>, Output<'publicity', 'list'>> = {
  write: false,
  input: listInput,
  async run(_call, { township, state, after }) {
    const found = await readCards(township, LIMITS.page, { state, after });
    const last = found.length === LIMITS.page ? found.at(-1)?.seq : undefined;
    const articles = found.map((source) => toCard(source, decryptField));
    return ok({ articles, ...(last !== undefined && { next: last }) });
  },
};
