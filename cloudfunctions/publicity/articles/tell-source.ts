/** Reads what an article tells of; undefined: there is no such thing (or nothing to tell yet). */
import type { Source } from '../../../miniprogram/contract/article';
import type { Instant, LocalDate } from '../../../miniprogram/contract/wire';
import { recallTownship } from '../../registry/store';
import { recordDay } from '../../reception/desk/rules/day-record';
import { DESK_FIELDS, readDay } from '../../reception/days/store';
import { openSaid, readActivity } from '../../duty/activities/store';
import { readRequest } from '../../request/store';
import { daysBetween, toLocalDate } from '../../shared/china-time';
import type { Call } from '../../shared/serve';
import { isHiddenFrom } from '../../shared/visibility';
import type { Fields } from '../keeping/rules/fill-template';
import { mayTell } from '../../duty/activities/rules/story';
import { isSilent, tellActivity, tellDay, tellDuty, tellRequest } from './rules/tell';
import { sayDate } from '../../shared/say-date';
import { readKept } from '../keeping/store';
import { readSettings } from './mark-article';

export interface Told {
  fields: Fields;
  /** «12月7日 代表接访日» */
  words: string;
  day: LocalDate;
  author: string;
}

type Half = Omit<Told, 'author'> | undefined;

async function tellReceptionDay(township: string, date: LocalDate, now: Instant): Promise<Half> {
  const today = toLocalDate(now);
  if (date > today) return undefined;
  const [day, known, settings] = await Promise.all([
    readDay(township, date, DESK_FIELDS),
    recallTownship(township, now),
    readSettings(township),
  ]);
  if (!known || day?.state !== 'published') return undefined;
  const { directory } = known;
  const names = new Map(directory.homes.map(({ id, name }) => [id, name]));
  const fields = tellDay(
    date,
    recordDay(day, names, now),
    directory.card.name,
    isSilent(settings.election, today),
  );
  return { fields, words: `${sayDate(date)} 代表接访日`, day: date };
}

async function tellPlanned(township: string, of: string, now: Instant): Promise<Half> {
  const [year = '', id = ''] = of.split('-');
  const [rows, known] = await Promise.all([
    readKept(township, `plan-${year}`),
    recallTownship(township, now),
  ]);
  const activity = rows.activities?.[id];
  if (!known || activity?.state !== 'done') return undefined;
  const { title, date } = activity;
  return {
    fields: tellActivity(activity, known.directory.card.name),
    words: `${sayDate(date)} ${title}`,
    day: date,
  };
}

/** An activity of deputies that was held; one deputy's own only with consent, and not in an election period. */
async function tellOfDuty(township: string, of: string, now: Instant): Promise<Half> {
  const [activity, known, settings] = await Promise.all([
    readActivity(township, of),
    recallTownship(township, now),
    readSettings(township),
  ]);
  if (!known || !activity || !mayTell(activity)) return undefined;
  if (activity.persons.length === 1 && isSilent(settings.election, toLocalDate(now))) return undefined;
  const said = openSaid(activity);
  const fields = tellDuty(activity, said, known.directory.card.name);
  const { date } = activity;
  return { fields, words: `${sayDate(date)} ${said.title ?? ''}`.trim(), day: date };
}

/** Solved and on the public board; what the villager wrote stays in the request. */
async function tellSolved({ township, now, admitted }: Asking, id: string): Promise<Half> {
  const [request, known] = await Promise.all([readRequest(township, id), recallTownship(township, now)]);
  if (!known || !request?.published) return undefined;
  if (isHiddenFrom(admitted?.person, request, known.directory)) return undefined;
  const { title, summary, result, on } = request.published;
  const { directory } = known;
  const nameOf = (rows: readonly { id: string; name: string }[], wanted: string) =>
    rows.find((row) => row.id === wanted)?.name ?? '';
  const solved = {
    title,
    summary,
    result,
    days: daysBetween(toLocalDate(request.createdAt), on),
    village: nameOf(directory.villages, request.village),
    category: nameOf(directory.categories, request.category),
  };
  return { fields: tellRequest(solved, directory.card.name), words: `${sayDate(on)} ${title}`, day: on };
}

async function tellBlank(township: string, now: Instant): Promise<Half> {
  const known = await recallTownship(township, now);
  if (!known) return undefined;
  const day = toLocalDate(now);
  return { fields: { township: known.directory.card.name, date: sayDate(day) }, words: '自己写的', day };
}

type Asking = Pick<Call, 'township' | 'now' | 'admitted'>;

function tellOf(call: Asking, { kind, of }: Source): Promise<Half> {
  const { township, now } = call;
  switch (kind) {
    case 'reception-day':
      return tellReceptionDay(township, of, now);
    case 'activity':
      return tellPlanned(township, of, now);
    case 'duty':
      return tellOfDuty(township, of, now);
    case 'blank':
      return tellBlank(township, now);
    case 'request':
      return tellSolved(call, of);
  }
}

export async function tellSource(call: Asking, source: Source): Promise<Told | undefined> {
  const told = await tellOf(call, source);
  if (!told) return undefined;
  const { author } = await readSettings(call.township);
  return { ...told, author: author === '' ? (told.fields['township'] ?? '') : author };
}
