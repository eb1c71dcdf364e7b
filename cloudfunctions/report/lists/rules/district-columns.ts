/** What stands in the district's lists: words of the townships' offices, nothing of who asked. */
import { NOTE_LABELS } from '../../../../miniprogram/contract/congress/presidium-labels';
import { STATES } from '../../../../miniprogram/contract/labels';
import type { PassedUp } from '../../../../miniprogram/contract/request-lists';
import type { NoteDocument } from '../../../congress/presidium/rules/presidium-document';
import { day, type Column } from './table';

export const PASSED_COLUMNS: readonly Column<PassedUp>[] = [
  { title: '转报日期', width: 12, of: ({ on }) => day(on) },
  { title: '哪个乡镇', width: 18, of: ({ from }) => from },
  { title: '编号', width: 14, of: ({ number }) => number },
  { title: '类别', width: 12, of: ({ category }) => category },
  { title: '摘要', width: 60, of: ({ summary }) => summary },
  { title: '状态', width: 16, of: ({ state }) => STATES[state].label },
  { title: '区里的答复', width: 50, of: ({ answer }) => answer?.words ?? '' },
  { title: '答复日期', width: 12, of: ({ answer }) => day(answer?.on) },
];

export const ASKED_COLUMNS: readonly Column<NoteDocument & { from: string }>[] = [
  { title: '日期', width: 12, of: ({ date }) => day(date) },
  { title: '哪个乡镇', width: 18, of: ({ from }) => from },
  { title: '什么', width: 16, of: ({ kind }) => NOTE_LABELS[kind].label },
  { title: '内容', width: 60, of: ({ words }) => words },
  { title: '区里的答复', width: 50, of: ({ answer }) => answer?.words ?? '' },
  { title: '答复日期', width: 12, of: ({ answer }) => day(answer?.on) },
];
