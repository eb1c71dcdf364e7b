/** What an act asks for, and whether it is all there. */
import type { Choice } from '../choice-chips/choice-chips';

export interface ActField {
  /** Its key among the values. */
  name: string;
  /** words: several lines · line: one · choice: one of several · choices: any of several · date: a day. */
  kind: 'words' | 'line' | 'choice' | 'choices' | 'date';
  label: string;
  hint?: string;
  optional?: boolean;
  /** Most characters. */
  limit?: number;
  choices?: readonly Choice[];
  /** Whole sentences to begin with. */
  quick?: readonly string[];
  /** First and last day that may be chosen. */
  from?: string;
  to?: string;
  /** Asked only where another field has one of these values. */
  when?: { field: string; is: readonly string[] };
}

export interface ActView {
  id: string;
  /** On the button. */
  label: string;
  /** What happens by it; asked before what cannot be taken back. */
  words: string;
  /** On the button that does it. */
  yes: string;
  fields: readonly ActField[];
  /** What stands in the fields at first. */
  values?: Values;
  /** Never the main button, however few there are. */
  quiet?: boolean;
}

export type Values = Readonly<Record<string, string | readonly string[]>>;

/** A field as it is drawn. */
export interface FilledField extends ActField {
  text: string;
  /** choices: which are on. */
  marked: readonly (Choice & { on: boolean })[];
}

function textOf(values: Values, name: string): string {
  const value = values[name];
  return typeof value === 'string' ? value : '';
}

export function listOf(values: Values, name: string): readonly string[] {
  const value = values[name];
  return typeof value === 'object' ? value : [];
}

function asked({ fields }: ActView, values: Values): ActField[] {
  return fields.filter(({ when }) => !when || when.is.includes(textOf(values, when.field)));
}

export function fillFields(act: ActView, values: Values): FilledField[] {
  return asked(act, values).map((field) => ({
    ...field,
    text: textOf(values, field.name),
    marked: (field.choices ?? []).map((choice) => ({
      ...choice,
      on: listOf(values, field.name).includes(choice.id),
    })),
  }));
}

/** What is still missing, in words; empty: it can be sent. */
export function sayMissing(act: ActView, values: Values): string {
  const open = asked(act, values).find(
    ({ name, optional }) => !optional && !textOf(values, name).trim() && listOf(values, name).length === 0,
  );
  if (!open) return '';
  const verb = open.kind === 'words' || open.kind === 'line' ? '写' : '选';
  return `请先${verb}：${open.label}`;
}

/** In and out of a list, in the order of pressing. */
export function toggle(list: readonly string[], id: string): string[] {
  return list.includes(id) ? list.filter((each) => each !== id) : [...list, id];
}

/** Without blanks around words, and without what was left empty. */
export function tidy(act: ActView, values: Values): Values {
  const kept = asked(act, values).flatMap(({ name }): [string, string | readonly string[]][] => {
    const list = listOf(values, name);
    const text = textOf(values, name).trim();
    if (list.length > 0) return [[name, list]];
    return text === '' ? [] : [[name, text]];
  });
  return Object.fromEntries(kept);
}
