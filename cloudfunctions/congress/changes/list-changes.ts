import * as v from 'valibot';
import { LIMITS } from '../../../miniprogram/contract/limits';
import type { Input, Output } from '../../../miniprogram/contract/wire';
import { readTownship } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import { township } from '../../shared/schemas';
import type { Action } from '../../shared/serve';
import { fillsOf, vacanciesOn } from './rules/vacancies';
import { readChanges, readSeatChanges } from './store';

const changesInput: v.GenericSchema<unknown, Input<'congress', 'changes'>> = v.strictObject({
  township,
  after: v.exactOptional(v.pipe(v.string(), v.regex(/^[0-9a-z]{8,40}$/))),
});

/** Two calls, one more for the first page: the directory as it is now, since seats follow from it. */
export const changes: Action<Input<'congress', 'changes'>, Output<'congress', 'changes'>> = {
  write: false,
  input: changesInput,
  async run(call, asked) {
    const [directory, found, seats] = await Promise.all([
      readTownship(asked.township),
      readChanges(asked.township, LIMITS.page + 1, asked.after),
      asked.after === undefined ? readSeatChanges(asked.township) : undefined,
    ]);
    if (!directory) return refuse('not-found');
    const { people, constituencies } = directory;
    const names = new Map([...people, ...constituencies].map(({ id, name }) => [id, name]));
    const rows = found.slice(0, LIMITS.page);
    const next = found.length > rows.length ? rows.at(-1)?.seq : undefined;
    const shown = rows.map(
      ({ _id, person, kind, date, body, notice, at, examined, constituency, vacancy }) => ({
        change: _id,
        person,
        name: names.get(person) ?? '',
        kind,
        date,
        body,
        notice,
        ...(examined && { examined }),
        ...(constituency !== undefined && { constituencyName: names.get(constituency) ?? '' }),
        ...(vacancy !== undefined && { succeeds: names.get(vacancy) ?? '' }),
        at,
      }),
    );
    const today = toLocalDate(call.now);
    const vacancies = seats ? vacanciesOn(directory, today, fillsOf(seats).filled) : [];
    return ok({ changes: shown, vacancies, ...(next !== undefined && { next }) });
  },
};
