/** Acts of the tests of notices, and who was told of what. */
import type { DayView, Slip } from '../../../../miniprogram/contract/reception';
import type { DayDocument } from '../../../../cloudfunctions/reception/days/rules/day-document';
import type { RosterDocument } from '../../../../cloudfunctions/reception/roster/rules/roster-document';
import type { InboxRow } from '../../../../cloudfunctions/notify/inbox/store';
import { accountOf } from '../../../../cloudfunctions/shared/cipher';
import type { PostOffice } from './post-office';

export const DATE = '2026-12-07';

export function noticeActs(office: PostOffice) {
  const kick = () => office.act('o-anybody', 'notify', 'kick');
  const reception = (openid: string, action: string, input: object) =>
    office.act(openid, 'reception', action, input);
  const day = (): DayDocument => {
    const found = office.all<DayDocument>('days').find(({ _id }) => _id === `bh~${DATE}`);
    if (!found) throw new Error('no day');
    return found;
  };
  const seats = () =>
    office.all<RosterDocument>('rosters').find(({ _id }) => _id === 'bh~2026')?.seats[DATE] ?? {};

  const villagers = ['o1', 'o2', 'o3', 'asker'];
  function nameOf(account: string): string {
    const holders = office.all<{ openid: string }>('invitations').map(({ openid }) => openid);
    return [...villagers, ...holders].find((openid) => openid !== '' && accountOf(openid) === account) ?? '?';
  }

  /** Who was told of the event what: `openid: title`, in order of the alphabet. */
  function told(event: string, before = 0): string[] {
    const rows = office.all<InboxRow>('inbox').filter((row) => row.event === event && row.at > before);
    return rows.map(({ account, title }) => `${nameOf(account)}: ${title}`).sort();
  }

  async function freeAt(time: string): Promise<{ home: string; place: string; seat: string }[]> {
    const { homes } = (await reception('o-looker', 'day', { date: DATE })).data as DayView;
    const [first] = homes;
    const free = first?.times.find((one) => one.time === time)?.free ?? [];
    return free.map(({ place, seat }) => ({ home: first?.home ?? '', place, seat }));
  }

  async function book(openid: string, { home, place }: { home: string; place: string }): Promise<Slip> {
    const wish = { date: DATE, home, place, wish: { who: 'any' }, whom: 'self', name: '钱多多' };
    const answer = await reception(openid, 'book', wish);
    if (!answer.ok) throw new Error(answer.code);
    return answer.data as Slip;
  }

  async function firstFree(): Promise<{ home: string; place: string; seat: string; person: string }> {
    const { homes } = (await reception('o-looker', 'day', { date: DATE })).data as DayView;
    const home = homes.find(({ times }) => times.some(({ free }) => free.length > 0));
    const free = home?.times.flatMap((time) => time.free)[0];
    if (!home || !free) throw new Error('nothing is free');
    return { home: home.home, ...free, person: day().seats[free.seat]?.person ?? '' };
  }
  return { kick, reception, day, seats, told, freeAt, book, firstFree };
}
