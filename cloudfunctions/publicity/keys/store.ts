/** The collection `officialkeys`: one document a township, with the secret of its official account encrypted. */
import type { OfficialKeysRow } from '../../../miniprogram/contract/official-keys';
import type { Instant } from '../../../miniprogram/contract/wire';
import { decryptField, encryptField } from '../../shared/cipher';
import type { Changes } from '../../shared/conditions';
import {
  changeOne,
  createOne,
  OUTBOX_INDEX,
  readOne,
  type CollectionSpecs,
  type Stored,
} from '../../shared/database';
import { rememberKeys, type Credentials } from '../../shared/wechat/accounts';

const KEYS = 'officialkeys';

export const collections = { [KEYS]: { indexes: [OUTBOX_INDEX] } } satisfies CollectionSpecs;

/** `secret` encrypted; only the row in force has one. */
export interface StoredRow extends OfficialKeysRow {
  secret?: string;
}

export interface OfficialKeys extends Stored {
  edition: number;
  /** Newest first, at most ROWS_KEPT. */
  rows: readonly StoredRow[];
  acts: readonly { k: string; by: string; h: string; edition: number }[];
  history: unknown[];
  outbox: unknown[];
  outboxAt: Instant;
}

function emptyKeys(township: string): OfficialKeys {
  return {
    _id: township,
    township,
    rev: 1,
    edition: 0,
    rows: [],
    acts: [],
    history: [],
    outbox: [],
    outboxAt: 0,
  };
}

/** One call. */
export async function readKeys(township: string): Promise<OfficialKeys> {
  return (await readOne<OfficialKeys>(KEYS, township, township)) ?? emptyKeys(township);
}

/** On the edition that was read; the first act makes the document. */
export async function changeKeys(township: string, edition: number, changes: Changes): Promise<boolean> {
  if (edition === 0) await createOne(KEYS, emptyKeys(township));
  return changeOne(KEYS, township, township, { edition }, changes);
}

export function closeSecret(secret: string): string {
  return encryptField(secret);
}

function inForce({ rows }: OfficialKeys): Credentials | undefined {
  const row = rows.find(({ until }) => until === undefined);
  return row?.secret === undefined ? undefined : { appid: row.appid, secret: decryptField(row.secret) };
}

/** For the client of WeChat in this instance, before each act that asks it something for this township. One call. */
export async function learnKeys(township: string): Promise<void> {
  rememberKeys(township, inForce(await readKeys(township)));
}
