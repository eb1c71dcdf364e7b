import { ID_PATTERN } from './limits';

/** Where a poster hangs: `bh.h1` at a deputies' home, `bh.v3` in a village, `bh` anywhere in the township. */
export interface Scene {
  township: string;
  home?: string;
  village?: string;
}

/**
 * Reads the scene of a printed code, as the platform hands it over (percent-encoded) or plain.
 * Anything that is not one of ours gives nothing: a code can be printed by anybody.
 */
export function parseScene(raw: string | undefined): Scene | undefined {
  if (!raw) return undefined;
  const [township = '', place, ...rest] = decode(raw).split('.');
  if (rest.length > 0 || !ID_PATTERN.test(township)) return undefined;
  if (place === undefined) return { township };
  if (!ID_PATTERN.test(place)) return undefined;
  if (place.startsWith('h')) return { township, home: place };
  if (place.startsWith('v')) return { township, village: place };
  return undefined;
}

/** The scene inside what the scanner returns: a page path of ours with `?scene=`, or the bare scene. */
export function sceneOfScan(text: string): Scene | undefined {
  const found = /[?&]scene=([^&#]*)/.exec(text);
  return parseScene(found ? found[1] : text);
}

function decode(raw: string): string {
  try {
    return decodeURIComponent(raw);
  } catch {
    return '';
  }
}
