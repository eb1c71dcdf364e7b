/** Where the server answers the mini-program's own files. */
const ASSET_ROOT = '/__preview/files';

/** Temporary files of this document, by the path that the mini-program was given. */
const temporary = new Map<string, { readonly blob: Blob; readonly url: string }>();
let counter = 0;

/** Address of a file of the mini-program's package, as a path in the file of `owner` names it. */
export function assetUrl(path: string, owner: string): string {
  const base = new URL(`${ASSET_ROOT}/${owner}`, location.origin);
  return path.startsWith('/') ? `${ASSET_ROOT}${path}` : new URL(path, base).pathname;
}

/** Keeps a file as WeChat's temporary files: gone with the document. */
export function addTemporaryFile(blob: Blob, extension: string): string {
  counter += 1;
  const path = `http://tmp/${String(Date.now())}${String(counter)}.${extension}`;
  temporary.set(path, { blob, url: URL.createObjectURL(blob) });
  return path;
}

export function temporaryFile(path: string): Blob | null {
  return temporary.get(path)?.blob ?? null;
}

export function temporaryUrl(path: string): string | null {
  return temporary.get(path)?.url ?? null;
}
