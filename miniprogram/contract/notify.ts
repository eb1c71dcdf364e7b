/** notify: the relay, which ships what changes left in their outboxes. */
export interface NotifyActions {
  /**
   * Timer only: events of all townships to their consumers, history to the audit, figures brought up to date.
   * Answers how many figures changed, how many events were done with, how many are to be tried again.
   */
  relay: { input: Record<string, never>; output: { changed: number; events: number; failed: number } };
  /** The events of one township, now: called by the phone after a successful act, which waits for nothing. */
  kick: { input: { township: string }; output: { events: number; failed: number } };
}
