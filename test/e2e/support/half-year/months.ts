/** The half-year without a screen: who came on each reception day, which houses were visited, what was helped with. */
import type { DeskView } from '../../../../miniprogram/contract/desk';
import type { ActivityInput } from '../../../../miniprogram/contract/duty';
import type { Receiver } from '../../../../miniprogram/contract/reception';
import { addDays } from '../../../../cloudfunctions/shared/china-time';
import type { Gateway } from './gateway';
import type { Pencil } from './pencil';
import { accountOf, nameOf, STAFF, townDeputies, VILLAGES } from './township';

/** So many new faces come to deputies on each of six days: 36. */
const NEW_FACES = 6;
/** New houses a month: 126 in six; and houses to which somebody goes once more. */
const HOUSES = 21;
const AGAIN = 3;
/** Matters a month, and two more in the last: 44, which with eight solved requests are 52. */
const HELPS = 7;
const LAST_HELPS = 9;
/** Deputies who go from house to house. */
const WALKERS = townDeputies.slice(1, 13);

interface Came {
  who: string;
  openid: string;
  booking: string;
  place: string;
}

interface Free {
  home: string;
  place: string;
  receiver: Receiver;
}

/** The deputies of the group of these villages, two of which belong to a home. */
export const membersOf = (group: number): string[] =>
  townDeputies.filter((_, n) => Math.floor((n % VILLAGES.length) / 2) === group);

export class Months {
  #faces = 0;
  #others = 0;
  #house = 0;

  constructor(
    private readonly gateway: Gateway,
    private readonly pencil: Pencil,
  ) {}

  async publish(date: string): Promise<void> {
    await this.gateway.ask('reception', 'publishDay', STAFF, { year: 2026, date });
  }

