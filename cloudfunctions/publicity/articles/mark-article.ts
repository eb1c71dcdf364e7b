/** What is known of people around an article, and the marks that follow from it. */
import type { Content } from '../../../miniprogram/contract/article';
import type { PublicitySettings } from '../../../miniprogram/contract/publicity-settings';
import type { Instant, Refused } from '../../../miniprogram/contract/wire';
import { membersOn, type Directory } from '../../registry/directory/rules/directory';
import { recallTownship } from '../../registry/store';
import { readDay } from '../../reception/days/store';
import { readRequest } from '../../request/store';
import { toLocalDate } from '../../shared/china-time';
import { decryptField, hashParts } from '../../shared/cipher';
import { refuse } from '../../shared/errors';
import type { ArticleDocument, StoredMark } from './rules/article-document';
import { countOpen, findMarks, type Known } from './rules/find-marks';
import { isSilent } from './rules/tell';
import { openContent } from './store';
import { isStillTold } from './told-store';
import { readKept } from '../keeping/store';

/** How long an instance goes by the names it read: autosaves come every few seconds. */
const CACHE_MS = 60_000;
const CACHED = 50;
const cache = new Map<string, { at: Instant; names: readonly string[] }>();

type About = Pick<ArticleDocument, '_id' | 'township' | 'source' | 'day'>;

async function readNames({ township, source }: About): Promise<string[]> {
  if (source.kind === 'reception-day') {
    const day = await readDay(township, source.of, ['bookings']);
    const all = Object.values(day?.bookings ?? {}).flatMap((own) => Object.values(own));
    return all.map(({ name }) => decryptField(name));
  }
  if (source.kind !== 'request') return [];
  const request = await readRequest(township, source.of);
  return request?.name === undefined ? [] : [decryptField(request.name)];
}

async function recallNames(about: About, now: Instant): Promise<readonly string[]> {
  const known = cache.get(about._id);
  if (known && now >= known.at && now - known.at < CACHE_MS) return known.names;
  const names = await readNames(about);
  if (cache.size >= CACHED) cache.clear();
  cache.set(about._id, { at: now, names });
  return names;
}

type Member = ReturnType<typeof membersOn>[number];

function isPublic({ level, receiver, presidium, title }: Member): boolean {
  return level !== undefined || receiver === true || presidium === true || title !== undefined;
}

/** Who was in public office on the day it tells of, or is today. */
function splitDirectory(directory: Directory, days: readonly string[]) {
  const members = days.flatMap((day) => membersOn(directory.people, day));
  const open = new Set(members.filter(isPublic).map(({ person }) => person));
  const names = (wanted: boolean) =>
    directory.people.filter(({ id }) => open.has(id) === wanted).map(({ name }) => name);
  const deputies = members.filter(({ level }) => level !== undefined).map(({ name }) => name);
  return { publicNames: names(true), others: names(false), deputies: [...new Set(deputies)] };
}

export async function readSettings(township: string): Promise<PublicitySettings> {
  return (await readKept(township, 'settings')).settings ?? DEFAULT_PUBLICITY;
}

export const DEFAULT_PUBLICITY: PublicitySettings = { account: 'district', publish: 'leave', author: '' };

/** Two reads where this instance knows the names, three otherwise. */
async function readKnown(about: About, now: Instant): Promise<Known> {
  const today = toLocalDate(now);
  const [known, settings, names] = await Promise.all([
    recallTownship(about.township, now),
    readSettings(about.township),
    recallNames(about, now),
  ]);
  if (!known) throw new Error('an article of a township that is not there');
  const { directory } = known;
  const { publicNames, others, deputies } = splitDirectory(directory, [about.day, today]);
  return {
    names: [...names, ...others],
    deputies: isSilent(settings.election, today) ? deputies : [],
    publicNames,
    publicPhones: [...directory.homes.map(({ landline }) => landline), directory.card.complaints],
  };
}

export interface Marked {
  marks: StoredMark[];
  openMarks: number;
}

function nameMark(parts: readonly string[]): string {
  return hashParts(['mark', ...parts]);
}

/** The marks of this content (consents open). */
export async function markContent(
  about: About & Pick<ArticleDocument, 'overruled'>,
  content: Content,
  now: Instant,
): Promise<Marked> {
  const marks = findMarks(content, await readKnown(about, now), nameMark);
  return { marks, openMarks: countOpen(marks, about.overruled) };
}

/** What stands against its going on, looked for anew; its marks where nothing does. Two calls, one or two more. */
export async function markToGoOn(article: ArticleDocument, now: Instant): Promise<Refused | StoredMark[]> {
  const [told, { marks, openMarks }] = await Promise.all([
    isStillTold(article),
    markContent(article, openContent(article.content), now),
  ]);
  if (!told) return refuse('source-withdrawn');
  return openMarks > 0 ? refuse('marks-open', { open: openMarks }) : marks;
}
