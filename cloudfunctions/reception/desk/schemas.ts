/** What the doors of the day's own acts accept; strict, so that unknown fields and operators are refused. */
import * as v from 'valibot';
import { OUTCOMES, VISIT_STATES, type DeskActions } from '../../../miniprogram/contract/desk';
import { LIMITS, PLACE_PATTERN, SEAT_PATTERN } from '../../../miniprogram/contract/limits';
import { readCode } from '../../../miniprogram/contract/text';
import { half, id, line, localDate, localTime, name, phone, township, words } from '../../shared/schemas';
import { booking, bookedFields, cancelInput, wished } from '../booking/schemas';

type In<A extends keyof DeskActions> = v.GenericSchema<unknown, DeskActions[A]['input']>;

const place = v.pipe(v.string(), v.regex(PLACE_PATTERN));
const seat = v.pipe(v.string(), v.regex(SEAT_PATTERN));
const ofDay = { township, date: localDate };
/** Letters of a code; whoever types it may write small ones, or what looks alike. */
const code = v.pipe(
  v.string(),
  v.maxLength(LIMITS.codeTyped),
  v.transform((text) => readCode(text).toUpperCase()),
  v.check((text) => /^[0-9A-Z]{5}$/.test(text), 'code'),
);
const reason = v.exactOptional(line(LIMITS.lateReason));
const number = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(999));

const { place: _place, ...waitFields } = bookedFields;
const { whom: _whom, ...behalfFields } = bookedFields;

export const deskInputs = {
  wait: v.strictObject({ ...waitFields, time: localTime }) satisfies In<'wait'>,
  bookFor: v.strictObject({ ...behalfFields, ...wished, village: id }) satisfies In<'bookFor'>,
  cancelFor: cancelInput satisfies In<'cancelFor'>,
  takeOver: v.strictObject({ ...ofDay, home: id, half, number, code }) satisfies In<'takeOver'>,
  desk: v.strictObject({
    township,
    date: v.exactOptional(localDate),
    home: v.exactOptional(id),
    half: v.exactOptional(half),
  }) satisfies In<'desk'>,
  findVisitor: v.strictObject({ ...ofDay, text: line(LIMITS.search) }) satisfies In<'findVisitor'>,
  setVisit: v.strictObject({
    ...ofDay,
    booking,
    place,
    from: v.picklist(VISIT_STATES),
    to: v.picklist(VISIT_STATES),
    seat: v.exactOptional(seat),
    outcome: v.exactOptional(v.picklist(OUTCOMES)),
    words: v.exactOptional(words(LIMITS.visitWords)),
    reason,
  }) satisfies In<'setVisit'>,
  walkIn: v.strictObject({
    ...ofDay,
    home: id,
    half,
    place,
    seat: v.exactOptional(seat),
    name,
    village: v.exactOptional(id),
    phone: v.exactOptional(phone),
    category: v.exactOptional(id),
    reason,
  }) satisfies In<'walkIn'>,
  blockPlaces: v.strictObject({
    ...ofDay,
    seat: v.exactOptional(seat),
    reason: v.exactOptional(line(LIMITS.blockReason)),
    confirmed: v.boolean(),
    places: v.pipe(
      v.array(place),
      v.minLength(1),
      v.maxLength(LIMITS.blockAtOnce),
      v.check((all) => new Set(all).size === all.length),
    ),
  }) satisfies In<'blockPlaces'>,
  addPlaces: v.strictObject({
    ...ofDay,
    seat,
    time: localTime,
    count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.addAtOnce)),
  }) satisfies In<'addPlaces'>,
  wall: v.strictObject({ ...ofDay, home: id }) satisfies In<'wall'>,
  dayRecord: v.strictObject(ofDay) satisfies In<'dayRecord'>,
};
