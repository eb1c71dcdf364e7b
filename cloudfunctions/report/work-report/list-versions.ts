import type { Input, Output } from '../../../miniprogram/contract/wire';
import { decryptField } from '../../shared/cipher';
import { ok } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { workReportInputs } from './schemas';
import { readVersions } from './store';

type Listed = Output<'report', 'reportVersions'>;

/** One call after admit; of a report that is not there nothing. */
export const reportVersions: Action<Input<'report', 'reportVersions'>, Listed> = {
  write: false,
  input: workReportInputs.reportVersions,
  async run(_call, { township, report, section }) {
    const rows = await readVersions(township, report, section);
    const versions = rows.map(({ version, words, by, at, aside }) => ({
      version,
      words: decryptField(words),
      by: decryptField(by),
      at,
      aside,
    }));
    return ok({ versions });
  },
};
