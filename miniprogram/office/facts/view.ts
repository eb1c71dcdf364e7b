/** Rows of the ledger as lines: what, when, who, where. */
import { MEASURES, type FactRow, type Measure } from '../../contract/facts';
import type { Places } from '../../contract/registry';
import type { LocalDate } from '../../contract/wire';
import { sayDate } from '../../view/dates';
import { toFactLine } from '../../view/activity-words';

export interface Asked {
  of: Measure;
  from: LocalDate;
  to: LocalDate;
}

export interface FactsLine {
  fact: string;
  title: string;
  about: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What the address says, or this year's receptions. */
export function askedOf(said: { of: string; from: string; to: string }, today: LocalDate): Asked {
  return {
    of: said.of in MEASURES ? (said.of as Measure) : 'received',
    from: DAY.test(said.from) ? said.from : `${today.slice(0, 4)}-01-01`,
    to: DAY.test(said.to) ? said.to : today,
  };
}

export function sayTitle({ of, from, to }: Asked, today: LocalDate): { title: string; words: string } {
  return { title: MEASURES[of].label, words: `${sayDate(from, today)}至${sayDate(to, today)}` };
}

export function toLines(rows: readonly FactRow[], places: Places | undefined, today: LocalDate): FactsLine[] {
  const names = new Map(places?.deputies.map(({ person, name }) => [person, name]));
  return rows.map((row) => {
    const { title, words } = toFactLine(row, places, today);
    const who = row.persons.flatMap((person) => names.get(person) ?? []).join('、');
    return { fact: row.fact, title, about: [words, who].filter(Boolean).join(' · ') };
  });
}
