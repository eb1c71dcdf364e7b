import type { VisitState } from '../../../miniprogram/contract/desk';
import type { Answer, Input } from '../../../miniprogram/contract/wire';
import { encryptField } from '../../shared/cipher';
import { absent, append, drop, exists, not, put, type Changes, type Where } from '../../shared/conditions';
import { replay } from '../../shared/act';
import { ok, refuse } from '../../shared/errors';
import { recordAct } from '../../shared/outbox';
import type { Action, Call } from '../../shared/serve';
import { actorOf } from '../../shared/act';
import { holdsOffice, isOffice } from './desk-rights';
import { deskInputs } from './schemas';
import type { DeskDay } from '../days/rules/day-document';
import { isBackEntry } from './rules/late-entry';
import { parsePlace } from '../days/rules/place-id';
import { isStep, stateOf, visitAfter } from './rules/visits';
import { refuseLate } from './late-rights';
import { findSeen, markOf } from './seen-acts';
import { changeDay, readDay } from '../days/store';

type StepInput = Input<'reception', 'setVisit'>;
interface Done {
  booking: string;
  state: VisitState;
}

/** Last acts on one visit that are told from repetitions: a desk rarely goes to and fro more than once. */
const SEEN = 8;
/** Another desk may step there and back between the write and the read. */
const ROUNDS = 3;

function isSound({ place, from, to, seat, outcome, words }: StepInput): boolean {
  const { home, half } = parsePlace(place);
  const fits = seat === undefined || seat.startsWith(`${home}-${half}-`);
  return fits && isStep(from, to) && (to === 'met' || (outcome === undefined && words === undefined));
}

function conditionsOf(call: Call, input: StepInput, office: boolean): Where {
  const { booking, place, from, seat } = input;
  const person = call.admitted?.person ?? '';
  return {
    [`place.${place}`]: booking,
    [`visits.${place}.s`]: from === 'booked' ? absent : from,
    [`seen.${place}.k`]: not(markOf(call).k),
    ...(seat !== undefined &&
      (office ? { [`seats.${seat}`]: exists } : { [`seats.${seat}.person`]: person })),
  };
}

function changesOf(call: Call, input: StepInput): Changes {
  const { date, booking, place, from, to, seat, outcome, words, reason } = input;
  const now = isBackEntry(date, call.now) ? null : call.now;
  const visit = `visits.${place}`;
  const after = to === 'booked' ? {} : visitAfter({ from, to, now, outcome, seat });
  const fields = Object.entries(after).map(([field, value]) => [
    `${visit}.${field}`,
    value === null ? drop : put(value),
  ]);
  return {
    ...(to === 'booked' ? { [visit]: drop } : (Object.fromEntries(fields) as Changes)),
    ...(words !== undefined && { [`words.${place}`]: put(encryptField(words)) }),
    [`seen.${place}`]: append([markOf(call)], SEEN),
    ...recordAct({
      at: call.now,
      by: actorOf(call),
      act: 'visit',
      of: booking,
      from,
      to,
      key: call.key,
      ...(reason !== undefined && { words: reason }),
      event: 'visit-changed',
      about: { date, booking, place, from, to },
    }),
  };
}

/** `seat`: the seat that was named is not the caller's; undefined: nothing stands in the way any more. */
function explain(call: Call, input: StepInput, office: boolean, day: DeskDay | undefined) {
  const { booking, place, from, seat } = input;
  if (day?.state !== 'published') return refuse('not-published');
  const receiver = seat === undefined ? undefined : day.seats[seat];
  if (seat !== undefined && office && !receiver) return refuse('bad-input', { field: 'seat' });
  if (seat !== undefined && !office && receiver?.person !== call.admitted?.person) return 'seat';
  if (day.place[place] !== booking) return refuse('booking-changed');
  const state = stateOf(day, place);
  return state === from ? undefined : refuse('visit-changed', { state });
}

/**
 * One call after admit; refused two. After the day late-rights.ts reads once more. Whoever is not of the office names the own seat, in the home of the visitor.
 * Refusals in this order: bad-input, not-today, entry-over, office-only, not-allowed; key-reused, not-published, booking-changed,
 * visit-changed; busy.
 */
async function run(call: Call, input: StepInput): Promise<Answer<Done>> {
  const { township, date, booking, place, to } = input;
  if (!isSound(input)) return refuse('bad-input', { field: 'to' });
  const late = await refuseLate(call, input);
  if (late) return late;
  let office = isOffice(call) || (input.seat === undefined && (await holdsOffice(call)));
  if (!office && input.seat === undefined) return refuse('not-allowed');
  for (let round = 0; round < ROUNDS; round++) {
    if (await changeDay(township, date, conditionsOf(call, input, office), changesOf(call, input)))
      return ok({ booking, state: to });
    const fields = ['state', 'seats', `place.${place}`, `visits.${place}`, `seen.${place}`];
    const day = await readDay(township, date, fields);
    const before = replay(call, findSeen(call, day?.seen?.[place], { booking, state: to }));
    if (before) return before;
    const why = explain(call, input, office, day);
    if (why === 'seat') {
      if (!(await holdsOffice(call))) return refuse('not-allowed');
      office = true;
    } else if (why) return why;
  }
  return refuse('busy');
}

export const setVisit: Action<StepInput, Done> = { write: true, input: deskInputs.setVisit, run };
