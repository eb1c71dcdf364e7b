/** What becomes of a message when WeChat has answered (docs/decisions/010-notices.md has the table). */
import type { Instant } from '../../../../miniprogram/contract/wire';
import { backOffMs } from '../../relay/rules/shipment';

/** After so many failures that may pass a message is a dead letter. */
export const SEND_ATTEMPTS = 10;
/** How long a message is in the hands of the relay that took it (ms); longer than one send with its retries. */
export const SEND_LEASE_MS = 60_000;
/** A quota that is used up is tried again after this (ms): it is a minute's or a day's. */
const QUOTA_WAIT_MS = 600_000;

/** `queued` and `waits` go on; the others are the end. */
export type MessageState = 'queued' | 'sent' | 'refused' | 'unreached' | 'dead' | 'expired';

/** Where the office sees it: nowhere, on the call list, among the dead letters. */
export type MessageList = '' | 'call' | 'dead';

/** What an answer means; the client's classes of codes come down to these. */
export type Verdict = 'sent' | 'refused' | 'wrong' | 'quota' | 'passing' | 'none-left' | 'off';

export interface Progress {
  state: MessageState;
  nextAt: Instant;
  attempts: number;
}

/** Between half and all of the pause; the same for the same message and attempt, different between messages. */
export function withJitter(pauseMs: number, seed: string): number {
  let hash = 7;
  for (const letter of seed) hash = (hash * 31 + letter.charCodeAt(0)) % 65_536;
  return Math.round(pauseMs * (0.5 + hash / 131_072));
}

export function afterAnswer(
  message: { id: string; attempts: number },
  verdict: Verdict,
  now: Instant,
): Progress {
  const attempts = message.attempts + 1;
  const end = (state: MessageState): Progress => ({ state, nextAt: 0, attempts });
  switch (verdict) {
    case 'sent':
      return end('sent');
    case 'refused':
      return end('refused');
    case 'none-left':
    case 'off':
      return { ...end('unreached'), attempts: message.attempts };
    case 'wrong':
      return end('dead');
    case 'quota': {
      const pause = withJitter(QUOTA_WAIT_MS, `${message.id}${String(message.attempts)}`);
      return { state: 'queued', nextAt: now + QUOTA_WAIT_MS + pause, attempts: message.attempts };
    }
    case 'passing': {
      if (attempts >= SEND_ATTEMPTS) return end('dead');
      const pause = withJitter(backOffMs(attempts), `${message.id}${String(attempts)}`);
      return { state: 'queued', nextAt: now + pause, attempts };
    }
  }
}

/** On whose list it stands from then on. */
export function listOf(state: MessageState, call: string): MessageList {
  if (state === 'dead') return 'dead';
  return call !== '' && (state === 'refused' || state === 'unreached') ? 'call' : '';
}
