/** The reception day as one would play it with a pencil: places, lists, people, who is where. No document, no conditions. */
import type { VisitState } from '../../../../miniprogram/contract/desk';
import type { TakeOverAct, Wished } from './day-acts';

export interface Live {
  account: string;
  people: readonly string[];
  place: string;
  live: boolean;
  /** Booked on behalf, and not taken over since. */
  behalf?: { village: string; name: string };
}

export const homeOf = (place: string) => place.slice(0, place.indexOf('-'));
export const timeOf = (place: string) => place.slice(0, place.lastIndexOf('-'));
export const waits = (place: string) => place.endsWith('-0');
export const numberOf = (place: string) => parseInt(place.slice(place.lastIndexOf('-') + 1), 10);
const bookable = (place: string) => !/[wx]$/.test(place);

export class DayState {
  readonly place = new Map<string, string | 0>();
  readonly bookings = new Map<string, Live>();
  readonly closed = new Set<string>();
  readonly lists = new Map<string, string[]>();
  readonly blocked = new Set<string>();
  readonly visits = new Map<string, VisitState>();
  /** Home → highest number given. */
  readonly highest = new Map<string, string>();

  constructor(
    places: readonly string[],
    readonly plan: Map<string, string>,
    readonly sitting: Map<string, string>,
  ) {
    for (const place of places) {
      this.place.set(place, 0);
      this.highest.set(homeOf(place), place);
    }
  }

  protected isFree(place: string): boolean {
    const awaited = (this.lists.get(timeOf(place)) ?? []).length > 0;
    return this.place.get(place) === 0 && !this.blocked.has(place) && !awaited;
  }

  protected fits({ person }: Wished, place: string): boolean {
    return person === undefined || this.sitting.get(this.plan.get(place) ?? '') === person;
  }

  free(act: Wished): string[] {
    return this.bookable(act.home).filter((place) => this.isFree(place) && this.fits(act, place));
  }

  /** All that phones may book, of one home or of both. */
  bookable(home = ''): string[] {
    return [...this.place.keys()].filter((place) => bookable(place) && place.startsWith(home));
  }

  protected findKnown(people: readonly string[], waiting: boolean): [string, Live] | undefined {
    return [...this.bookings].find(
      ([, { live, place, people: own }]) =>
        live && waits(place) === waiting && own.some((person) => people.includes(person)),
    );
  }

  /** Live bookings of any of these persons. */
  protected listKnown(people: readonly string[]): Live[] {
    return [...this.bookings.values()].filter(
      ({ live, people: own }) => live && own.some((person) => people.includes(person)),
    );
  }

  protected liveOf(account: string): Live[] {
    return [...this.bookings.values()].filter((each) => each.live && each.account === account);
  }

  protected findOnBehalf({ home, number, of = '' }: TakeOverAct): Live | undefined {
    const found = this.bookings.get(of);
    const there = found?.live && homeOf(found.place) === home && numberOf(found.place) === number;
    return there ? found : undefined;
  }

  /** Places that should have gone to somebody who waits. */
  passedOver(): string[] {
    return [...this.place.keys()].filter(
      (place) =>
        bookable(place) &&
        this.place.get(place) === 0 &&
        !this.blocked.has(place) &&
        !this.closed.has(homeOf(place)) &&
        (this.lists.get(timeOf(place)) ?? []).length > 0,
    );
  }
}
