/** 代填 of a request: the form, and the paper with its number for the person. */
import type { Choice } from '../../components/choice-chips/choice-chips';
import { KIND_LABELS } from '../../contract/labels';
import { LIMITS } from '../../contract/limits';
import { readPhone } from '../../contract/text';
import type { Grant, HomeCard, Places } from '../../contract/registry';
import type { Submitted } from '../../contract/request';
import type { LocalDate } from '../../contract/wire';
import { HELPERS, holdsAny, OFFICE } from '../../contract/roles';
import { sayDate } from '../../view/dates';
import { missingIn } from '../../platform/drafts';
import type { Draft } from '../../platform/kept';

export interface EnterScreen {
  villages: readonly Choice[];
  livesIn: string;
  categories: readonly Choice[];
  category: string;
  about: string;
  canRecord: boolean;
  canShoot: boolean;
  reason: string;
}

/** What is handed over: the number, who has it, where to ask. Never what it is about. */
export interface EnteredPaper {
  request: string;
  number: string;
  name: string;
  route: string;
  next: string;
  homes: readonly string[];
}

export const KINDS: readonly Choice[] = Object.entries(KIND_LABELS).map(([id, text]) => ({ id, text }));

/** Whose villages may be entered for: all for the office, else those of the helper's grants. */
export function villagesFor(grants: readonly Grant[], { villages }: Places): Choice[] {
  const held = grants.filter(({ state }) => state === 'confirmed');
  const all = holdsAny(grants, OFFICE);
  const own = new Set(held.filter(({ role }) => HELPERS.includes(role)).map(({ village }) => village));
  return villages.filter(({ id }) => all || own.has(id)).map(({ id, name }) => ({ id, text: name }));
}

export function sayReason(draft: Draft, livesIn: string): string {
  if (!livesIn) return '请先选本人住哪个村';
  if (!draft.name.trim()) return '请先写怎么称呼本人';
  if (draft.phone && readPhone(draft.phone) === undefined) return '电话号码好像不对，可以不留';
  const missing = missingIn(draft);
  if (missing === 'content') return '写几句、录一段或拍张照，有一样就行';
  return missing ? '请先选哪里的事、哪方面的事' : '';
}

export function toEnterScreen(
  draft: Draft,
  livesIn: string,
  villages: readonly Choice[],
  places: Places | null,
): EnterScreen {
  const nameOf = (id: string): string => places?.villages.find((village) => village.id === id)?.name ?? '';
  return {
    villages,
    livesIn: nameOf(livesIn),
    categories: (places?.categories ?? []).map(({ id, name, hint }) => ({ id, text: name, hint })),
    category: places?.categories.find(({ id }) => id === draft.category)?.name ?? '',
    about: nameOf(draft.village),
    canRecord: draft.recordings.length < LIMITS.recordings,
    canShoot: draft.photos.length < LIMITS.photos,
    reason: sayReason(draft, livesIn),
  };
}

export function toPaper(
  { request, number, route, nextDate }: Submitted,
  name: string,
  homes: readonly HomeCard[],
  today: LocalDate,
): EnteredPaper {
  const group = route.groupName ?? route.owner.groupName;
  const who =
    route.owner.kind === 'office' ? route.owner.name : [group, route.owner.name].filter(Boolean).join(' ');
  return {
    request,
    number,
    name,
    route: `交给 ${who}`,
    next: `${sayDate(nextDate, today)}前联系`,
    homes: homes.map((home) => `${home.name} ${home.landline}`),
  };
}
