/** The first administrator of a township, and the last one. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { append, exists, not, take } from '../../shared/conditions';
import { changeOne, createOne, readOne } from '../../shared/database';
import { emptyDirectory } from '../directory/rules/empty-directory';
import { administratorsId, DISTRICT, type Administrators, type TownshipList } from '../store';

const TOWNSHIPS = 'townships';
/** Shorter secrets could be guessed. */
const SECRET_LETTERS = 16;

/** Whether this is the set-up secret of the environment; an environment without one has none. */
export function isSetupSecret(secret: string): boolean {
  const set = process.env['SETUP_SECRET'] ?? '';
  if (set.length < SECRET_LETTERS) return false;
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(set), digest(secret));
}

/** Makes this invitation the township's first administrator, once for ever; true also when it is that already. */
export async function claimTownship(township: string, invitation: string): Promise<boolean> {
  const _id = administratorsId(township);
  const first: Administrators = { _id, township, rev: 1, holders: [invitation] };
  if (await createOne(TOWNSHIPS, first)) return true;
  const found = await readOne<Administrators>(TOWNSHIPS, township, _id);
  return found?.holders[0] === invitation;
}

/** An empty directory, if there is none, and a place in the district's list. Idempotent. */
export async function openTownship(township: string, name: string): Promise<void> {
  await createOne(TOWNSHIPS, emptyDirectory(township, name));
  const enter = () =>
    changeOne(TOWNSHIPS, DISTRICT, DISTRICT, { townships: not(township) }, { townships: append([township]) });
  if (await enter()) return;
  const list: TownshipList = { _id: DISTRICT, township: DISTRICT, rev: 1, townships: [township] };
  if (!(await createOne(TOWNSHIPS, list))) await enter();
}

/** Takes an administrator off the list unless it is the last one; true also when it is off already. */
export async function leaveAdministrators(township: string, invitation: string): Promise<boolean> {
  const id = administratorsId(township);
  const where = { holders: invitation, 'holders.1': exists };
  if (await changeOne(TOWNSHIPS, township, id, where, { holders: take(invitation) })) return true;
  const found = await readOne<Administrators>(TOWNSHIPS, township, id);
  return !found?.holders.includes(invitation);
}
