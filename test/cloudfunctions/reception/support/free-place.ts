/** The day of reception of a cloud in this process, and a place on it that may be booked. */
import type { InProcessCloud } from '../../../support/in-process';

export interface Day {
  date: string;
  township: string;
  place: Record<string, string | 0>;
  plan: Record<string, string>;
}

export function dayOf(cloud: InProcessCloud, date: string): Day {
  const found = cloud.documents<Day>('days').find((each) => each.date === date && each.township === 'bh');
  if (!found) throw new Error('no day');
  return found;
}

/** With its home and time. */
export function freePlaceOf(day: Day): { place: string; home: string; time: string } {
  const [place = ''] = Object.entries(day.place).find(([id, by]) => by === 0 && /\d$/.test(id)) ?? [];
  const [home = '', time = ''] = place.split('-');
  return { place, home, time: `${time.slice(0, 2)}:${time.slice(2)}` };
}
