/** What stands in the lists of 视察意见, of the presidium's meetings, and of what was noted about deputies and from above. */
import { NOTE_LABELS } from '../../../../miniprogram/contract/congress/presidium-labels';
import type { Opinion } from '../../../../miniprogram/contract/duty';
import { OPINION_STATES } from '../../../../miniprogram/contract/opinion';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import type { MeetingDocument, NoteDocument } from '../../../congress/presidium/rules/presidium-document';
import { nameOf, type Directory } from '../../../registry/directory/rules/directory';
import { day, type Column } from './table';

export interface OpinionListed extends Pick<
  Opinion,
  'words' | 'unit' | 'due' | 'state' | 'answer' | 'answeredOn' | 'returned' | 'urgedOn'
> {
  /** Of the inspection. */
  title: string;
  key?: { state: 'proposed' | 'decided' };
  date: LocalDate;
}

export const opinionColumns = ({ units }: Directory, today: LocalDate): readonly Column<OpinionListed>[] => [
  ['视察日期', 12, ({ date }) => day(date)],
  ['哪次视察', 30, ({ title }) => title],
  ['意见', 50, ({ words }) => words],
  ['承办单位', 18, ({ unit }) => nameOf(units, unit)],
  ['状态', 16, ({ state }) => OPINION_STATES[state].label],
  ['期限', 12, ({ due }) => day(due)],
  ['超期', 6, ({ due }) => (due < today ? '超期' : '')],
  ['催办日期', 12, ({ urgedOn }) => day(urgedOn)],
  ['答复日期', 12, ({ answeredOn }) => day(answeredOn)],
  ['答复', 50, ({ answer = '' }) => answer],
  ['退回原因', 30, ({ returned = '' }) => returned],
  ['重点督办', 10, ({ key }) => (key?.state === 'decided' ? '是' : '')],
];

export interface MeetingListed {
  meeting: MeetingDocument;
  item?: MeetingDocument['items'][number];
}

export const meetingColumns = ({ people }: Directory): readonly Column<MeetingListed>[] => [
  ['日期', 12, ({ meeting }) => day(meeting.date)],
  ['地点', 24, ({ meeting }) => meeting.place],
  ['应到', 6, ({ meeting }) => meeting.due],
  ['实到', 6, ({ meeting }) => meeting.persons.length],
  ['到会的人', 40, ({ meeting }) => meeting.persons.map((person) => nameOf(people, person)).join('、')],
  ['议题', 40, ({ item }) => item?.title ?? ''],
  ['赞成', 6, ({ item }) => item?.for ?? ''],
  ['反对', 6, ({ item }) => item?.against ?? ''],
  ['弃权', 6, ({ item }) => item?.abstain ?? ''],
  ['结果', 10, ({ item }) => (item ? (item.passed ? '通过' : '没有通过') : '')],
  ['记录人', 12, ({ meeting }) => meeting.minutes],
];

export interface LiaisonListed {
  name: string;
  /** Who keeps in touch; '': nobody. */
  member: string;
  note?: NoteDocument;
}

export const liaisonColumns = ({ people }: Directory): readonly Column<LiaisonListed>[] => [
  ['代表', 12, ({ name }) => name],
  ['联系人', 12, ({ member }) => nameOf(people, member) || '还没有人联系'],
  ['日期', 12, ({ note }) => day(note?.date)],
  ['什么', 18, ({ note }) => (note ? NOTE_LABELS[note.kind].label : '')],
  ['内容', 50, ({ note }) => note?.words ?? ''],
  ['谁记的', 12, ({ note }) => (note ? nameOf(people, note.by) || '人大办' : '')],
  ['结果', 50, ({ note }) => note?.answer?.words ?? ''],
  ['哪天有结果', 12, ({ note }) => day(note?.answer?.on)],
];

export const guidanceColumns = ({ people }: Directory): readonly Column<NoteDocument>[] => [
  ['日期', 12, ({ date }) => day(date)],
  ['什么', 18, ({ kind }) => NOTE_LABELS[kind].label],
  ['内容', 50, ({ words }) => words],
  ['谁记的', 12, ({ by }) => nameOf(people, by) || '人大办'],
  ['结果', 50, ({ answer }) => answer?.words ?? ''],
  ['哪天有结果', 12, ({ answer }) => day(answer?.on)],
];
