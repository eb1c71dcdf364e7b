/** The roster of a year as far as it was read: coming days first, days that are over and people when they are wanted. */
import type { Result } from '../../contract/result';
import type { RosterPart, RosterView } from '../../contract/roster';
import type { LocalDate } from '../../contract/wire';
import { readPart } from '../../services/parts';
import { getRoster } from './roster';

const PARTS: readonly RosterPart[] = ['coming', 'past', 'people'];
const DONE: Result<unknown> = { ok: true, data: undefined };

const sizeOf = ({ days, counts }: RosterView): number => days.length + counts.length;

export class RosterReader {
  private readonly parts: Partial<Record<RosterPart, RosterView>> = {};

  constructor(readonly year: number) {}

  isWhole(of: RosterPart): boolean {
    const read = this.parts[of];
    return read !== undefined && read.next === undefined;
  }

  /** Everything that was read, days in their order. Undefined: no coming days were asked for yet. */
  get view(): RosterView | undefined {
    const { coming, past, people } = this.parts;
    if (!coming) return undefined;
    return {
      ...coming,
      days: [...[...(past?.days ?? [])].reverse(), ...coming.days],
      swaps: [...(past?.swaps ?? []), ...coming.swaps],
      counts: people?.counts ?? [],
      groups: people?.groups ?? [],
      absences: people?.absences ?? [],
    };
  }

  /** One part more. */
  async readOn(of: RosterPart): Promise<Result<unknown>> {
    if (this.isWhole(of)) return DONE;
    const result = await readPart(this.parts[of], (after) => getRoster(this.year, of, after));
    if (result.ok) this.parts[of] = result.data;
    return result;
  }

  /** All of it, or until there is enough. */
  async read(
    of: RosterPart,
    isEnough: (read: RosterView) => boolean = () => false,
  ): Promise<Result<unknown>> {
    for (;;) {
      const result = await this.readOn(of);
      const read = this.parts[of];
      if (!result.ok || !read || this.isWhole(of) || isEnough(read)) return result;
    }
  }

  /** The first coming days, and on until this day is there. */
  async open(date: LocalDate, today: LocalDate): Promise<Result<unknown>> {
    const first = await this.read(
      'coming',
      ({ days }) => date < today || days.some((day) => day.date >= date),
    );
    if (!first.ok || date === '' || date >= today) return first;
    return this.read('past', ({ days }) => days.some((day) => day.date <= date));
  }

  /** Anew, as far as another one was read. */
  async readLike({ parts }: RosterReader): Promise<Result<unknown>> {
    for (const of of PARTS) {
      const before = parts[of];
      const result = before ? await this.read(of, (read) => sizeOf(read) >= sizeOf(before)) : DONE;
      if (!result.ok) return result;
    }
    return DONE;
  }
}
