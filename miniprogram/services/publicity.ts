/** Articles and the official account; the functions stand in the order of contract/publicity. */
import type { HappeningKind } from '../contract/happening';
import type { ArticleState } from '../contract/article';
import type { PublicityActions } from '../contract/publicity';
import type { Instant, Output } from '../contract/wire';
import { ask, write } from '../platform/cloud';
import type { Result } from '../contract/result';
import { township } from '../platform/whereabouts';

type Name = keyof PublicityActions;
type In<A extends Name> = Omit<PublicityActions[A]['input'], 'township'>;
type Out<A extends Name> = Promise<Result<Output<'publicity', A>>>;

/** A page of articles, newest first; `after` is the last page's `next`. */
export function listArticles(state?: ArticleState, after?: string): Out<'list'> {
  return ask('publicity', 'list', {
    township: township(),
    ...(state !== undefined && { state }),
    ...(after !== undefined && { after }),
  });
}

export function getArticle(article: string): Out<'get'> {
  return ask('publicity', 'get', { township: township(), article });
}

export function getHappenings(kind: HappeningKind): Out<'happenings'> {
  return ask('publicity', 'happenings', { township: township(), kind });
}

export function composeArticle(from: In<'compose'>, key: string): Out<'compose'> {
  return write('publicity', 'compose', { township: township(), ...from }, key);
}

export function saveArticle(input: In<'save'>, key: string): Out<'save'> {
  return write('publicity', 'save', { township: township(), ...input }, key);
}

export function getHistory(article: string): Out<'history'> {
  return ask('publicity', 'history', { township: township(), article });
}

export function getVersion(article: string, version: string): Out<'version'> {
  return ask('publicity', 'version', { township: township(), article, version });
}

export function overruleMark(input: In<'overrule'>, key: string): Out<'overrule'> {
  return write('publicity', 'overrule', { township: township(), ...input }, key);
}

export function previewArticle(article: string): Out<'preview'> {
  return ask('publicity', 'preview', { township: township(), article });
}

/** The steps of an article that need no more than its edition. */
export type PlainStep =
  'submit' | 'withdraw' | 'approve' | 'reopen' | 'drop' | 'restore' | 'handOver' | 'takeBack';

export function stepArticle(
  step: PlainStep,
  at: { article: string; edition: number; words?: string },
  key: string,
): Promise<Result<Output<'publicity', PlainStep>>> {
  return write('publicity', step, { township: township(), ...at }, key);
}

export function reviewArticle(input: In<'review'>, key: string): Out<'review'> {
  return write('publicity', 'review', { township: township(), ...input }, key);
}

export function sendBack(input: In<'sendBack'>, key: string): Out<'sendBack'> {
  return write('publicity', 'sendBack', { township: township(), ...input }, key);
}

export function markPublished(input: In<'markPublished'>, key: string): Out<'markPublished'> {
  return write('publicity', 'markPublished', { township: township(), ...input }, key);
}

export function pushArticle(input: In<'push'>, key: string): Out<'push'> {
  return write('publicity', 'push', { township: township(), ...input }, key);
}

/** Goes on with a push for a few seconds. It has no key: each call does what is left. */
export function pushStep(article: string): Out<'pushStep'> {
  return ask('publicity', 'pushStep', { township: township(), article });
}

/** For groups and the video account. */
export function getPack(article: string): Out<'pack'> {
  return ask('publicity', 'pack', { township: township(), article });
}

/** What readers find in the official account; everybody may ask. */
export function getPublished(before?: Instant): Out<'published'> {
  return ask('publicity', 'published', { township: township(), ...(before !== undefined && { before }) });
}

export function getTemplates(): Out<'templates'> {
  return ask('publicity', 'templates', { township: township() });
}

export function saveTemplate(input: In<'saveTemplate'>, key: string): Out<'saveTemplate'> {
  return write('publicity', 'saveTemplate', { township: township(), ...input }, key);
}

export function dropTemplate(input: In<'dropTemplate'>, key: string): Out<'dropTemplate'> {
  return write('publicity', 'dropTemplate', { township: township(), ...input }, key);
}

export function getPlan(year: number): Out<'plan'> {
  return ask('publicity', 'plan', { township: township(), year });
}

export function saveActivity(input: In<'saveActivity'>, key: string): Out<'saveActivity'> {
  return write('publicity', 'saveActivity', { township: township(), ...input }, key);
}

export function getPublicitySettings(): Out<'settings'> {
  return ask('publicity', 'settings', { township: township() });
}

export function savePublicitySettings(input: In<'saveSettings'>, key: string): Out<'saveSettings'> {
  return write('publicity', 'saveSettings', { township: township(), ...input }, key);
}
