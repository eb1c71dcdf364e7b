/** From a day and what was filled in so far to the words on the booking page. */
import type { Choice } from '../../components/choice-chips/choice-chips';
import { readPhone } from '../../contract/text';
import type { DayView, HomeDay } from '../../contract/reception';
import type { HomeCard, Places } from '../../contract/registry';
import type { LocalDate } from '../../contract/wire';
import { sayDay } from '../../view/dates';
import { listFree, listLargeTimes, listTimes, receiversOf, toWish } from '../../view/place-choice';
import type { TimeWish } from '../../view/place-choice';
import { sayReceiver } from '../../view/words';
import { sayCourse, sayStop } from './course';
import { offerWaiting, sayMain, sayWhen, waitedTime } from './waiting';
import { sayHalves, sayWhyNot, WAIT_WORDS } from './why-not';

export interface BookingForm {
  whom: 'self' | 'family';
  name: string;
  family: string;
  phone: string;
  /** `any`, `g:<group>`, `p:<person>`. */
  who: string;
  time: TimeWish;
  category: string;
}

export interface BookingScreen {
  day: string;
  /** Why nothing can be booked here; empty: it can. */
  stop: string;
  /** Full, but one may wait for a time. */
  waitable: boolean;
  elsewhere: readonly Choice[];
  whomAnswer: string;
  whomDetail: string;
  whoAnswer: string;
  who: readonly Choice[];
  categories: readonly Choice[];
  categoryAnswer: string;
  am: readonly Choice[];
  pm: readonly Choice[];
  large: readonly Choice[];
  /** What waiting means, where some time can be waited for. */
  waitWords: string;
  /** Under the times: where one goes, or that one calls. */
  course: string;
  main: string;
  /** 长辈版, before it is booked: when and where. */
  when: string;
  where: string;
  reason: string;
}

export interface Shown {
  day: DayView;
  home: HomeDay | undefined;
  homes: readonly HomeCard[];
  /** Asked for only when it is needed. */
  places: Places | null;
  /** The phone's own village. */
  village: string | undefined;
  form: BookingForm;
  today: LocalDate;
}

const ANYBODY = '谁先有空就找谁';

export function emptyForm(): BookingForm {
  return { whom: 'self', name: '', family: '', phone: '', who: 'any', time: '', category: '' };
}

/** Opened for somebody: one of the family, or whoever the slip is for that it takes the place of. */
export function forWhom(form: BookingForm, whom: string, name: string): BookingForm {
  if (whom === 'family') return { ...form, whom: 'family', family: name };
  return name === '' ? form : { ...form, name };
}

/** What one answer changes. */
export function answer(form: BookingForm, question: string, id: string): BookingForm {
  if (question === 'whom') return { ...form, whom: id === 'family' ? 'family' : 'self' };
  if (question === 'who') return { ...form, who: id };
  if (question === 'time') return { ...form, time: id };
  return question === 'category' ? { ...form, category: id } : { ...form, who: 'any' };
}

function cardOf({ home, homes }: Shown): HomeCard | undefined {
  return homes.find(({ id }) => id === home?.home);
}

export function toBookingScreen(shown: Shown): BookingScreen {
  const { day, home, form, today, places, village } = shown;
  const categories = (places?.categories ?? []).map(({ id, name }) => ({ id, text: name }));
  const free = home ? listFree(home, toWish(form.who)) : [];
  const timesOf = (half: 'am' | 'pm') => {
    if (!home) return [];
    const times = offerWaiting(listTimes(home, free, half), home);
    return sayWhyNot(times, half, { home, who: form.who, mine: day.mine });
  };
  const [am, pm] = [timesOf('am'), timesOf('pm')];
  return {
    day: sayDay(day.date, today),
    stop: sayStop(day, home, cardOf(shown), today),
    waitable: day.state === 'published' && home?.open === true,
    elsewhere: listElsewhere(shown),
    whomAnswer: form.whom === 'self' ? '自己' : '家里人',
    whomDetail: form.whom === 'self' ? form.name : form.family,
    whoAnswer: sayWho(form.who, home),
    who: home ? listWho(home, places, village) : [],
    categories,
    categoryAnswer: categories.find(({ id }) => id === form.category)?.text ?? '',
    am,
    pm,
    waitWords: [...am, ...pm].some(({ id }) => waitedTime(id) !== undefined) ? WAIT_WORDS : '',
    large: listLargeTimes(free),
    course: sayCourse(day, cardOf(shown)),
    main: sayMain(form.time),
    when: sayWhen(form.time),
    where: sayWhere(cardOf(shown)),
    reason: sayReason(form),
  };
}

function sayWhere(card: HomeCard | undefined): string {
  return card ? `${card.name}（${card.address}）` : '';
}

/** The other homes that still have places, when this one has none. */
function listElsewhere({ day, home, homes }: Shown): Choice[] {
  return day.homes
    .filter((other) => other.home !== home?.home && other.open)
    .map((other) => ({ other, left: listFree(other, { who: 'any' }).length }))
    .filter(({ left }) => left > 0)
    .map(({ other, left }) => ({
      id: other.home,
      text: homes.find(({ id }) => id === other.home)?.name ?? '另一个代表之家',
      hint: `余 ${String(left)}`,
    }));
}

function sayWho(who: string, home: HomeDay | undefined): string {
  const wish = toWish(who);
  if (wish.who === 'any') return ANYBODY;
  if (wish.who === 'group') return '我们组的代表，谁都行';
  const receivers = home ? [...receiversOf(home).values()] : [];
  return receivers.find(({ person }) => person === wish.person)?.name ?? ANYBODY;
}

/** Why it cannot be sent yet; empty: it can. */
export function sayReason(form: BookingForm): string {
  if (form.time === '') return '请先选一个时间';
  if (form.whom === 'self' && !form.name.trim()) return '请先写怎么称呼您';
  if (form.whom === 'family' && !form.family.trim()) return '请先写怎么称呼家里人';
  return form.phone === '' || readPhone(form.phone) !== undefined ? '' : '电话号码好像不对，可以不留';
}

/** 找谁: anybody, any of my group, each receiver of the day. */
function listWho(home: HomeDay, places: Places | null, village: string | undefined): Choice[] {
  const receivers = [...new Map([...receiversOf(home).values()].map((each) => [each.person, each])).values()];
  const sitting = new Set(receivers.map(({ group }) => group));
  const groups = (places?.groups ?? []).filter(({ id }) => sitting.has(id));
  const mine = groups.filter(({ villages }) => village !== undefined && villages.includes(village));
  const choices = [
    { id: 'any', text: ANYBODY },
    ...(mine.length > 0 ? mine : groups).map(({ id, name }) => ({ id: `g:${id}`, text: `${name}，谁都行` })),
    ...receivers.map((each) => ({ id: `p:${each.person}`, text: each.name, hint: sayReceiver(each) })),
  ];
  return choices.map((choice: Choice) => {
    const half = choice.id === 'any' ? '' : sayHalves(home, choice.id);
    const free = listFree(home, toWish(choice.id)).length > 0;
    if (!free) return { ...choice, hint: `${half}已满，可直接来`, off: true };
    return half === '' ? choice : { ...choice, hint: [half, choice.hint].filter(Boolean).join(' · ') };
  });
}
