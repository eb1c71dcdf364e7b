/** What a table would change, line by line: the same for every table that has one. */
import type { ImportFault, ImportLine } from '../../../../miniprogram/contract/imports';

/** One line with what it does; `body` is the owning function's own. */
export interface PlannedLine<B> extends ImportLine {
  body: B;
}

export interface Plan<B> {
  lines: readonly PlannedLine<B>[];
  /** Lines that say what stands there already. */
  same: number;
  faults: readonly ImportFault[];
}

/** Lines in one slice: one act of the owning function. */
export const SLICE = 100;

export function cutInSlices<B>(lines: readonly PlannedLine<B>[], size = SLICE): PlannedLine<B>[][] {
  const slices: PlannedLine<B>[][] = [];
  for (let at = 0; at < lines.length; at += size) slices.push(lines.slice(at, at + size));
  return slices;
}

export function countMarks(plan: Pick<Plan<unknown>, 'lines' | 'same'>) {
  const count = (mark: ImportLine['mark']) => plan.lines.filter((line) => line.mark === mark).length;
  return { new: count('new'), changed: count('changed'), same: plan.same, gone: count('gone') };
}
