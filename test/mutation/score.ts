/** What came of the mutants: by file, by room, and all; what survived and is explained counts for nothing. */
export interface Mutant {
  readonly id: string;
  /** As StrykerJS says it: Killed, Timeout, Survived, NoCoverage, Ignored, RuntimeError. */
  readonly status: string;
  readonly fileName: string;
  readonly mutatorName: string;
  readonly location: {
    readonly start: { readonly line: number; readonly column: number };
    readonly end: { readonly line: number; readonly column: number };
  };
  readonly replacement?: string;
}

/** A survivor that no test can kill. */
export interface Explained {
  readonly file: string;
  /** The mutated text as it stands in the file. */
  readonly from: string;
  readonly to: string;
  readonly why: string;
}

export interface Score {
  readonly mutants: number;
  readonly killed: number;
  readonly survived: number;
  readonly untested: number;
  readonly explained: number;
}

const NONE: Score = { mutants: 0, killed: 0, survived: 0, untested: 0, explained: 0 };

export function addScores(scores: readonly Score[]): Score {
  const sum = (name: keyof Score): number => scores.reduce((total, score) => total + score[name], 0);
  return {
    mutants: sum('mutants'),
    killed: sum('killed'),
    survived: sum('survived'),
    untested: sum('untested'),
    explained: sum('explained'),
  };
}

/** What is ignored is no mutant; what neither passes nor fails a test was noticed by none. */
export function scoreOf({ status }: Mutant, isExplained: boolean): Score {
  if (status === 'Ignored') return NONE;
  const one = { ...NONE, mutants: 1 };
  if (status === 'Killed' || status === 'Timeout') return { ...one, killed: 1 };
  if (isExplained) return { ...one, explained: 1 };
  return status === 'NoCoverage' ? { ...one, untested: 1 } : { ...one, survived: 1 };
}

/** Percent of what could be killed; a room without any has them all. */
export function percentOf({ killed, survived, untested }: Score): number {
  const all = killed + survived + untested;
  return all === 0 ? 100 : (killed / all) * 100;
}

/** The text between two places of a file; lines and columns begin with 1. */
export function textAt(source: string, { start, end }: Mutant['location']): string {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  lines[lines.length - 1] = lines.at(-1)?.slice(0, end.column - 1) ?? '';
  lines[0] = lines[0]?.slice(start.column - 1) ?? '';
  return lines.join('\n');
}

/** cloudfunctions/registry/routing/rules/route-request.ts is of registry/routing. */
export function roomOf(file: string): string {
  const folders = file.split('/').slice(0, -1);
  const rules = folders.indexOf('rules');
  return folders.slice(folders[0] === 'cloudfunctions' ? 1 : 0, rules === -1 ? undefined : rules).join('/');
}
