/** What was said and moved: entered by the office from the paper (审议意见, 议案). Speaking is a fact. */
import type { Input, Output } from '../../../miniprogram/contract/wire';
import { recallTownship } from '../../registry/store';
import { ok, refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { baseOn } from './rules/attendance';
import { billInput, opinionInput } from './schemas';
import { addRow, readSession } from './store';

/** 地方组织法 (2022) §22: five deputies of a township move a bill together. */
const MOVERS = 5;

export const addOpinion: Action<Input<'congress', 'addOpinion'>, Output<'congress', 'addOpinion'>> = {
  write: true,
  input: opinionInput,
  async run(call, { township, session, item, person, words }) {
    const [known, found] = await Promise.all([
      recallTownship(township, call.now),
      readSession(township, session),
    ]);
    if (!known || !found) return refuse('not-found');
    if (!found.agenda.some(({ id }) => id === item)) return refuse('bad-input', { field: 'item' });
    if (!known.directory.people.some(({ id }) => id === person))
      return refuse('bad-input', { field: 'person' });
    const key = `${call.account}~${call.key}`;
    const row = { township, session, kind: 'opinion', key, h: call.bodyHash, at: call.now } as const;
    const id = await addRow(row, { item, person, words });
    return id === undefined ? refuse('key-reused') : ok({ id });
  },
};

export const addBill: Action<Input<'congress', 'addBill'>, Output<'congress', 'addBill'>> = {
  write: true,
  input: billInput,
  async run(call, { township, session, title, persons, listed }) {
    const [known, found] = await Promise.all([
      recallTownship(township, call.now),
      readSession(township, session),
    ]);
    if (!known || !found) return refuse('not-found');
    const deputies = new Set(baseOn(known.directory, found.from));
    const movers = [...new Set(persons)];
    if (movers.length < MOVERS || !movers.every((one) => deputies.has(one)))
      return refuse('bad-input', { field: 'persons' });
    const key = `${call.account}~${call.key}`;
    const row = { township, session, kind: 'bill', key, h: call.bodyHash, at: call.now } as const;
    const id = await addRow(row, { title, persons: movers, listed });
    return id === undefined ? refuse('key-reused') : ok({ id });
  },
};
