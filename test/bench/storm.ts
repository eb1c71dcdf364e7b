/** 200 people want 20 places: all at once or one after the other, near the database or far from it. */
import type { Slip } from '../../miniprogram/contract/reception';
import { makeDay, receiver } from '../cloudfunctions/reception/support/days';
import { newKey, type Reception } from '../cloudfunctions/reception/support/reception';
import { quantile } from './figures';

const PEOPLE = 200;
const PLACES = 20;

export interface Storm {
  roundTripMs: number;
  /** Between one person's tap and the next one's. */
  staggerMs: number;
  oversold: number;
  unsold: number;
  /** Places with two people, people with two bookings, answers that name a place twice. */
  duplicates: number;
  /** Answers that are neither a slip nor `full`. */
  strange: number;
  /** Until a person has an answer; the machine's processors are shared by all 200. */
  p50Ms: number;
  p95Ms: number;
  /** Mean per person, refused ones included. */
  dbCalls: number;
}

async function openAfternoon(reception: Reception): Promise<string[]> {
  const pm = Array.from({ length: 4 }, (_, n) => receiver(`p${n}`));
  const day = makeDay({ homes: { h1: { pm } }, settings: { walkInEvery: 0 } });
  await reception.replaceDay(day);
  return Object.keys(day.place);
}

function countDuplicates(reception: Reception, slips: readonly Slip[]): number {
  const { place, of } = reception.day();
  const taken = Object.values(place).filter((booking) => booking !== 0);
  const bookings = Object.values(of).flat();
  const twice = (list: readonly unknown[]) => list.length - new Set(list).size;
  const perAccount = Object.values(of).filter((own) => own.length > 1).length;
  return twice(slips.map((slip) => slip.place)) + twice(taken) + twice(bookings) + perAccount;
}

export async function runStorm(reception: Reception, roundTripMs: number, staggerMs: number): Promise<Storm> {
  await reception.control({ faults: {} });
  const places = await openAfternoon(reception);
  await reception.control({ faults: { latencyMs: roundTripMs } });
  const times: number[] = [];
  const answers = await Promise.all(
    Array.from({ length: PEOPLE }, async (_, n) => {
      await new Promise((resolve) => setTimeout(resolve, n * staggerMs));
      const start = performance.now();
      // Each names a place that it saw free when all were, by lot.
      const answer = await reception.book(`person-${n}`, { place: places[(n * 7) % PLACES] ?? '' }, newKey());
      times.push(performance.now() - start);
      return answer;
    }),
  );
  await reception.control({ faults: {} });
  const slips = answers.flatMap(({ ok, data }) => (ok ? [data as Slip] : []));
  const sold = Object.values(reception.day().place).filter((booking) => booking !== 0).length;
  return {
    roundTripMs,
    staggerMs,
    oversold: Math.max(0, slips.length - sold),
    unsold: PLACES - sold,
    duplicates: countDuplicates(reception, slips),
    strange: answers.filter(({ ok, code }) => !ok && code !== 'full').length,
    p50Ms: quantile(times, 0.5),
    p95Ms: quantile(times, 0.95),
    dbCalls: answers.reduce((sum, { cost }) => sum + cost.calls, 0) / PEOPLE,
  };
}
