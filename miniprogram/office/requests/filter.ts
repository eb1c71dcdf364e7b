/** What narrows the list, as pickers and in words; a way to look at it can be kept on this phone. */
import { STATES } from '../../contract/labels';
import type { Places } from '../../contract/registry';
import type { RequestState } from '../../contract/request-life';
import type { RequestFilter } from '../../contract/request-lists';
import { keep, recall } from '../../platform/storage';
import { township } from '../../platform/whereabouts';

type Part = 'state' | 'village' | 'category' | 'group' | 'unit';

interface Option {
  id: string;
  name: string;
}

export interface FilterPicker {
  part: Part;
  names: readonly string[];
  index: number;
  text: string;
}

/** Behind every state: all that are over. */
const CLOSED = 'closed-all';
/** More would be a list of its own. */
const MOST_VIEWS = 8;

function optionsOf(part: Part, places: Places | undefined): { all: string; options: Option[] } {
  const named = (rows: readonly Option[] | undefined): Option[] =>
    (rows ?? []).map(({ id, name }) => ({ id, name }));
  switch (part) {
    case 'state': {
      const open = Object.entries(STATES).filter(([, { type }]) => type === 'open');
      const states = open.map(([id, { label }]) => ({ id, name: label }));
      return { all: '所有在办的', options: [...states, { id: CLOSED, name: '已经结束的' }] };
    }
    case 'village':
      return { all: '所有村', options: named(places?.villages) };
    case 'category':
      return { all: '所有类', options: named(places?.categories) };
    case 'group':
      return { all: '所有小组', options: named(places?.groups) };
    case 'unit':
      return { all: '所有单位', options: named(places?.units) };
  }
}

const PARTS: readonly Part[] = ['state', 'village', 'category', 'group', 'unit'];

function idOf(filter: RequestFilter, part: Part): string | undefined {
  return part === 'state' && filter.closed ? CLOSED : filter[part];
}

export function toPickers(filter: RequestFilter, places: Places | undefined): FilterPicker[] {
  return PARTS.map((part) => {
    const { all, options } = optionsOf(part, places);
    const index = options.findIndex(({ id }) => id === idOf(filter, part)) + 1;
    const names = [all, ...options.map(({ name }) => name)];
    return { part, names, index, text: names[index] ?? all };
  });
}

/** One picker turned; the first of each takes its limit away. */
export function turn(
  filter: RequestFilter,
  part: string,
  index: number,
  places: Places | undefined,
): RequestFilter {
  const known = part as Part;
  const { [known]: _old, closed, ...rest } = filter;
  const others = known === 'state' || closed === undefined ? rest : { ...rest, closed };
  const id = optionsOf(known, places).options[index - 1]?.id;
  if (id === undefined) return others;
  if (id === CLOSED) return { ...others, closed: true };
  return known === 'state' ? { ...others, state: id as RequestState } : { ...others, [known]: id };
}

/** 柳树城村·水利饮水; nothing narrowed: 所有在办的. */
export function sayFilter(filter: RequestFilter, places: Places | undefined): string {
  const words = toPickers(filter, places).flatMap(({ index, text }) => (index > 0 ? [text] : []));
  return words.length > 0 ? words.join('·') : '所有在办的';
}

function same(a: RequestFilter, b: RequestFilter): boolean {
  return PARTS.every((part) => idOf(a, part) === idOf(b, part));
}

export function savedViews(): readonly RequestFilter[] {
  return recall('views')?.[township()] ?? [];
}

export function isSaved(filter: RequestFilter): boolean {
  return savedViews().some((view) => same(view, filter));
}

/** Keeps this way to look at the list, or forgets it when it is kept already. */
export function toggleView(filter: RequestFilter): void {
  const before = savedViews();
  const others = before.filter((view) => !same(view, filter));
  const views = others.length < before.length ? others : [...others, filter].slice(-MOST_VIEWS);
  keep('views', { ...recall('views'), [township()]: views });
}
