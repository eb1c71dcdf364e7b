/** One deputy's public card, with the next reception when there is one. */
import { HALF_LABELS, LEVEL_LABELS } from '../../contract/labels';
import type { DayView } from '../../contract/reception';
import type { Places } from '../../contract/registry';
import type { LocalDate, Output } from '../../contract/wire';
import { kindLabel, villageName } from '../../view/activity-words';
import { sayDay, sayDayFrom } from '../../view/dates';
import { listFree } from '../../view/place-choice';

export interface DeputyScreen {
  name: string;
  label: string;
  group: string;
  villages: string;
}

export interface NextReception {
  words: string;
  /** Where the booking page opens; empty: nothing to book with this person. */
  home: string;
}

export function toDeputyScreen(places: Places, person: string): DeputyScreen | undefined {
  const deputy = places.deputies.find((each) => each.person === person);
  if (!deputy) return undefined;
  const group = places.groups.find(({ id }) => id === deputy.group)?.name ?? '';
  const villages = places.villages.filter(({ id }) => deputy.villages.includes(id)).map(({ name }) => name);
  return {
    name: deputy.name,
    label: [LEVEL_LABELS[deputy.level], deputy.title].filter(Boolean).join(' · '),
    group: deputy.leader ? `${group}组长` : group,
    villages: villages.join('、'),
  };
}

export interface PublicLine {
  key: string;
  title: string;
  words: string;
}

/** More of them are in the township's own record: a card is read at a glance. */
const MOST_LINES = 8;

export function toPublicLines(
  facts: Output<'duty', 'publicFacts'>['facts'],
  places: Places,
  today: LocalDate,
): PublicLine[] {
  return facts.slice(0, MOST_LINES).map(({ kind, date, village }, at) => ({
    key: String(at),
    title: kindLabel(kind),
    words: [sayDay(date, today), villageName(places, village)].filter(Boolean).join(' · '),
  }));
}

/** 12月7日 星期一（还有14天）上午，城关代表之家. */
export function findReception(
  day: DayView,
  person: string,
  places: Places,
  today: LocalDate,
): NextReception | undefined {
  for (const home of day.homes) {
    const halves = home.halves.filter(({ seats }) =>
      seats.some(({ receiver }) => receiver.person === person),
    );
    if (halves.length === 0) continue;
    const when = halves.map(({ half }) => HALF_LABELS[half]).join('、');
    const name = places.homes.find(({ id }) => id === home.home)?.name ?? '';
    const free = home.open && listFree(home, { who: 'receiver', person }).length > 0;
    return { words: `${sayDayFrom(day.date, today)}${when}，${name}`, home: free ? home.home : '' };
  }
  return undefined;
}
