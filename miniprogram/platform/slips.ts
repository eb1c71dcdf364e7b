/** Coming slips, kept on the phone: at the desk the number and the code must show without a network. */
import type { Slip } from '../contract/reception';
import { today } from './clock';
import { keep, recall } from './storage';

/** Newer knowledge replaces older; what is cancelled or over is forgotten. */
export function mergeSlips(kept: readonly Slip[], fresh: readonly Slip[], today: string): Slip[] {
  const news = new Set(fresh.map(({ booking }) => booking));
  const merged = [...kept.filter(({ booking }) => !news.has(booking)), ...fresh];
  return merged.filter(({ state, date }) => state !== 'cancelled' && date >= today);
}

export function rememberSlips(fresh: readonly Slip[]): void {
  keep('slips', mergeSlips(recall('slips') ?? [], fresh, today()));
}

export function findSlip(booking: string): Slip | undefined {
  return recall('slips')?.find((slip) => slip.booking === booking);
}

/** The nearest one to come. */
export function nextSlip(): Slip | undefined {
  const coming = mergeSlips(recall('slips') ?? [], [], today());
  return coming.sort((one, other) => one.date.localeCompare(other.date))[0];
}

export function forgetSlip(booking: string): void {
  const kept = recall('slips') ?? [];
  keep(
    'slips',
    kept.filter((slip) => slip.booking !== booking),
  );
}
