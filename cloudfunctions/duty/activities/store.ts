/** The collection of activities: its indexes, its reads and its one kind of write. */
import type { ActivityInput, Opinion } from '../../../miniprogram/contract/duty';
import type { LocalDate } from '../../../miniprogram/contract/wire';
import { decryptField, encryptField, hashParts } from '../../shared/cipher';
import { above, below, oneOf, put, type Changes, type Where } from '../../shared/conditions';
import {
  changeAndRead,
  createOne,
  inTownship,
  readOne,
  readPage,
  type CollectionSpecs,
} from '../../shared/database';
import { recordAct } from '../../shared/outbox';
import { settleCheck, type PictureRef, type Settle } from '../../request/content-check/store';
import type { CheckState, PartCheck } from '../../request/content-check/rules/content-check';
import { factsOfActivity } from '../ledger/rules/facts-of-activity';
import type { View } from '../ledger/store';
import { saidOf, type ActivityDocument, type Said, type StoredOpinion } from './rules/activity-document';

const ACTIVITIES = 'activities';

export const collections = {
  [ACTIVITIES]: {
    indexes: [
      {
        name: 'lists',
        fields: [
          ['township', 1],
          ['lists', 1],
          ['seq', -1],
        ],
      },
      inTownship('oldest', 'seq'),
      {
        name: 'township_outboxAt',
        fields: [
          ['township', 1],
          ['outboxAt', 1],
        ],
      },
    ],
  },
} as const satisfies CollectionSpecs;

/** The same act repeated meets itself. */
export function activityId(township: string, account: string, key: string): string {
  return `${township}~${hashParts(['activity', township, account, key])}`;
}

export function activitySeq(date: LocalDate, id: string): string {
  return `${date}${id.slice(-10)}`;
}

export function sealSaid(input: ActivityInput): string {
  return encryptField(JSON.stringify(saidOf(input)));
}

export function openSaid({ said }: Pick<ActivityDocument, 'said'>): Said {
  return JSON.parse(decryptField(said)) as Said;
}

/** What is written in an opinion, and what came of it. */
export function openOpinionWords({
  said,
  answer,
  returned,
  followed,
}: StoredOpinion): Pick<Opinion, 'site' | 'words' | 'answer' | 'returned' | 'followed'> {
  const { site, words } = JSON.parse(decryptField(said)) as { site: string; words: string };
  return {
    site,
    words,
    ...(answer !== undefined && { answer: decryptField(answer) }),
    ...(returned !== undefined && { returned: decryptField(returned) }),
    ...(followed !== undefined && { followed: decryptField(followed) }),
  };
}

export function createActivity(activity: ActivityDocument): Promise<boolean> {
  return createOne(ACTIVITIES, activity);
}

export function readActivity(township: string, id: string): Promise<ActivityDocument | undefined> {
  return readOne<ActivityDocument>(ACTIVITIES, township, id);
}

/** One conditional write; the activity after it, or undefined. */
export function changeActivity(
  township: string,
  id: string,
  where: Where,
  changes: Changes,
): Promise<ActivityDocument | undefined> {
  return changeAndRead<ActivityDocument>(ACTIVITIES, township, { ...where, _id: id }, changes);
}

const CARD_FIELDS: readonly (keyof ActivityDocument)[] = [
  'kind',
  'state',
  'date',
  'seq',
  'said',
  'village',
  'group',
  'persons',
  'entered',
  'invited',
  'opinions',
  'tie',
  'story',
];

/** Newest first; `list` is a token of listsOf, `after` the `seq` of the last one seen. */
export function readActivities(
  township: string,
  list: string,
  limit: number,
  after?: string,
): Promise<ActivityDocument[]> {
  const where: Where = { lists: list, ...(after !== undefined && { seq: below(after) }) };
  return readPage<ActivityDocument>(ACTIVITIES, township, {
    where,
    order: [['seq', 'desc']],
    limit,
    fields: CARD_FIELDS,
  });
}

