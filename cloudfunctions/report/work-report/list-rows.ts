import { LIMITS } from '../../../miniprogram/contract/limits';
import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { readEvents, readSources } from './read-sources';
import { ask } from './rules/ask';
import { toSlotRow } from './rules/slot-row';
import { isSlot, slotRow } from './rules/slots';
import { workReportInputs } from './schemas';
import { readReport } from './store';

type Asked = Input<'report', 'reportRows'>;
type Listed = Output<'report', 'reportRows'>;

/** The report, the sources, and the titles of one page's events. */
async function run(call: Call, { township, report: id, slot, after = 0 }: Asked): Promise<Answer<Listed>> {
  const report = await readReport(township, id);
  if (!report || !isSlot(slot)) return refuse('not-found');
  const { from, to } = report;
  const sources = await readSources(township, { from, to }, call.now);
  if (!sources) return refuse('not-found');
  const { label, question } = slotRow(slot);
  const refs = [...ask(question, sources).rows].reverse();
  const page = refs.slice(after, after + LIMITS.page);
  const facts = new Map(sources.facts.map((fact) => [fact._id, fact]));
  const shown = page.flatMap((ref) => (ref.of === 'fact' ? (facts.get(ref.id) ?? []) : []));
  const events = await readEvents(township, shown);
  const rows = page.map((ref) => toSlotRow(ref, { ...sources, events }, facts));
  const next = after + page.length;
  return ok({ label, rows, total: refs.length, ...(next < refs.length && { next }) });
}

export const reportRows: Action<Asked, Listed> = { write: false, input: workReportInputs.reportRows, run };
