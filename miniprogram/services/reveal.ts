/** The asker's phone on a page: masked until one says why, then whole on this screen and ready to be dialled. */
import type { Failure, Result } from '../contract/result';
import { REVEAL_REASON_IDS, REVEAL_REASONS } from '../contract/reveal';
import type { RevealReason } from '../contract/reveal';
import type { Output } from '../contract/wire';
import { write } from '../platform/cloud';
import { intend } from '../platform/keys';
import type { Pending } from '../platform/keys';
import { chooseOne, dial } from '../platform/phone';
import { township } from '../platform/whereabouts';

type Asked = { request: string; reason: RevealReason };
let pending: Pending<Asked> | undefined;

function reveal(asked: Asked): Promise<Result<Output<'request', 'revealPhone'>>> {
  pending = intend(pending, JSON.stringify(asked), () => asked);
  return write('request', 'revealPhone', { township: township(), ...pending.input }, pending.key);
}

interface CallingPage {
  data: { number: string };
  setData(data: { number: string }): void;
}

/**
 * Asks for the reason once a look at the page; what went wrong comes back. `isStill`: whether the page still shows this
 * request when the answer is there; a number never comes to stand under another one.
 */
export async function callAsker(
  page: CallingPage,
  request: string,
  isStill = (): boolean => true,
): Promise<Failure | undefined> {
  if (page.data.number === '') {
    const chosen = await chooseOne(REVEAL_REASON_IDS.map((id) => REVEAL_REASONS[id]));
    const reason = chosen === undefined ? undefined : REVEAL_REASON_IDS[chosen];
    if (reason === undefined) return undefined;
    const result = await reveal({ request, reason });
    if (result.ok) pending = undefined;
    if (!isStill()) return undefined;
    if (!result.ok) return result;
    page.setData({ number: result.data.phone });
  }
  dial(page.data.number);
  return undefined;
}
