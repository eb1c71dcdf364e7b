import { LIMITS } from '../../../miniprogram/contract/limits';
import type { RequestActions } from '../../../miniprogram/contract/request';
import { recallTownship } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { toCard } from './rules/request-card';
import { listMineInput } from '../submit/schemas';
import { readOwn } from '../store';

type List = RequestActions['listMine'];

/** One call, and one more where the directory is older than a minute in this instance. */
export const listMine: Action<List['input'], List['output']> = {
  write: false,
  input: listMineInput,
  async run({ account, now }, { township, after }) {
    const [known, found] = await Promise.all([
      recallTownship(township, now),
      readOwn(township, account, LIMITS.page + 1, after),
    ]);
    if (!known) return refuse('not-found');
    const page = found.slice(0, LIMITS.page);
    const next = found.length > page.length ? page.at(-1)?.seq : undefined;
    const requests = page.map((source) => toCard(source, known.directory, 'asker', toLocalDate(now)));
    return ok({ requests, ...(next !== undefined && { next }) });
  },
};
