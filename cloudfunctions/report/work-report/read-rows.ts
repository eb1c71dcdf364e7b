/** The rows behind a figure or a bar, page by page, without the requests that are kept from whoever looks. */
import { LIMITS } from '../../../miniprogram/contract/limits';
import type { SlotRow } from '../../../miniprogram/contract/work-report';
import { readSource } from '../../duty/ledger/rules/span';
import { readKnown } from '../../request/store';
import type { Call } from '../../shared/serve';
import { inSlices } from '../in-slices';
import { readEvents } from './read-sources';
import type { RowRef } from './rules/ask';
import { toSlotRow } from './rules/slot-row';
import type { Sources } from './rules/sources';

/** Which of these requests the caller may know of (shared/visibility.ts). No call for whoever is no person here. */
export async function readKnownIds(
  { township, admitted }: Pick<Call, 'township' | 'admitted'>,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const person = admitted?.person;
  if (person === undefined) return new Set(ids);
  const found = await Promise.all(
    inSlices(ids).map((slice) => readKnown(township, slice, person, ['number'])),
  );
  return new Set(found.flat().map(({ _id }) => _id));
}

interface RowsPage {
  rows: SlotRow[];
  /** Rows of the figure, those kept from the caller among them: the figure is the same for all. */
  total: number;
  next?: number;
}

/** Newest first: the titles of the page's events, and of its requests those that the caller may know of. */
export async function readRows(
  call: Call,
  refs: readonly RowRef[],
  sources: Sources,
  after: number,
  most: number = LIMITS.page,
): Promise<RowsPage> {
  const page = [...refs].reverse().slice(after, after + most);
  const facts = new Map(sources.facts.map((fact) => [fact._id, fact]));
  const shown = page.flatMap((ref) => (ref.of === 'fact' ? (facts.get(ref.id) ?? []) : []));
  const requestOf = ({ of, id }: RowRef): string | undefined => {
    if (of === 'request') return id;
    const fact = of === 'fact' ? facts.get(id) : undefined;
    const source = fact && readSource(fact);
    return source?.kind === 'request' ? source.id : undefined;
  };
  const [events, known] = await Promise.all([
    readEvents(call.township, shown),
    readKnownIds(call, [...new Set(page.flatMap((ref) => requestOf(ref) ?? []))]),
  ]);
  const rows = page
    .filter((ref) => {
      const request = requestOf(ref);
      return request === undefined || known.has(request);
    })
    .map((ref) => toSlotRow(ref, { ...sources, events }, facts));
  const next = after + page.length;
  return { rows, total: refs.length, ...(next < refs.length && { next }) };
}
