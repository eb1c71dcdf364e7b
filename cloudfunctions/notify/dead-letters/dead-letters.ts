/** Dead letters: events that their consumers refused ten times. The office may have them tried again. */
import type { Instant } from '../../../miniprogram/contract/wire';
import { above, add, below, put, type Where } from '../../shared/conditions';
import { changeOne, readAcross, readPage, removeOne } from '../../shared/database';
import { logFault } from '../../shared/serve';
import { consumersOf } from '../relay/consumers';
import { DEAD_LETTERS, type DeadLetter } from '../store';

/** Newest first; `after` is the `seq` of the last one seen. */
export function readDeadLetters(township: string, limit: number, after?: string): Promise<DeadLetter[]> {
  const where: Where = { seq: after === undefined ? above('') : below(after) };
  return readPage<DeadLetter>(DEAD_LETTERS, township, { where, order: [['seq', 'desc']], limit });
}

/** False when it is gone, or waits already. */
export function requeueDeadLetter(township: string, id: string, now: Instant): Promise<boolean> {
  return changeOne(DEAD_LETTERS, township, id, { nextAt: 0 }, { nextAt: put(now) });
}

const LETTERS_AT_ONCE = 20;

async function deliver(letter: DeadLetter, now: Instant): Promise<void> {
  const { township, _id, collection, document, id, event, about, at, nextAt } = letter;
  if (!(await changeOne(DEAD_LETTERS, township, _id, { nextAt }, { nextAt: put(0), attempts: add(1) })))
    return;
  try {
    const delivered = { township, collection, document, id, event, about, at };
    for (const consume of consumersOf(event)) await consume(delivered, now);
    await removeOne(DEAD_LETTERS, township, _id);
  } catch (error) {
    logFault('notify', 'letter', error);
  }
}

/** One call where none waits. Letters that fail once more lie down again. */
export async function retryDeadLetters(townships: readonly string[], now: Instant): Promise<number> {
  const found = await readAcross<DeadLetter>(DEAD_LETTERS, townships, {
    where: { nextAt: above(0) },
    order: [['nextAt', 'asc']],
    limit: LETTERS_AT_ONCE,
  });
  const due = found.filter(({ nextAt }) => nextAt <= now);
  for (const letter of due) await deliver(letter, now);
  return due.length;
}
