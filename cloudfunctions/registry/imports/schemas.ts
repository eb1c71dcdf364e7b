/** What the doors of the imports accept. */
import * as v from 'valibot';
import { LIMITS } from '../../../miniprogram/contract/limits';
import type { Input } from '../../../miniprogram/contract/wire';
import { line, township } from '../../shared/schemas';

const named = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9]{0,15}~[0-9a-z]{20}$/));
const slice = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(99));

type Of<A extends 'commitImport' | 'takeBackImport'> = v.GenericSchema<unknown, Input<'registry', A>>;

export const importInputs: { commitImport: Of<'commitImport'>; takeBackImport: Of<'takeBackImport'> } = {
  commitImport: v.strictObject({ township, import: named, slice }),
  takeBackImport: v.strictObject({ township, import: named, slice, reason: line(LIMITS.reason) }),
};
