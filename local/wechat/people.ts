/** What WeChat knows of a person: which messages they want, and how many may still be sent. */
import type { WechatStore } from './store';

export type Choice = 'accept' | 'reject';

export interface Subscriptions {
  readonly mainSwitch: boolean;
  /** Answers that the person wants kept («总是保持以上选择»). */
  readonly kept: Readonly<Record<string, Choice>>;
  /** Messages that may still be sent, by template. */
  readonly left: Readonly<Record<string, number>>;
}

const NONE: Subscriptions = { mainSwitch: true, kept: {}, left: {} };

export function readSubscriptions(store: WechatStore, openid: string): Subscriptions {
  return store.get<Subscriptions>(['subscriptions', openid]) ?? NONE;
}

/** One accept is good for one message more, without an end. */
export function answerSubscriptions(
  store: WechatStore,
  openid: string,
  answers: Readonly<Record<string, Choice>>,
  keep: boolean,
): void {
  store.atOnce(() => {
    const before = readSubscriptions(store, openid);
    const left = { ...before.left };
    for (const [id, choice] of Object.entries(answers)) {
      if (choice === 'accept') left[id] = (left[id] ?? 0) + 1;
    }
    const kept = keep ? { ...before.kept, ...answers } : before.kept;
    store.put(['subscriptions', openid], { ...before, left, kept });
  });
}

/** The settings page: the switch, and asking anew. */
export function setSubscriptions(
  store: WechatStore,
  openid: string,
  change: { readonly mainSwitch: boolean; readonly forget: boolean },
): void {
  const before = readSubscriptions(store, openid);
  const kept = change.forget ? {} : before.kept;
  store.put(['subscriptions', openid], { ...before, mainSwitch: change.mainSwitch, kept });
}

/** False: switched off, or used up. */
export function useConsent(store: WechatStore, openid: string, templateId: string): boolean {
  return store.atOnce(() => {
    const before = readSubscriptions(store, openid);
    const left = before.left[templateId] ?? 0;
    if (!before.mainSwitch || left <= 0) return false;
    store.put(['subscriptions', openid], { ...before, left: { ...before.left, [templateId]: left - 1 } });
    return true;
  });
}
