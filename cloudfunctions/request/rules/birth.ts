/** What a request is born with besides what was said. */
import type { LocalDate } from '../../../miniprogram/contract/wire';
import type { RequestDocument } from './request-document';

/** '2026-11-23' and an id whose hash begins with 'k7q2…' → `1123-K7Q2`. */
export function numberOf(id: string, day: LocalDate): string {
  const letters = id.slice(id.indexOf('~') + 1).slice(0, 4);
  return `${day.slice(5, 7)}${day.slice(8)}-${letters.toUpperCase()}`;
}

/** Nobody but the office sees a hidden one before there is a summary; recordings alone have no title. */
export function needsAtBirth({
  privacy,
  text,
}: Pick<RequestDocument, 'privacy'> & { text?: string }): RequestDocument['needs'] {
  if (privacy.hideName) return 'summary';
  return text === undefined ? 'title' : '';
}
