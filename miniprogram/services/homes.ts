import type { HomeCard } from '../contract/registry';
import { recall } from '../platform/storage';
import { township } from '../platform/whereabouts';
import { getPlaces } from './registry';

/** The township's homes as the phone last saw them; empty before it ever did. */
export function knownHomes(): readonly HomeCard[] {
  const seen = recall('homes');
  if (seen?.township === township()) return seen.homes;
  const book = recall('places')?.places;
  return book?.township.id === township() ? book.homes : [];
}

/** The same, asked for once when the phone knows none: it was opened from a message or a shared card. */
export async function getHomes(): Promise<readonly HomeCard[]> {
  const known = knownHomes();
  if (known.length > 0) return known;
  const places = await getPlaces();
  return places.ok ? places.data.homes : [];
}

/** Posters that a code may lead to, by their scene: the township, or one of its homes. */
export async function listScenes(): Promise<{ id: string; text: string }[]> {
  const own = township();
  const homes = await getHomes();
  return [
    { id: own, text: '小程序首页' },
    ...homes.map(({ id, name }) => ({ id: `${own}.${id}`, text: name })),
  ];
}
