import * as v from 'valibot';
import { LIMITS } from '../../../miniprogram/contract/limits';
import type { Input, Output } from '../../../miniprogram/contract/wire';
import { membersOn } from '../../registry/directory/rules/directory';
import { recallTownship } from '../../registry/store';
import { countOpenByOwner } from '../../request/store';
import { toLocalDate } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import { township } from '../../shared/schemas';
import type { Action } from '../../shared/serve';
import { countByLead } from '../suggestion/store';
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

const leavingInput: v.GenericSchema<unknown, Input<'congress', 'leaving'>> = v.strictObject({ township });

/** Two counts beside the directory: whoever holds something and no office. */
export const leaving: Action<Input<'congress', 'leaving'>, Output<'congress', 'leaving'>> = {
  write: false,
  input: leavingInput,
  async run(call, asked) {
    const [known, requests, suggestions] = await Promise.all([
      recallTownship(asked.township, call.now),
      countOpenByOwner(asked.township),
      countByLead(asked.township),
    ]);
    if (!known) return refuse('not-found');
    const { people } = known.directory;
    const members = membersOn(people, toLocalDate(call.now));
    const inOffice = new Set(members.filter(({ level }) => level !== undefined).map(({ person }) => person));
    const rows = people
      .filter(({ id }) => !inOffice.has(id))
      .map(({ id, name }) => ({
        person: id,
        name,
        requests: requests.get(id) ?? 0,
        suggestions: suggestions.get(id) ?? 0,
      }))
      .filter((row) => row.requests + row.suggestions > 0);
    return ok({ people: rows });
  },
};
