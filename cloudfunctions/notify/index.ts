import { admit } from '../registry/store';
import { serve } from '../shared/serve';
import { calls } from './actions/calls';
import { consent } from './actions/consent';
import { inbox } from './actions/inbox';
import { kick } from './actions/kick';
import { letters } from './actions/letters';
import { notices } from './actions/notices';
import { relay } from './actions/relay';
import { retryLetter } from './actions/retry-letter';
import { revealCall } from './actions/reveal-call';
import { seen } from './actions/seen';
import { settleCall } from './actions/settle-call';
import { takePush } from './take-push';

const answer = serve(
  'notify',
  {
    relay,
    kick,
    notices,
    consent,
    inbox,
    seen,
    calls,
    revealCall,
    settleCall,
    letters,
    retryLetter,
  },
  admit,
  'relay',
);

export async function main(event: unknown): Promise<unknown> {
  return (await takePush(event)) ?? answer(event);
}
