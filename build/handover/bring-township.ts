/**
 * The archive of one township brought into another environment: `npm run restore -- --into ID FILE`. The row of that id
 * was made by the administrator's screens and is still empty, so that there is somebody who may invite.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Invitation } from '../../cloudfunctions/registry/invitations/rules/invitation';
import type { Administrators } from '../../cloudfunctions/registry/store';
import { settingsOf } from '../../cloudfunctions/registry/directory/rules/settings';
import type { Directory } from '../../cloudfunctions/registry/directory/rules/directory';
import { DAY_MS, toLocalDate } from '../../cloudfunctions/shared/china-time';
import { bornWith } from '../../cloudfunctions/shared/outbox';
import { canonical, digestOf, unseal } from '../backup/archive';
import type { Place } from '../backup/backup';
import { pathOf, readFiles, type App } from '../backup/environment';
import { refuseForm } from '../stored-form';
import { CARRIED, findUnnamed } from './collections';
import { findFiles, hashOf } from './hashes';
import { turnInvitations, writeSlips, type Slip } from './invitations';
import { Renamer, type Names } from './rename';
import { closeDocument, openDocument, RUN, type Document } from './texts';
import { readOwn, type HandedOver } from './township';

interface Target {
  directory: Directory;
  /** Its administrator's account and person's invitation. */
  account: string;
}

const ROWS = ['homes', 'villages', 'constituencies', 'groups', 'terms', 'people', 'units'] as const;

async function readTarget({ app }: Place, into: string): Promise<Target> {
  const rows = await readOwn(app, 'townships', into);
  const directory = rows.find(({ _id }) => _id === into) as unknown as Directory | undefined;
  const admins = rows.find(({ _id }) => _id === `${into}~admins`) as unknown as Administrators | undefined;
  if (!directory || !admins) throw new Error(`这里还没有 ${into}：先在小程序里开通它（只填名字），再来恢复`);
  if (ROWS.some((name) => directory[name].length > 0))
    throw new Error(`${into} 不是空的，里面已经有名册，没有恢复`);
  const invitations = (await readOwn(app, 'invitations', into)) as unknown as Invitation[];
  const held = invitations.find(({ _id }) => _id === admins.holders[0]);
  if (!held?.account) throw new Error(`${into} 没有管理员，没有恢复`);
  return { directory, account: held.account };
}

/** What a restore that was cut off left there is ours, all else is somebody's. */
async function refuseOccupied({ app }: Place, into: string, ours: ReadonlyMap<string, Set<string>>) {
  for (const name of CARRIED) {
    if (name === 'audit') continue;
    const foreign = (await readOwn(app, name, into)).find(({ _id }) => !ours.get(name)?.has(_id));
    if (foreign) throw new Error(`${into} 不是空的（${name}），没有恢复`);
  }
}

/** Hashes of which others are made come first: each is asked for when it is needed. */
function renamerOf(
  { head, collections, hashes }: HandedOver,
  into: string,
  files: ReadonlyMap<string, string>,
): { renamer: Renamer; back: (documents: HandedOver['collections']) => Renamer } {
  const found = new Map<string, string>();
  const ids = new Set(Object.values(collections).flatMap((each) => each.map(({ _id }) => _id)));
  const names: Names = { from: head.township, to: into, ids, hashes: found, files };
  const renamer = new Renamer(names);
  const resolve = (hash: string): void => {
    const recipe = hashes[hash];
    if (!recipe || found.has(hash)) return;
    for (const part of recipe.parts) for (const inner of part.match(RUN) ?? []) resolve(inner);
    const parts = recipe.parts.map((part, at) => renamer.part(part, at));
    found.set(hash, hashOf({ ...recipe, parts }));
  };
  for (const hash of Object.keys(hashes)) resolve(hash);
  const turn = (map: ReadonlyMap<string, string>) => new Map([...map].map(([one, other]) => [other, one]));
  const back = (documents: HandedOver['collections']) =>
    new Renamer({
      from: into,
      to: head.township,
      ids: new Set(Object.values(documents).flatMap((each) => each.map(({ _id }) => _id))),
      hashes: turn(found),
      files: turn(files),
    });
  return { renamer, back };
}

/** Under the same paths below the new township; answers old id → new id. */
async function sendFiles(
  app: App,
  { head, files }: HandedOver,
  into: string,
): Promise<ReadonlyMap<string, string>> {
  const sent = new Map<string, string>();
  for (const [id, bytes] of Object.entries(files)) {
    const path = pathOf(id);
    const own = path.startsWith(`${head.township}/`) ? into + path.slice(head.township.length) : path;
    const { fileID } = await app.uploadFile({ cloudPath: own, fileContent: Buffer.from(bytes, 'base64') });
    sent.set(id, fileID);
  }
  return sent;
}

async function write(app: App, name: string, documents: readonly Document[]): Promise<void> {
  for (const document of documents) {
    const { _id, ...rest } = closeDocument(document);
    await app.database().collection(name).doc(_id).set(rest);
  }
}

const unsealed = (row: Document): Document => ({ ...row, unsealed: true });

/** Sealing, which may be under way already, changes nothing of what a row says. */
function withoutSeal({ unsealed: _unsealed, rev: _rev, ...row }: Document): Document {
  return row;
}

function sayChain({ chain, head }: HandedOver, digest: string): string {
  const { seals, rows, last, holds } = chain;
  const verdict = holds ? '核对无误' : '有一处对不上';
  return `从 ${head.township} 移交，档案摘要 ${digest}；原封条 ${String(seals)} 个、${String(rows)} 行，${verdict}，最后一个 ${last || '无'}`;
}

