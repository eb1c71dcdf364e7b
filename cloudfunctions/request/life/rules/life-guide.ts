/**
 * What a villager is told of the life of a request: for each state who has it, within how many working days, and what
 * the person who asked can press. From the table's rows; what a row leaves to its plan is said below, and a test
 * holds both against the plans.
 */
import type { OwnerKind } from '../../../../miniprogram/contract/request';
import type { RequestState } from '../../../../miniprogram/contract/request-life';
import type { GuideRow } from '../../../../miniprogram/contract/request-lists';
import { STATES } from '../../../../miniprogram/contract/labels';
import { guideOf, type Wait } from '../../../shared/life/rules/table';
import type { Settings } from '../../../registry/directory/rules/settings';
import { BIRTH, LIFE_CYCLE, type NumberSetting } from './life-cycle';

/** States whose owner or date a plan decides (plan-readings.ts, choose-owner.ts); `said`: a day that somebody names. */
const PLANNED: Partial<Readonly<Record<RequestState, Wait<OwnerKind, NumberSetting>>>> = {
  entrusted: { owner: 'unit', due: { setting: 'assignDays' } },
  [BIRTH.to]: { owner: 'deputy', due: BIRTH.due },
  contacting: { owner: 'deputy', due: BIRTH.due },
  visiting: { owner: 'deputy', due: 'said' },
  'passed-up': { owner: 'office', due: LIFE_CYCLE.passUp.due },
  accepted: { owner: 'unit', due: LIFE_CYCLE.nameUnit.due },
  face: { owner: 'deputy', due: LIFE_CYCLE.disagree.due },
  replied: { owner: 'office', due: { setting: 'deliverDays' } },
  promised: { owner: 'unit', due: 'said' },
  confirming: { owner: 'office', due: { setting: 'ratingDays' } },
  escalated: { owner: 'presidium', due: { setting: 'redoDays' } },
};

export function lifeGuide(settings: Settings): GuideRow[] {
  const states = Object.keys(STATES) as RequestState[];
  return guideOf(LIFE_CYCLE, { states, reader: 'asker', planned: PLANNED, settings });
}
