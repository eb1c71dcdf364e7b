/** One visitor beside the list, with what can be pressed. */
import type { Choice } from '../../components/choice-chips/choice-chips';
import type { DeskRow, VisitState } from '../../contract/desk';
import { toLocalDate, toLocalTime } from '../../contract/time';
import { sayTime } from '../../view/dates';
import { sayHalfTime } from '../../view/words';
import { besideSteps, nextStep, takesOutcome } from './steps';
import type { StepWord } from './steps';
import { sayAbout, sayTag } from './view';
import type { Shown, Tone } from './view';

export interface VisitView {
  booking: string;
  state: VisitState;
  number: string;
  name: string;
  tag: string;
  tone: Tone;
  facts: readonly string[];
  main: StepWord | null;
  beside: readonly StepWord[];
  finish: boolean;
  outcome: string;
  seats: readonly Choice[];
  seat: string;
  /** The query of 暂停预约, where the office may keep this person from booking for a while. */
  bans: Readonly<Record<string, string>> | null;
  /** Why nothing can be pressed; empty: it can. */
  hold: string;
}

function sayTimes({ arrivedAt, startedAt, endedAt }: DeskRow): string {
  const said = [
    ['到', arrivedAt],
    ['开始谈', startedAt],
    ['谈完', endedAt],
  ] as const;
  return said
    .flatMap(([word, at]) => (at === undefined ? [] : [`${sayTime(toLocalTime(at))} ${word}`]))
    .join('，');
}

function sayHold(row: DeskRow, { desk, now, held }: Shown): string {
  if (held(row.booking)) return '刚才按的还没有送出，联网后自动送。';
  return desk.date > toLocalDate(now) ? '还没到这一天，当天才能登记。' : '';
}

/** `mine`: the caller's own seat, for whoever is not of the office. */
export function toVisit(row: DeskRow, shown: Shown, mine: string | undefined, office: boolean): VisitView {
  const { desk, now, categories } = shown;
  const several = mine === undefined && desk.seats.length > 1 && !takesOutcome(row.state);
  const phone = row.phoneTail === undefined ? '没有留电话' : `电话尾号 ${row.phoneTail}`;
  // Who just came without a phone would not be met again by any of it.
  const known = row.origin !== 'walk-in' || row.phoneTail !== undefined;
  return {
    booking: row.booking,
    state: row.state,
    number: `第${String(row.number)}号`,
    name: row.name,
    ...sayTag(row, desk.date, now),
    facts: [
      [sayHalfTime(row.half, row.time), sayAbout(row, desk, categories)].filter(Boolean).join(' · '),
      [phone, sayTimes(row)].filter(Boolean).join(' · '),
      ...(row.request ? ['已经转为意见'] : []),
      ...(row.late ? ['事后补录'] : []),
    ],
    main: nextStep(row.state) ?? null,
    beside: besideSteps(row.state),
    finish: takesOutcome(row.state),
    outcome: row.outcome ?? '',
    seats: several ? desk.seats.map(({ seat, receiver }) => ({ id: seat, text: receiver.name })) : [],
    seat: mine ?? row.seat,
    bans: office && known ? { date: desk.date, booking: row.booking, name: row.name } : null,
    hold: sayHold(row, shown),
  };
}
