/** What townships ask the district for, and what it answers (mission G3, H4). */
import { ASKED_UPWARD } from '../../../miniprogram/contract/congress/presidium-labels';
import { LIMITS } from '../../../miniprogram/contract/limits';
import type { Input, Output } from '../../../miniprogram/contract/wire';
import { readWords } from '../../registry/district/district-store';
import { recallTownships } from '../../registry/store';
import { fitRows } from '../../shared/cut-lists';
import { ok } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { townshipOf } from '../../shared/township-of';
import { askedInput, settleInput } from './schemas';
import { settleOnce } from './settle-once';
import { readAsked } from './store';

/** The township's name is read beside each row. */
const PAGE = LIMITS.page / 2;

type Listed = Output<'congress', 'listAsked'>;

export const listAsked: Action<Input<'congress', 'listAsked'>, Listed> = {
  write: false,
  input: askedInput,
  async run({ now }, { after }) {
    const found = await readAsked(await recallTownships(now), PAGE + 1, after);
    const rows = found.slice(0, PAGE);
    const known = await readWords([...new Set(rows.map(({ township }) => township))]);
    const told = rows.map(({ _id, township, kind, date, words, answer, seq }) => {
      const from = known.get(township)?.card.name ?? '';
      return { seq, row: { note: _id, from, kind, date, words, ...(answer && { answer }) } };
    });
    const asked = fitRows(told, ({ row }) => row);
    const next = found.length > asked.length ? asked.at(-1)?.seq : undefined;
    return ok({ asked: asked.map(({ row }) => row), ...(next !== undefined && { next }) });
  },
};

/** Whichever township the note is of: all are this district's. */
export const answerAsked: Action<Input<'congress', 'answerAsked'>, Output<'congress', 'answerAsked'>> = {
  write: true,
  input: settleInput,
  run: (call, { note, words }) =>
    settleOnce(call, {
      township: townshipOf(note),
      note,
      words,
      event: 'note-answered',
      isTheirs: ({ kind }) => ASKED_UPWARD.includes(kind),
    }),
};
