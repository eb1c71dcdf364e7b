/** A report's template as it is worded on the phone: a figure stands in it as 【its name】, each part of a sentence on its line. */
import { WORK_REPORT_LIMITS, type TemplateSection, type TemplateView } from '../../contract/work-report';

type Slots = TemplateView['slots'];

const NAMED = /【([^】]*)】/g;

/** '接待选民{received}人' → '接待选民【代表接待选民】人'. */
export function showSlots(text: string, slots: Slots): string {
  const labels = new Map(slots.map(({ slot, label }) => [slot, label]));
  return text.replace(/\{([A-Za-z]+)\}/g, (whole, slot: string) =>
    labels.has(slot) ? `【${labels.get(slot) ?? ''}】` : whole,
  );
}

/** The other way round; what names no figure stays and is told by `unknownIn`. */
export function readSlots(text: string, slots: Slots): string {
  const names = new Map(slots.map(({ slot, label }) => [label, slot]));
  return text.replace(NAMED, (whole, label: string) => {
    const slot = names.get(label.trim());
    return slot === undefined ? whole : `{${slot}}`;
  });
}

/** The first thing in brackets that is no figure; '' where there is none. */
export function unknownIn(text: string, slots: Slots): string {
  const left = readSlots(text, slots);
  const [whole = ''] = /【[^】]*】?|】/.exec(left) ?? [];
  if (whole !== '') return whole;
  const braces = left.replace(/\{[A-Za-z]+\}/g, '');
  return /[{}]/.exec(braces)?.[0] ?? '';
}

export interface SectionLine {
  section: string;
  title: string;
  words: string;
  up: boolean;
}

const NO_HEADING = '开头一段（没有标题）';

/** The place with which it may change: the one before it of the same level under the same heading; -1: none. */
function placeAbove(sections: readonly TemplateSection[], at: number): number {
  const own = sections[at];
  for (let n = at - 1; own && n >= 0; n--) {
    const level = sections[n]?.level ?? 1;
    if (level < own.level) return -1;
    if (level === own.level) return sections[n]?.heading === '' ? -1 : n;
  }
  return -1;
}

/** Only what has nothing under it is moved: with it nothing else has to go. */
function mayMove(sections: readonly TemplateSection[], at: number): boolean {
  const own = sections[at];
  if (!own || own.heading === '' || own.level !== 3) return false;
  return placeAbove(sections, at) === at - 1;
}

export function toLines(sections: readonly TemplateSection[]): SectionLine[] {
  return sections.map(({ section, level, heading, sentences }, at) => ({
    section,
    title: `${'\u3000'.repeat(level - 1)}${heading === '' ? NO_HEADING : heading}`,
    words: sentences.length === 0 ? '没有算出来的句子' : `${String(sentences.length)} 句`,
    up: mayMove(sections, at),
  }));
}

export function moveUp(sections: readonly TemplateSection[], section: string): TemplateSection[] {
  const at = sections.findIndex((one) => one.section === section);
  if (!mayMove(sections, at)) return [...sections];
  const moved = [...sections];
  [moved[at - 1], moved[at]] = [moved[at], moved[at - 1]] as [TemplateSection, TemplateSection];
  return moved;
}

export interface SentenceForm {
  sentence: string;
  head: string;
  clauses: string;
  error: string;
  up: boolean;
}

export interface SectionForm {
  section: string;
  heading: string;
  /** What is wrong with the heading; ''. */
  error: string;
  fixed: boolean;
  sentences: readonly SentenceForm[];
}

export function toForm({ section, heading, sentences }: TemplateSection, slots: Slots): SectionForm {
  return {
    section,
    heading,
    error: '',
    fixed: heading === '',
    sentences: sentences.map(({ sentence, head, clauses }, at) => ({
      sentence,
      head: showSlots(head, slots),
      clauses: clauses.map((clause) => showSlots(clause, slots)).join('\n'),
      error: '',
      up: at > 0,
    })),
  };
}

function toClauses(clauses: string, slots: Slots): string[] {
  return clauses
    .split('\n')
    .map((line) => readSlots(line.trim(), slots))
    .filter((line) => line !== '');
}

function faultOf({ head, clauses }: SentenceForm, slots: Slots): string {
  const { clauses: most, sentence: longest } = WORK_REPORT_LIMITS;
  const parts = toClauses(clauses, slots);
  if (parts.length === 0) return '至少写一个分句';
  if (parts.length > most) return `最多写 ${String(most)} 行，请并起来或删掉几行`;
  if (parts.some((part) => part.length > longest)) return `一行最多 ${String(longest)} 个字，请分成两行`;
  const unknown = unknownIn(`${head}\n${clauses}`, slots);
  return unknown === '' ? '' : `「${unknown}」不是能算的数字，请从下面选一个，或者删掉`;
}

/** With what is wrong beside the heading and each sentence. */
export function check(form: SectionForm, slots: Slots): SectionForm {
  const error = form.fixed || form.heading.trim() !== '' ? '' : '请写上标题';
  const sentences = form.sentences.map((one) => ({ ...one, error: faultOf(one, slots) }));
  return { ...form, error, sentences };
}

export function isSound({ error, sentences }: SectionForm): boolean {
  return error === '' && sentences.every((one) => one.error === '');
}

/** The section as the form says it. */
export function fromForm(section: TemplateSection, form: SectionForm, slots: Slots): TemplateSection {
  return {
    ...section,
    heading: form.heading.trim(),
    sentences: form.sentences.map(({ sentence, head, clauses }) => ({
      sentence,
      head: readSlots(head.trim(), slots),
      clauses: toClauses(clauses, slots),
    })),
  };
}

export function raise(form: SectionForm, sentence: string): SectionForm {
  const at = form.sentences.findIndex((one) => one.sentence === sentence);
  if (at < 1) return form;
  const sentences = [...form.sentences];
  [sentences[at - 1], sentences[at]] = [sentences[at], sentences[at - 1]] as [SentenceForm, SentenceForm];
  return { ...form, sentences: sentences.map((one, place) => ({ ...one, up: place > 0 })) };
}
