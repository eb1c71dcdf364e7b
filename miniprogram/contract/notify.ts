/** notify: the relay, which ships what changes left in their outboxes; the inbox, consents and the call list. */
import type { TemplateKey } from './templates';
import type { Instant } from './time';

/** One row of the inbox (消息). */
export interface NoticeCard {
  notice: string;
  title: string;
  /** What happened and what to do next. */
  words: string;
  at: Instant;
  /** Path and query of the page to open; absent: nothing more to see. */
  page?: string;
  unread: boolean;
}

/** What the phone needs at hand before a tap. */
export interface NoticesView {
  /** Template ids of this deployment; a template that is not registered has none. */
  templates: Partial<Readonly<Record<TemplateKey, string>>>;
  /** Messages that may still be sent to the caller, by template. */
  left: Readonly<Record<TemplateKey, number>>;
  unread: number;
}

/** What WeChat said to one template; only `accept` and its kinds give a message. */
export type ConsentAnswer = 'accept' | 'reject' | 'ban' | 'filter';

/** Somebody who must hear of something and could not be reached. */
export interface CallCard {
  call: string;
  /** `王**`, or a deputy's whole name. */
  who: string;
  /** Held by a role; absent: a villager. */
  role?: string;
  about: string;
  /** What to say. */
  sentence: string;
  at: Instant;
  /** A number is known and can be revealed. */
  phone: boolean;
  state: 'open' | 'called' | 'missed';
}

export type DeadLetterKind = 'event' | 'message';

/** Something that could not be shipped, for somebody to look at. */
export interface DeadLetterCard {
  letter: string;
  /** The title of a message, or the name of an event. */
  about: string;
  /** WeChat's code, or `failed` where one of our own consumers threw. */
  code: string;
  attempts: number;
  at: Instant;
}

export interface NotifyActions {
  /**
   * Timer only: events of all townships to their consumers, history to the audit, messages to WeChat, what the clock
   * brings, figures brought up to date. Answers how many figures changed, events were done with, are to be tried again.
   */
  relay: { input: Record<string, never>; output: { changed: number; events: number; failed: number } };
  /**
   * The events of one township, now: called by the phone after a successful act, which waits for nothing. `after`: the
   * function that acted; absent: every collection is looked into.
   */
  kick: { input: { township: string; after?: string }; output: { events: number; failed: number } };

  /** Template ids, consents left, unread notices; 2 calls. */
  notices: { input: { township: string }; output: NoticesView };
  /** What WeChat answered to wx.requestSubscribeMessage; 1 call. */
  consent: {
    input: { township: string; answers: Partial<Readonly<Record<TemplateKey, ConsentAnswer>>> };
    output: { left: NoticesView['left'] };
  };
  /** One's own notices, newest first; `after`: `next` of the page before. 2 calls. */
  inbox: {
    input: { township: string; after?: string };
    output: { notices: readonly NoticeCard[]; next?: string };
  };
  /** Everything up to this instant was before the reader's eyes. */
  seen: { input: { township: string; until: Instant }; output: { until: Instant } };

  /** Office: who could not be reached, newest first. */
  calls: {
    input: { township: string; after?: string };
    output: { calls: readonly CallCard[]; next?: string };
  };
  /** Office: the number, against a reason that stays in the audit. Refusals: not-found. */
  revealCall: {
    input: { township: string; call: string; reason: string };
    output: { phone: string; name: string };
  };
  /** Office: reached, or not there. Refusals: not-found. */
  settleCall: {
    input: { township: string; call: string; state: 'called' | 'missed' };
    output: { state: 'called' | 'missed' };
  };

  /** Office, administrator: what could not be shipped, newest first: events that no consumer took, or messages WeChat did not. */
  letters: {
    input: { township: string; kind: DeadLetterKind; after?: string };
    output: { letters: readonly DeadLetterCard[]; next?: string };
  };
  /** Office, administrator: try it again; the relay does, within a minute. Refusals: not-found. */
  retryLetter: {
    input: { township: string; letter: string; kind: DeadLetterKind };
    output: { letter: string };
  };
}
