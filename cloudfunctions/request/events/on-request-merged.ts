/**
 * A request was merged into an older one: the older one takes it among its companions, or, where it is over by now,
 * the merged one goes back to where it was. The truth is what the merged one says now.
 */
import { LIMITS } from '../../../miniprogram/contract/limits';
import { add, absent, below, drop, put } from '../../shared/conditions';
import { recordAct, type Consumer } from '../../shared/outbox';
import { companionStep, sendBackStep } from '../life/rules/plan-clock';
import type { RequestDocument } from '../rules/request-document';
import { adjustRequest, readRequest, recallDirectory, writeStep } from '../store';

/** Merged into one that was merged itself, and so on: further is not followed. */
const STEPS = 5;

function fieldOf(id: string): string {
  return `joined.r${id.slice(id.indexOf('~') + 1)}`;
}

/** The one at the end of the way: what was merged into an older one follows it there. */
async function findTarget(township: string, id: string): Promise<RequestDocument | undefined> {
  let target = await readRequest(township, id);
  for (let n = 0; n < STEPS && target?.state === 'merged' && target.mergedInto !== undefined; n++)
    target = await readRequest(township, target.mergedInto);
  return target;
}

async function join(source: RequestDocument, target: RequestDocument, now: number): Promise<boolean> {
  const { _id, account, openid } = source;
  const field = fieldOf(_id);
  return adjustRequest(
    target.township,
    target._id,
    { open: true, [field]: absent, joinedCount: below(LIMITS.joined) },
    {
      [field]: put({ account, openid, request: _id }),
      joinedCount: add(1),
      ...recordAct({
        at: now,
        by: 'system',
        act: 'join',
        of: _id,
        from: '',
        to: '',
        key: `join-${_id}`,
        event: 'request-joined',
        about: { request: target._id, joined: _id },
      }),
    },
  );
}

/** For request-merged. */
export const onRequestMerged: Consumer = async ({ id, township, document }, now) => {
  const source = await readRequest(township, document);
  if (source?.state !== 'merged' || source.mergedInto === undefined) return;
  const [target, known] = await Promise.all([
    findTarget(township, source.mergedInto),
    recallDirectory(township, now),
  ]);
  if (!known) throw new Error('no such township');
  if (target && Object.hasOwn(target.joined ?? {}, fieldOf(document).slice(7))) return;
  if (target?.open && (await join(source, target, now))) return;
  // Over, full, or gone meanwhile: read anew by the next try where it only raced.
  const latest = target && (await readRequest(township, target._id));
  if (latest && Object.hasOwn(latest.joined ?? {}, fieldOf(document).slice(7))) return;
  const step = sendBackStep(source, known, now);
  await writeStep(source, step.plan, { ...step, from: 'merged', now, key: `back-${id}` });
};

/** For request-unmerged: it is no companion any more. */
export const onRequestUnmerged: Consumer = async ({ township, document, about }) => {
  const [source, target] = await Promise.all([
    readRequest(township, document),
    findTarget(township, String(about['into'])),
  ]);
  if (!target || source?.state === 'merged') return;
  const field = fieldOf(document);
  if (!Object.hasOwn(target.joined ?? {}, field.slice(7))) return;
  await adjustRequest(township, target._id, { rev: target.rev }, { [field]: drop, joinedCount: add(-1) });
};

/** For answers and ends of a request: everyone who joined it is answered, and ends, with it. */
export const onRequestAnswered: Consumer = async ({ id, township, document }, now) => {
  const [target, known] = await Promise.all([
    readRequest(township, document),
    recallDirectory(township, now),
  ]);
  if (!target || !known) return;
  for (const { request } of Object.values(target.joined ?? {})) {
    const source = request === undefined ? undefined : await readRequest(township, request);
    if (source?.state !== 'merged') continue;
    const step = companionStep(source, target, known, now);
    if (!step) continue;
    const written = await writeStep(source, step.plan, {
      ...step,
      from: 'merged',
      now,
      key: `with-${id.slice(-40)}`,
    });
    if (!written) throw new Error('it changed meanwhile; the relay tries again');
  }
};
