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
  { title: '视察日期', width: 12, of: ({ date }) => day(date) },
  { title: '哪次视察', width: 30, of: ({ title }) => title },
  { title: '意见', width: 50, of: ({ words }) => words },
  { title: '承办单位', width: 18, of: ({ unit }) => nameOf(units, unit) },
  { title: '状态', width: 16, of: ({ state }) => OPINION_STATES[state].label },
  { title: '期限', width: 12, of: ({ due }) => day(due) },
  { title: '超期', width: 6, of: ({ due }) => (due < today ? '超期' : '') },
  { title: '催办日期', width: 12, of: ({ urgedOn }) => day(urgedOn) },
  { title: '答复日期', width: 12, of: ({ answeredOn }) => day(answeredOn) },
  { title: '答复', width: 50, of: ({ answer = '' }) => answer },
  { title: '退回原因', width: 30, of: ({ returned = '' }) => returned },
  { title: '重点督办', width: 10, of: ({ key }) => (key?.state === 'decided' ? '是' : '') },
];

export interface MeetingListed {
  meeting: MeetingDocument;
  item?: MeetingDocument['items'][number];
}

export const meetingColumns = ({ people }: Directory): readonly Column<MeetingListed>[] => [
  { title: '日期', width: 12, of: ({ meeting }) => day(meeting.date) },
  { title: '地点', width: 24, of: ({ meeting }) => meeting.place },
  { title: '应到', width: 6, of: ({ meeting }) => meeting.due },
  { title: '实到', width: 6, of: ({ meeting }) => meeting.persons.length },
  {
    title: '到会的人',
    width: 40,
    of: ({ meeting }) => meeting.persons.map((person) => nameOf(people, person)).join('、'),
  },
  { title: '议题', width: 40, of: ({ item }) => item?.title ?? '' },
  { title: '赞成', width: 6, of: ({ item }) => item?.for ?? '' },
  { title: '反对', width: 6, of: ({ item }) => item?.against ?? '' },
  { title: '弃权', width: 6, of: ({ item }) => item?.abstain ?? '' },
  { title: '结果', width: 10, of: ({ item }) => (item ? (item.passed ? '通过' : '没有通过') : '') },
  { title: '记录人', width: 12, of: ({ meeting }) => meeting.minutes },
];

export interface LiaisonListed {
  name: string;
  /** Who keeps in touch; '': nobody. */
  member: string;
  note?: NoteDocument;
}

export const liaisonColumns = ({ people }: Directory): readonly Column<LiaisonListed>[] => [
  { title: '代表', width: 12, of: ({ name }) => name },
  { title: '联系人', width: 12, of: ({ member }) => nameOf(people, member) || '还没有人联系' },
  { title: '日期', width: 12, of: ({ note }) => day(note?.date) },
  { title: '什么', width: 18, of: ({ note }) => (note ? NOTE_LABELS[note.kind].label : '') },
  { title: '内容', width: 50, of: ({ note }) => note?.words ?? '' },
  { title: '谁记的', width: 12, of: ({ note }) => (note ? nameOf(people, note.by) || '人大办' : '') },
  { title: '结果', width: 50, of: ({ note }) => note?.answer?.words ?? '' },
  { title: '哪天有结果', width: 12, of: ({ note }) => day(note?.answer?.on) },
];

export const guidanceColumns = ({ people }: Directory): readonly Column<NoteDocument>[] => [
  { title: '日期', width: 12, of: ({ date }) => day(date) },
  { title: '什么', width: 18, of: ({ kind }) => NOTE_LABELS[kind].label },
  { title: '内容', width: 50, of: ({ words }) => words },
  { title: '谁记的', width: 12, of: ({ by }) => nameOf(people, by) || '人大办' },
  { title: '结果', width: 50, of: ({ answer }) => answer?.words ?? '' },
  { title: '哪天有结果', width: 12, of: ({ answer }) => day(answer?.on) },
];
