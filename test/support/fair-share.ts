/** What `npm test` tries a part of, whole in the proof (PROOF=1). */
export const PROOF = process.env['PROOF'] === '1';

/** All where acts die (death-law.ts) and in the proof; otherwise each of so many, beginning with number `from`: the same ones in every run. */
export function fairShare<T>(all: readonly T[], each: number, from = 0): readonly T[] {
  return PROOF || process.env['DEATHS'] === '1' ? all : all.filter((_, at) => at % each === from % each);
}
