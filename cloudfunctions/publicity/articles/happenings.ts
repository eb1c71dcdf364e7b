import { labelOf } from '../../../miniprogram/contract/activity-kinds';
import type { Happening, HappeningKind } from '../../../miniprogram/contract/happening';
import type { Input, Output, LocalDate } from '../../../miniprogram/contract/wire';
import { openSaid, readActivities } from '../../duty/activities/store';
import { readDaysBefore } from '../../reception/days/store';
import { EVERY } from '../../request/lists/rules/facets';
import { readList } from '../../request/store';
import { addDays, toLocalDate } from '../../shared/china-time';
import { ok } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { sayDate } from '../../shared/say-date';
import { knownTo } from '../../shared/visibility';
import { happeningsInput } from '../schemas';
import { articleId, readStates } from './store';
import { readAllKept } from '../keeping/store';
import { mayTell } from '../../duty/activities/rules/story';

/** A quarter of a year. */
const DAYS = 6;

/** Days up to today; a figure that costs no booking to be read. */
async function listDays(township: string, today: LocalDate): Promise<Happening[]> {
  const days = await readDaysBefore(township, addDays(today, 1), DAYS, ['date', 'state', 'homes', 'visits']);
  return days
    .filter(({ state }) => state === 'published')
    .map(({ date, homes, visits = {} }) => {
      const received = Object.values(visits).filter(({ s }) => s === 'met' || s === 'talking').length;
      const words = `${String(Object.keys(homes).length)}个代表之家 · ${String(received)}人次`;
      return {
        source: { kind: 'reception-day', of: date },
        title: `${sayDate(date)} 代表接访日`,
        date,
        words,
      };
    });
}

/** The newest of the public board. */
const SOLVED = 10;

async function listSolved(township: string, person: string | undefined): Promise<Happening[]> {
  const found = await readList(township, {
    where: { boardPlaces: EVERY, ...knownTo(person) },
    by: 'board',
    newest: true,
    limit: SOLVED,
    fields: ['published'],
  });
  return found.flatMap(({ _id: of, published }): Happening[] => {
    if (!published) return [];
    const { title, summary: words, on: date } = published;
    return [{ source: { kind: 'request', of }, title, date, words }];
  });
}

/** Days back of last year's activities: in January those of the autumn are still told of. */
const BACK = 180;

async function listActivities(township: string, today: LocalDate): Promise<Happening[]> {
  const year = Number(today.slice(0, 4));
  const years = [year, year - 1].map(String);
  const plans = await readAllKept(
    township,
    years.map((each) => `plan-${each}` as const),
  );
  return plans.flatMap(({ _id, activities = {} }) => {
    const of = _id.slice(-4);
    return Object.values(activities)
      .filter(({ state, date }) => state === 'done' && (of === String(year) || date >= addDays(today, -BACK)))
      .map(({ id, title, date, place, people }) => ({
        source: { kind: 'activity' as const, of: `${of}-${id}` },
        title,
        date,
        words: `${place} · ${String(people)}人次`,
      }));
  });
}

/** The newest of what deputies did together. */
const HELD = 20;

async function listHeld(township: string, today: LocalDate): Promise<Happening[]> {
  const found = await readActivities(township, 'all', HELD, `${today}~`);
  return found.filter(mayTell).map((activity) => ({
    source: { kind: 'duty', of: activity._id },
    title: openSaid(activity).title ?? labelOf(activity.kind) ?? '',
    date: activity.date,
    words: `${labelOf(activity.kind) ?? ''} · ${String(activity.persons.length)}名代表`,
  }));
}

interface Asking {
  township: string;
  today: LocalDate;
  person: string | undefined;
}

/** One call each. */
const LISTS: Readonly<Record<HappeningKind, (asking: Asking) => Promise<Happening[]>>> = {
  'reception-day': ({ township, today }) => listDays(township, today),
  request: ({ township, person }) => listSolved(township, person),
  activity: ({ township, today }) => listActivities(township, today),
  duty: ({ township, today }) => listHeld(township, today),
};

/** Two reads after admit: what happened, and which of it has an article. At most twenty rows but for planned activities. */
export const happenings: Action<Input<'publicity', 'happenings'>, Output<'publicity', 'happenings'>> = {
  write: false,
  input: happeningsInput,
  async run({ now, admitted }, { township, kind }) {
    const all = await LISTS[kind]({ township, today: toLocalDate(now), person: admitted?.person });
    const idOf = ({ source }: Happening) => articleId(township, [source.kind, source.of]);
    const written = new Set((await readStates(township, all.map(idOf))).map(({ _id }) => _id));
    const open = all.filter((one) => !written.has(idOf(one)));
    open.sort((one, other) => ((one.date ?? '') < (other.date ?? '') ? 1 : -1));
    return ok({ happenings: open });
  },
};
