/**
 * Who may not know of a request follows the directory (shared/visibility.ts): a deputy who is elected for a village
 * later is kept from what its people did not want their deputies to see, and whoever has such a request hands it over.
 */
import { put } from '../../shared/conditions';
import type { Consumer } from '../../shared/outbox';
import { hiddenFrom } from '../../shared/visibility';
import { ownerGoneStep, type Known } from '../life/rules/plan-clock';
import type { RequestDocument } from '../rules/request-document';
import { adjustRequest, readDirectoryNow, readVillageHidden, writeStep } from '../store';

const PAGE = 50;

async function bringInLine(request: RequestDocument, known: Known, now: number): Promise<void> {
  const hidden = hiddenFrom(request, known.directory);
  const { township, _id, rev, open, owner, state } = request;
  const differs = hidden.join() !== request.hidden.join();
  if (differs && !(await adjustRequest(township, _id, { rev }, { hidden: put(hidden) })))
    throw new Error('it changed meanwhile; the relay tries again');
  if (!open || !hidden.includes(owner.person)) return;
  const current = { ...request, hidden, rev: differs ? rev + 1 : rev };
  const step = ownerGoneStep(current, known, now);
  const meta = { ...step, from: state, now, key: `kept-${String(current.rev)}` };
  if (!(await writeStep(current, step.plan, meta))) throw new Error('it changed meanwhile');
}

/** What moves deputies or villages; other names change nothing. */
const KINDS: ReadonlySet<unknown> = new Set([undefined, 'person', 'term', 'constituency']);

/**
 * For people-changed, names-changed and villages-merged: the directory as it is now, a page of fifty a call, and a
 * write for each that differs.
 */
export const onPeopleChanged: Consumer = async ({ township, about }, now) => {
  if (!KINDS.has(about['kind'])) return;
  const known = await readDirectoryNow(township, now);
  if (!known) return;
  for (let after = ''; ;) {
    const page = await readVillageHidden(township, after, PAGE);
    for (const request of page) await bringInLine(request, known, now);
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    after = last.seq;
  }
};
