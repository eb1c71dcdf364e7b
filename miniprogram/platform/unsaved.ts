/** Articles that could not be sent: they stay on the phone until they can. */
import type { UnsavedArticle } from './kept';
import { keep, recall } from './storage';

/** Articles kept at once; the one longest untouched goes when one more comes. */
const MOST = 5;

export function findUnsaved(article: string): UnsavedArticle | undefined {
  return recall('articles')?.[article];
}

/** False when the phone has no room. */
export function keepUnsaved(article: string, unsaved: UnsavedArticle): boolean {
  const others = Object.entries(recall('articles') ?? {}).filter(([id]) => id !== article);
  return keep('articles', Object.fromEntries([...others, [article, unsaved] as const].slice(-MOST)));
}

export function dropUnsaved(article: string): void {
  const { [article]: gone, ...others } = recall('articles') ?? {};
  if (gone) keep('articles', others);
}
