/**
 * A request was merged into an older one: the one at the end of the way takes it among its companions with all that
 * were merged into it before; where that one is over by now, it goes back to where it was. The truth is what each
 * merged one says now, so that the order in which merges and events come does not matter.
 */
import { LIMITS } from '../../../miniprogram/contract/limits';
import { add, absent, below, drop, exists, put } from '../../shared/conditions';
import { recordAct, type Consumer } from '../../shared/outbox';
import { companionStep, sendBackStep } from '../life/rules/plan-clock';
import type { Companion, RequestDocument } from '../rules/request-document';
import { adjustRequest, readRequest, readRequests, recallDirectory, writeStep } from '../store';

/** Only into older ones: a way has an end. Further than any that people made is not followed. */
const STEPS = 20;

function nameOf(id: string): string {
  return `r${id.slice(id.indexOf('~') + 1)}`;
}

/** What it was merged into, and what that was merged into, to the end; none where it is not merged. */
async function readWay({ township, state, mergedInto }: RequestDocument): Promise<RequestDocument[]> {
  const way: RequestDocument[] = [];
  let next = state === 'merged' ? mergedInto : undefined;
  while (next !== undefined && way.length < STEPS) {
    const found = await readRequest(township, next);
    if (!found) break;
    way.push(found);
    next = found.state === 'merged' ? found.mergedInto : undefined;
  }
  return way;
}

/** The one at the end of the way: what was merged into an older one follows it there. */
async function findTarget(township: string, id: string): Promise<RequestDocument | undefined> {
  const first = await readRequest(township, id);
  return first && ((await readWay(first)).at(-1) ?? first);
}

/** Taken out and merged elsewhere since, where somebody is still at work: it may stand here for a while yet. */
async function hangsElsewhere(one: RequestDocument, host: string): Promise<boolean> {
  if (one.mergedInto === host) return false;
  const way = await readWay(one);
  return way.at(-1)?.open === true && !way.some(({ _id }) => _id === host);
}

/** One write; false: it is there already, or the target is over or full. */
async function join(
  name: string,
  companion: Companion,
  target: RequestDocument,
  now: number,
): Promise<boolean> {
  const field = `joined.${name}`;
  return adjustRequest(
    target.township,
    target._id,
    { open: true, [field]: absent, joinedCount: below(LIMITS.joined) },
    {
      [field]: put(companion),
      joinedCount: add(1),
      ...recordAct({
        at: now,
        by: 'system',
        act: 'join',
        of: companion.request ?? name,
        from: '',
        to: '',
        key: `join-${name}`,
        event: 'request-joined',
        about: { request: target._id, ...(companion.request !== undefined && { joined: companion.request }) },
      }),
    },
  );
}

function toCompanion({ _id, account, openid }: RequestDocument): Companion {
  return { account, openid, request: _id };
}

async function leave(
  name: string,
  { township, _id }: Pick<RequestDocument, 'township' | '_id'>,
): Promise<void> {
  const field = `joined.${name}`;
  await adjustRequest(township, _id, { [field]: exists }, { [field]: drop, joinedCount: add(-1) });
}

/**
 * Whoever came with it comes along; they stay beside it too, for the day on which it is taken out again. Who said
 * «我也反映» of it is told of it, not of the target as well.
 */
async function bringAlong(source: RequestDocument, target: RequestDocument, now: number): Promise<void> {
  for (const [name, companion] of Object.entries(source.joined ?? {})) {
    const { request, via = source._id } = companion;
    await join(name, request === undefined ? { ...companion, via } : companion, target, now);
  }
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
  const name = nameOf(document);
  const isThere = (one: RequestDocument | undefined) => Object.hasOwn(one?.joined ?? {}, name);
  if (target?.open && !isThere(target)) await join(name, toCompanion(source), target, now);
  // Over, full, or gone meanwhile: read anew, since it may only have raced.
  const latest = target && (await readRequest(township, target._id));
  if (latest?.open && isThere(latest)) {
    await bringAlong(source, latest, now);
    return;
  }
  if (latest?.state === 'merged') throw new Error('it was merged itself meanwhile; the relay tries again');
  if (isThere(latest)) return;
  const step = sendBackStep(source, known, now);
  await writeStep(source, step.plan, { ...step, from: 'merged', now, key: `back-${id}` });
};

/** Whoever stands beside this one and does not come by it any more goes to where the own way ends by now. */
async function sortOut(host: RequestDocument, source: RequestDocument, now: number): Promise<void> {
  const ids = Object.values(host.joined ?? {}).flatMap(({ request }) => request ?? []);
  const companions = ids.length === 0 ? [] : await readRequests(host.township, ids);
  const merged = companions.filter(({ _id, state }) => state === 'merged' && _id !== source._id);
  for (const one of [source, ...merged]) {
    const way = await readWay(one);
    if (way.some(({ _id }) => _id === host._id)) continue;
    const end = way.at(-1);
    if (end) await join(nameOf(one._id), toCompanion(one), end, now);
    await leave(nameOf(one._id), host);
  }
}

/** Who said it of what was merged goes to where its way ends by now. */
async function followWays({ joined = {}, ...target }: RequestDocument, now: number): Promise<void> {
  for (const [name, companion] of Object.entries(joined)) {
    const { via } = companion;
    const end = via === undefined ? undefined : await findTarget(target.township, via);
    if (via === undefined || end?._id === target._id) continue;
    if (end?.open && end._id !== via) await join(name, companion, end, now);
    await leave(name, target);
  }
}

/** For request-unmerged: beside what it was merged into, and beside the end of that one's way, stand whoever hang on them now. */
export const onRequestUnmerged: Consumer = async ({ township, document, about }, now) => {
  const [source, into] = await Promise.all([
    readRequest(township, document),
    readRequest(township, String(about['into'])),
  ]);
  if (!source || !into) return;
  for (const host of [into, ...(await readWay(into))]) {
    await sortOut(host, source, now);
    await followWays(host, now);
  }
};

/** Those that came by way of another companion are its companions: it is sent back first, and they follow it. */
function directFirst(companions: readonly RequestDocument[], target: string): RequestDocument[] {
  const isDirect = ({ mergedInto }: RequestDocument) => mergedInto === target;
  return [...companions.filter(isDirect), ...companions.filter((one) => !isDirect(one))];
}

/** For answers and ends of a request: everyone who joined it is answered, and ends, with it. */
export const onRequestAnswered: Consumer = async ({ id, township, document }, now) => {
  const [target, known] = await Promise.all([
    readRequest(township, document),
    recallDirectory(township, now),
  ]);
  if (!target || !known) return;
  const ids = Object.values(target.joined ?? {}).flatMap(({ request }) => request ?? []);
  const companions = ids.length === 0 ? [] : await readRequests(township, ids);
  for (const source of directFirst(companions, document)) {
    if (source.state !== 'merged' || (await hangsElsewhere(source, document))) continue;
    const step = await stepFor(source, target, known, now);
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

type Known = NonNullable<Awaited<ReturnType<typeof recallDirectory>>>;

/** What was withdrawn takes nobody along: whoever came with another one stays with that one. */
async function stepFor(source: RequestDocument, target: RequestDocument, known: Known, now: number) {
  const isOver = target.state === 'withdrawn' && source.mergedInto !== target._id;
  const end =
    isOver && source.mergedInto !== undefined && (await findTarget(target.township, source.mergedInto));
  if (!end || end._id === target._id) return companionStep(source, target, known, now);
  if (end.open) await join(nameOf(source._id), toCompanion(source), end, now);
  return undefined;
}
