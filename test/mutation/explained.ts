import type { Explained } from './score';

/** Survivors that change nothing anybody could see, one by one. */
export const EXPLAINED: readonly Explained[] = [];
