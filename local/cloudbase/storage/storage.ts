import { join } from 'node:path';
import type { VirtualClock } from '../clock';
import { type FileRecord, FileStore } from './files';
import { fromFileId, toFileId } from './paths';
import { Tickets } from './tickets';

/** Chosen here: how long an upload address may be used. */
const UPLOAD_TICKET_MS = 15 * 60_000;
/** A link lives up to one day, and so long unless `maxAge` says less. */
export const MAX_AGE_SECONDS = 86_400;
/** Ids in one call (WeChat's `getTempFileURL`). */
export const BATCH_LIMIT = 50;

/** The storage of the local cloud: the files, and the signed addresses by which bytes travel. */
export interface Storage {
  readonly files: FileStore;
  readonly tickets: Tickets;
  now(): number;
  find(fileId: unknown): FileRecord | undefined;
  /** @param origin where the caller reaches this server */
  uploadAddress(path: string, owner: string, origin: string): { url: string; fileId: string };
  downloadAddress(record: FileRecord, maxAgeSeconds: number, origin: string): string;
}

export function openStorage(dir: string, clock: VirtualClock): Storage {
  const files = new FileStore(dir);
  const tickets = new Tickets(join(dir, 'keys'));
  return {
    files,
    tickets,
    now: () => clock.now(),
    find(fileId) {
      const path = fromFileId(fileId);
      return path === undefined ? undefined : files.find(path);
    },
    uploadAddress(path, owner, origin) {
      const ticket = tickets.sign({ allows: 'put', path, owner, expiresAt: clock.now() + UPLOAD_TICKET_MS });
      return { url: `${origin}/storage/upload/${ticket}`, fileId: toFileId(path) };
    },
    downloadAddress(record, maxAgeSeconds, origin) {
      const expiresAt = clock.now() + maxAgeSeconds * 1000;
      const ticket = tickets.sign({ allows: 'get', path: record.path, owner: '', expiresAt });
      return `${origin}/storage/file/${ticket}/${plainName(record.path)}`;
    },
  };
}

/** Only so that a person and a browser see a name and an ending: the ticket says which file it is. */
function plainName(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.replace(/[^A-Za-z0-9._-]/g, '_');
}

/** In seconds, between 1 and a day; a day for anything that is no such number. */
export function readMaxAge(value: unknown): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1) return MAX_AGE_SECONDS;
  return Math.min(value, MAX_AGE_SECONDS);
}
