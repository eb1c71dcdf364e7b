/** What was said and moved: entered by the office from the paper (审议意见, 议案). Speaking is a fact. */
import type { Input, LocalDate, Output } from '../../../miniprogram/contract/wire';
import type { Directory } from '../../registry/directory/rules/directory';
import { recallTownship } from '../../registry/store';
import { actorOf } from '../../shared/act';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { baseOn } from './rules/attendance';
import { billInput, opinionInput } from './schemas';
import { addRow, readSession } from './store';

/** 地方组织法 (2022) §22: five deputies of a township move a bill together. */
const MOVERS = 5;

function newRow(call: Call, session: string) {
  const { township, account, key, bodyHash: h, now: at } = call;
  return { township, session, account, key, by: actorOf(call), h, at };
}

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
    const row = { ...newRow(call, session), kind: 'opinion' } as const;
    const id = await addRow(row, { item, person, words });
    return id === undefined ? refuse('key-reused') : ok({ id });
  },
};

type Bill = Input<'congress', 'addBill'>;

/** Of one that is left off the agenda, what its suggestion needs. */
function suggestionOf({
  listed,
  lead = '',
  category = '',
}: Bill): { lead: string; category: string } | undefined {
  return listed ? undefined : { lead, category };
}

function faultOfBill(directory: Directory, bill: Bill, date: LocalDate): string | undefined {
  const deputies = new Set(baseOn(directory, date));
  const movers = new Set(bill.persons);
  if (movers.size < MOVERS || ![...movers].every((one) => deputies.has(one))) return 'persons';
  const suggestion = suggestionOf(bill);
  if (!suggestion) return undefined;
  if (!movers.has(suggestion.lead)) return 'lead';
  return directory.categories.some(({ id }) => id === suggestion.category) ? undefined : 'category';
}

export const addBill: Action<Bill, Output<'congress', 'addBill'>> = {
  write: true,
  input: billInput,
  async run(call, bill) {
    const { township, session, title, persons, listed } = bill;
    const [known, found] = await Promise.all([
      recallTownship(township, call.now),
      readSession(township, session),
    ]);
    if (!known || !found) return refuse('not-found');
    const field = faultOfBill(known.directory, bill, found.from);
    if (field !== undefined) return refuse('bad-input', { field });
    const row = { ...newRow(call, session), kind: 'bill' } as const;
    const id = await addRow(row, { title, persons: [...new Set(persons)], listed, ...suggestionOf(bill) });
    return id === undefined ? refuse('key-reused') : ok({ id });
  },
};
