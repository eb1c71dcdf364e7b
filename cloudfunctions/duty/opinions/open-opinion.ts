/** An opinion for its reader: words decrypted, with what the reader may do now. */
import type { Opinion } from '../../../miniprogram/contract/duty';
import { toLocalDate } from '../../shared/china-time';
import { legalActs } from '../../shared/life/rules/table';
import type { Admitted, Call } from '../../shared/serve';
import type { StoredOpinion } from '../activities/rules/activity-document';
import { openOpinionWords } from '../activities/store';
import { toOpinion } from '../activities/rules/activity-view';
import { OPINION_LIFE, type OpinionCaller } from './rules/life-cycle';

export function toCaller({ role, unit }: Admitted): OpinionCaller {
  return unit === undefined ? { role } : { role, unit };
}

export function opinionCallers({ admitted }: Pick<Call, 'admitted'>): OpinionCaller[] {
  return admitted ? [toCaller(admitted)] : [];
}

export function openOpinion(
  id: string,
  stored: StoredOpinion,
  call: Pick<Call, 'admitted' | 'now'>,
  callers: readonly OpinionCaller[] = opinionCallers(call),
): Opinion {
  const acts = legalActs(OPINION_LIFE, stored, callers, toLocalDate(call.now));
  return toOpinion(id, stored, Object.assign(openOpinionWords(stored), { acts }));
}
