/** What the doors of a change of term take. */
import * as v from 'valibot';
import type { TermAct, TermFields, TermStep } from '../../../miniprogram/contract/congress/term';
import { LIMITS } from '../../../miniprogram/contract/limits';
import type { ActionName, Input } from '../../../miniprogram/contract/wire';
import { id, line, localDate, township, words } from '../../shared/schemas';

const title = line(LIMITS.title);
/** Villages of a township; the directory holds no more. */
const VILLAGES = 100;

type Entries<A extends TermAct> = { readonly [F in keyof TermFields[A]]-?: v.GenericSchema };

const FIELDS: { readonly [A in TermAct]: Entries<A> } = {
  saveList: { lines: words(LIMITS.electedText) },
  saveVillages: {
    villages: v.pipe(v.array(v.strictObject({ village: id, group: id })), v.maxLength(VILLAGES)),
  },
  examine: {
    date: localDate,
    number: title,
    invalid: v.exactOptional(v.pipe(v.array(id), v.maxLength(LIMITS.electedRows))),
    words: v.exactOptional(title),
  },
  publish: { notice: title },
  changeDay: { opens: localDate },
  withdraw: { words: title },
  drop: { words: title },
};
const options = Object.entries(FIELDS).map(([act, fields]) =>
  v.strictObject({ act: v.literal(act), ...(fields as v.ObjectEntries) }),
);
const step = v.variant('act', options) as unknown as v.GenericSchema<unknown, TermStep>;
const edition = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000));

type Door<A extends ActionName<'congress'>> = v.GenericSchema<unknown, Input<'congress', A>>;

export const prepareInput: Door<'prepareTerm'> = v.strictObject({ township, name: title, opens: localDate });
export const actInput: Door<'actOnTerm'> = v.strictObject({ township, term: id, edition, step });
export const termInput: Door<'term'> = v.strictObject({ township });
export const leavingInput: Door<'leaving'> = v.strictObject({ township });
export const handOverInput: Door<'handOver'> = v.strictObject({
  township,
  person: id,
  what: v.picklist(['requests', 'suggestions', 'visits', 'seats', 'ties']),
});
export const electedInput: Door<'commitElected'> = v.strictObject({
  township,
  import: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9]{0,15}~[0-9a-z]{20}$/)),
  slice: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(99)),
});
