import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { readForm, refuseForm, STORED_FORM } from '../build/stored-form';
import { databaseFolder } from './cloudbase';
import { StartError } from './start-error';

/** The folder that survives restarts, held by one process at a time. */
export interface DataFolder {
  readonly dir: string;
  /** The value of `FIELD_KEYS`; made on the first run, kept afterwards: without it no name can be read again. */
  readonly fieldKeys: FieldKeys;
  /** The value of `SETUP_SECRET`, made on the first run and kept. */
  readonly setupSecret: string;
  readonly release: () => void;
}

export interface FieldKeys {
  readonly current: string;
  /** Key id → 32 bytes in base64. */
  readonly keys: Readonly<Record<string, string>>;
}

interface Holder {
  readonly pid: number;
  /** When that process began, as the kernel counts it; empty where there is no /proc. */
  readonly startedAt: string;
}

/**
 * `anew`: what lies there is thrown away anyway.
 * @throws StartError when the folder cannot be written, another process holds it, or its data are of another form
 */
export function openDataFolder(dir: string, anew = false): DataFolder {
  const lock = join(dir, 'lock');
  try {
    mkdirSync(dir, { recursive: true });
    takeLock(dir, lock);
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(`The data folder ${dir} cannot be written (${(error as Error).message}).`);
  }
  const wrong = checkForm(dir, anew);
  if (wrong !== undefined) {
    rmSync(lock, { force: true });
    throw new StartError(wrong);
  }
  return {
    dir,
    fieldKeys: readFieldKeys(join(dir, 'field-keys.json')),
    setupSecret: readSetupSecret(join(dir, 'setup-secret')),
    release: () => {
      rmSync(lock, { force: true });
    },
  };
}

/** A folder without a database is of the present form from now on. */
function checkForm(dir: string, anew: boolean): string | undefined {
  const file = join(dir, 'stored-form');
  const database = databaseFolder(dir);
  if (existsSync(database)) {
    const wrong = refuseForm(readForm(existsSync(file) ? readFileSync(file, 'utf8') : undefined));
    if (wrong === undefined) return undefined;
    if (!anew)
      return `The data in ${dir} cannot be used: ${wrong}。Take another --data, or --reset to begin anew.`;
    // First, so that a start that dies from here on leaves no documents under a form that is not theirs.
    rmSync(database, { recursive: true });
  }
  writeFileSync(file, `${String(STORED_FORM)}\n`);
  return undefined;
}

function readSetupSecret(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(18).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

/** A lock whose process is gone (kill -9, power) is taken over; moving it away first lets only one do so. */
function takeLock(dir: string, lock: string): void {
  for (let attempt = 0; attempt < 3; attempt++) {
    if (writeNew(lock, JSON.stringify({ pid: process.pid, startedAt: startOf(process.pid) }))) return;
    const holder = readHolder(lock);
    if (holder && isRunning(holder)) {
      throw new StartError(
        `The data folder ${dir} is in use by process ${holder.pid}; end it or choose another --data.`,
      );
    }
    const aside = `${lock}.${randomBytes(4).toString('hex')}`;
    if (existsSync(lock)) renameSync(lock, aside);
    rmSync(aside, { force: true });
  }
  throw new StartError(`The data folder ${dir} is being opened by another process.`);
}

/** False when the file is there already. It appears with its whole text or not at all. */
function writeNew(file: string, text: string): boolean {
  const draft = `${file}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, text, { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft);
  }
}

function readHolder(lock: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(lock, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

/** A number may have gone to another program since: the moment of its start tells them apart. */
function isRunning({ pid, startedAt }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return startOf(pid) === startedAt;
}

/** Field 22 of /proc/<pid>/stat, counted behind the name, which may hold blanks. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function readFieldKeys(file: string): FieldKeys {
  const fresh: FieldKeys = { current: 'k1', keys: { k1: randomBytes(32).toString('base64') } };
  writeNew(file, `${JSON.stringify(fresh)}\n`);
  return JSON.parse(readFileSync(file, 'utf8')) as FieldKeys;
}
