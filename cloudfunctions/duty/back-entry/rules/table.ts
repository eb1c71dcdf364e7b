/** 纸质补录 as a table: one line for each activity that stood on paper, whatever its kind. */
import {
  ACTIVITY_KINDS,
  kindRow,
  KINDS,
  type ActivityKind,
  type BuiltInKind,
} from '../../../../miniprogram/contract/activity-kinds';
import { DUTY_LIMITS, type ActivityInput } from '../../../../miniprogram/contract/duty';
import { nameKey } from '../../../../miniprogram/contract/text';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import type { Directory } from '../../../registry/directory/rules/directory';
import { lacksMandate } from '../../activities/rules/check-activity';
import type { CellFault } from '../../../registry/imports/rules/directory-table';
import type { Cells, Column, TableSpec } from '../../../registry/imports/rules/table';

/** Ties to monitored households and the presidium's liaison are not written into tables. */
const KEPT_OUT: readonly BuiltInKind[] = ['tied-help', 'liaison'];
const ON_PAPER = ACTIVITY_KINDS.filter((kind) => !KEPT_OUT.includes(kind));

/** Of the township's own kinds those that are not paused. */
function onPaper({ ownKinds = [] }: Directory): readonly ActivityKind[] {
  const open = ownKinds.filter(({ paused }) => !paused);
  return [...ON_PAPER, ...open.map(({ id }): ActivityKind => `own-${id}`)];
}

const { title, words, result, place, tag, people } = DUTY_LIMITS;

export const BACK_ENTRY: TableSpec = {
  title: '履职纸质补录',
  most: 2_000,
  columns: [
    {
      key: 'kind',
      head: '类别',
      kind: 'choice',
      needed: true,
      choices: ON_PAPER.map((kind) => KINDS[kind].label),
      hint: '做的是哪一类事',
      example: '入户走访',
    },
    { key: 'date', head: '日期', kind: 'day', needed: true, hint: '哪一天做的', example: '2026-03-05' },
    {
      key: 'persons',
      head: '代表',
      also: ['代表姓名', '参加代表'],
      kind: 'names',
      needed: true,
      most: 20,
      hint: '名册里的姓名，几个人用顿号隔开',
      example: '马样样、文样样',
    },
    { key: 'village', head: '村', kind: 'text', offers: 'villages', hint: '走访要写', example: '双井村' },
    {
      key: 'household',
      head: '户主',
      kind: 'text',
      most: 20,
      hint: '走访、帮办写户主称呼，用来分清是几户',
      example: '周大山',
    },
    { key: 'people', head: '人数', kind: 'count', most: people, hint: '见到几个人', example: '3' },
    {
      key: 'title',
      head: '事由',
      also: ['标题', '内容'],
      kind: 'text',
      most: title,
      hint: '走访以外都要写，一句话',
      example: '帮忙修好水管',
    },
    {
      key: 'category',
      head: '事项类别',
      kind: 'text',
      offers: 'categories',
      hint: '帮办实事可以写',
      example: '水利饮水',
    },
    {
      key: 'words',
      head: '情况',
      kind: 'text',
      most: words,
      hint: '说了什么、做了什么',
      example: '想修门前的路',
    },
    { key: 'result', head: '结果', kind: 'text', most: result, hint: '办成了什么', example: '已经通水' },
    {
      key: 'place',
      head: '地点',
      kind: 'text',
      most: place,
      hint: '开会、培训的地方',
      example: '柳树城代表之家',
    },
    {
      key: 'mandate',
      head: '受委托',
      kind: 'text',
      most: DUTY_LIMITS.mandate,
      hint: '只有区代表述职要写：受谁委托',
      example: '',
    },
    { key: 'tag', head: '专项', kind: 'text', most: tag, hint: '属于上级哪项活动', example: '' },
  ] satisfies Column[],
};

/** The table as this township fills it in: with its own kinds to choose from. */
export function backEntryFor(directory: Directory): TableSpec {
  const choices = onPaper(directory).map((kind) => kindRow(kind, directory.ownKinds)?.label ?? '');
  const columns = BACK_ENTRY.columns.map((column) =>
    column.key === 'kind' ? Object.assign({}, column, { choices }) : column,
  );
  return { ...BACK_ENTRY, columns };
}

function findOne<T extends { id: string; name: string }>(rows: readonly T[], name: string): T | undefined {
  const found = rows.filter((row) => nameKey(row.name) === nameKey(name));
  return found.length === 1 ? found[0] : undefined;
}

function personsOf(cells: Cells, { people: all }: Directory): string[] | CellFault {
  const names = (cells['persons'] ?? '').split('、');
  const found = names.map((name) => [name, findOne(all, name)?.id] as const);
  const [unknown] = found.filter(([, id]) => id === undefined);
  if (unknown) return { column: 'persons', why: 'unknown', text: unknown[0] };
  return [...new Set(found.flatMap(([, id]) => (id === undefined ? [] : [id])))];
}

/** What stands in a column that the kind does not ask for. */
function findForeign(cells: Cells, fields: readonly string[]): string | undefined {
  const asked = new Set<string>(['kind', 'date', 'persons', 'tag', ...fields]);
  return Object.keys(cells).find((key) => (cells[key] ?? '') !== '' && !asked.has(key));
}

/** The line as what a person would have typed on that day. */
export function toActivityInput(
  directory: Directory,
  cells: Cells,
  today: LocalDate,
): ActivityInput | CellFault {
  const said = (key: string) => cells[key] ?? '';
  const kind = onPaper(directory).find((each) => kindRow(each, directory.ownKinds)?.label === said('kind'));
  const row = kind && kindRow(kind, directory.ownKinds);
  if (!row) return { column: 'kind', why: 'unknown' };
  if (said('date') > today) return { column: 'date', why: 'future' };
  const persons = personsOf(cells, directory);
  if ('why' in persons) return persons;
  const foreign = findForeign(cells, row.fields);
  if (foreign !== undefined) return { column: foreign, why: 'foreign' };
  const missing = row.needs.find((field) => said(field) === '');
  if (missing !== undefined) return { column: missing, why: 'needed' };
  const mandate = said('mandate');
  if (lacksMandate({ kind, date: said('date'), mandate }, persons, directory))
    return { column: 'mandate', why: 'needed' };
  const village = findOne(directory.villages, said('village'))?.id;
  if (said('village') && village === undefined) return { column: 'village', why: 'unknown' };
  const category = findOne(directory.categories, said('category'))?.id;
  if (said('category') && category === undefined) return { column: 'category', why: 'unknown' };
  const texts = ['title', 'words', 'result', 'place', 'mandate', 'tag'].flatMap((key) =>
    said(key) ? [[key, said(key)] as const] : [],
  );
  return {
    kind,
    date: said('date'),
    persons,
    entered: true,
    ...(Object.fromEntries(texts) as Partial<ActivityInput>),
    ...(village !== undefined && { village }),
    ...(category !== undefined && { category }),
    ...(said('household') && { household: { name: said('household') } }),
    ...(said('people') && { people: Number(said('people')) }),
  };
}