  /** Free places of a day with who sits there. */
  async #free(date: string): Promise<Free[]> {
    const { homes } = await this.gateway.ask('reception', 'day', 'yl-nobody', { date });
    return homes.flatMap(({ home, halves, times }) => {
      const sits = new Map(halves.flatMap(({ seats }) => seats).map((one) => [one.seat, one.receiver]));
      return times.flatMap(({ free }) =>
        free.flatMap(({ place, seat }) => {
          const receiver = sits.get(seat);
          return receiver ? [{ home, place, receiver }] : [];
        }),
      );
    });
  }

  async #book(date: string, free: Free, face: number): Promise<Came> {
    const who = `来访${nameOf(face)}`;
    const openid = `yl-face-${String(face)}`;
    const { home, place } = free;
    const wish = { who: 'receiver' as const, person: free.receiver.person };
    const wanted = { date, home, place, wish, whom: 'self' as const, name: who };
    const slip = await this.gateway.ask('reception', 'book', openid, wanted);
    return { who, openid, booking: slip.booking, place: slip.place };
  }

  #writeDown(who: string, { level }: Receiver): void {
    const { received, receivedByOthers } = this.pencil;
    (level === undefined ? receivedByOthers : received).push(who);
  }

  async #receive(date: string, { booking, place }: Came, from: 'booked' | 'arrived'): Promise<void> {
    const visit = { date, booking, place };
    await this.gateway.ask('reception', 'setVisit', STAFF, { ...visit, from, to: 'talking' });
    const met = { from: 'talking', to: 'met', outcome: 'explained' } as const;
    await this.gateway.ask('reception', 'setVisit', STAFF, Object.assign(met, visit));
  }

  /** Somebody without a booking, who leaves a name and a telephone. */
  async #walkIn(date: string, home: string): Promise<void> {
    const { gateway } = this;
    const face = this.#faces++;
    const asked = { date, home, half: 'am' } as const;
    const view: DeskView = await gateway.ask('reception', 'desk', STAFF, asked);
    const seat = view.seats.find(({ receiver }) => receiver.level !== undefined);
    if (!seat) throw new Error(`no deputy sits at ${home} on ${date}`);
    const who = `来访${nameOf(face)}`;
    const entered = await gateway.ask('reception', 'walkIn', STAFF, {
      ...asked,
      place: view.next ?? '',
      seat: seat.seat,
      name: who,
      phone: `1390000${String(1000 + face)}`,
      village: 'v1',
    });
    await this.#receive(date, Object.assign({ who, openid: '' }, entered), 'arrived');
    this.#writeDown(who, seat.receiver);
  }

  /**
   * Three days before a reception day some book; on it they come, with one who came before already, one to a
   * member of the party committee where one sits, one who only booked, and one without a booking. `tapped`: so many of the new faces come by a screen.
   */
  async receptionDay(date: string, month: number, tapped: number): Promise<() => Promise<void>> {
    await this.gateway.at(`${addDays(date, -3)}T10:00`);
    const free = await this.#free(date);
    const ofDeputies = free.filter(({ receiver }) => receiver.level !== undefined);
    const ofOthers = free.filter(({ receiver }) => receiver.level === undefined);
    // From everywhere: each home and each half of the day has some.
    const step = Math.max(1, Math.floor(ofDeputies.length / (NEW_FACES + 2)));
    const places = ofDeputies.filter((_, n) => n % step === 0);
    const coming: { came: Came; receiver: Receiver }[] = [];
    const take = async (from: Free[], face: number): Promise<void> => {
      const wanted = from.shift();
      if (!wanted) throw new Error(`no place is left on ${date}`);
      coming.push({ came: await this.#book(date, wanted, face), receiver: wanted.receiver });
    };
    for (let n = tapped; n < NEW_FACES - 1; n++) await take(places, this.#faces++);
    if (month > 0) await take(places, 0);
    if (ofOthers.length > 0) await take(ofOthers, 200 + this.#others++);
    await take(places, 300 + month);
    return () => this.#onTheDay(date, coming);
  }

  async #onTheDay(date: string, coming: readonly { came: Came; receiver: Receiver }[]): Promise<void> {
    const stays = coming.at(-1);
    for (const { came, receiver } of coming.slice(0, -1)) {
      await this.#receive(date, came, 'booked');
      this.#writeDown(came.who, receiver);
    }
    await this.#walkIn(date, 'h2');
    if (!stays) return;
    const { booking, place } = stays.came;
    const away = { date, booking, place, from: 'booked', to: 'no-show' } as const;
    await this.gateway.ask('reception', 'setVisit', STAFF, away);
  }

  note(person: string, activity: ActivityInput): Promise<unknown> {
    return this.gateway.ask('duty', 'note', accountOf(person), { activity });
  }

  noteByOffice(activity: ActivityInput): Promise<unknown> {
    return this.gateway.ask('duty', 'note', STAFF, { activity });
  }

  async #visit(date: string, house: number): Promise<void> {
    const village = `v${String((house % VILLAGES.length) + 1)}`;
    const name = `${nameOf(house)}家`;
    const person = WALKERS[house % WALKERS.length] ?? '';
    await this.note(person, { kind: 'household-visit', date, village, household: { name }, people: 2 });
    this.pencil.households.push(`${village} ${name}`);
  }

  /** From house to house, and what was helped with; `tapped`: so many visits are noted on a screen. */
  async walk(date: string, month: number, tapped: number): Promise<void> {
    for (let n = tapped; n < HOUSES; n++) await this.#visit(date, this.#house++);
    for (let n = 0; n < AGAIN; n++) await this.#visit(date, n * 5);
    for (let n = 0; n < (month === 5 ? LAST_HELPS : HELPS); n++) {
      const title = `帮办第${String(month * HELPS + n + 1)}件`;
      await this.note(WALKERS[n] ?? '', { kind: 'help', date, title, village: 'v1', category: 'road' });
      this.pencil.helped.push(title);
    }
  }

  async study(date: string, month: number): Promise<void> {
    const group = month % 3;
    const leader = ['p7', 'p9', 'p11'][group] ?? '';
    const persons = membersOf(group);
    const title = '学习代表法';
    await this.note(leader, { kind: 'study', date, title, persons, group: `g${String(group + 1)}` });
    this.pencil.studies.push(date);
    this.pencil.studied.push(...persons);
  }
}
