/** Acts under their headings, in the order in which the headings first come; none where no act names one. */
import type { PanelAct } from '../../contract/shapes';

export function partsOf(acts: readonly PanelAct[]): { heading: string; acts: PanelAct[] }[] {
  const named = acts.filter(({ under }) => under !== undefined);
  const headings = [...new Set(named.map(({ under = '' }) => under))];
  return headings.map((heading) => ({ heading, acts: named.filter(({ under }) => under === heading) }));
}
