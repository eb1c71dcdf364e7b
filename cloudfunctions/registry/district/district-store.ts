/** The district's own document: which townships there are, its card, the papers. No collection of its own: `townships`. */
import type { DistrictCard, Paper, PaperMark, TownshipName } from '../../../miniprogram/contract/district';
import type { Instant } from '../../../miniprogram/contract/wire';
import { actorOf, type ActMark } from '../../shared/act';
import { append, drop, not, oneOf, put, type Changes } from '../../shared/conditions';
import { changeOne, createOne, readAcross, readOne, type CollectionSpecs } from '../../shared/database';
import { actId, recordAct } from '../../shared/outbox';
import type { Call } from '../../shared/serve';
import type { Directory } from '../directory/rules/directory';
import { DISTRICT, type TownshipList } from '../store';

/** Declared in ../store.ts. */
const TOWNSHIPS = 'townships';
export const collections = {} satisfies CollectionSpecs;

export interface District extends TownshipList {
  card?: DistrictCard;
  papers?: Partial<Readonly<Record<Paper, PaperMark & { at: Instant }>>>;
  /** The last acts on it. */
  acts?: readonly ActMark[];
}

const KEPT_ACTS = 20;

export function readDistrict(): Promise<District | undefined> {
  return readOne<District>(TOWNSHIPS, DISTRICT, DISTRICT);
}

/** The first act that writes on it makes it. */
async function change(changes: Changes): Promise<void> {
  if (await changeOne(TOWNSHIPS, DISTRICT, DISTRICT, {}, changes)) return;
  const born: District = { _id: DISTRICT, township: DISTRICT, rev: 1, townships: [] };
  await createOne(TOWNSHIPS, born);
  await changeOne(TOWNSHIPS, DISTRICT, DISTRICT, {}, changes);
}

/**
 * Nobody's relay comes by the district's own document, so what is done to it stands with the township of whoever does it,
 * before it is done.
 */
export async function recordDistrictAct(call: Call, act: string, of: string): Promise<void> {
  const { township, now: at, key } = call;
  const row = { at, by: actorOf(call), act, of, from: '', to: '' };
  const noted = { ...row, key, event: 'district-saved', about: { of } };
  // Whoever died before it was done comes again and finds it noted.
  await changeOne(TOWNSHIPS, township, township, { 'history.id': not(actId(noted)) }, recordAct(noted));
}

const keepAct = (act: ActMark): Changes => ({ acts: append([act], KEPT_ACTS) });

export function writeCard(card: DistrictCard, act: ActMark): Promise<void> {
  return change({ card: put(card), ...keepAct(act) });
}

export function writePaper(paper: Paper, mark: PaperMark | null, now: Instant, act: ActMark): Promise<void> {
  return change({ [`papers.${paper}`]: mark ? put({ ...mark, at: now }) : drop, ...keepAct(act) });
}

/** What a row of another township is said with. One call. */
export async function readWords(
  townships: readonly string[],
): Promise<ReadonlyMap<string, Pick<Directory, 'card' | 'categories'>>> {
  if (townships.length === 0) return new Map();
  const found = await readAcross<Pick<Directory, '_id' | 'card' | 'categories'>>(TOWNSHIPS, townships, {
    where: { _id: oneOf(townships) },
    order: [],
    limit: townships.length,
    fields: ['card', 'categories'],
  });
  return new Map(found.map((each) => [each._id, each]));
}

/** Names of these townships, in their order. One call. */
export async function readNames(townships: readonly string[]): Promise<TownshipName[]> {
  if (townships.length === 0) return [];
  const found = await readAcross<Pick<Directory, '_id' | 'card' | 'closed'>>(TOWNSHIPS, townships, {
    where: { _id: oneOf(townships) },
    order: [],
    limit: townships.length,
    fields: ['card', 'closed'],
  });
  const known = new Map(found.map((each) => [each._id, each]));
  return townships.flatMap((id) => {
    const township = known.get(id);
    if (!township) return [];
    const { card, closed } = township;
    return [{ id, name: card.name, ...(closed && { closed: true as const }) }];
  });
}
