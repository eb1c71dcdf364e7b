import type { ImportSummary } from '../../../miniprogram/contract/imports';
import { stateOf, type Import, type SliceStates } from '../../registry/imports/store';

export function summarize(head: Import, states: SliceStates): ImportSummary {
  const { _id, table, at, lines, counts, faults, slices } = head;
  const own = states.filter((each) => each.import === _id);
  return { import: _id, table, at, ...stateOf(head, own), lines, counts, faults, slices };
}
