/**
 * Counts that others go by: open requests of each owner for routing, what 工作台 shows, and in the weeks in which the list
 * of a new term waits what else hangs on everybody.
 */
import { countHanging } from '../../congress/term/hanging-store';
import { leaveSoon } from '../../congress/term/rules/leave-soon';
import type { Instant } from '../../../miniprogram/contract/wire';
import { recallTownship, writeFigures, type Figures } from '../../registry/store';
import { countOpenByOwner } from '../../request/store';
import { toLocalDate } from '../../shared/china-time';
import { logFault } from '../../shared/serve';
import { sideBySide } from '../../shared/side-by-side';
import { sealAudit } from '../audit/store';
import { writePassed, writeWorkbench } from '../workbench/store';

/** The office's requests (owner '') wait for a person and count for nobody. */
async function refreshOne(township: string, before: Figures | undefined, now: Instant): Promise<boolean> {
  const [counted] = await Promise.all([countOpenByOwner(township), writeWorkbench(township, now)]);
  counted.delete('');
  // The workbench was counted by it: no call.
  const known = await recallTownship(township, now);
  const today = toLocalDate(now);
  const waits = known !== undefined && leaveSoon(known.directory, today).size > 0;
  const hanging = waits ? await countHanging(known.directory, today) : undefined;
  const figures = { openByPerson: Object.fromEntries(counted), ...(hanging && { hanging }) };
  return writeFigures(township, figures, now, before);
}

/** What was shipped since the figures were counted has left rows in the audit; sealing them holds up no figure. */
async function trySealing(township: string, now: Instant): Promise<void> {
  try {
    await sealAudit(township, now);
  } catch (error) {
    logFault('notify', 'seal', error);
  }
}

/** A day that began counts anew what is late. */
function holds(figures: Figures | undefined, now: Instant): boolean {
  return figures?.stale === false && toLocalDate(figures.asOf) === toLocalDate(now);
}

/** Townships at the same time: a call waits for the network far longer than for this instance. */
const AT_ONCE = 8;

/**
 * For each township in which something changed, or a day began, what it takes to count; `figures` as they were read in
 * this run. What changes meanwhile stays marked (the write goes by `rev`), and the next minute counts again. Answers how
 * many were counted.
 */
export async function refreshFigures(
  townships: readonly string[],
  figures: readonly Figures[],
  { now, endsAt }: { readonly now: Instant; readonly endsAt: Instant },
): Promise<number> {
  const due = townships.flatMap((township) => {
    const before = figures.find((each) => each.township === township);
    return holds(before, now) ? [] : [{ township, before }];
  });
  // First: if this fails, those that changed are still marked, and the next minute counts both.
  if (due.length > 0) await writePassed(townships, now);
  let counted = 0;
  await sideBySide(due, { atOnce: AT_ONCE, endsAt }, async ({ township, before }) => {
    await trySealing(township, now);
    if (await refreshOne(township, before, now)) counted++;
  });
  return counted;
}
