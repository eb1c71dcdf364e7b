/** What the doors of the presidium's room take. */
import * as v from 'valibot';
import type {
  NoteKind,
  TopicAct,
  TopicFields,
  TopicForm,
  TopicStep,
} from '../../../miniprogram/contract/congress/presidium';
import { NOTE_LABELS, TOPIC_FORMS } from '../../../miniprogram/contract/congress/presidium-labels';
import { LIMITS } from '../../../miniprogram/contract/limits';
import type { ActionName, Input } from '../../../miniprogram/contract/wire';
import { id, inParts, line, localDate, township, words as wordsOf } from '../../shared/schemas';

const title = line(LIMITS.title);
const words = wordsOf(LIMITS.stepWords);
const form = v.picklist(Object.keys(TOPIC_FORMS) as TopicForm[]);
const row = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9]{0,15}~[0-9a-z]{16}$/));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LIMITS.presidiumMembers));
const year = v.pipe(v.number(), v.integer(), v.minValue(2020), v.maxValue(2099));

type Entries<A extends TopicAct> = { readonly [F in keyof TopicFields[A]]-?: v.GenericSchema };

const FIELDS: { readonly [A in TopicAct]: Entries<A> } = {
  edit: { title, form, on: localDate },
  hold: { date: localDate, words },
  handOn: { number: title, words, unit: id, replyBy: localDate },
  reportBack: { number: title, words },
  accept: { words },
  again: { words, replyBy: localDate },
  drop: { words },
};
const options = Object.entries(FIELDS).map(([act, fields]) =>
  v.strictObject({ act: v.literal(act), ...(fields as v.ObjectEntries) }),
);
const step = v.variant('act', options) as unknown as v.GenericSchema<unknown, TopicStep>;

const item = v.strictObject({
  title,
  for: count,
  against: count,
  abstain: count,
  subject: v.exactOptional(
    v.strictObject({
      kind: v.picklist(['suggestion', 'request', 'opinion']),
      id: row,
      part: v.exactOptional(id),
    }),
  ),
});

type Door<A extends ActionName<'congress'>> = v.GenericSchema<unknown, Input<'congress', A>>;

export const planInput: Door<'planTopic'> = v.strictObject({ township, title, form, on: localDate });
export const actInput: Door<'actOnTopic'> = v.strictObject({ township, topic: row, step });
export const topicsInput: Door<'topics'> = v.strictObject({ township, year, ...inParts });
export const meetingInput: Door<'recordMeeting'> = v.strictObject({
  township,
  date: localDate,
  place: title,
  persons: v.pipe(v.array(id), v.minLength(1), v.maxLength(LIMITS.presidiumMembers)),
  items: v.pipe(v.array(item), v.minLength(1), v.maxLength(LIMITS.agendaItems)),
  minutes: title,
});
export const meetingsInput: Door<'meetings'> = v.strictObject({ township, year, ...inParts });
export const touchInput: Door<'keepInTouch'> = v.strictObject({
  township,
  person: id,
  member: v.union([v.literal(''), id]),
});
export const notesInput: v.GenericSchema<unknown, Input<'congress', 'liaison' | 'guidance'>> = v.strictObject(
  {
    township,
    ...inParts,
  },
);
export const ofTownship: v.GenericSchema<unknown, { township: string }> = v.strictObject({ township });
export const noteInput: Door<'addNote'> = v.strictObject({
  township,
  kind: v.picklist(Object.keys(NOTE_LABELS) as NoteKind[]),
  date: localDate,
  words,
  person: v.exactOptional(id),
});
const after = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}[0-9a-z]{8}$/));
export const askedInput: Door<'listAsked'> = v.strictObject({ township, after: v.exactOptional(after) });
export const settleInput: Door<'settleNote'> = v.strictObject({ township, note: row, words });
