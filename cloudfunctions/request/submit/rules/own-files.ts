/** Whether a file lies in the caller's own folder of the cloud storage. */

/** `cloud://<environment>.<bucket>/<path>`; the path in letters, digits, `_`, `-` and single dots. */
const FILE_ID = /^cloud:\/\/[A-Za-z0-9-]+\.[A-Za-z0-9-]+\/([A-Za-z0-9_-]+(?:[./][A-Za-z0-9_-]+)*)$/;

/** `folder` as registry's ownFolder. 'cloud://e.b/bh/u/abc/2026-11-23-1/1.jpg' lies in 'bh/u/abc'. */
export function isOwnFile(file: string, folder: string): boolean {
  const path = FILE_ID.exec(file)?.[1];
  return path?.startsWith(`${folder}/`) ?? false;
}
