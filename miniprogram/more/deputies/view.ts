/** The township's deputies, a group at a time or by what was typed. */
import type { DeputyCard, Places } from '../../contract/registry';
import { LEVEL_LABELS } from '../../contract/labels';

export interface DeputyRow {
  person: string;
  name: string;
  label: string;
  villages: string;
}

/** More rows than this are found by typing. */
const MOST_ROWS = 30;

function nameOf(rows: readonly { id: string; name: string }[], id: string): string {
  return rows.find((row) => row.id === id)?.name ?? '';
}

/** 镇代表 · 组长. */
export function sayDeputy({ level, title, leader }: DeputyCard): string {
  return [LEVEL_LABELS[level], title, leader ? '小组组长' : ''].filter(Boolean).join(' · ');
}

function toRow(deputy: DeputyCard, places: Places): DeputyRow {
  const villages = deputy.villages.map((id) => nameOf(places.villages, id)).filter(Boolean);
  return {
    person: deputy.person,
    name: deputy.name,
    label: sayDeputy(deputy),
    villages: villages.join('、'),
  };
}

/** What was typed wins over the group; it is looked for in names, villages (former ones too) and groups. */
export function listDeputies(places: Places, group: string, search: string): DeputyRow[] {
  const text = search.trim();
  const found = text
    ? places.deputies.filter((deputy) => matches(deputy, places, text))
    : places.deputies.filter((deputy) => deputy.group === group);
  return found.slice(0, MOST_ROWS).map((deputy) => toRow(deputy, places));
}

function matches(deputy: DeputyCard, places: Places, text: string): boolean {
  const villages = places.villages.filter(({ id }) => deputy.villages.includes(id));
  const words = [deputy.name, nameOf(places.groups, deputy.group)];
  const ofVillages = villages.flatMap(({ name, formerNames }) => [name, ...formerNames]);
  return [...words, ...ofVillages].some((word) => word.includes(text));
}

/** The group of the phone's own village first. */
export function ownGroup(places: Places, village: string | undefined): string {
  const own = places.groups.find(({ villages }) => village !== undefined && villages.includes(village));
  return (own ?? places.groups[0])?.id ?? '';
}
