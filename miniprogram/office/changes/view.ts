/** A change within a term (届中变动) as the office records it and reads it again. */
import { CHANGE_LABELS } from '../../contract/congress/change';
import type { ChangeKind, ChangeRow, Vacancy } from '../../contract/congress/change';
import type { DirectoryRow } from '../../contract/registry-office';
import type { Places } from '../../contract/registry';
import { LIMITS } from '../../contract/limits';
import type { PanelAct, PanelField, Values } from '../../contract/shapes';
import type { Input } from '../../contract/wire';
import { sayDate } from '../../view/dates';

/** A seat that the list does not know: nobody held it in this term. */
const OTHER = 'other';

const byElection = { field: 'kind', is: ['byelection'] } as const;
/** What the committee for credentials has a word in (代表法 2025 §61–63); somebody's death needs none. */
const EXAMINED: readonly ChangeKind[] = ['suspend', 'resume', 'resign', 'end', 'recall'];

function line(name: string, label: string): PanelField {
  return { name, label, kind: 'line', limit: LIMITS.title };
}

export function sayVacancy({ constituencyName, name, since }: Vacancy): string {
  return `${constituencyName}：原代表${name}，${sayDate(since)}起空缺`;
}

/** Where somebody was elected: for a seat that is known to be empty, or of which constituency and in which group. */
function placeFields(
  places: Places,
  rows: readonly DirectoryRow[],
  vacancies: readonly Vacancy[],
): PanelField[] {
  const groups = places.groups.map(({ id, name }) => ({ id, text: name }));
  const constituencies = rows.flatMap((row) =>
    row.kind === 'constituency' && row.row.level === 'town' ? [{ id: row.id, text: row.row.name }] : [],
  );
  const seats = vacancies.map((one) => ({ id: one.person, text: sayVacancy(one) }));
  const when = seats.length === 0 ? byElection : { field: 'vacancy', is: [OTHER] };
  const vacancy: PanelField = {
    name: 'vacancy',
    label: '补哪个缺',
    kind: 'choice',
    choices: [...seats, { id: OTHER, text: '别的空缺' }],
    hint: '选区和代表小组跟着这个缺走。',
    when: byElection,
  };
  return [
    ...(seats.length === 0 ? [] : [vacancy]),
    { name: 'constituency', label: '哪个选区选的', kind: 'choice', choices: constituencies, when },
    { name: 'group', label: '编入哪个代表小组', kind: 'choice', choices: groups, when },
  ];
}

function examinedFields(): PanelField[] {
  const [day, number] = ['资格审查是哪天', '资格审查报告文号'];
  const hint = '没有就空着';
  const often = { field: 'kind', is: EXAMINED };
  return [
    { name: 'examinedOn', label: day, kind: 'date', when: byElection },
    { ...line('examined', number), when: byElection },
    { name: 'examinedOn', label: day, kind: 'date', hint, optional: true, when: often },
    { ...line('examined', number), hint, optional: true, when: often },
  ];
}

export function recordAct(
  places: Places,
  rows: readonly DirectoryRow[],
  vacancies: readonly Vacancy[],
): PanelAct {
  const kinds = Object.entries(CHANGE_LABELS).map(([id, text]) => ({ id, text }));
  const people = rows.flatMap((row) => (row.kind === 'person' ? [{ id: row.id, text: row.row.name }] : []));
  return {
    id: 'record',
    label: '登记一次变动',
    words: '按公告填写。从那天起名册、群众意见、应到人数都跟着变。补选的人先在名册里添上。',
    yes: '登记',
    fields: [
      { name: 'person', label: '谁', kind: 'choice', choices: people },
      { name: 'kind', label: '什么变动', kind: 'choice', choices: kinds },
      ...placeFields(places, rows, vacancies),
      { name: 'date', label: '从哪天起', kind: 'date' },
      ...examinedFields(),
      line('body', '决定机关'),
      line('notice', '公告文号'),
    ],
  };
}

export type Wish = Omit<Input<'congress', 'recordChange'>, 'township'>;

/** A string: what keeps it from being sent, in words. */
export function toWish(values: Values, vacancies: readonly Vacancy[]): Wish | string {
  const text = (name: string) => String(values[name] ?? '');
  const seat = vacancies.find(({ person }) => person === text('vacancy'));
  const [date, number] = [text('examinedOn'), text('examined')];
  if ((date === '') !== (number === ''))
    return date === '' ? '资格审查报告写了文号，请再选是哪天。' : '资格审查选了日期，请再写报告文号。';
  const constituency = seat?.constituency ?? text('constituency');
  return {
    person: text('person'),
    kind: text('kind') as ChangeKind,
    date: text('date'),
    body: text('body'),
    notice: text('notice'),
    ...(date !== '' && number !== '' && { examined: { date, number } }),
    ...(seat && { vacancy: seat.person }),
    ...(constituency !== '' && { constituency }),
    ...(text('group') !== '' && { group: text('group') }),
  };
}

export function toRow({
  change,
  name,
  kind,
  date,
  body,
  notice,
  examined,
  constituencyName,
  succeeds,
}: ChangeRow) {
  const seat = succeeds === undefined ? constituencyName : `${constituencyName ?? ''}（接${succeeds}的缺）`;
  const told = [
    `${sayDate(date)}起`,
    ...(seat === undefined ? [] : [seat]),
    body,
    notice,
    ...(examined ? [`资格审查 ${sayDate(examined.date)} ${examined.number}`] : []),
  ];
  return { change, title: `${name} ${CHANGE_LABELS[kind]}`, words: told.join(' · ') };
}
