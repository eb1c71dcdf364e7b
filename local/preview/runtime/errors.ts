/** Something of WeChat that the preview does not have. Thrown, never swallowed: the page must not think it worked. */
export class NotInPreviewError extends Error {
  constructor(what: string) {
    super(`${what} is not in the preview`);
    this.name = 'NotInPreviewError';
  }
}

type ErrorListener = (error: unknown, where: string) => void;

const onScreen: ErrorListener[] = [];
const inScript: ErrorListener[] = [];
let telling = false;

/** Adds somebody who is told of every error, in a page, a component, the app or a function. */
export function onReportedError(listener: ErrorListener): void {
  onScreen.push(listener);
}

/** Adds somebody who is told of errors that the app's own script did not catch: App.onError, wx.onError. */
export function onScriptError(listener: ErrorListener): void {
  inScript.push(listener);
}

/**
 * Shows an error on the screen and in the console.
 * @param where what was running, in words: a page's path, a life-cycle function, a cloud function
 */
export function reportError(error: unknown, where: string): void {
  console.error(where, error instanceof Error ? (error.stack ?? error.message) : error);
  for (const listener of onScreen) listener(error, where);
}

/** Reports an error that the app's own script did not catch. An error while it is told of one is only shown. */
export function reportScriptError(error: unknown, where: string): void {
  reportError(error, where);
  if (telling) return;
  telling = true;
  try {
    for (const listener of inScript) listener(error, where);
  } finally {
    telling = false;
  }
}

export function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Runs one of the app's functions; an error in it is reported and does not stop the preview. */
export function guard<T>(where: string, work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    reportScriptError(error, where);
    return undefined;
  }
}
