/** The collection of what the office keeps for its articles: templates, settings and plans, one document each. */
import type { Activity, PublicitySettings, Template } from '../../../miniprogram/contract/publicity-rows';
import type { Instant } from '../../../miniprogram/contract/wire';
import type { Changes, Where } from '../../shared/conditions';
import {
  changeOne,
  createOne,
  OUTBOX_INDEX,
  readOne,
  type CollectionSpecs,
  type Stored,
} from '../../shared/database';

const ROWS = 'publicityrows';

export const collections = { [ROWS]: { indexes: [OUTBOX_INDEX] } } satisfies CollectionSpecs;

/** One of the office's own documents; `edition` 0: not there yet. */
export interface Rows extends Stored {
  edition: number;
  acts: readonly { k: string; by: string; h: string; edition: number }[];
  templates?: readonly Template[];
  settings?: PublicitySettings;
  activities?: Readonly<Record<string, Activity & { edition: number }>>;
  history: unknown[];
  outbox: unknown[];
  outboxAt: Instant;
}

export type RowsName = 'templates' | 'settings' | `plan-${string}`;

export function rowsId(township: string, name: RowsName): string {
  return `${township}~${name}`;
}

export function emptyRows(township: string, name: RowsName): Rows {
  return {
    _id: rowsId(township, name),
    township,
    rev: 1,
    edition: 0,
    acts: [],
    history: [],
    outbox: [],
    outboxAt: 0,
  };
}

export async function readRows(township: string, name: RowsName): Promise<Rows> {
  return (await readOne<Rows>(ROWS, township, rowsId(township, name))) ?? emptyRows(township, name);
}

export function createRows(township: string, name: RowsName): Promise<boolean> {
  return createOne(ROWS, emptyRows(township, name));
}

export function changeRows(
  township: string,
  name: RowsName,
  where: Where,
  changes: Changes,
): Promise<boolean> {
  return changeOne(ROWS, township, rowsId(township, name), where, changes);
}
