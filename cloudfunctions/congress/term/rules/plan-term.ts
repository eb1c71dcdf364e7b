/** What an act of the office makes of a change of term, as plain data. */
import type {
  ListFault,
  TermAct,
  TermFields,
  TermState,
  TermStep,
} from '../../../../miniprogram/contract/congress/term';
import type { ErrorCode } from '../../../../miniprogram/contract/errors';
import { LIMITS } from '../../../../miniprogram/contract/limits';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import type { Directory } from '../../../registry/directory/rules/directory';
import { readList } from './read-list';
import { endsFrom } from './switch-directory';
import { confirmedOf, type TermDocument } from './term-document';

type Set = Partial<Omit<TermDocument, '_id' | 'township' | 'rev' | 'acts' | 'edition'>>;
export interface TermRefusal {
  refused: ErrorCode;
  details?: Readonly<Record<string, string | number>>;
}
export interface TermPlan {
  set: Set;
  event: string;
  /** Fields that are no more. */
  gone?: readonly ('notice' | 'examined')[];
  words?: string;
}
export interface TermContext {
  directory: Directory;
  today: LocalDate;
  /** The id under which somebody new comes into the directory. */
  idOf: (row: string, name: string) => string;
}

/** From which states an act may come, and what it says it was. */
export const TERM_LIFE: Readonly<
  Record<TermAct, { from: readonly TermState[]; to: TermState | 'same'; event: string }>
> = {
  saveList: { from: ['preparing'], to: 'same', event: 'term-list-saved' },
  saveVillages: { from: ['preparing', 'published'], to: 'same', event: 'term-villages-saved' },
  examine: { from: ['preparing'], to: 'same', event: 'term-examined' },
  publish: { from: ['preparing'], to: 'published', event: 'term-published' },
  changeDay: { from: ['preparing', 'published'], to: 'same', event: 'term-day-changed' },
  withdraw: { from: ['published'], to: 'preparing', event: 'term-withdrawn' },
  drop: { from: ['preparing'], to: 'dropped', event: 'term-dropped' },
};

/**
 * It was published and taken back, and the directory has not followed yet. Published again now, with another list, it
 * would find itself standing there; dropped, it would be taken out from under the next one.
 */
function stillStands({ terms }: Pick<Directory, 'terms'>, { term }: TermDocument): boolean {
  return terms.some(({ id }) => id === term);
}

const NOT_YET: TermRefusal = { refused: 'busy' };
const wrong = (field: string): TermRefusal => ({
  refused: 'bad-input',
  details: { field: `step.${field}` },
});

type Planner<A extends TermAct> = (
  step: TermFields[A],
  before: TermDocument,
  context: TermContext,
) => Set | TermRefusal | { faults: readonly ListFault[] };

const PLANNERS: { readonly [A in TermAct]: Planner<A> } = {
  saveList: ({ lines }, _before, { directory, idOf }) => {
    const { elected, faults } = readList(directory, lines, idOf);
    if (faults.length > 0) return { faults };
    if (elected.length === 0) return wrong('lines');
    return elected.length > LIMITS.electedRows
      ? { refused: 'too-many-rows', details: { max: LIMITS.electedRows } }
      : { elected };
  },
  saveVillages: ({ villages }, _before, { directory }) => {
    const known = villages.every(
      ({ village, group }) =>
        directory.villages.some(({ id }) => id === village) &&
        directory.groups.some(({ id }) => id === group),
    );
    if (!known) return wrong('villages');
    return { villages: Object.fromEntries(villages.map(({ village, group }) => [village, group])) };
  },
  examine: ({ date, number, invalid = [], words }, { opens, elected }, { today }) => {
    if (date > today || date > opens) return wrong('date');
    const rows = new Set(elected.map(({ row }) => row));
    if (elected.length === 0 || !invalid.every((row) => rows.has(row))) return wrong('invalid');
    if (invalid.length > 0 && words === undefined) return wrong('words');
    const judged = elected.map(({ invalid: _before, ...one }) =>
      invalid.includes(one.row) ? { ...one, invalid: true as const } : one,
    );
    return { examined: { date, number, ...(words !== undefined && { words }) }, elected: judged };
  },
  publish: ({ notice }, before, { directory, today }) => {
    const { elected, examined, opens } = before;
    if (stillStands(directory, before)) return NOT_YET;
    if (confirmedOf(elected).length === 0) return wrong('lines');
    if (!examined) return wrong('examined');
    // The list is published before the first session (选举法 2020 §47).
    return opens <= today ? wrong('opens') : { notice, ends: endsFrom(directory, opens) };
  },
  changeDay: ({ opens }, _before, { today }) => (opens <= today ? wrong('opens') : { opens }),
  withdraw: () => ({}),
  drop: (_step, before, { directory }) => (stillStands(directory, before) ? NOT_YET : {}),
};

/** Another list was not examined, and what is taken back has no announcement. */
function goneBy(act: TermAct): Pick<TermPlan, 'gone'> {
  if (act === 'withdraw') return { gone: ['notice'] };
  return act === 'saveList' ? { gone: ['examined'] } : {};
}

export function planTerm(
  step: TermStep,
  before: TermDocument,
  context: TermContext,
): TermPlan | TermRefusal | { faults: readonly ListFault[] } {
  const { from, to, event } = TERM_LIFE[step.act];
  if (!from.includes(before.state)) return { refused: 'wrong-state', details: { state: before.state } };
  // The day has come: what was published stands, however late the relay is.
  if (before.state === 'published' && before.opens <= context.today)
    return { refused: 'wrong-state', details: { state: 'opened' } };
  const planner = PLANNERS[step.act] as Planner<TermAct>;
  const set = planner(step, before, context);
  if ('refused' in set || 'faults' in set) return set;
  return {
    set: to === 'same' ? set : { ...set, state: to },
    event,
    ...goneBy(step.act),
    ...('words' in step && { words: step.words }),
  };
}

/** Which acts are open now. */
export function actsOf({ state, opens }: TermDocument, today: LocalDate): TermAct[] {
  if (state === 'published' && opens <= today) return [];
  return (Object.keys(TERM_LIFE) as TermAct[]).filter((act) => TERM_LIFE[act].from.includes(state));
}
