/** The day at two desks without a screen, and its record against a count of the ledger by hand. */
import { OUTCOMES, type DayRecord, type DeskView } from '../../../miniprogram/contract/desk';
import type { Receiver } from '../../../miniprogram/contract/reception';
import { CHIEF, STAFF, type Line, type Month } from './month';

/** 人次 and 人 of these lines. */
function count(lines: readonly Line[]): { visits: number; people: number } {
  const met = lines.filter(({ end }) => end === 'met');
  return { visits: met.length, people: new Set(met.map(({ who }) => who)).size };
}

/** Two desks by turns: most are received, some stay away, a few come without a booking. */
export async function receiveByTurns(month: Month): Promise<void> {
  const desks = [STAFF, CHIEF];
  let n = 0;
  for (const line of month.ledger.values()) {
    if (line.end !== 'no-show') continue;
    const desk = desks[n % 2] ?? STAFF;
    const from = line.origin === 'walk-in' ? 'arrived' : 'booked';
    if (n % 7 === 3) await month.step(desk, line, from, 'no-show');
    else await month.receive(desk, line, OUTCOMES[n % 3] ?? 'explained', from);
    n++;
  }
  for (const [at, home] of ['h1', 'h2', 'h2', 'h3'].entries()) {
    const desk = desks[at % 2] ?? STAFF;
    const asked = { date: month.date, home, half: 'am' };
    const { next } = await month.ask<DeskView>('reception', 'desk', desk, asked);
    const seat = `${home}-am-${String((at % 2) + 1)}`;
    const entered = await month.ask<{ booking: string; place: string }>('reception', 'walkIn', desk, {
      ...asked,
      place: next,
      seat,
      name: `路过${String(at)}`,
    });
    month.write(`路过${String(at)}`, entered, 'walk-in', seat);
    const line = month.ledger.get(entered.booking);
    if (line) await month.receive(desk, line, 'explained', 'arrived');
  }
}

function homesByHand(lines: readonly Line[], record: DayRecord): DayRecord['homes'] {
  return record.homes.map(({ home, name }) => {
    const here = lines.filter(({ place }) => place.startsWith(`${home}-`));
    const came = here.filter(({ end }) => end !== 'cancelled');
    const from = (origin: Line['origin']) => came.filter((line) => line.origin === origin).length;
    const ended = (outcome: string) => here.filter((line) => line.outcome === outcome).length;
    return {
      home,
      name,
      booked: from('phone'),
      behalf: from('behalf'),
      walkIns: from('walk-in'),
      ...count(here),
      late: 0,
      noShows: here.filter(({ end }) => end === 'no-show').length,
      unrecorded: 0,
      cancelled: here.length - came.length,
      outcomes: { explained: ended('explained'), matter: ended('matter'), visit: ended('visit') },
    };
  });
}

/** The record as it is, once it is what one counts by hand. */
export async function compareWithLedger(month: Month): Promise<DayRecord> {
  const lines = [...month.ledger.values()];
  const record = await month.ask<DayRecord>('reception', 'dayRecord', STAFF, { date: month.date });
  const sitting = await month.receivers();
  const by = (test: (receiver: Receiver | undefined) => boolean) =>
    count(lines.filter(({ seat }) => test(sitting.get(seat))));
  expect(record.homes).toEqual(homesByHand(lines, record));
  for (const { receiver, ...counted } of record.receivers)
    expect({ person: receiver.person, ...counted }).toEqual({
      person: receiver.person,
      ...by((one) => one?.person === receiver.person),
    });
  expect(record.byLevel).toEqual({
    district: by((one) => one?.level === 'district'),
    town: by((one) => one?.level === 'town'),
    other: by((one) => one !== undefined && one.level === undefined),
  });
  expect(record.byType).toEqual({
    committee: by((one) => one?.type === 'committee'),
    presidium: by((one) => one?.type === 'presidium'),
    deputy: by((one) => one !== undefined && one.type === undefined),
  });
  return record;
}
