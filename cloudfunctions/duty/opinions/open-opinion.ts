/** An opinion for its reader: words decrypted, with what the reader may do now. */
import type { Opinion } from '../../../miniprogram/contract/duty';
import { toLocalDate } from '../../shared/china-time';
import { decryptField } from '../../shared/cipher';
import { legalActs } from '../../shared/life/rules/table';
import type { Admitted, Call } from '../../shared/serve';
import type { StoredOpinion } from '../activities/rules/activity-document';
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
  const { said, answer, returned, followed } = stored;
  const { site, words } = JSON.parse(decryptField(said)) as { site: string; words: string };
  return toOpinion(id, stored, {
    site,
    words,
    acts: legalActs(OPINION_LIFE, stored, callers, toLocalDate(call.now)),
    ...(answer !== undefined && { answer: decryptField(answer) }),
    ...(returned !== undefined && { returned: decryptField(returned) }),
    ...(followed !== undefined && { followed: decryptField(followed) }),
  });
}
