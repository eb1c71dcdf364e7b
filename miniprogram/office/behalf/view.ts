/** From the day and what was filled in to the words of 代填, and the slip to be handed over. */
import qrcode from 'qrcode-generator';
import type { Choice } from '../../components/choice-chips/choice-chips';
import { readPhone } from '../../contract/text';
import type { DayView, HomeDay, Slip } from '../../contract/reception';
import type { Grant, HomeCard, Places } from '../../contract/registry';
import type { LocalDate } from '../../contract/wire';
import { HELPERS, holdsAny, OFFICE } from '../../contract/roles';
import { sayDay, sayDayFrom, sayMoment } from '../../view/dates';
import { listFree, listTimes } from '../../view/place-choice';
import { drawQr, qrTextOf } from '../../view/qr';
import { isByPhone, sayHalfTime, sayNumber, sayReceiver } from '../../view/words';

export interface BehalfForm {
  village: string;
  name: string;
  phone: string;
  home: string;
  time: string;
}

export interface BehalfScreen {
  day: string;
  stop: string;
  villages: readonly { id: string; name: string }[];
  village: string;
  homes: readonly Choice[];
  times: readonly Choice[];
  reason: string;
}

/** The paper: number, time, receiver, place, code; never what it is about. */
export interface PaperSlip {
  number: string;
  day: string;
  time: string;
  receiver: string;
  name: string;
  home: string;
  address: string;
  landline: string;
  code: string;
  qr: string;
}

/** The villages somebody may enter for: all for the office, else those of the helper's grants. */
export function villagesFor(grants: readonly Grant[], { villages }: Places): { id: string; name: string }[] {
  const held = grants.filter(({ state }) => state === 'confirmed');
  const all = holdsAny(grants, OFFICE);
  const own = new Set(held.filter(({ role }) => HELPERS.includes(role)).map(({ village }) => village));
  return villages.filter(({ id }) => all || own.has(id)).map(({ id, name }) => ({ id, name }));
}

export function sayReason({ village, name, phone, time }: BehalfForm): string {
  if (!village) return '请先选是哪个村的';
  if (!name.trim()) return '请先写怎么称呼';
  if (phone && readPhone(phone) === undefined) return '电话号码好像不对，可以不留';
  return time ? '' : '请先选一个时间';
}

function sayStop(day: DayView, today: LocalDate, home: HomeDay | undefined): string {
  if (day.state !== 'published' || !home) return '值班表还没有公布，暂时不能预约。当天直接来也行。';
  return home.open ? '' : `网上预约 ${sayMoment(home.closesAt, today)} 截止了。当天直接来也行，不用预约。`;
}

export function toBehalfScreen(
  day: DayView,
  homes: readonly HomeCard[],
  villages: readonly { id: string; name: string }[],
  form: BehalfForm,
  today: LocalDate,
): BehalfScreen {
  const home = day.homes.find((each) => each.home === form.home);
  const free = home ? listFree(home, { who: 'any' }) : [];
  return {
    day: sayDayFrom(day.date, today),
    stop: sayStop(day, today, home),
    villages,
    village: villages.find(({ id }) => id === form.village)?.name ?? '',
    homes: day.homes.map((each) => ({
      id: each.home,
      text: homes.find(({ id }) => id === each.home)?.name.replace(/代表之家$/, '') ?? each.home,
      hint: `余 ${String(listFree(each, { who: 'any' }).length)}`,
    })),
    times: home ? [...listTimes(home, free, 'am'), ...listTimes(home, free, 'pm')] : [],
    reason: sayReason(form),
  };
}

export function toPaper(slip: Slip, home: HomeCard | undefined, township: string): PaperSlip {
  const { receiver } = slip;
  return {
    number: sayNumber(slip),
    day: sayDay(slip.date),
    time: sayHalfTime(slip.half, slip.time),
    receiver: receiver ? `${receiver.name}（${sayReceiver(receiver)}）` : '到时在场的接访人',
    name: slip.name,
    home: home?.name ?? '',
    address: isByPhone(home, slip.date) ? '电话接访，到时打' : (home?.address ?? ''),
    landline: home?.landline ?? '',
    code: slip.code,
    qr: drawQr(qrcode, qrTextOf(township, slip)),
  };
}
