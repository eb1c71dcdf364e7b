/** What the doors of the roster's actions accept. */
import * as v from 'valibot';
import { SEAT_PATTERN } from '../../../miniprogram/contract/limits';
import type { Input } from '../../../miniprogram/contract/wire';
import { id, inParts, localDate, partAfter, township, words } from '../../shared/schemas';

/** Longest reason of a chief who overrules the days of notice (characters). */
const REASON = 200;
/** Years of the roster; a slip of the finger is refused, not stored. */
const year = v.pipe(v.number(), v.integer(), v.minValue(2020), v.maxValue(2099));
const ofYear = { township, year };
const seat = v.pipe(v.string(), v.regex(SEAT_PATTERN));
const swap = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d_[a-z][a-z0-9]{0,7}-(am|pm)-[1-9]$/));
const rev = v.pipe(v.number(), v.integer(), v.minValue(0));

const part = v.picklist(['coming', 'past', 'people']);
type Of<A extends keyof typeof named> = v.GenericSchema<unknown, Input<'reception', A>>;

const named = {
  roster: v.strictObject({
    ...ofYear,
    of: v.exactOptional(part),
    after: v.exactOptional(partAfter),
  }),
  proposeRoster: v.strictObject({ ...ofYear, from: localDate, of: v.exactOptional(part) }),
  editSeat: v.strictObject({ ...ofYear, date: localDate, seat, person: v.exactOptional(id), rev }),
  setAbsence: v.strictObject({
    ...ofYear,
    person: id,
    from: localDate,
    to: localDate,
    undo: v.exactOptional(v.literal(true)),
  }),
  publishDay: v.strictObject({ ...ofYear, date: localDate, words: v.exactOptional(words(REASON)) }),
  publishRest: v.strictObject(ofYear),
  withdrawDay: v.strictObject({ ...ofYear, date: localDate }),
  askSwap: v.strictObject({
    ...ofYear,
    date: localDate,
    seat,
    to: v.exactOptional(id),
    undo: v.exactOptional(v.literal(true)),
  }),
  answerSwap: v.strictObject({ ...ofYear, swap, accept: v.boolean() }),
  myDuties: v.strictObject({ township, ...inParts }),
  calendarYear: v.strictObject({ ...ofYear, ...inParts }),
};

export const rosterInputs: { readonly [A in keyof typeof named]: Of<A> } = named;
