/** One request as the deputy or leader who has it, or follows it, sees it. */
import type { PanelAct } from '../../contract/shapes';
import type { RequestSheet } from '../../components/request-sheet/request-sheet';
import type { Places } from '../../contract/registry';
import { mainActOf } from '../../contract/request-main-act';
import type { RequestView } from '../../contract/request';
import type { StepInput } from '../../contract/request-life';
import type { TemplateKey } from '../../contract/templates';
import type { LocalDate } from '../../contract/wire';
import { toPanelActs } from '../../view/acts';
import { toRequestWords } from '../../view/request-sheet';

/** Asked along with each act: answers and returns, and what is on the eve. */
export const REMIND_ABOUT: readonly TemplateKey[] = ['task', 'reminder'];

export interface RequestScreen {
  request: RequestSheet;
  acts: readonly PanelAct[];
  rev: string;
}

export function toRequestScreen(view: RequestView, places: Places | null, today: LocalDate): RequestScreen {
  const group = view.owner.group ?? places?.groups.find(({ name }) => name === view.owner.groupName)?.id;
  return {
    request: toRequestWords(view, today),
    acts: toPanelActs(view.acts, {
      places: places ?? undefined,
      group,
      today,
      main: mainActOf(view) ?? null,
    }),
    rev: String(view.rev),
  };
}

/** What the deputy reads after a step. */
export function sayDone({ act }: StepInput): string {
  if (act === 'take') return '记下了。反映的人能看到您来联系。';
  if (act === 'propose') return '已经提请，由人大办决定交给谁办。';
  if (act === 'handOver') return '已经转交，由新的代表来联系。';
  return '记下了，反映的人也能看到。';
}
