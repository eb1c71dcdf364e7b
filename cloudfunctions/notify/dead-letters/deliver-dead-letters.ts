/** The office may have dead letters tried again. */
import type { Instant } from '../../../miniprogram/contract/wire';
import { readClock } from '../../shared/clock';
import { logFault } from '../../shared/serve';
import { markFigures } from '../../registry/store';
import { consumersOf, leavesEvents } from '../relay/consumers';
import { readDueLetters, removeLetter, takeLetter, type DeadLetter } from './store';

const LETTERS_AT_ONCE = 20;

async function deliver(letter: DeadLetter, now: Instant): Promise<void> {
  const { township, collection, document, id, event, about, at } = letter;
  if (!(await takeLetter(letter))) return;
  try {
    const delivered = { township, collection, document, id, event, about, at };
    for (const consume of consumersOf(event)) await consume(delivered, now);
    await markFigures(township, { stirs: leavesEvents(event) });
    await removeLetter(letter);
  } catch (error) {
    logFault('notify', 'letter', error);
  }
}

/** One call where none waits. Letters that fail once more lie down again. */
export async function retryDeadLetters(
  townships: readonly string[],
  now: Instant,
  endsAt: Instant = Infinity,
): Promise<number> {
  const due = await readDueLetters(townships, now, LETTERS_AT_ONCE);
  for (const letter of due) if (readClock() < endsAt) await deliver(letter, now);
  return due.length;
}
