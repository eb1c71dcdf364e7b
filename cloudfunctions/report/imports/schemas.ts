/** What the doors of report's part of the imports accept. */
import * as v from 'valibot';
import { ALL_TABLES, type ReportImportActions } from '../../../miniprogram/contract/imports';
import { LIMITS } from '../../../miniprogram/contract/limits';
import { line, township } from '../../shared/schemas';
import { exportReason } from '../lists/reason-schema';

const table = v.picklist(ALL_TABLES);
const named = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9]{0,15}~[0-9a-z]{20}$/));

export const importInputs: {
  readonly [A in keyof ReportImportActions]: v.GenericSchema<unknown, ReportImportActions[A]['input']>;
} = {
  exportTable: v.union([
    v.strictObject({ township, table, empty: v.literal(true) }),
    v.strictObject({ township, table, reason: exportReason }),
  ]),
  planImport: v.strictObject({
    township,
    table,
    file: v.pipe(v.string(), v.maxLength(500)),
    reason: line(LIMITS.reason),
  }),
  readImport: v.strictObject({
    township,
    import: named,
    slice: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(99)),
  }),
  listImports: v.strictObject({ township }),
};
