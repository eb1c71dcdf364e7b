/** The collection of what the office keeps for its articles: templates, settings and plans, one document each. */
import type { Template } from '../../../miniprogram/contract/article-template';
import type { Activity } from '../../../miniprogram/contract/publicity-month';
import type { PublicitySettings } from '../../../miniprogram/contract/publicity-settings';
import type { Instant } from '../../../miniprogram/contract/wire';
import { oneOf, type Changes, type Where } from '../../shared/conditions';
import {
  changeOne,
  createOne,
  OUTBOX_INDEX,
  readOne,
  readPage,
  type CollectionSpecs,
  type Stored,
} from '../../shared/database';
import { sealedFields } from '../../shared/sealed';

const ROWS = 'publicityrows';

export const collections = { [ROWS]: { indexes: [OUTBOX_INDEX] } } satisfies CollectionSpecs;

/** Who teaches what and where, and the office's own sentences: encrypted in the database. */
const WRITTEN = sealedFields('templates.*', 'activities.*');

/** One of the office's own documents; `edition` 0: not there yet. */
export interface KeptDocument extends Stored {
  edition: number;
  acts: readonly { k: string; by: string; h: string; edition: number }[];
  templates?: readonly Template[];
  settings?: PublicitySettings;
  activities?: Readonly<Record<string, Activity & { edition: number }>>;
  history: unknown[];
  outbox: unknown[];
  outboxAt: Instant;
}

export type KeptName = 'templates' | 'settings' | `plan-${string}`;

export function keptId(township: string, name: KeptName): string {
  return `${township}~${name}`;
}

export function emptyKept(township: string, name: KeptName): KeptDocument {
  return {
    _id: keptId(township, name),
    township,
    rev: 1,
    edition: 0,
    acts: [],
    history: [],
    outbox: [],
    outboxAt: 0,
  };
}

export async function readKept(township: string, name: KeptName): Promise<KeptDocument> {
  const found = await readOne<KeptDocument>(ROWS, township, keptId(township, name));
  return found ? WRITTEN.open(found) : emptyKept(township, name);
}

/** Several of them, those that are there; one call. */
export async function readAllKept(township: string, names: readonly KeptName[]): Promise<KeptDocument[]> {
  const where = { _id: oneOf(names.map((name) => keptId(township, name))) };
  const found = await readPage<KeptDocument>(ROWS, township, { where, order: [], limit: names.length });
  return found.map((one) => WRITTEN.open(one));
}

export function createKept(township: string, name: KeptName): Promise<boolean> {
  return createOne(ROWS, emptyKept(township, name));
}

export function changeKept(
  township: string,
  name: KeptName,
  where: Where,
  changes: Changes,
): Promise<boolean> {
  return changeOne(ROWS, township, keptId(township, name), where, WRITTEN.closeChanges(changes));
}
