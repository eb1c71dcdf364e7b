/** Rows of the ledger as lines: what, when, who, where. */
import { isOwnKind, labelOf } from '../../contract/activity-kinds';
import { MEASURES, type FactRow, type Measure, type OwnKindId } from '../../contract/facts';
import type { Places } from '../../contract/registry';
import type { LocalDate } from '../../contract/wire';
import { sayDate } from '../../view/dates';
import { toFactLine } from '../../view/activity-words';

export interface Asked {
  of: Measure | OwnKindId;
  from: LocalDate;
  to: LocalDate;
}

export interface FactsLine {
  fact: string;
  title: string;
  about: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function isAsked(of: string): of is Asked['of'] {
  return of in MEASURES || isOwnKind(of);
}

/** What the address says, or this year's receptions. */
export function askedOf(said: { of: string; from: string; to: string }, today: LocalDate): Asked {
  return {
    of: isAsked(said.of) ? said.of : 'received',
    from: DAY.test(said.from) ? said.from : `${today.slice(0, 4)}-01-01`,
    to: DAY.test(said.to) ? said.to : today,
  };
}

export function sayTitle({ of, from, to }: Asked, today: LocalDate): { title: string; words: string } {
  const title = isOwnKind(of) ? labelOf(of) : MEASURES[of].label;
  return { title: title ?? '', words: `${sayDate(from, today)}至${sayDate(to, today)}` };
}

export function toLines(rows: readonly FactRow[], places: Places | undefined, today: LocalDate): FactsLine[] {
  const names = new Map(places?.deputies.map(({ person, name }) => [person, name]));
  return rows.map((row) => {
    const { title, words } = toFactLine(row, places, today);
    const who = row.persons.flatMap((person) => names.get(person) ?? []).join('、');
    return { fact: row.fact, title, about: [words, who].filter(Boolean).join(' · ') };
  });
}
