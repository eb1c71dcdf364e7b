/** What stands in the lists of 代表履职: doubts about records, the groups' studies, whom to call, deputies of the district. */
import { HEADINGS } from '../../../../miniprogram/contract/facts';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import { nameOf, type Directory } from '../../../registry/directory/rules/directory';
import type { RecordedFact } from '../../documents/rules/duty-record';
import { sayKind } from './columns';
import { day, type Column } from './table';

export interface DisputeListed {
  person: string;
  kind: string;
  /** Of the row that is doubted. */
  date: LocalDate;
  words: string;
  on: LocalDate;
}

export const disputeColumns = ({ people }: Directory): readonly Column<DisputeListed>[] => [
  ['提出日期', 12, ({ on }) => day(on)],
  ['代表', 12, ({ person }) => nameOf(people, person)],
  ['疑问的是哪一条', 24, ({ kind }) => sayKind(kind)],
  ['那条的日期', 12, ({ date }) => day(date)],
  ['哪里不对', 60, ({ words }) => words],
];

/** A group and what stands in its twelve months. */
export interface StudyListed {
  name: string;
  months: readonly string[];
}

export const STUDY_COLUMNS: readonly Column<StudyListed>[] = [
  ['代表小组', 20, ({ name }) => name],
  ...Array.from({ length: 12 }, (_, at): Column<StudyListed> => [
    `${String(at + 1)}月`,
    8,
    ({ months }) => months[at] ?? '',
  ]),
];

export interface QuietListed {
  name: string;
  group?: string;
}

export const quietColumns = ({ groups }: Directory): readonly Column<QuietListed>[] => [
  ['姓名', 12, ({ name }) => name],
  ['代表小组', 20, ({ group = '' }) => nameOf(groups, group)],
];

/** Without `fact`: a deputy of whom nothing is noted that year. */
export interface DeputyListed {
  name: string;
  fact?: RecordedFact;
}

export const DEPUTY_COLUMNS: readonly Column<DeputyListed>[] = [
  ['姓名', 12, ({ name }) => name],
  ['日期', 12, ({ fact }) => day(fact?.date)],
  ['做了什么', 18, ({ fact }) => (fact ? sayKind(fact.kind) : '')],
  ['名称', 36, ({ fact }) => fact?.title ?? ''],
  ['归在哪一项', 12, ({ fact }) => (fact?.heading ? HEADINGS[fact.heading] : '')],
  ['补录', 6, ({ fact }) => (fact?.entered ? '补录' : '')],
];
