/** What the keys of a PC do at the desk. */
import { OUTCOMES } from '../../contract/desk';
import type { Pressed } from './send';
import type { DeskSession } from './session';
import type { DeskScreen } from './view';
import type { VisitView } from './visit';

/** What is on the screen while a key is pressed. */
export interface Seen {
  screen: DeskScreen | null;
  visit: VisitView | null;
  chosen: string;
  showOver: boolean;
}

export interface Hands {
  /** The one below or above in the list. */
  move: (by: 1 | -1) => void;
  step: (pressed: Pressed) => void;
  find: () => void;
  walkIn: () => void;
  close: () => void;
}

function stepOf(key: string, visit: VisitView): Pressed | undefined {
  if (visit.hold) return undefined;
  if (key === 'Enter' && visit.main) return { to: visit.main.to, seat: '' };
  const outcome = visit.finish ? OUTCOMES[Number(key) - 1] : undefined;
  return outcome && { to: 'met', seat: '', outcome };
}

/** The page as the keys see it. */
interface DeskPage {
  data: Seen;
  desk: DeskSession | null;
  show(more: { chosen: string; walking: boolean }): void;
  take(pressed: Pressed): void;
  setData(data: { finding: boolean }): void;
  openWalkIn(): void;
  closeSide(): void;
}

export function pressOn(page: DeskPage, key: string): void {
  pressKey(key, page.data, {
    move: (by) => {
      page.show({ chosen: page.desk?.next(page.data, by) ?? '', walking: false });
    },
    step: (pressed) => {
      page.take(pressed);
    },
    find: () => {
      page.setData({ finding: true });
    },
    walkIn: () => {
      page.openWalkIn();
    },
    close: () => {
      page.closeSide();
    },
  });
}

export function pressKey(key: string, { screen, visit }: Seen, hands: Hands): void {
  if (!screen) return;
  if (key === 'ArrowDown') hands.move(1);
  else if (key === 'ArrowUp') hands.move(-1);
  else if (key === '/') hands.find();
  else if (key === 'n' && screen.walkIn) hands.walkIn();
  else if (key === 'Escape') hands.close();
  else {
    const step = visit && stepOf(key, visit);
    if (step) hands.step(step);
  }
}
