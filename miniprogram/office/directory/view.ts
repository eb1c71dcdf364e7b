/** From the rows of the directory to what its page lists and offers. */
import type { Choice } from '../../components/choice-chips/choice-chips';
import type { DirectoryKind, DirectoryView, SettingLine } from '../../contract/registry-office';
import type { LocalDate } from '../../contract/wire';
import { sayMoment } from '../../view/dates';
import { KIND_LABELS } from './fields';
import type { Names } from './form';
import { nameIn, sayRow } from './say-row';

export interface Line {
  id: string;
  title: string;
  words: string;
}

/** 5 个工作日; 每月5日; 顺延到下一个工作日; a word as it is. */
function sayValue({ unit, choices }: SettingLine, value: number | string): string {
  const chosen = choices?.find(({ id }) => id === value);
  if (chosen) return chosen.text;
  if (unit.startsWith('每月第')) return `每月${String(value)}日`;
  if (typeof value === 'string') return value || '不接待';
  return `${String(value)} ${unit === '工作日' ? '个工作日' : unit}`;
}

/** 代表联系反映人：3 个工作日, why, and since when by whom it is otherwise than usual. */
function saySetting(line: SettingLine, today: LocalDate): Line {
  const { name, label, reason, value, usual, changed } = line;
  const other = value === usual ? '' : `通常是${sayValue(line, usual)}`;
  const since = changed ? `${changed.by} ${sayMoment(changed.at, today)}改的` : '';
  return {
    id: name,
    title: `${label}：${sayValue(line, value)}`,
    words: [reason, other, since].filter(Boolean).join('。'),
  };
}

function valueOf(view: DirectoryView, id: string): number | string {
  const row = view.rows.find((each) => each.kind === 'setting' && each.id === id);
  return row?.kind === 'setting' ? row.row.value : '';
}

/** Rows of one kind that hold the words looked for. Settings are there whether they were changed or not. */
export function listLines(
  view: DirectoryView,
  kind: DirectoryKind,
  names: Names,
  { search, today }: { search: string; today: LocalDate },
): Line[] {
  const own = view.rows.filter((row) => row.kind === kind);
  const rows = own.map((row) => ({ id: row.id, ...sayRow(row, names, today) }));
  const homes = rows
    .filter(({ id }) => id.includes('.'))
    .map((line) => {
      const [home = '', name = ''] = line.id.split('.');
      const about = view.settings.find((each) => each.name === name);
      return {
        id: line.id,
        title: `${nameIn(names.home, home)}${about?.label ?? ''}：${about ? sayValue(about, valueOf(view, line.id)) : line.words}`,
        words: about?.reason ?? '',
      };
    });
  const lines =
    kind === 'setting' ? [...view.settings.map((each) => saySetting(each, today)), ...homes] : rows;
  return lines.filter(({ title, words }) => `${title}${words}`.includes(search));
}

export function listGaps(view: DirectoryView, names: Names): string[] {
  return view.gaps.map(({ village, category }) => {
    const what = category === undefined ? '' : `·${nameIn(names.category, category)}`;
    return `${nameIn(names.village, village)}${what}`;
  });
}

/** For a village that joins another. */
export interface Merging {
  name: string;
  others: readonly Choice[];
}

export function mergingOf(village: string, names: Names): Merging {
  const others = names.village.filter(({ id }) => id !== village);
  return { name: nameIn(names.village, village), others: others.map(({ id, name }) => ({ id, text: name })) };
}

export function kindChoices(kinds: readonly DirectoryKind[]): Choice[] {
  return kinds.map((id) => ({ id, text: KIND_LABELS[id] }));
}

/** What becomes of the requests under way when the table changes; whatever somebody has taken stays in any case. */
export const REROUTES: readonly Choice[] = [
  { id: 'keep', text: '只管新来的' },
  { id: 'move', text: '还没人接的也改' },
];

/** Where «谁的» setting is chosen: the township's, or one home's. */
export function ownerChoices(names: Names): Choice[] {
  return [{ id: '', text: '全镇' }, ...names.home.map(({ id, name }) => ({ id, text: name }))];
}
