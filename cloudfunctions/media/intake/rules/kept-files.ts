/** Where files lie in the cloud storage, and what a path says of a file. Phones write in `<township>/u/` alone. */

/** `cloud://<environment>.<bucket>/<path>`; the path in letters, digits, `_`, `-` and single dots. */
const FILE_ID = /^cloud:\/\/[A-Za-z0-9-]+\.[A-Za-z0-9-]+\/([A-Za-z0-9_-]+(?:[./][A-Za-z0-9_-]+)*)$/;

/** Undefined for what is no file id. */
function pathOf(file: string): string | undefined {
  return FILE_ID.exec(file)?.[1];
}

/** `folder` as registry's ownFolder. 'cloud://e.b/bh/u/abc/2026-11-23-1/1.jpg' lies in 'bh/u/abc'. */
export function liesIn(file: string, folder: string): boolean {
  return pathOf(file)?.startsWith(`${folder}/`) ?? false;
}

/** Photos and recordings of requests. No account is in the path: whoever may look must not learn whose it is. */
export function requestFolder(township: string): string {
  return `${township}/kept`;
}

/** A photo or a recording of an activity: each has a folder of its own, so that no two acts share a copy. */
export function activityFolder(township: string, picture: string): string {
  return `${township}/activities/${picture}`;
}

/** Pictures that this account brought for articles. */
export function pictureFolder(township: string, account: string): string {
  return `${township}/pictures/${account}`;
}

/** Papers of sessions, and scans of bills. */
export function paperFolder(township: string): string {
  return `${township}/papers`;
}

export function isPaper(township: string, file: string): boolean {
  return liesIn(file, paperFolder(township));
}

/** Its ending: pdf, docx, jpg, png. */
export function endingOf(file: string): string {
  return file.slice(file.lastIndexOf('.') + 1);
}

/** Whether a file is a copy that only the server writes. */
export function isKept(township: string, file: string): boolean {
  return ['kept', 'pictures', 'activities'].some((folder) => liesIn(file, `${township}/${folder}`));
}

/** Whether a file is one that a phone laid there and nobody has taken in yet. */
export function isUpload(township: string, file: string): boolean {
  return liesIn(file, `${township}/u`);
}

/** The name of a kept picture ends in its size: 'k3…-1080x720.jpg'; undefined for what has none. */
export function sizeOf(file: string): { width: number; height: number } | undefined {
  const [, width = '', height = ''] = /-(\d+)x(\d+)\.(?:jpg|png)$/.exec(file) ?? [];
  return width === '' ? undefined : { width: Number(width), height: Number(height) };
}
