/** notify: the relay. Called by its timer; the phone's kick comes with the outbox. */
export interface NotifyActions {
  /** Timer only: brings figures up to date. Answers how many documents it changed. */
  relay: { input: Record<string, never>; output: { changed: number } };
}
