/** What an act asks for, and whether it is all there. */
import type { PanelChoice, PanelAct, PanelField, Values } from '../../contract/shapes';
import { sayFullDate } from '../../view/dates';

/** A field as it is drawn. */
export interface FilledField extends PanelField {
  text: string;
  /** date: the chosen day in words. */
  day: string;
  /** choices: which are on. */
  marked: readonly (PanelChoice & { on: boolean })[];
}

function textOf(values: Values, name: string): string {
  const value = values[name];
  return typeof value === 'string' ? value : '';
}

export function listOf(values: Values, name: string): readonly string[] {
  const value = values[name];
  return typeof value === 'object' ? value : [];
}

function asked({ fields }: PanelAct, values: Values): PanelField[] {
  const isAsked = ({ when }: PanelField): boolean => {
    if (!when) return true;
    const asking = fields.filter(({ name }) => name === when.field);
    return when.is.includes(textOf(values, when.field)) && (asking.length === 0 || asking.some(isAsked));
  };
  return fields.filter(isAsked);
}

export function fillFields(act: PanelAct, values: Values): FilledField[] {
  return asked(act, values).map((field) => ({
    ...field,
    text: textOf(values, field.name),
    day: field.kind === 'date' ? sayFullDate(textOf(values, field.name)) : '',
    marked: (field.choices ?? []).map((choice) => ({
      ...choice,
      on: listOf(values, field.name).includes(choice.id),
    })),
  }));
}

/** What is still missing, in words; empty: it can be sent. */
export function sayMissing(act: PanelAct, values: Values): string {
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
export function tidy(act: PanelAct, values: Values): Values {
  const kept = asked(act, values).flatMap(({ name }): [string, string | readonly string[]][] => {
    const list = listOf(values, name);
    const text = textOf(values, name).trim();
    if (list.length > 0) return [[name, list]];
    return text === '' ? [] : [[name, text]];
  });
  return Object.fromEntries(kept);
}
