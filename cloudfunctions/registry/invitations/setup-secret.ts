import { createHash, timingSafeEqual } from 'node:crypto';

/** Shorter secrets could be guessed. */
const SECRET_LETTERS = 16;

/** Whether this is the set-up secret of the environment; an environment without one has none. */
export function isSetupSecret(secret: string): boolean {
  const set = process.env['SETUP_SECRET'] ?? '';
  if (set.length < SECRET_LETTERS) return false;
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(set), digest(secret));
}
