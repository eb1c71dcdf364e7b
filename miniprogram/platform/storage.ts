/** What the phone remembers, by name and type. Never a password or a token; one's own data only. */
import type { HomeCard, Places } from '../contract/registry';
import type { Slip } from '../contract/reception';
import type { Instant, LocalDate } from '../contract/wire';
import type { Draft } from './drafts';
import type { Whereabouts } from './whereabouts';

/** How the account's owner likes to be called; the phone number only when given. */
export interface Remembered {
  name: string;
  phone: string;
}

export interface Stored {
  whereabouts: Whereabouts;
  elder: boolean;
  self: Remembered;
  draft: Draft;
  /** The last matter sent: its day and the how-many-th of that day. */
  lastMatter: { day: LocalDate; n: number };
  /** The caller's own upload folder in each township. */
  folders: Readonly<Record<string, string>>;
  /** The name book as last seen, so that the form works without a network. */
  places: { at: Instant; places: Places };
  /** Names, addresses and landlines of the township's homes, as last seen. */
  homes: { township: string; homes: readonly HomeCard[] };
  /** Coming slips, so that the code can be shown at the desk without a network. */
  slips: readonly Slip[];
}

/** Changes when the shape of what is kept changes; what was kept before is then forgotten. */
const VERSION = 'v1';

function nameOf(key: keyof Stored): string {
  return `${VERSION}.${key}`;
}

export function recall<K extends keyof Stored>(key: K): Stored[K] | undefined {
  try {
    const kept: unknown = wx.getStorageSync(nameOf(key));
    return kept === '' || kept === null || kept === undefined ? undefined : (kept as Stored[K]);
  } catch {
    return undefined;
  }
}

/** False when the phone's storage is full or broken; the caller decides whether that matters. */
export function keep<K extends keyof Stored>(key: K, value: Stored[K]): boolean {
  try {
    wx.setStorageSync(nameOf(key), value);
    return true;
  } catch {
    return false;
  }
}

export function forget(key: keyof Stored): void {
  try {
    wx.removeStorageSync(nameOf(key));
  } catch {
    // What cannot be removed is overwritten next time.
  }
}
