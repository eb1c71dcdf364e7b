import { door } from '../registry/invitations/grants-store';
import { serve } from '../shared/serve';
import { takePush } from './relay/take-push';

const answer = serve(
  'notify',
  {
    relay: async () => (await import('./relay/relay')).relay,
    kick: async () => (await import('./relay/kick')).kick,
    notices: async () => (await import('./inbox/notices')).notices,
    consent: async () => (await import('./messages/consent')).consent,
    eraseOwn: async () => (await import('./own-data/erase-own')).eraseOwn,
    withdrawConsents: async () => (await import('./own-data/withdraw-consents')).withdrawConsents,
    inbox: async () => (await import('./inbox/list-inbox')).inbox,
    seen: async () => (await import('./inbox/seen')).seen,
    calls: async () => (await import('./calls/list-calls')).calls,
    revealCall: async () => (await import('./calls/reveal-call')).revealCall,
    settleCall: async () => (await import('./calls/settle-call')).settleCall,
    letters: async () => (await import('./dead-letters/list-dead-letters')).letters,
    retryLetter: async () => (await import('./dead-letters/retry-dead-letter')).retryLetter,
  },
  door,
  'relay',
);

export async function main(event: unknown): Promise<unknown> {
  return (await takePush(event)) ?? answer(event);
}
