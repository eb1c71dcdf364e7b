/**
 * Takes an uploaded file in, once: what was read first is judged, made anew and stored in a folder that only the server
 * writes; its document, created in one write, says for good which copy this file became. Killed before that write,
 * nothing counts; two at once, the first document counts and the other's copy is taken away again.
 */
import { createHash } from 'node:crypto';
import type { FileFault, FileUse, TakenIn } from '../../../miniprogram/contract/media';
import type { Instant } from '../../../miniprogram/contract/wire';
import { hashParts } from '../../shared/cipher';
import { removeFiles, storeFile, readFile } from '../../shared/files';
import { encodePicture, WISHES } from './encode-picture';
import { liesIn } from './rules/kept-files';
import { paperKind } from './rules/papers';
import { bareSound, soundKind } from './rules/sounds';
import { keepTaken, readTaken, takenId, type TakenFile } from './store';

/** Above this (bytes) nothing is read: a minute of sound, or a photo as a phone sends it, is far below. */
const MOST_BYTES = 20_000_000;

interface Upload {
  township: string;
  file: string;
  use: FileUse;
  /** Where the copy is to lie. */
  folder: string;
}

interface Copy {
  bytes: Buffer;
  /** Its ending, by content. */
  kind: string;
  /** '-1080x720' of a picture. */
  size: string;
}

async function copyOf(bytes: Buffer, use: FileUse): Promise<Copy | undefined> {
  if (use === 'recording') {
    const kind = soundKind(bytes);
    return kind && { bytes: Buffer.from(bareSound(bytes, kind)), kind, size: '' };
  }
  const paper = use === 'paper' ? paperKind(bytes) : undefined;
  if (paper) return { bytes, kind: paper, size: '' };
  const encoded = await encodePicture(bytes, WISHES[use === 'paper' ? 'photo' : use]);
  if (!encoded) return undefined;
  const { width, height } = encoded;
  return { bytes: encoded.bytes, kind: encoded.kind, size: `-${String(width)}x${String(height)}` };
}

async function judge(upload: Upload): Promise<Copy | FileFault> {
  const read = await readFile(upload.file, MOST_BYTES);
  if (!Buffer.isBuffer(read)) return read;
  if (read.length === 0) return 'empty';
  return (await copyOf(read, upload.use)) ?? 'unreadable';
}

/** A copy that lies elsewhere became somebody else's: deleted there, it would be gone here too. */
function answerOf({ folder }: Upload, { file, fault }: Pick<TakenFile, 'file' | 'fault'>): TakenIn {
  if (fault !== undefined) return { fault };
  return liesIn(file, folder) ? { file } : { fault: 'gone' };
}

async function store({ township, file: source, folder }: Upload, copy: Copy) {
  const hash = createHash('sha256').update(copy.bytes).digest('hex');
  const name = hashParts(['kept', source, hash], 32);
  const file = await storeFile(`${folder}/${name}${copy.size}.${copy.kind}`, copy.bytes);
  return { _id: takenId(township, source), township, file, kind: copy.kind, hash, bytes: copy.bytes.length };
}

/** A read; where it is new, the storage and a write. What was uploaded is deleted once its copy counts. */
export async function takeFile(upload: Upload, now: Instant): Promise<TakenIn> {
  const { township, file: source } = upload;
  const before = await readTaken(township, source);
  if (before) return answerOf(upload, before);
  const copy = await judge(upload);
  if (copy === 'gone') {
    // Somebody else may have taken it in and deleted it meanwhile. Otherwise nothing is written: it may come yet.
    const theirs = await readTaken(township, source);
    return theirs ? answerOf(upload, theirs) : { fault: copy };
  }
  const taken =
    typeof copy === 'string'
      ? { _id: takenId(township, source), township, file: '', fault: copy }
      : await store(upload, copy);
  if (await keepTaken({ ...taken, at: now })) {
    await removeFiles([source]);
    return answerOf(upload, taken);
  }
  const first = await readTaken(township, source);
  if (taken.file !== '' && taken.file !== first?.file) await removeFiles([taken.file]);
  return first ? answerOf(upload, first) : { fault: 'gone' };
}
