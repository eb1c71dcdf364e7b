/** A change of term (换届) as it is stored; it stays when it is over, as the list of who was elected. */
import type { TermState } from '../../../../miniprogram/contract/congress/term';
import type { LocalDate } from '../../../../miniprogram/contract/wire';

export interface Elected {
  /** Its place in the list: r1, r2 … */
  row: string;
  /** Who it is in the directory; of somebody new the id under which they come into it. */
  person: string;
  name: string;
  /** Is not in the directory before this list. */
  fresh: boolean;
  constituency: string;
  group: string;
  leader: boolean;
  presidium: boolean;
  /** The committee for credentials found the election void. */
  invalid?: true;
}

export interface TermActKept {
  /** The key as a field name, the account, the body's hash (shared/act.ts). */
  k: string;
  by: string;
  h: string;
  edition: number;
  state: TermState;
}

export interface TermDocument {
  /** `<township>~term~<term>`. */
  _id: string;
  township: string;
  rev: number;
  /** Counts what the office wrote; `rev` counts the relay's clearing up as well. */
  edition: number;
  /** Its id in the directory. */
  term: string;
  name: string;
  opens: LocalDate;
  state: TermState;
  elected: readonly Elected[];
  /** Village → group, where it is another one than today. */
  villages: Readonly<Record<string, string>>;
  examined?: { date: LocalDate; number: string; words?: string };
  notice?: string;
  /** Term or person → the last day that stood there when the list was published, for taking it back. */
  ends?: Readonly<Record<string, LocalDate>>;
  /** Orders them: the day on which the preparation began, and some letters. */
  termSeq: string;
  acts: readonly TermActKept[];
}

/** Whose election is valid (选举法 2020 §47): these are deputies of the new term. */
export function confirmedOf(elected: readonly Elected[]): Elected[] {
  return elected.filter(({ invalid }) => invalid !== true);
}
