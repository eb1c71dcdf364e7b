/** 收提醒 on a page: what it offers, what came of a tap, how many messages are left. */
import type { TemplateKey } from '../contract/templates';
import { offerMore, offerReminder, toRemind } from '../platform/consents';
import type { Remind } from '../platform/consents';
import { getNotices, giveConsent, learnTemplates } from './notify';

interface Reminding {
  data: { remind: Remind };
  setData(patch: { remind: Remind }): void;
}

/** For what comes once: the ids must be at hand before the tap, the words say what it is good for. */
export async function offerOnce(page: Reminding, keys: readonly TemplateKey[], words: string): Promise<void> {
  await learnTemplates();
  if (!page.data.remind.show) page.setData({ remind: offerReminder(keys, words) });
}

/** For those to whom something comes again and again: how many messages are left; answers how many are unread. */
export async function offerAgain(page: Reminding, keys: readonly TemplateKey[]): Promise<number | undefined> {
  const notices = await getNotices();
  if (!notices.ok) return undefined;
  page.setData({ remind: offerMore(keys, notices.data.left) });
  return notices.data.unread;
}

/** Called first in a tap on 收提醒 itself; `counted`: the page says how many are left. */
export async function remindOn(
  page: Reminding,
  keys: readonly TemplateKey[],
  counted = false,
): Promise<void> {
  const { outcome, left } = await giveConsent(keys);
  page.setData({ remind: counted && left ? offerMore(keys, left) : toRemind(outcome) });
}

/** Called first in the tap of an act: the act does not wait for the answer, and no answer says nothing. */
export async function remindAlong(
  page: Reminding,
  keys: readonly TemplateKey[],
  counted = false,
): Promise<void> {
  const { outcome, left } = await giveConsent(keys);
  if (counted && left) page.setData({ remind: offerMore(keys, left) });
  else if (outcome === 'always' || outcome === 'off') page.setData({ remind: toRemind(outcome) });
}
