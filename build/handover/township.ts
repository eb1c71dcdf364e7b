/** The archive of one township, made where it was: `npm run backup -- --township ID FILE`. */
import { writeFileSync } from 'node:fs';
import { hashOfAudit, type StoredSeal } from '../../cloudfunctions/notify/audit/store';
import { verifySeals, type AuditRow } from '../../cloudfunctions/notify/audit/rules/seal';
import type { Invitation } from '../../cloudfunctions/registry/invitations/rules/invitation';
import { phone4Of } from '../../cloudfunctions/registry/invitations/store';
import { digestOf, seal } from '../backup/archive';
import type { Place } from '../backup/backup';
import { readCollection, readFiles, type App } from '../backup/environment';
import { STORED_FORM } from '../stored-form';
import { CARRIED, findUnnamed } from './collections';
import { findFiles, findRecipes, type Recipe } from './hashes';
import { openDocument, type Document } from './texts';

/** What the old environment's seals say of the rows of the audit that go over. */
export interface Chain {
  seals: number;
  rows: number;
  unsealed: number;
  /** The last seal's hash, '' where there is none. */
  last: string;
  holds: boolean;
}

export interface HandedOver {
  head: { version: number; township: string; name: string };
  chain: Chain;
  collections: Readonly<Record<string, readonly Document[]>>;
  files: Readonly<Record<string, string>>;
  /** Keyed hashes under the old key, and what they are made of. */
  hashes: Readonly<Record<string, Recipe>>;
  /** Invitation → last four digits of its person's phone. */
  phones: Readonly<Record<string, string>>;
}

const DIGITS = 4;

/** Only a keyed hash of the four digits is stored: with the key they are found by trying. */
function findPhone({ _id, phone4 }: Pick<Invitation, '_id' | 'phone4'>): string | undefined {
  if (phone4 === '') return undefined;
  for (let n = 0; n < 10 ** DIGITS; n++) {
    const digits = String(n).padStart(DIGITS, '0');
    if (phone4Of(_id, digits) === phone4) return digits;
  }
  return undefined;
}

/** Its documents are called by it, or begin with it and a tilde. */
export async function readOwn(app: App, name: string, township: string): Promise<Document[]> {
  const [own, row] = await Promise.all([
    readCollection<Document>(app, name, { after: `${township}~`, before: `${township}~~` }),
    app.database().collection(name).where({ _id: township }).limit(1).get(),
  ]);
  return [...(row as { data: Document[] }).data, ...own];
}

async function readChain({ app }: Place, township: string, audit: readonly Document[]): Promise<Chain> {
  const seals = (await readOwn(app, 'seals', township)) as unknown as StoredSeal[];
  const inOrder = seals.sort((one, other) => one.n - other.n);
  // Older seals were cleared away with their rows: how far back the chain goes is not asked here.
  const { broken, ...said } = verifySeals(inOrder, audit as unknown as AuditRow[], Infinity, hashOfAudit);
  return { ...said, holds: broken === undefined };
}

/** An event that the relay has not brought; one that waits for its day goes over. */
function hasDue({ outbox = [] }: Document): boolean {
  return (outbox as unknown as readonly { nextAt?: number }[]).some(({ nextAt }) => nextAt === undefined);
}

function findPhones(invitations: readonly Document[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const invitation of invitations as unknown as Invitation[]) {
    if (invitation.state === 'revoked') continue;
    const digits = findPhone(invitation);
    if (digits !== undefined) found[invitation._id] = digits;
  }
  return found;
}

/** @throws with a sentence where it cannot be handed over */
export async function readTownship(place: Place, township: string): Promise<HandedOver> {
  const { app, names, variables } = place;
  process.env['FIELD_KEYS'] = variables['FIELD_KEYS'];
  const unnamed = findUnnamed(names);
  if (unnamed.length > 0) throw new Error(`集合 ${unnamed.join('、')} 没有写明怎么移交，什么都没有存`);
  const raw: Record<string, Document[]> = {};
  for (const name of [...CARRIED, 'townships', 'invitations'].sort())
    raw[name] = await readOwn(app, name, township);
  const directory = raw['townships']?.find(({ _id }) => _id === township);
  if (!directory) throw new Error(`没有 ${township} 这个乡镇，什么都没有存`);
  if (directory['closed'] === undefined)
    throw new Error('这个乡镇还没有停用。先在「停用乡镇」里停用，写上「已移交」和去向，过两分钟再来');
  if (Object.values(raw).flat().some(hasDue)) throw new Error('还有事情没有送完，过两分钟再来，什么都没有存');
  const collections = Object.fromEntries(
    Object.entries(raw).map(([name, documents]) => [name, documents.map((each) => openDocument(each))]),
  );
  const { name } = directory['card'] as unknown as { name: string };
  return {
    head: { version: STORED_FORM, township, name },
    chain: await readChain(place, township, raw['audit'] ?? []),
    collections,
    files: await readFiles(app, findFiles(collections)),
    hashes: findRecipes(township, collections),
    phones: findPhones(raw['invitations'] ?? []),
  };
}

/** Answers a sentence with the digest of what the file holds. */
export async function backUpTownship(place: Place, township: string, file: string): Promise<string> {
  const content = await readTownship(place, township);
  writeFileSync(file, seal(content, place.variables['BACKUP_KEY'] ?? ''), { mode: 0o600 });
  const { chain, collections, files } = content;
  const documents = Object.values(collections).reduce((sum, each) => sum + each.length, 0);
  const audit = `操作记录 ${String(chain.rows)} 行封在 ${String(chain.seals)} 个封条里，${chain.holds ? '核对无误' : '有一处对不上'}`;
  const counts = `${String(documents)} 条记录，${String(Object.keys(files).length)} 个文件，${audit}`;
  return `${content.head.name}存好了：${file}，${counts}，内容摘要 ${digestOf(content)}`;
}
