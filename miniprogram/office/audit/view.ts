/** From the audit to the words of 操作记录. */
import type { AuditCard, AuditFilter, AuditKind } from '../../contract/audit';
import { toLocalDate } from '../../contract/time';
import type { LocalDate } from '../../contract/wire';
import { sayDay, sayMoment } from '../../view/dates';

export interface AuditLine extends Pick<AuditCard, 'row' | 'who' | 'did' | 'on'> {
  when: string;
}

export function toLine({ row, at, who, did, on }: AuditCard, today: LocalDate): AuditLine {
  return { row, who, did, on, when: sayMoment(at, today) };
}

export interface Chip {
  id: keyof AuditFilter;
  words: string;
}

function partsOf(act: string): { kind: string; done: string } {
  const at = act.indexOf('.');
  return { kind: act.slice(0, at), done: act.slice(at + 1) };
}

/** What an act is called, with what it is done to. */
function sayAct(kinds: readonly AuditKind[], act: string): string {
  const { kind, done } = partsOf(act);
  const { name, acts } = kinds.find(({ of }) => of === kind) ?? {};
  const words = acts?.[done];
  return name === undefined || words === undefined ? '' : `${name} ${words}`;
}

/** What it is narrowed to; each can be taken away. `who`: the name that stood on the row. */
export function toChips(
  { by, act, day }: AuditFilter,
  { kinds, who, today }: { kinds: readonly AuditKind[]; who: string; today: LocalDate },
): Chip[] {
  const chips: Chip[] = [];
  if (by !== undefined) chips.push({ id: 'by', words: who });
  if (act !== undefined) chips.push({ id: 'act', words: sayAct(kinds, act) });
  if (day !== undefined) chips.push({ id: 'day', words: sayDay(day, today) });
  return chips;
}

/** The two columns from which an act is chosen. */
export function toColumns(kinds: readonly AuditKind[], at: number): [string[], string[]] {
  return [kinds.map(({ name }) => name), Object.values(kinds[at]?.acts ?? {})];
}

/** The act that stands there in the two columns, as it goes back. */
export function actAt(kinds: readonly AuditKind[], kind: number, at: number): string | undefined {
  const { of = '', acts = {} } = kinds[kind] ?? {};
  const act = Object.keys(acts)[at];
  return act === undefined ? undefined : `${of}.${act}`;
}

/** What a row offers: its own person, act and day. */
export function narrowings({ by, act, at, who, did }: AuditCard): { words: string; filter: AuditFilter }[] {
  return [
    { words: `只看：${who}`, filter: { by } },
    { words: `只看：${did}`, filter: { act } },
    { words: '只看这一天', filter: { day: toLocalDate(at) } },
  ];
}
