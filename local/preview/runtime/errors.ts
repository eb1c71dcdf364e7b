/** Something of WeChat that the preview does not have. Thrown, never swallowed: the page must not think it worked. */
export class NotInPreviewError extends Error {
  constructor(what: string) {
    super(`NotInPreviewError: ${what} is not in the preview`);
    this.name = 'NotInPreviewError';
  }
}

export type ErrorListener = (error: unknown, where: string) => void;

const listeners: ErrorListener[] = [];

/** Adds somebody who is told of every error in a page, a component, the app or a function. */
export function onReportedError(listener: ErrorListener): void {
  listeners.push(listener);
}

/**
 * Shows an error on the screen and in the console.
 * @param where what was running, in words: a page's path, a life-cycle function, a cloud function
 */
export function reportError(error: unknown, where: string): void {
  console.error(where, error instanceof Error ? (error.stack ?? error.message) : error);
  for (const listener of listeners) listener(error, where);
}

/** Runs one of the app's functions; an error in it is reported and does not stop the preview. */
export function guard<T>(where: string, work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    reportError(error, where);
    return undefined;
  }
}
