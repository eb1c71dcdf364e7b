import type { LocalDate } from './time';

/** Settings of a township's publicity. Keys and secrets stand elsewhere (official-keys.ts). */
export interface PublicitySettings {
  /** Whose official account: the township's own or the district's. */
  account: 'own' | 'district';
  /** After the draft lies there: a person publishes there, or it is submitted from here. */
  publish: 'leave' | 'submit';
  /** Proposed as author. */
  author: string;
  /** 选举期, both days inclusive: single deputies are not named. */
  election?: { from: LocalDate; to: LocalDate };
}
