import * as v from 'valibot';
import { LIMITS } from '../../../miniprogram/contract/limits';
import type { Input, Output } from '../../../miniprogram/contract/wire';
import { recallTownship } from '../../registry/store';
import { ok, refuse } from '../../shared/errors';
import { township } from '../../shared/schemas';
import type { Action } from '../../shared/serve';
import { readChanges } from './store';

const changesInput: v.GenericSchema<unknown, Input<'congress', 'changes'>> = v.strictObject({
  township,
  after: v.exactOptional(v.pipe(v.string(), v.regex(/^[0-9a-z]{8,40}$/))),
});

export const changes: Action<Input<'congress', 'changes'>, Output<'congress', 'changes'>> = {
  write: false,
  input: changesInput,
  async run(call, asked) {
    const [known, found] = await Promise.all([
      recallTownship(asked.township, call.now),
      readChanges(asked.township, LIMITS.page + 1, asked.after),
    ]);
    if (!known) return refuse('not-found');
    const names = new Map(known.directory.people.map(({ id, name }) => [id, name]));
    const rows = found.slice(0, LIMITS.page);
    const next = found.length > rows.length ? rows.at(-1)?.seq : undefined;
    const shown = rows.map(({ _id, person, kind, date, body, notice, at }) => ({
      change: _id,
      person,
      name: names.get(person) ?? '',
      kind,
      date,
      body,
      notice,
      at,
    }));
    return ok({ changes: shown, ...(next !== undefined && { next }) });
  },
};
