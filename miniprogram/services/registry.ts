import type { Grant, Places, ScanCount, WhoAmI } from '../contract/registry';
import type { Part } from '../contract/parts';
import { ask, write } from '../platform/cloud';
import { now } from '../platform/clock';
import type { Result } from '../contract/result';
import { parseScene } from '../contract/scene';
import type { Scene } from '../contract/scene';
import { keep, recall } from '../platform/storage';
import { township } from '../platform/whereabouts';
import { partAt, readParts } from './parts';

/** How long the directory is believed without asking again (ms): it changes a few times a year. */
const PLACES_FRESH_MS = 10 * 60_000;

export function whoAmI(): Promise<Result<WhoAmI>> {
  return ask('registry', 'whoAmI', { township: township() });
}

/** Of any township. `kept`: what the phone has; where it is still so, one short answer says that. */
export function readPlaces(of: string, kept?: Places & Part): Promise<Result<Places & Part>> {
  const before = kept?.end === undefined ? undefined : { ...kept, next: kept.end };
  return readParts((after) => ask('registry', 'places', { township: of, ...partAt(after) }), before);
}

/**
 * Homes, villages, groups, categories, deputies. Kept on the phone: fresh ones are not asked for again,
 * and without a network the last ones known are still good enough to write a draft with.
 */
export async function getPlaces(): Promise<Result<Places>> {
  const kept = recall('places');
  const ours = kept?.places.township.id === township() ? kept : undefined;
  if (ours && now() - ours.at < PLACES_FRESH_MS && now() >= ours.at) return { ok: true, data: ours.places };
  const result = await readPlaces(township(), ours?.places);
  if (result.ok) keep('places', { at: now(), places: result.data });
  else if (ours && (result.code === 'offline' || result.code === 'busy')) {
    return { ok: true, data: ours.places };
  }
  return result;
}

export function claimInvitation(
  code: string,
  phoneLast4: string,
  key: string,
): Promise<Result<{ grant: Grant }>> {
  return write('registry', 'claimInvitation', { township: township(), code, phoneLast4 }, key);
}

/** Tells that somebody came by this poster; nobody waits for it, and nothing is said when it fails. */
export function countScan(scene: Scene | undefined): void {
  const place = scene?.home ?? scene?.village;
  if (scene && place !== undefined) void ask('registry', 'countScan', { township: scene.township, place });
}

/** The poster that a launch came by, in `options.query.scene`. */
export function countArrival(query: Readonly<Record<string, string | undefined>>): void {
  countScan(parseScene(query['scene']));
}

/** This month's scans of each home's and village's poster. */
export function getScans(): Promise<Result<{ month: string; places: readonly ScanCount[] }>> {
  return ask('registry', 'scans', { township: township() });
}
