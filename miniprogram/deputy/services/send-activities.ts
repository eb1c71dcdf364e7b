/** Sends what was recorded without a network: one after another, each under the key it was recorded with. */
import type { Failure } from '../../contract/result';
import type { UnsentActivity } from '../../platform/kept';
import { dropUnsent, listUnsent } from '../../platform/unsent';
import { noteActivity } from '../../services/duty';

export interface Sent {
  /** How many came in. */
  sent: number;
  /** The last of them. */
  last: string;
  /** Refused for what they say: to be looked at by the person. */
  refused: readonly { activity: UnsentActivity; failure: Failure }[];
  /** The network, or the server, does not answer: the rest waits. */
  waiting: boolean;
}

let running: Promise<Sent> | undefined;

async function sendAll(): Promise<Sent> {
  const refused: { activity: UnsentActivity; failure: Failure }[] = [];
  let sent = 0;
  let last = '';
  for (const activity of listUnsent()) {
    const result = await noteActivity(activity.input, activity.key);
    if (result.ok) {
      dropUnsent(activity.key);
      sent++;
      last = result.data.activity;
    } else if (result.code === 'offline' || result.code === 'busy' || result.code === 'internal') {
      return { sent, last, refused, waiting: true };
    } else refused.push({ activity, failure: result });
  }
  return { sent, last, refused, waiting: false };
}

/** Asked twice at once it runs once. */
export function sendUnsent(): Promise<Sent> {
  running ??= sendAll().finally(() => {
    running = undefined;
  });
  return running;
}
