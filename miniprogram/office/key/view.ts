/** 重点督办 in one place: what is proposed, what is overseen, and the 视察意见 that may be. */
import { KEY_KINDS } from '../../contract/congress/presidium-labels';
import type { KeyCandidate } from '../../contract/congress/presidium';
import type { SuggestionCard } from '../../contract/congress/suggestion';
import type { OpinionRow } from '../../contract/duty';
import type { OfficeCard } from '../../contract/request-lists';
import type { RequestLine } from '../../contract/shapes';
import type { LocalDate } from '../../contract/wire';
import { toRequestLine } from '../../view/lines';
import { toSuggestionLine } from '../../view/suggestion-lines';
import { toOpinionLine, type OpinionLine } from '../view/opinion-lines';

export interface KeyScreen {
  /** Several 视察意见 may be of one inspection: `key` tells them apart. */
  proposed: readonly { key: string; id: string; kind: KeyCandidate['kind']; words: string }[];
  parts: readonly {
    kind: 'suggestion' | 'request';
    title: string;
    empty: string;
    lines: readonly RequestLine[];
  }[];
  opinions: readonly OpinionLine[];
}

export interface Found {
  suggestions: readonly SuggestionCard[];
  requests: readonly OfficeCard[];
  opinions: readonly OpinionRow[];
  candidates: readonly KeyCandidate[];
}

/** Those under key supervision first, then those that were proposed. */
function rank({ key, due }: OpinionRow): string {
  return `${key === 'decided' ? '0' : key === 'proposed' ? '1' : '2'}${due}`;
}

export function toKeyScreen(
  { suggestions, requests, opinions, candidates }: Found,
  nameOfUnit: (unit: string) => string,
  today: LocalDate,
): KeyScreen {
  const decided = suggestions.filter(({ key }) => key);
  return {
    proposed: candidates.map(({ kind, id, part = '', number, words }) => ({
      key: `${id}~${part}`,
      id,
      kind,
      words: [KEY_KINDS[kind], kind === 'opinion' ? '' : number, words].filter(Boolean).join(' '),
    })),
    parts: [
      {
        kind: 'suggestion',
        title: KEY_KINDS.suggestion,
        empty: '没有列入重点督办的代表建议。',
        lines: decided.map((card) => toSuggestionLine(card, today)),
      },
      {
        kind: 'request',
        title: KEY_KINDS.request,
        empty: '没有列入重点督办的群众意见。',
        lines: requests.map((card) => toRequestLine(card, today)),
      },
    ],
    opinions: [...opinions]
      .sort((one, other) => (rank(one) < rank(other) ? -1 : 1))
      .map((opinion) => {
        const about = [nameOfUnit(opinion.unit), opinion.title].filter(Boolean).join(' · ');
        return toOpinionLine(opinion, { activity: opinion.activity, about }, today);
      }),
  };
}
