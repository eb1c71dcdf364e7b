import { OFFICE } from '../../../miniprogram/contract/roles';
import type { Input, Output } from '../../../miniprogram/contract/wire';
import {
  listImports as readLast,
  readImport as readHead,
  readSlice,
  readStates,
  toImportLine,
} from '../../registry/imports/store';
import { isOfDirectory } from '../../registry/imports/rules/tables/all-tables';
import { ok, refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { importInputs } from './schemas';
import { summarize } from './summarize';

export const listImports: Action<Input<'report', 'listImports'>, Output<'report', 'listImports'>> = {
  write: false,
  input: importInputs.listImports,
  async run({ township }) {
    const found = await readLast(township);
    const states = await readStates(
      township,
      found.map(({ _id }) => _id),
    );
    return ok({ imports: found.map((head) => summarize(head, states)) });
  },
};

export const readImport: Action<Input<'report', 'readImport'>, Output<'report', 'readImport'>> = {
  write: false,
  input: importInputs.readImport,
  async run(call, { import: id, slice }) {
    const { township } = call;
    const [head, states, found] = await Promise.all([
      readHead(township, id),
      readStates(township, [id]),
      readSlice(township, id, slice),
    ]);
    if (!head) return refuse('not-found');
    // Households, and who was elected before it is published, are for the office alone.
    if (!isOfDirectory(head.table) && !(await call.admit(OFFICE)).ok) return refuse('not-allowed');
    return ok({ summary: summarize(head, states), lines: (found?.lines ?? []).map(toImportLine) });
  },
};
