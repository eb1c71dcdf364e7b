/** What the doors of sessions take. */
import * as v from 'valibot';
import type { SessionAct, SessionFields, SessionStep } from '../../../miniprogram/contract/congress/session';
import { LIMITS } from '../../../miniprogram/contract/limits';
import type { ActionName, Input } from '../../../miniprogram/contract/wire';
import { id, line, localDate, localTime, township, words } from '../../shared/schemas';

const title = line(LIMITS.title);
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LIMITS.congressRows));
const session = id;

type Entries<A extends SessionAct> = { readonly [F in keyof SessionFields[A]]-?: v.GenericSchema };

const FIELDS: { readonly [A in SessionAct]: Entries<A> } = {
  saveAgenda: {
    agenda: v.pipe(
      v.array(
        v.strictObject({ title, at: v.exactOptional(v.strictObject({ date: localDate, start: localTime })) }),
      ),
      v.maxLength(LIMITS.agendaItems),
    ),
    sittings: v.pipe(
      v.array(v.strictObject({ date: localDate, start: localTime, end: localTime, title })),
      v.maxLength(LIMITS.sittings),
    ),
  },
  addPaper: {
    title,
    kind: v.picklist(['public', 'informational']),
    where: title,
    file: v.exactOptional(v.pipe(v.string(), v.maxLength(400))),
    bill: v.exactOptional(v.pipe(v.string(), v.regex(/^[a-z][a-z0-9]{0,15}~[0-9a-z]{16}$/))),
  },
  dropPaper: { paper: id },
  notify: { place: title },
  recordVote: { item: id, title, present: count, for: count, against: count, abstain: count },
  fileMinutes: { number: title },
  close: {},
};
const options = Object.entries(FIELDS).map(([act, fields]) =>
  v.strictObject({ act: v.literal(act), ...(fields as v.ObjectEntries) }),
);
const step = v.variant('act', options) as unknown as v.GenericSchema<unknown, SessionStep>;
const persons = (most: number) => v.pipe(v.array(id), v.minLength(1), v.maxLength(most));

type Door<A extends ActionName<'congress'>> = v.GenericSchema<unknown, Input<'congress', A>>;

export const prepareInput: Door<'prepareSession'> = v.strictObject({
  township,
  name: title,
  from: localDate,
  to: localDate,
  place: title,
  like: v.exactOptional(session),
});
export const actInput: Door<'actOnSession'> = v.strictObject({ township, session, edition: count, step });
export const oneInput: Door<'session'> = v.strictObject({ township, session });
export const allInput: Door<'sessions'> = v.strictObject({ township });
export const answerInput: Door<'answerNotice'> = v.strictObject({
  township,
  session,
  answer: v.picklist(['attending', 'leave']),
  reason: v.exactOptional(line(LIMITS.reason)),
});
export const leaveInput: Door<'decideLeave'> = v.strictObject({
  township,
  session,
  person: id,
  approved: v.boolean(),
});
export const codeInput: Door<'hallCode'> = v.strictObject({ township, session, sitting: id });
export const signInput: Door<'signIn'> = v.strictObject({
  township,
  code: v.pipe(v.string(), v.regex(/^[0-9a-z.]{10,80}$/)),
});
export const paperInput: Door<'signInOnPaper'> = v.strictObject({
  township,
  session,
  sitting: id,
  persons: persons(LIMITS.signedAtOnce),
});
export const rollInput: Door<'roll'> = v.strictObject({ township, session, sitting: id });
export const opinionInput: Door<'addOpinion'> = v.strictObject({
  township,
  session,
  item: id,
  person: id,
  words: words(LIMITS.stepWords),
});
export const billInput: Door<'addBill'> = v.strictObject({
  township,
  session,
  title,
  persons: persons(LIMITS.cosigners),
  listed: v.boolean(),
  lead: v.exactOptional(id),
  category: v.exactOptional(id),
});
export const openPaperInput: Door<'openPaper'> = v.strictObject({ township, session, paper: id });