/** The directory fills the empty row. Its event opens the days ahead and counts what is counted. */
function fillDirectory(
  renamed: Document,
  { directory, account }: Target,
  words: string,
  now: number,
): Document {
  const {
    closed: _closed,
    history: _history,
    outbox: _outbox,
    ...rest
  } = renamed as unknown as Directory & {
    history?: unknown;
    outbox?: unknown;
  };
  const { _id, rev, version } = directory;
  const act = { at: now, by: account, act: 'take-over', of: _id, from: '', to: '', words };
  const born = bornWith({ ...act, key: 'handover', event: 'township-opened', about: { township: _id } });
  const people = rest.people.map((person) => ({ ...person, claimed: false }));
  const card = { ...rest.card, id: _id };
  const grown = { card, people, rev: rev + 1, version: Math.max(version, rest.version) + 1 };
  return { ...rest, ...grown, ...born } as unknown as Document;
}

/** What lies there now, told in the names of the archive. */
async function compare(
  { app }: Place,
  content: HandedOver,
  into: string,
  back: (documents: HandedOver['collections']) => Renamer,
): Promise<string | undefined> {
  const there: Record<string, Document[]> = {};
  for (const name of CARRIED) there[name] = await readOwn(app, name, into);
  const renamer = back(there);
  for (const name of CARRIED) {
    const before = content.collections[name] ?? [];
    const ids = new Set(before.map(({ _id }) => _id));
    const after = (there[name] ?? [])
      .map((each) => renamer.document(openDocument(each)))
      .filter(({ _id }) => name !== 'audit' || ids.has(_id));
    const inOrder = (all: readonly Document[]) =>
      all
        .map((each) => canonical(name === 'audit' ? withoutSeal(each) : each))
        .sort()
        .join('\n');
    if (inOrder(before) !== inOrder(after)) return name;
  }
  const files = await readFiles(app, findFiles(there));
  const bytes = (all: Readonly<Record<string, string>>) => Object.values(all).sort().join();
  return bytes(files) === bytes(content.files) ? undefined : '文件';
}

function openArchive({ variables, names }: Place, file: string): HandedOver {
  const content = unseal(readFileSync(file), variables['BACKUP_KEY'] ?? '');
  const wrong = refuseForm(content.head.version);
  if (wrong !== undefined) throw new Error(`档案${wrong}，没有恢复`);
  if (!('township' in content.head)) throw new Error('这是整个环境的备份，不是一个乡镇的档案，没有恢复');
  const unnamed = findUnnamed(names);
  if (unnamed.length > 0) throw new Error(`集合 ${unnamed.join('、')} 没有写明怎么移交，没有恢复`);
  return content as unknown as HandedOver;
}

function renameAll(content: HandedOver, renamer: Renamer): Record<string, Document[]> {
  return Object.fromEntries(
    CARRIED.map((name) => {
      const renamed = (content.collections[name] ?? []).map((each) => renamer.document(each));
      return [name, name === 'audit' ? renamed.map(unsealed) : renamed];
    }),
  );
}

export interface Brought {
  digest: string;
  slips: readonly Slip[];
  name: string;
}

/** @throws with a sentence */
export async function bringTownship(
  place: Place,
  into: string,
  { file, now }: { file: string; now: number },
): Promise<Brought> {
  const { app, variables } = place;
  process.env['FIELD_KEYS'] = variables['FIELD_KEYS'];
  const content = openArchive(place, file);
  const { head, collections, phones } = content;
  const target = await readTarget(place, into);
  const planned = renameAll(content, renamerOf(content, into, new Map()).renamer);
  const ours = Object.entries(planned).map(
    ([name, all]) => [name, new Set(all.map(({ _id }) => _id))] as const,
  );
  await refuseOccupied(place, into, new Map(ours));
  const { renamer, back } = renamerOf(content, into, await sendFiles(app, content, into));
  for (const [name, documents] of Object.entries(renameAll(content, renamer)))
    await write(app, name, documents);
  const own = collections['townships']?.find(({ _id }) => _id === head.township);
  if (!own) throw new Error('档案里没有名册，没有恢复');
  const digest = digestOf(content);
  const directory = fillDirectory(renamer.document(own), target, sayChain(content, digest), now);
  const days = settingsOf((directory as unknown as Directory).settings).invitationDays;
  const receiver = { township: into, account: target.account, now, expiresAt: now + days * DAY_MS };
  const renamed = (collections['invitations'] ?? []).map((each) => ({
    before: each._id,
    invitation: renamer.document(each),
  }));
  const turned = turnInvitations(renamed, phones, receiver, toLocalDate(now));
  await write(app, 'invitations', turned.documents);
  const differs = await compare(place, content, into, back);
  if (differs !== undefined) throw new Error(`写完了，但和档案不一样（${differs}），请不要用`);
  // Last: until then the township is empty, and the whole may be done again.
  await write(app, 'townships', [directory]);
  return { digest, slips: turned.slips, name: head.name };
}

/** Answers a sentence; the codes of the invitations lie in a table beside the archive, its owner's alone to read. */
export async function restoreTownship(place: Place, into: string, file: string): Promise<string> {
  const { digest, slips, name } = await bringTownship(place, into, { file, now: Date.now() });
  const table = `${file}-邀请码.csv`;
  writeFileSync(table, writeSlips(name, slips), { mode: 0o600 });
  return `${name}移交好了，在 ${into}，和档案一条不差：${digest}。${String(slips.length)} 张邀请在 ${table}，发完就删掉`;
}
