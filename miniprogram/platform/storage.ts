/** What the phone remembers, by name and type. Never a password or a token; one's own data only. */
import type { Stored } from './kept';

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
