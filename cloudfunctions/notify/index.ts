import { door } from '../registry/invitations/grants-store';
import { serve } from '../shared/serve';
import { calls } from './calls/list-calls';
import { consent } from './messages/consent';
import { eraseOwn } from './own-data/erase-own';
import { inbox } from './inbox/list-inbox';
import { kick } from './relay/kick';
import { letters } from './dead-letters/list-dead-letters';
import { notices } from './inbox/notices';
import { relay } from './relay/relay';
import { retryLetter } from './dead-letters/retry-dead-letter';
import { revealCall } from './calls/reveal-call';
import { seen } from './inbox/seen';
import { settleCall } from './calls/settle-call';
import { withdrawConsents } from './own-data/withdraw-consents';
import { takePush } from './relay/take-push';

const answer = serve(
  'notify',
  {
    relay,
    kick,
    notices,
    consent,
    eraseOwn,
    withdrawConsents,
    inbox,
    seen,
    calls,
    revealCall,
    settleCall,
    letters,
    retryLetter,
  },
  door,
  'relay',
);

export async function main(event: unknown): Promise<unknown> {
  return (await takePush(event)) ?? answer(event);
}
