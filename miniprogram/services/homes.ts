import type { HomeCard } from '../contract/registry';
import { recall } from '../platform/storage';
import { township } from '../platform/whereabouts';
import { getPlaces } from './registry';

/** One home's name, address and landline: from what the phone last saw, else asked for. */
export async function getHomeCard(home: string): Promise<HomeCard | undefined> {
  const kept = recall('homes');
  const known = kept?.township === township() ? kept.homes.find(({ id }) => id === home) : undefined;
  if (known) return known;
  const places = await getPlaces();
  return places.ok ? places.data.homes.find(({ id }) => id === home) : undefined;
}
