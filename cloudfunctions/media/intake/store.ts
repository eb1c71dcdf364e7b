/** The collection of files that were taken in: one document for each uploaded file, by its id; the first word counts. */
import type { FileFault } from '../../../miniprogram/contract/media';
import type { Instant } from '../../../miniprogram/contract/wire';
import { hashParts } from '../../shared/cipher';
import { oneOf } from '../../shared/conditions';
import {
  createOne,
  inTownship,
  readOne,
  readPage,
  removeOne,
  type CollectionSpecs,
  type Stored,
} from '../../shared/database';

const FILES = 'mediafiles';

export const collections = {
  [FILES]: { indexes: [inTownship('file', 'file')] },
} satisfies CollectionSpecs;

export interface TakenFile extends Stored {
  at: Instant;
  /** The copy; '' where there is none. */
  file: string;
  fault?: FileFault;
  /** Of the copy: what it is by its content, and its SHA-256. */
  kind?: string;
  hash?: string;
  bytes?: number;
}

export function takenId(township: string, source: string): string {
  return `${township}~${hashParts(['media', source], 32)}`;
}

export function readTaken(township: string, source: string): Promise<TakenFile | undefined> {
  return readOne<TakenFile>(FILES, township, takenId(township, source));
}

/** False when somebody else took it in meanwhile: theirs counts. */
export function keepTaken(taken: Omit<TakenFile, 'rev'>): Promise<boolean> {
  return createOne(FILES, { ...taken, rev: 1 });
}

export function readTakenByFile(township: string, files: readonly string[]): Promise<TakenFile[]> {
  return readPage<TakenFile>(FILES, township, {
    where: { file: oneOf(files) },
    order: [],
    limit: files.length,
  });
}

export async function forgetTaken({ township, _id }: TakenFile): Promise<void> {
  await removeOne(FILES, township, _id);
}
