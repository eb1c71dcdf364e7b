import { ENV_ID } from '../functions/environment';

/** Invented; the shape is that of a real bucket: four hex digits, environment, account. */
const BUCKET = '6c6f-local-1300000000';
const PREFIX = `cloud://${ENV_ID}.${BUCKET}/`;
/** Naming rule of the cloud's storage: 850 bytes of UTF-8. */
const PATH_LIMIT_BYTES = 850;
// Control characters are what the rule is about.
// eslint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u001f\u007f\\]/;

/**
 * Cloud paths as the platform names them: not empty, no leading `/`, no `//`, no control characters. The
 * steps `.` and `..` are refused as well: a path names a file and nothing else.
 */
export function isCloudPath(path: unknown): path is string {
  if (typeof path !== 'string' || path === '' || FORBIDDEN.test(path)) return false;
  if (Buffer.byteLength(path) > PATH_LIMIT_BYTES) return false;
  return path.split('/').every((step) => step !== '' && step !== '.' && step !== '..');
}

export function toFileId(path: string): string {
  return `${PREFIX}${path}`;
}

/** Undefined for an id of another environment, or one that no upload can have made. */
export function fromFileId(fileId: unknown): string | undefined {
  if (typeof fileId !== 'string' || !fileId.startsWith(PREFIX)) return undefined;
  const path = fileId.slice(PREFIX.length);
  return isCloudPath(path) ? path : undefined;
}
