/**
 * A talk became a request (转为意见): the visit says so and which. The desk's own act ends the visit; where its phone
 * died before, this does.
 */
import type { Instant, LocalDate } from '../../../miniprogram/contract/wire';
import { hashParts } from '../../shared/cipher';
import { absent, put, type Changes, type Where } from '../../shared/conditions';
import { recordAct, type Consumer } from '../../shared/outbox';
import { changeDay } from '../days/store';

interface Ending {
  where: Where;
  changes: Changes;
  from: string;
}

/** Its first request is what a visit is linked to. What may be found: still talking, ended without an outcome, ended with one that somebody chose. */
function endings(visit: string, request: string, at: Instant): Ending[] {
  const linked = { [`${visit}.r`]: put(request) };
  const opened = { ...linked, [`${visit}.o`]: put('matter') };
  const first = { [`${visit}.r`]: absent };
  const met = { ...first, [`${visit}.s`]: 'met' };
  return [
    {
      where: { ...first, [`${visit}.s`]: 'talking' },
      from: 'talking',
      changes: { ...opened, [`${visit}.s`]: put('met'), [`${visit}.e`]: put(at) },
    },
    { where: { ...met, [`${visit}.o`]: absent }, changes: opened, from: 'met' },
    { where: met, changes: linked, from: 'met' },
  ];
}

/** For request-submitted: one write, at most three; none where the request came from no visit. */
export const onRequestSubmitted: Consumer = async ({ id, township, about, at }) => {
  const { place, booking } = about;
  if (typeof place !== 'string' || typeof booking !== 'string') return;
  const date: LocalDate = String(about['date']);
  const request = String(about['request']);
  for (const { where, changes, from } of endings(`visits.${place}`, request, at)) {
    const record = recordAct({
      at,
      by: 'system',
      act: 'visit',
      of: booking,
      from,
      to: 'met',
      key: hashParts(['event', id]),
      event: 'visit-changed',
      about: { date, booking, place, from, to: 'met', request },
    });
    if (await changeDay(township, date, { [`place.${place}`]: booking, ...where }, { ...changes, ...record }))
      return;
  }
};
