/** From a report to what its page shows: one part at a time, computed sentences apart from written words. */
import type { Choice } from '../../components/choice-chips/choice-chips';
import type { LocalDate } from '../../contract/wire';
import type { Piece, ReportSection, ReportSentence, ReportView } from '../../contract/work-report';
import { sayMoment } from '../../view/dates';
import { saySpan, STATES } from '../view/report-words';

export interface SaidLine {
  sentence: string;
  pieces: readonly (Piece & { key: string })[];
  missing: boolean;
  off: boolean;
}

export interface SectionLine {
  section: string;
  level: 1 | 2 | 3;
  heading: string;
  said: readonly SaidLine[];
  offered: readonly SaidLine[];
  prompt: string;
  words: string;
  by: string;
}

export interface ReportScreen {
  title: string;
  span: string;
  tag: string;
  tone: 'waiting' | 'in-hand' | 'done';
  sentence: string;
  differs: string;
  isDraft: boolean;
  maySign: boolean;
  mayWithdraw: boolean;
  sections: readonly SectionLine[];
}

const SENTENCES: Readonly<Record<ReportView['state'], string>> = {
  draft: '灰底的是从台账算的，点数字看记录；您写的在下面，重新计算不会动它。',
  submitted: '已经送签，等另一位主席或副主席看。要改先撤回。',
  signed: '已经签发，数字和文字都定住了。',
};

function toSaid({ sentence, pieces, missing, off }: ReportSentence): SaidLine {
  return {
    sentence,
    pieces: pieces.map((piece, at) => Object.assign({ key: `${sentence}${String(at)}` }, piece)),
    missing: missing === true,
    off: off === true,
  };
}

function toSection(section: ReportSection, today: LocalDate): SectionLine {
  const { level, heading, computed, offered, prompt = '', words, by = '', at } = section;
  return {
    section: section.section,
    level,
    heading,
    said: computed.map(toSaid),
    offered: offered.map(toSaid),
    prompt,
    words,
    by: at === undefined ? '' : `${by} ${sayMoment(at, today)}`,
  };
}

/** A part begins with each heading of the first level; what stands before the first belongs to it. */
export function splitParts(sections: readonly ReportSection[]): ReportSection[][] {
  const parts: ReportSection[][] = [];
  for (const section of sections) {
    const last = parts[parts.length - 1];
    const begins = section.level === 1 && section.heading !== '';
    const onlyIntro = last?.every(({ heading }) => heading === '') === true;
    if (!last || (begins && !onlyIntro)) parts.push([section]);
    else last.push(section);
  }
  return parts;
}

/** «一、人大工作开展情况» is too long for a chip: its number and the first letters. */
export function listParts(sections: readonly ReportSection[]): Choice[] {
  return splitParts(sections).map((part, at) => ({
    id: String(at),
    text: part.find(({ level, heading }) => level === 1 && heading !== '')?.heading ?? '开头',
  }));
}

export function toReportScreen(view: ReportView, part: number, today: LocalDate): ReportScreen {
  const { title, from, to, state, differs, maySign } = view;
  const { tag, tone } = STATES[state];
  const corrected = state === 'signed' ? '签发以后，台账里有' : '初稿以后，台账里有';
  return {
    title,
    span: saySpan(from, to),
    tag,
    tone,
    sentence: SENTENCES[state],
    differs: differs.length > 0 ? `${corrected} ${String(differs.length)} 个数字变了` : '',
    isDraft: state === 'draft',
    maySign,
    mayWithdraw: state === 'submitted',
    sections: (splitParts(view.sections)[part] ?? []).map((section) => toSection(section, today)),
  };
}

export const textOf = ({ pieces }: Pick<ReportSentence, 'pieces'>): string =>
  pieces.map(({ text }) => text).join('');

/** The whole as plain text, as it is printed: without what is missing or left out, and without empty items. */
export function toPlainText({ title, from, to, sections }: ReportView): string {
  const lines = sections.flatMap(({ level, heading, computed, words }) => {
    const said = computed.filter(({ missing, off }) => !missing && !off).map(textOf);
    const body = said.join('') + words;
    if (level === 3) return body === '' ? [] : [`${heading}${body}`];
    return [heading, body].filter(Boolean);
  });
  return [title, `（${saySpan(from, to)}）`, '', ...lines].join('\n');
}
