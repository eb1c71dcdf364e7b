/** A row behind a figure, as a list shows it: what, when, who of the deputies, where. Nothing of villagers. */
import { labelOf } from '../../../../miniprogram/contract/activity-kinds';
import type { SlotRow } from '../../../../miniprogram/contract/work-report';
import { readSource, type SpanFact } from '../../../duty/ledger/rules/span';
import { nameOf, type Directory } from '../../../registry/directory/rules/directory';
import type { RowRef } from './ask';
import { cardRow } from './ask-card';
import type { OpenRequest, Sources } from './sources';

const OTHER_KINDS: Readonly<Record<string, string>> = {
  reception: '代表接待',
  'reception-other': '其他接访人接待',
  'request-submitted': '收到群众意见',
  'request-answered': '答复群众意见',
  'request-solved': '群众意见解决',
  'request-rated': '群众评价',
  'session-attended': '出席人代会',
  'session-missed': '没有出席人代会',
  'session-spoke': '审议发言',
  'bill-moved': '提出议案',
  'meeting-attended': '参加主席团会议',
};

/** More of them are said as «等n人». */
const NAMED = 3;

function sayPersons({ people }: Directory, persons: readonly string[]): string {
  const names = persons.slice(0, NAMED).map((person) => nameOf(people, person));
  const more = persons.length > NAMED ? `等${String(persons.length)}人` : '';
  return names.filter(Boolean).join('、') + more;
}

const join = (parts: readonly string[]): string => parts.filter(Boolean).join(' · ');

export function factRow(
  fact: SpanFact,
  { directory, events }: Pick<Sources, 'directory' | 'events'>,
): SlotRow {
  const { _id, kind, date, persons, home = '', village = '', category = '', entered } = fact;
  const source = readSource(fact);
  const event = events.get(source.id);
  const label = labelOf(kind) ?? OTHER_KINDS[kind] ?? '履职';
  const { title = '', sites = [], place = '' } = event ?? {};
  const words = [
    sayPersons(directory, persons),
    nameOf(directory.homes, home),
    sites.length > 0 ? sites.join('、') : place,
    nameOf(directory.villages, village),
    nameOf(directory.categories, category),
    entered ? '补录' : '',
  ];
  const known = source.kind === 'presidium' || source.kind === 'article' ? undefined : source.kind;
  return {
    row: _id,
    date,
    title: title === '' ? label : `${label}：${title}`,
    words: join(words),
    ...(known !== undefined && { source: { kind: known, id: source.id } }),
  };
}

export function requestRow(
  {
    _id,
    number,
    due,
    village,
    category,
  }: Pick<OpenRequest, '_id' | 'number' | 'due' | 'village' | 'category'>,
  directory: Directory,
): SlotRow {
  const words = join([nameOf(directory.villages, village), due === '' ? '' : `期限 ${due}`]);
  const title = join([number, nameOf(directory.categories, category)]);
  return { row: _id, title, words, source: { kind: 'request', id: _id } };
}

function directoryRow(id: string, { directory }: Sources): SlotRow {
  const { villages, groups, homes, people } = directory;
  const villagerGroups = villages.flatMap(({ name, villagerGroups: own }) =>
    own.map((group) => ({ id: group.id, name: `${name}${group.name}` })),
  );
  const title = [villages, groups, homes, people, villagerGroups]
    .map((rows) => nameOf(rows, id))
    .find(Boolean);
  return { row: id, title: title ?? id, words: '' };
}

export function toSlotRow(
  { of, id }: RowRef,
  sources: Sources,
  facts: ReadonlyMap<string, SpanFact>,
): SlotRow {
  const { directory, requests, suggestions, missed, wished } = sources;
  if (of === 'fact') {
    const fact = facts.get(id);
    return fact ? factRow(fact, sources) : { row: id, title: '', words: '' };
  }
  if (of === 'directory') return cardRow(id, directory) ?? directoryRow(id, sources);
  if (of === 'request') {
    const unknown = { _id: id, number: '', due: '', village: '', category: '' };
    return requestRow(requests.find(({ _id }) => _id === id) ?? unknown, directory);
  }
  if (of === 'suggestion') {
    const {
      number = '',
      title = '',
      category = '',
      submittedOn,
    } = suggestions.find(({ _id }) => _id === id) ?? {};
    const words = join([number, nameOf(directory.categories, category)]);
    const source = { kind: 'suggestion' as const, id };
    return { row: id, title, words, source, ...(submittedOn !== undefined && { date: submittedOn }) };
  }
  if (of === 'note') {
    const { words = '', date } = wished.find(({ _id }) => _id === id) ?? {};
    return { row: id, title: words, words: '想要的培训', ...(date !== undefined && { date }) };
  }
  const { group = '', date } = missed.find(({ _id }) => _id === id) ?? {};
  const title = `${nameOf(directory.groups, group)}学习`;
  const source = { kind: 'activity' as const, id };
  return { row: id, title, words: '排了没有学', source, ...(date !== undefined && { date }) };
}
