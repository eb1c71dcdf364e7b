import type { Call } from './serve';

/** The person of the grant; an office worker who is nobody in the directory goes by the account. */
export function actorOf(call: Call): string {
  return call.admitted?.person ?? call.account;
}
