/** Entries of `tokens` that are no search words; nobody can search for them. */

/** Under 重点督办, open or not (life/step-changes.ts). */
export const KEY = 'key:';
/** Before a place. */
export const PLACE = 'at:';

/** What of them stays when the words are gone: what says nothing of a person. */
export function keptMarks(tokens: readonly string[]): string[] {
  return tokens.filter((token) => token === KEY || token.startsWith(PLACE));
}
