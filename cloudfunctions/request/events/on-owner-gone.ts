/**
 * Open requests of whoever can no longer have any: the term ended, the grant was revoked, the account was given up.
 * They go on with somebody else (mission, «People and roles»). Somebody who is away for a while keeps theirs; the
 * leader may hand them over.
 */
import type { Instant } from '../../../miniprogram/contract/wire';
import { toLocalDate } from '../../shared/china-time';
import type { Consumer } from '../../shared/outbox';
import { listOwners } from '../routing/rules/choose-owner';
import { ownerGoneStep } from '../life/rules/plan-clock';
import { countOpenByOwner, readOpenOf, readDirectoryNow, recallDirectory, writeStep } from '../store';

/** Requests of one person handed over in one run; the next run does the rest. */
const AT_ONCE = 50;

type Known = NonNullable<Awaited<ReturnType<typeof recallDirectory>>>;

async function handOverAll(township: string, person: string, known: Known, now: Instant): Promise<number> {
  let done = 0;
  for (const request of await readOpenOf(township, person, AT_ONCE)) {
    const step = ownerGoneStep(request, known, now);
    const meta = { ...step, from: request.state, now, key: `${step.act}-${String(request.rev)}` };
    if (await writeStep(request, step.plan, meta)) done++;
  }
  return done;
}

/**
 * By the directory that `read` answers. One call (two while that is not fresh); for each person who is gone one read, and
 * a write a request.
 */
export async function handOverGone(township: string, now: Instant, read = recallDirectory): Promise<number> {
  const known = await read(township, now);
  if (!known) return 0;
  const able = listOwners(known.directory.people, toLocalDate(now));
  const owners = [...(await countOpenByOwner(township)).keys()];
  let done = 0;
  for (const person of owners) {
    if (person !== '' && !able.has(person)) done += await handOverAll(township, person, known, now);
  }
  return done;
}

/** For people-changed and invitation-revoked: what this instance remembers of the directory may be older than they are. */
export const onOwnerGone: Consumer = async ({ township }, now) => {
  await handOverGone(township, now, readDirectoryNow);
};
