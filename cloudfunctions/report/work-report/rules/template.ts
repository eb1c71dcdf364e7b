/** A report's template: headings, sentences with slots in braces, and what is asked of whoever writes. Data, no code. */

export interface SentenceRow {
  /** Unique in the template; what an office left out or reworded names it. */
  id: string;
  /** Before the clauses; its slots are no reason to say it. */
  head?: string;
  /** Joined by commas; one whose figures are all nothing is left out, and with none left the sentence. */
  clauses: readonly string[];
  /** Said only where these two figures are equal, or are not. */
  when?: { slot: string; as: string; equal: boolean };
  /** Said instead where nothing is on record; absent: the sentence is left out. */
  missing?: string;
}

export interface SectionRow {
  id: string;
  level: 1 | 2 | 3;
  heading: string;
  sentences?: readonly SentenceRow[];
  /** Facts for whoever writes; never printed. */
  offered?: readonly SentenceRow[];
  /** What people write here; absent: they do not. */
  prompt?: string;
  /** Asked for besides, as long as one of these figures is nothing. */
  lacking?: { slots: readonly string[]; prompt: string };
}

export interface Template {
  /** «{township}人大工作汇报» */
  title: string;
  /** How items of the third level are counted. */
  items: 'ordinal' | 'number';
  sections: readonly SectionRow[];
}

const SLOT = /\{([A-Za-z]+)\}/g;

/** The names in braces, in their order. */
export function slotsIn(text: string): string[] {
  return [...text.matchAll(SLOT)].map(([, name = '']) => name);
}

/** '接待选民{received}人' → ['接待选民', {slot: 'received'}, '人']. */
export function splitText(text: string): (string | { slot: string })[] {
  const parts: (string | { slot: string })[] = [];
  let at = 0;
  for (const found of text.matchAll(SLOT)) {
    if (found.index > at) parts.push(text.slice(at, found.index));
    parts.push({ slot: found[1] ?? '' });
    at = found.index + found[0].length;
  }
  if (at < text.length) parts.push(text.slice(at));
  return parts;
}

export function sentencesOf({ sections }: Template): SentenceRow[] {
  return sections.flatMap(({ sentences = [], offered = [] }) => [...sentences, ...offered]);
}

/** Every slot that the template asks. */
export function slotsOf(template: Template): string[] {
  const texts = sentencesOf(template).flatMap(({ head = '', clauses, when }) => [
    head,
    ...clauses,
    ...(when ? [`{${when.slot}}{${when.as}}`] : []),
  ]);
  const lacking = template.sections.flatMap((section) => section.lacking?.slots ?? []);
  const said = [template.title, ...texts].flatMap(slotsIn);
  return [...new Set(said.concat(lacking))];
}
