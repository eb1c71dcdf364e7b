/** What becomes of an opinion by a step: the row gives state and date, the plan what is said. */
import type { OpinionStep } from '../../../../miniprogram/contract/opinion';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import { fixedBy } from '../../../shared/life/rules/table';
import type { StoredOpinion } from '../../activities/rules/activity-document';
import { OPINION_LIFE, type OpinionSetting } from './life-cycle';

interface Context {
  today: LocalDate;
  after: (setting: OpinionSetting) => LocalDate;
  seal: (words: string) => string;
  /** Person, else account; `meeting` where the body decided. */
  by: string;
}

function said(step: OpinionStep, { today, after, seal, by }: Context): Partial<StoredOpinion> {
  switch (step.act) {
    case 'answer':
      return { answer: seal(step.words), answeredOn: today };
    case 'return':
      return { returned: seal(step.words) };
    case 'reassign':
      return { unit: step.unit, returnBy: after('unitReturnDays') };
    case 'urge':
      return { urgedOn: today };
    case 'follow':
      return { followed: seal(step.words) };
    case 'redo':
      return { followed: seal(step.words), redone: true };
    case 'proposeKey':
      return { key: { state: 'proposed', by } };
    case 'supervise':
      return { key: { state: 'decided', by } };
    case 'declineKey':
    case 'endSupervise':
    case 'accept':
      return {};
  }
}

export function afterStep(before: StoredOpinion, step: OpinionStep, context: Context): StoredOpinion {
  const { to, due } = fixedBy(OPINION_LIFE.table[step.act], context.today, context.after);
  const { key, ...kept } = before;
  const ends = step.act === 'declineKey' || step.act === 'endSupervise';
  return {
    ...kept,
    ...(key && !ends && { key }),
    ...said(step, context),
    state: to ?? before.state,
    due: due ?? before.due,
  };
}
