/**
 * What a villager is told of the life of a request: for each state who has it, within how many working days, and what
 * the person who asked can press. From the table's rows; what a row leaves to its plan is said below, and a test
 * holds both against the plans.
 */
import type { OwnerKind } from '../../../../miniprogram/contract/request';
import type { RequestAct, RequestState } from '../../../../miniprogram/contract/request-life';
import type { GuideRow } from '../../../../miniprogram/contract/request-lists';
import { STATES } from '../../../../miniprogram/contract/labels';
import type { Settings } from '../../../registry/directory/rules/settings';
import { BIRTH, LIFE_CYCLE, type Deadline, type LifeStep } from './life-cycle';

interface Wait {
  owner: OwnerKind;
  due: Deadline;
}

/** States whose owner or date a plan decides (plan-handling.ts, choose-owner.ts); `said`: a day that somebody names. */
const PLANNED: Partial<Readonly<Record<RequestState, Wait>>> = {
  [BIRTH.to]: { owner: 'deputy', due: BIRTH.due },
  contacting: { owner: 'deputy', due: BIRTH.due },
  visiting: { owner: 'deputy', due: 'said' },
  'passed-up': { owner: 'office', due: LIFE_CYCLE.passUp.due },
  accepted: { owner: 'unit', due: LIFE_CYCLE.assign.due },
  face: { owner: 'deputy', due: LIFE_CYCLE.disagree.due },
  replied: { owner: 'office', due: { setting: 'deliverDays' } },
  promised: { owner: 'unit', due: 'said' },
  confirming: { owner: 'office', due: LIFE_CYCLE.explain.due },
  escalated: { owner: 'presidium', due: { setting: 'redoDays' } },
};

const rows = Object.entries(LIFE_CYCLE) as [RequestAct, LifeStep][];

function waitIn(state: RequestState): Wait | undefined {
  const said = PLANNED[state];
  if (said) return said;
  const row = rows.find(([, { to }]) => to === state)?.[1];
  return row && row.owner !== 'kept' && row.owner !== 'planned'
    ? { owner: row.owner, due: row.due }
    : undefined;
}

function pressedIn(state: RequestState): RequestAct[] {
  return rows
    .filter(([, { from, who }]) => who.includes('asker') && from.includes(state))
    .map(([act]) => act);
}

export function lifeGuide(settings: Settings): GuideRow[] {
  return (Object.keys(STATES) as RequestState[]).map((state) => {
    const wait = waitIn(state);
    const days = wait && typeof wait.due !== 'string' ? settings[wait.due.setting] : undefined;
    return {
      state,
      acts: pressedIn(state),
      ...(wait && { owner: wait.owner }),
      ...(days !== undefined && { days }),
    };
  });
}
