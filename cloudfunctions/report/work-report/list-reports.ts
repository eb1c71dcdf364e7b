import { LIMITS } from '../../../miniprogram/contract/limits';
import type { Input, Output } from '../../../miniprogram/contract/wire';
import { decryptField } from '../../shared/cipher';
import { ok } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { workReportInputs } from './schemas';
import { readCards } from './store';

type Listed = Output<'report', 'reports'>;

/** One call after admit. */
export const reports: Action<Input<'report', 'reports'>, Listed> = {
  write: false,
  input: workReportInputs.reports,
  async run(_call, { township, after }) {
    const rows = await readCards(township, LIMITS.page, after);
    const cards = rows.map(({ _id: report, kind, from, to, state, at, by }) => ({
      report,
      kind,
      from,
      to,
      state,
      at,
      by: decryptField(by),
    }));
    const next = rows.length === LIMITS.page ? rows.at(-1)?.seq : undefined;
    return ok({ reports: cards, ...(next !== undefined && { next }) });
  },
};
