/** A request in such a state that a step of the table is legal for whoever may. */
import { LIFE_CYCLE } from '../../../cloudfunctions/request/life/rules/life-cycle';
import type { RequestDocument } from '../../../cloudfunctions/request/rules/request-document';
import type { RequestAct } from '../../../miniprogram/contract/request-life';

const words = '写几句';
const date = '2026-12-01';

/** Of what kind the request must be for the step to be legal, by whoever may. */
export function readyFor(act: RequestAct, born: RequestDocument, older: string): RequestDocument {
  const { from, who } = LIFE_CYCLE[act];
  const at = act === 'notSolved' ? 'confirming' : from[0];
  const office = { kind: 'office', person: '', group: '' } as const;
  const unit = { kind: 'unit', person: '', group: '' } as const;
  const owner =
    from[0] === 'assigned' || from[0] === 'entrusted' || who.includes('unit') || who.includes('assistant')
      ? unit
      : who[0] === 'keeper'
        ? office
        : born.owner;
  const extras: Partial<RequestDocument> = {
    state: at ?? 'submitted',
    owner,
    lead: 'u1',
    assists: { u2: { due: date } },
    returnBy: '2030-01-01',
    reopenBy: '2030-01-01',
    rateBy: '2030-01-01',
    assigned: { at: 0, replyBy: date, longBy: '2030-01-01' },
    ...(act === 'draftReply' && { through: 'u3' }),
    ...(from[0] === 'signing' && {
      under: 'u3',
      through: 'u1',
      draft: { class: 'A' as const, words, unit: 'u3', by: 'p9', at: 0 },
    }),
    ...(act === 'callBack' && { callback: 'due' as const }),
    ...(act === 'resume' && { paused: { until: date, words, left: 2 } }),
    ...(act === 'declineKey' && { key: 'asked' as const }),
    ...(act === 'nudge' && { nudgeFrom: '2020-01-01' }),
    ...(act === 'endSupervise' && { key: true as const }),
    ...(act === 'unpublish' && { board: '1' }),
    ...(act === 'offer' && { privacy: { ...born.privacy, joinable: true } }),
    ...(act === 'publish' && { privacy: { ...born.privacy, publishable: true } }),
    ...(act.endsWith('Extension') &&
      act !== 'askExtension' && {
        extension: { until: date, words, state: 'asked' as const },
      }),
    ...(act === 'unmerge' && {
      mergedInto: older,
      before: { state: 'submitted' as const, owner: born.owner, due: date },
    }),
  };
  return { ...born, ...extras };
}
