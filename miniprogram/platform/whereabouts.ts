import type { Whereabouts } from './kept';
import { parseScene } from '../contract/scene';
import type { Scene } from '../contract/scene';
import { keep, recall } from './storage';

export function whereabouts(): Whereabouts | undefined {
  return recall('whereabouts');
}

/** The township of every call. Pages that may open without one check `whereabouts()` first. */
export function township(): string {
  return recall('whereabouts')?.township ?? '';
}

/** Within the same township what was known stays; another township starts afresh. */
export function goTo(scene: Scene): Whereabouts {
  const before = whereabouts();
  const kept = before?.township === scene.township ? before : undefined;
  const next: Whereabouts = { ...kept, ...scene };
  if (scene.village !== undefined && scene.village !== kept?.village) delete next.villagerGroup;
  if (scene.village !== undefined && scene.home === undefined) delete next.home;
  keep('whereabouts', next);
  return next;
}

export function rememberVillage(village: string, villagerGroup?: string): void {
  const before = whereabouts();
  if (!before) return;
  const next: Whereabouts = { ...before, village };
  if (villagerGroup === undefined) delete next.villagerGroup;
  else next.villagerGroup = villagerGroup;
  keep('whereabouts', next);
}

/** Takes note of the poster the app was opened from; any other way of opening changes nothing. */
export function arriveBy(query: Readonly<Record<string, string | undefined>>): boolean {
  const scene = parseScene(query['scene']);
  if (!scene) return false;
  goTo(scene);
  return true;
}
