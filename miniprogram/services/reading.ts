/** What the first screens show only when there is some of it: articles and the public board. */
import { now } from '../platform/clock';
import { keep, recall } from '../platform/storage';
import { township } from '../platform/whereabouts';
import { getPublished } from './publicity';
import { getBoard } from './request-lists';

/** How long it is believed (ms): one article a week is much. */
const FRESH_MS = 3_600_000;

export interface Reading {
  articles: boolean;
  board: boolean;
}

/** As far as this phone knows. */
export function knownReading(): Reading {
  const kept = recall('reading');
  const here = kept?.township === township() ? kept : undefined;
  return { articles: here?.articles ?? false, board: here?.board ?? false };
}

/** Asks at most once an hour; nobody waits. What could not be asked stays as it was known. */
export async function learnReading(): Promise<void> {
  const kept = recall('reading');
  const place = township();
  if (kept?.township === place && now() >= kept.at && now() - kept.at < FRESH_MS) return;
  const known = knownReading();
  const [articles, board] = await Promise.all([getPublished(), getBoard()]);
  if (!articles.ok && !board.ok) return;
  keep('reading', {
    township: place,
    at: now(),
    articles: articles.ok ? articles.data.articles.length > 0 : known.articles,
    board: board.ok ? board.data.items.length > 0 : known.board,
  });
}
