/** A report as the parts of an article: what is printed of it, without the table of sources. */
import type { ReportView } from '../../contract/work-report';

export type ArticlePart = { type: 'heading'; text: string } | { type: 'text'; text: string };

/** Of an article's title. */
const TITLE = 32;

export function articleParts({ title, sections }: Pick<ReportView, 'title' | 'sections'>): {
  title: string;
  parts: ArticlePart[];
} {
  const parts = sections.flatMap(({ level, heading, computed, words }): ArticlePart[] => {
    const said = computed.filter(({ missing, off }) => !missing && !off);
    const body = said.map(({ pieces }) => pieces.map(({ text }) => text).join('')).join('') + words;
    if (level === 3) return body === '' ? [] : [{ type: 'text', text: `${heading}${body}` }];
    const head: ArticlePart[] = heading === '' ? [] : [{ type: 'heading', text: heading }];
    return body === '' ? head : [...head, { type: 'text', text: body }];
  });
  return { title: [...title].slice(0, TITLE).join(''), parts };
}
