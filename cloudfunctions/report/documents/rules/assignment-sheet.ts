/**
 * 转办单: what the office hands to a unit on paper, and where the unit signs for it and writes what it did. The unit
 * learns who asked only where that person agreed (mission B8).
 */
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import type { Directory } from '../../../registry/directory/rules/directory';
import { settingsOf } from '../../../registry/directory/rules/settings';
import type { Sheet } from './sheet';
import { footOf, GAP, sayFullDay } from './words';

export interface PrintedRequest {
  number: string;
  title: string;
  /** What may be told of it; for a hidden asker the office's summary. */
  text: string;
  kind: string;
  village: string;
  category: string;
  submittedOn: LocalDate;
}

export interface Assignment extends PrintedRequest {
  lead: string;
  assisting: readonly string[];
  assignedOn?: LocalDate;
  replyBy?: LocalDate;
  /** What the office wrote when it assigned. */
  words?: string;
  /** The deputy or leader who looked at it. */
  deputy?: string;
  asker?: { name?: string; phone?: string };
}

/** A row to be written by hand: so many lines. */
function blank(lines: number): string {
  return '\n'.repeat(lines - 1);
}

function sayAsker(asker: Assignment['asker']): string {
  if (!asker) return '反映人没有同意告诉承办单位，要联系请找人大办';
  return [
    asker.name || '没写称呼',
    asker.phone === undefined ? '没留电话' : `${asker.phone}（完整号码请承办人在程序里看，看了会记下来）`,
  ].join(GAP);
}

export function makeAssignmentSheet(directory: Directory, request: Assignment): Sheet {
  const { number, title, text, kind, village, category, lead, assisting, replyBy, assignedOn } = request;
  const { unitReturnDays } = settingsOf(directory.settings);
  const rows: (readonly [string, string])[] = [
    ['编号', number],
    ['什么事', text === '' || text === title ? title : `${title}\n${text}`],
    ['哪里、哪类', [village, category, kind].join(GAP)],
    ['反映日期', sayFullDay(request.submittedOn)],
    ['反映人', sayAsker(request.asker)],
    ['联系代表', request.deputy ?? ''],
    ['主办单位', lead],
    ['协办单位', assisting.length > 0 ? assisting.join('、') : '无'],
    ['人大办意见', request.words ?? ''],
    ['答复期限', replyBy === undefined ? '' : `${sayFullDay(replyBy)}前书面答复人大办`],
    ['签收', `签收人＿＿＿＿＿＿＿＿${GAP}＿＿＿＿年＿＿月＿＿日`],
    ['办理情况', blank(9)],
    ['承办单位', `负责人＿＿＿＿＿＿＿＿（盖章）${GAP}＿＿＿＿年＿＿月＿＿日`],
  ];
  const day = assignedOn === undefined ? '＿＿＿＿年＿＿月＿＿日' : sayFullDay(assignedOn);
  return {
    name: `转办单 ${number}`,
    title: `${directory.card.name}群众意见转办单`,
    blocks: [
      { line: `交办日期：${day}`, align: 'right' },
      { columns: [18, 82], height: 9, rows },
      {
        line: `不归本单位办的，请在${String(unitReturnDays)}个工作日内写明理由退回，只能退一次。办不成的也要答复，说明原因。`,
      },
      { line: '请勿向无关的人透露反映人和反映的内容。', size: 'small' },
    ],
    foot: footOf(directory.card),
  };
}
