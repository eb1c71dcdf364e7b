import type { BuiltIn, BuiltInNode } from './define';

/** glass-easel's place for classes that come and go over the template's own. */
const TEMPORARY_SEGMENT = 3;

const innermost = { touch: null as Event | null };

/** The official hover properties of view, button and navigator; times in ms. */
export function hoverProperties(
  start: number,
  stay: number,
  name = 'none',
): NonNullable<BuiltIn['properties']> {
  return { hoverClass: name, hoverStopPropagation: false, hoverStartTime: start, hoverStayTime: stay };
}

/** Gives the node its hover class while a finger rests on it. */
export function listenForHover(node: BuiltInNode): void {
  let timer = 0;
  const set = (on: boolean, delayMs: number): void => {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      const name = node.data['hoverClass'] as string;
      for (const one of name.split(/\s+/).filter(Boolean)) node.classList?.toggle(one, on, TEMPORARY_SEGMENT);
    }, delayMs);
  };
  node.addListener('touchstart', (event) => {
    const name = node.data['hoverClass'];
    const touch = event.getOriginalEvent() as Event;
    if (name === 'none' || node.data['disabled'] === true || innermost.touch === touch) return;
    if (node.data['hoverStopPropagation'] === true) innermost.touch = touch;
    set(true, node.data['hoverStartTime'] as number);
  });
  for (const type of ['touchend', 'touchcancel']) {
    node.addListener(type, () => {
      if (node.data['hoverClass'] !== 'none') set(false, node.data['hoverStayTime'] as number);
    });
  }
}
