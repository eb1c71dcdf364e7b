/** What happened, as the fields that templates name. Pure; names of villagers never come near it. */
import { labelOf } from '../../../../miniprogram/contract/activity-kinds';
import type { DayRecord } from '../../../../miniprogram/contract/desk';
import type { Activity } from '../../../../miniprogram/contract/publicity-month';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import type { Fields } from '../../keeping/rules/fill-template';
import type { ActivityDocument, Said } from '../../../duty/activities/rules/activity-document';
import { sayDate } from '../../../shared/say-date';

function sum(numbers: readonly number[]): string {
  return String(numbers.reduce((total, n) => total + n, 0));
}

/** More names than this are counted, not listed. */
const NAMES_AT_MOST = 8;

/** `silent`: an election period, nobody is named. */
export function tellDay(
  date: LocalDate,
  { homes, receivers }: Pick<DayRecord, 'homes' | 'receivers'>,
  township: string,
  silent: boolean,
): Fields {
  const names = [...new Set(receivers.map(({ receiver }) => receiver.name))];
  const count = String(names.length);
  const listed = names.slice(0, NAMES_AT_MOST).join('、');
  const named = names.length > NAMES_AT_MOST ? `${listed}等${count}位同志` : listed;
  return {
    township,
    date: sayDate(date),
    homes: String(homes.length),
    homeNames: homes.map(({ name }) => name).join('、'),
    receivers: silent || names.length === 0 ? '人大代表' : named,
    receiverCount: count,
    visits: sum(homes.map(({ visits }) => visits)),
    people: sum(homes.map(({ people }) => people)),
    explained: sum(homes.map(({ outcomes }) => outcomes.explained)),
    requests: sum(homes.map(({ outcomes }) => outcomes.matter)),
    agreed: sum(homes.map(({ outcomes }) => outcomes.visit)),
  };
}

export function tellActivity(
  { date, profession, title, speaker, place, people }: Activity,
  township: string,
): Fields {
  return {
    township,
    date: sayDate(date),
    profession,
    title,
    place,
    speaker: speaker === '' ? profession : speaker,
    people: String(people),
  };
}

export function tellDuty(
  { kind, date, persons }: Pick<ActivityDocument, 'kind' | 'date' | 'persons'>,
  { title = '', place = '', words = '', result = '', sites = [] }: Said,
  township: string,
): Fields {
  const names = sites.map(({ name }) => name).join('、');
  return {
    township,
    date: sayDate(date),
    kind: labelOf(kind) ?? '',
    title,
    deputies: String(persons.length),
    place: place === '' ? '' : `地点在${place}。`,
    sites: names === '' ? '' : `看了${names}。`,
    // What somebody said in their house is not the article's.
    words: kind === 'household-visit' ? '' : words,
    result,
  };
}

/** What the office published on the board, in its own words: no name, nothing the board does not say. */
export interface Solved {
  title: string;
  summary: string;
  result: string;
  village: string;
  category: string;
  days: number;
}

export function tellRequest(
  { title, summary, result, village, category, days }: Solved,
  township: string,
): Fields {
  return { township, title, village, category, asked: summary, reply: result, days: String(days) };
}

/** Whether single deputies are not to be named on that day. */
export function isSilent(
  election: { from: LocalDate; to: LocalDate } | undefined,
  today: LocalDate,
): boolean {
  return election !== undefined && election.from <= today && today <= election.to;
}
