import * as v from 'valibot';
import {
  TIE_LIMITS,
  TIE_MEASURES,
  type TieActions,
  type TieMeasure,
} from '../../../miniprogram/contract/ties';
import { id, inParts, line, township, words } from '../../shared/schemas';

const measures = v.pipe(
  v.array(v.picklist(Object.keys(TIE_MEASURES) as TieMeasure[])),
  v.maxLength(Object.keys(TIE_MEASURES).length),
  v.check((all) => new Set(all).size === all.length),
);
/** A keyed hash, as accounts stand in documents. */
const account = v.pipe(v.string(), v.regex(/^[0-9a-z]{16,32}$/));

export const tieInputs = {
  ties: v.strictObject({ township, person: v.exactOptional(id) }),
  keepTie: v.strictObject({
    township,
    tie: v.exactOptional(id),
    alias: line(TIE_LIMITS.alias),
    needs: v.exactOptional(words(TIE_LIMITS.needs)),
    measures,
  }),
  endTie: v.strictObject({ township, tie: id, reason: line(TIE_LIMITS.reason) }),
  tiedDeputies: v.strictObject({ township, ...inParts }),
  tieAccess: v.strictObject({
    township,
    act: v.picklist(['ask', 'grant', 'end']),
    account: v.exactOptional(account),
  }),
} satisfies { [A in keyof TieActions]: v.GenericSchema<unknown, TieActions[A]['input']> };
