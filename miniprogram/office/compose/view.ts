/** From what happened to what can be written about. */
import type { Choice } from '../../components/choice-chips/choice-chips';
import type { Source } from '../../contract/article';
import { SOURCE_LABELS } from '../../contract/publicity-labels';
import type { Template } from '../../contract/article-template';
import type { Happening, HappeningKind } from '../../contract/happening';
import type { LocalDate } from '../../contract/wire';
import { sayDay } from '../../view/dates';

export interface HappeningLine {
  id: string;
  kind: string;
  title: string;
  words: string;
}

const ORDER: readonly HappeningKind[] = ['reception-day', 'duty', 'request', 'activity'];
export const KINDS = ORDER.map((id) => ({ id, text: SOURCE_LABELS[id] }));
export const FIRST_KIND: HappeningKind = 'reception-day';

const BLANK: Source = { kind: 'blank', of: '' };

export function idOf({ kind, of }: Source): string {
  return `${kind}:${of}`;
}

export function toSource(id: string): Source {
  const at = id.indexOf(':');
  return { kind: id.slice(0, at) as Source['kind'], of: id.slice(at + 1) };
}

/** What happened, as the server orders it; blank stands last. */
export function toLines(happenings: readonly Happening[], today: LocalDate): HappeningLine[] {
  const lines = happenings.map(({ source, title, date, words }) => ({
    id: idOf(source),
    kind: SOURCE_LABELS[source.kind],
    title,
    words: [date === undefined ? '' : sayDay(date, today), words].filter(Boolean).join(' · '),
  }));
  const blank = { id: idOf(BLANK), kind: SOURCE_LABELS.blank, title: '别的事', words: '从空白开始' };
  return [...lines, blank];
}

export function listTemplates(templates: readonly Template[], chosen: string): Choice[] {
  const { kind } = toSource(chosen);
  return templates.filter((each) => each.kind === kind).map(({ id, name }) => ({ id, text: name }));
}
