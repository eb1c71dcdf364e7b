import { LIMITS } from '../../../miniprogram/contract/limits';
import type { Input, Output } from '../../../miniprogram/contract/wire';
import { toLocalDate } from '../../shared/china-time';
import { decryptField } from '../../shared/cipher';
import { ok } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { banInputs } from './schemas';
import { readBans } from './store';
import { tailOf } from '../../shared/mask';

type Listed = Output<'reception', 'listBars'>;

export const listBars: Action<Input<'reception', 'listBars'>, Listed> = {
  write: false,
  input: banInputs.listBars,
  async run({ township, now }, { after }) {
    const page = { limit: LIMITS.page, ...(after !== undefined && { after }) };
    const found = await readBans(township, toLocalDate(now), page);
    const rows = found.map(({ key, name, phone, until, reason, at }) => ({
      bar: key,
      name: decryptField(name),
      until,
      reason,
      at,
      ...(phone !== undefined && { phoneTail: tailOf(decryptField(phone)) }),
    }));
    const last = found.length === LIMITS.page ? found.at(-1) : undefined;
    return ok({ rows, ...(last && { next: last.seq }) });
  },
};
