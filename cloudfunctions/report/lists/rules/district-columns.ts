/** What stands in the district's lists: words of the townships' offices, nothing of who asked. */
import { NOTE_LABELS } from '../../../../miniprogram/contract/congress/presidium-labels';
import { STATES } from '../../../../miniprogram/contract/labels';
import type { PassedUp } from '../../../../miniprogram/contract/request-lists';
import type { NoteDocument } from '../../../congress/presidium/rules/presidium-document';
import { day, type Column } from './table';

export const PASSED_COLUMNS: readonly Column<PassedUp>[] = [
  ['转报日期', 12, ({ on }) => day(on)],
  ['哪个乡镇', 18, ({ from }) => from],
  ['编号', 14, ({ number }) => number],
  ['类别', 12, ({ category }) => category],
  ['摘要', 60, ({ summary }) => summary],
  ['状态', 16, ({ state }) => STATES[state].label],
  ['区里的答复', 50, ({ answer }) => answer?.words ?? ''],
  ['答复日期', 12, ({ answer }) => day(answer?.on)],
];

export const ASKED_COLUMNS: readonly Column<NoteDocument & { from: string }>[] = [
  ['日期', 12, ({ date }) => day(date)],
  ['哪个乡镇', 18, ({ from }) => from],
  ['什么', 16, ({ kind }) => NOTE_LABELS[kind].label],
  ['内容', 60, ({ words }) => words],
  ['区里的答复', 50, ({ answer }) => answer?.words ?? ''],
  ['答复日期', 12, ({ answer }) => day(answer?.on)],
];
