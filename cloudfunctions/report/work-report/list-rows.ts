import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { readRows } from './read-rows';
import { readSources } from './read-sources';
import { ask } from './rules/ask';
import { isSlot, slotRow } from './rules/slots';
import { workReportInputs } from './schemas';
import { readReport } from './store';

type Asked = Input<'report', 'reportRows'>;
type Listed = Output<'report', 'reportRows'>;

/** The report, the sources, and what one page's rows need. */
async function run(call: Call, { township, report: id, slot, after = 0 }: Asked): Promise<Answer<Listed>> {
  const report = await readReport(township, id);
  if (!report || !isSlot(slot)) return refuse('not-found');
  const { from, to } = report;
  const sources = await readSources(township, { from, to }, call.now);
  if (!sources) return refuse('not-found');
  const { label, question } = slotRow(slot);
  return ok({ label, ...(await readRows(call, ask(question, sources).rows, sources, after)) });
}

export const reportRows: Action<Asked, Listed> = { write: false, input: workReportInputs.reportRows, run };
