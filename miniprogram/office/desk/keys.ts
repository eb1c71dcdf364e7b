/** What a key of the PC does at the desk. */
import type { Outcome } from '../../contract/desk';
import { OUTCOMES } from '../../contract/desk';
import type { VisitView } from './visit';

export type KeyAct =
  | { act: 'choose'; by: 1 | -1 }
  | { act: 'next' }
  | { act: 'finish'; outcome: Outcome }
  | { act: 'find' }
  | { act: 'walk-in' }
  | { act: 'close' };

export function readKey(key: string, visit: VisitView | null): KeyAct | undefined {
  if (key === 'ArrowDown') return { act: 'choose', by: 1 };
  if (key === 'ArrowUp') return { act: 'choose', by: -1 };
  if (key === '/') return { act: 'find' };
  if (key === 'n') return { act: 'walk-in' };
  if (key === 'Escape') return { act: 'close' };
  if (!visit || visit.hold) return undefined;
  if (key === 'Enter' && visit.main) return { act: 'next' };
  const outcome = visit.finish ? OUTCOMES[Number(key) - 1] : undefined;
  return outcome && { act: 'finish', outcome };
}
