/** Suggestions counted: 办复 is answered and opined on, of it 落实 (A) and 承诺 (B, C until answered again). */
import type {
  HandlingFigures,
  SuggestionFigures,
} from '../../../../miniprogram/contract/congress/suggestion';
import type { Directory } from '../../../registry/directory/rules/directory';
import type { SuggestionDocument } from './suggestion-document';

export type Counted = Pick<SuggestionDocument, 'state' | 'open' | 'category' | 'answeredOn' | 'promise'> & {
  replies: readonly { class: string }[];
};

/** What was never handed in, or was taken back, is none. */
export function counts({ state }: Pick<Counted, 'state'>): boolean {
  return state !== 'drafting' && state !== 'withdrawn' && state !== 'letter';
}

export function countSuggestions(rows: readonly Counted[]): SuggestionFigures {
  const all = rows.filter(counts);
  const answered = all.filter(({ answeredOn }) => answeredOn !== undefined);
  return {
    total: all.length,
    open: all.filter(({ open }) => open).length,
    answered: answered.length,
    done: answered.filter(({ replies }) => replies.at(-1)?.class === 'A').length,
    promised: answered.filter(({ promise }) => promise !== undefined).length,
  };
}

/** Category id → how many, the most first. */
export function countByCategory(rows: readonly Counted[]): [string, number][] {
  const counted = new Map<string, number>();
  for (const { category } of rows.filter(counts)) counted.set(category, (counted.get(category) ?? 0) + 1);
  return [...counted].sort(([, one], [, other]) => other - one);
}

export function handlingFigures(
  { categories }: Pick<Directory, 'categories'>,
  rows: readonly Counted[],
): HandlingFigures {
  const names = new Map(categories.map(({ id, name }) => [id, name]));
  const counted = countByCategory(rows).map(([category, count]) => ({
    category,
    name: names.get(category) ?? category,
    count,
  }));
  return { ...countSuggestions(rows), categories: counted };
}