/** All of a township, in whatever list they stand, whole, oldest first; `after` is the `seq` of the last one seen. */
export function readOldest(township: string, after: string, limit: number): Promise<ActivityDocument[]> {
  const where: Where = { seq: above(after) };
  return readPage<ActivityDocument>(ACTIVITIES, township, { where, order: [['seq', 'asc']], limit });
}

const WALK_PAGE = 200;

/** All of these days, newest first, in pages. */
export async function* walkActivities(
  township: string,
  from: LocalDate,
  to: LocalDate,
): AsyncGenerator<readonly ActivityDocument[]> {
  let after = `${to}~`;
  for (;;) {
    const found = await readActivities(township, 'all', WALK_PAGE, after);
    const within = found.filter(({ date }) => date >= from);
    yield within;
    const last = within.at(-1);
    if (!last || within.length < WALK_PAGE) return;
    after = last.seq;
  }
}

/** Which of these there are. */
export function readActivitiesById(township: string, ids: readonly string[]): Promise<ActivityDocument[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return readPage<ActivityDocument>(ACTIVITIES, township, {
    where: { _id: oneOf(ids) },
    order: [],
    limit: ids.length,
    fields: CARD_FIELDS,
  });
}

/** The activity as a source of the ledger. */
export function toView(activity: ActivityDocument): View {
  return { rev: activity.rev, facts: factsOfActivity(activity) };
}

const LIST_PAGE = 100;

/** All that stand in this list, newest first; one call for each hundred. */
export async function readWholeList(township: string, list: string): Promise<ActivityDocument[]> {
  let all: ActivityDocument[] = [];
  for (;;) {
    const found = await readActivities(township, list, LIST_PAGE, all.at(-1)?.seq);
    all = [...all, ...found];
    if (found.length < LIST_PAGE) return all;
  }
}

const STUDY_PAGE = 400;

type Study = Pick<ActivityDocument, '_id' | 'group' | 'date' | 'state' | 'seq'>;

/** A year's meetings of study, newest first, behind the `seq` of the last one seen. One call. */
export async function readStudyPage(
  township: string,
  { list, year, after }: { list: string; year: number; after?: string | undefined },
  limit: number,
): Promise<{ studies: Study[]; next?: string }> {
  const found = await readPage<ActivityDocument>(ACTIVITIES, township, {
    where: { lists: list, seq: below(after ?? `${String(year + 1)}-01-01`) },
    order: [['seq', 'desc']],
    limit,
    fields: ['group', 'date', 'state', 'seq'],
  });
  const studies = found.filter(({ date }) => date.startsWith(String(year)));
  const next = studies.length === limit ? studies.at(-1)?.seq : undefined;
  return { studies, ...(next !== undefined && { next }) };
}

/** A year's meetings of study, newest first; one call for each 400. */
export async function readStudies(township: string, list: string, year: number): Promise<Study[]> {
  const all: Study[] = [];
  for (let after: string | undefined; ;) {
    const { studies, next } = await readStudyPage(township, { list, year, after }, STUDY_PAGE);
    all.push(...studies);
    if (next === undefined) return all;
    after = next;
  }
}

/**
 * One picture's check where it still stands as one of these. What is held is told to the office; false: somebody else
 * settled it meanwhile, or it was taken away.
 */
export async function settlePicture(
  { township, activity, picture }: PictureRef,
  from: readonly CheckState[],
  check: PartCheck,
): Promise<boolean> {
  const { at = 0 } = check;
  const act = { act: 'check-picture', of: activity, from: '', to: check.state, key: `check-${picture}` };
  const held = { event: 'activity-picture-held', about: { activity, picture } };
  const told: Changes =
    check.state === 'held' ? recordAct(Object.assign({ at, by: 'system' }, act, held)) : {};
  const where: Where = { [`pictures.${picture}.check.state`]: oneOf(from) };
  const changes: Changes = { [`pictures.${picture}.check`]: put(check), ...told };
  return (await changeActivity(township, activity, where, changes)) !== undefined;
}

/** A part of a request, or a picture of an activity: whichever WeChat was asked about. */
export const settleEither: Settle = (about, from, check) =>
  'activity' in about ? settlePicture(about, from, check) : settleCheck(about, from, check);
