/** Bookings of the sample's reception days, as their own act leaves them. */
import type { DayDocument } from '../../cloudfunctions/reception/days/rules/day-document';
import { listFree } from '../../cloudfunctions/reception/booking/rules/free-places';
import { accountOf, encryptField, hashParts } from '../../cloudfunctions/shared/cipher';
import { DAY_MS, toInstant } from '../../cloudfunctions/shared/china-time';
import { BAIHE } from './baihe/places';
import { VILLAGERS } from './identities';

interface Visitor {
  openid: string;
  name: string;
  category?: string;
}

const zhang = { openid: VILLAGERS.zhang.openid, name: '张三婶' };
const li = { openid: VILLAGERS.li.openid, name: '李大爷', category: 'road' };
const wang = { openid: VILLAGERS.wang.openid, name: '王师傅', category: 'farming' };
const qing = { openid: VILLAGERS.qing.openid, name: '孔二嫂' };
/** Accounts without a phone in the preview: they only make the days look lived in. */
const others = ['赵家嫂子', '村东老周', '桥头小杨', '梨园老陈'].map((name, at) => ({
  openid: `bh-visitor-${at + 1}`,
  name,
  category: 'other',
}));

/** Takes the n-th free bookable place of a home (from 0) for somebody who books for themselves. */
function book(day: DayDocument, home: string, nth: number, visitor: Visitor): void {
  const place = listFree(day, home)[nth];
  if (place === undefined) return;
  const { openid, name, category } = visitor;
  const account = accountOf(openid);
  const short = `b${hashParts(['booking', account, day.date, 'sample'], 8)}`;
  const booking = `${account}-${short}`;
  day.place[place] = booking;
  day.by[account] = booking;
  day.of[account] = [booking];
  const at = Math.min(toInstant(day.date) - 2 * DAY_MS, (day.publishedAt ?? 0) + 3_600_000);
  day.bookings[account] = {
    [short]: {
      state: 'booked',
      p: place,
      whom: 'self',
      name: encryptField(name),
      keys: account,
      openid,
      at,
      ...(category !== undefined && { category }),
    },
  };
}

/** The first bookable place of a seat, counted among the free ones of its home. */
function firstOf(day: DayDocument, seat: string): number {
  const home = seat.split('-')[0] ?? '';
  return listFree(day, home).findIndex((place) => day.plan[place] === seat);
}

/** A few visitors on the days that are over, and some who come on the next one; 张三婶 has not booked yet. */
export function bookSample(past: readonly DayDocument[], coming: readonly DayDocument[]): void {
  for (const day of past) {
    if (day.township !== BAIHE) book(day, 'h1', 0, qing);
    else
      [zhang, li, wang, ...others].forEach((visitor, at) => {
        book(day, `h${(at % 3) + 1}`, 0, visitor);
      });
  }
  const [next] = coming;
  if (next?.township !== BAIHE) return;
  book(next, 'h2', firstOf(next, 'h2-am-2'), li);
  others.forEach((visitor, at) => {
    book(next, `h${(at % 3) + 1}`, at, visitor);
  });
}
