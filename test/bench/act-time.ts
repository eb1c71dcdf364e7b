/**
 * How much longer an act takes on a full day than on an ordinary one. The best of all rounds counts, and the two days take
 * turns, so that whatever else the machine does falls out. What the local database takes is in it, and is shown beside: it
 * keeps a document as text, which is most of what a full day costs more.
 */
import type { TestCloud } from '../support/cloud';
import { round } from './figures';

export interface Time {
  ms: number;
  /** Of these in the database. */
  databaseMs: number;
}

export type Timed = <T>(act: () => Promise<T>) => Promise<Time & { answer: T }>;

/** Acts of this cloud, one after the other; its database answers each call at once, within this process. */
export function timeActs({ database }: Pick<TestCloud, 'database'>): Timed {
  const { execute } = database;
  let databaseMs = 0;
  database.execute = (...call) => {
    const start = performance.now();
    const reply = execute(...call);
    databaseMs += performance.now() - start;
    return reply;
  };
  return async (act) => {
    databaseMs = 0;
    const start = performance.now();
    const answer = await act();
    return { ms: performance.now() - start, databaseMs, answer };
  };
}

/** One act on a day with 20 and on one with 200, in ms. */
export interface Growth {
  act: string;
  msAt20: number;
  msAt200: number;
  ratio: number;
  databaseAt20: number;
  databaseAt200: number;
}

export type Round = Readonly<Record<string, Time>>;

export function compareRounds(few: readonly Round[], many: readonly Round[]): Growth[] {
  return Object.keys(few[0] ?? {}).map((act) => {
    const best = (rounds: readonly Round[], part: keyof Time) =>
      Math.min(...rounds.map((each) => each[act]?.[part] ?? Infinity));
    const [at20, at200] = [best(few, 'ms'), best(many, 'ms')];
    return {
      act,
      msAt20: round(at20, 2),
      msAt200: round(at200, 2),
      ratio: round(at200 / at20, 2),
      databaseAt20: round(best(few, 'databaseMs'), 2),
      databaseAt200: round(best(many, 'databaseMs'), 2),
    };
  });
}
