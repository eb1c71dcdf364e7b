/** 视察意见: its states, its steps, and what a screen says of them. The asker is the presidium. */

export const OPINION_STATES = {
  transferred: { label: '待签收', open: true },
  accepted: { label: '办理中', open: true },
  returned: { label: '退回，待改派', open: true },
  answered: { label: '已答复，待跟踪', open: true },
  closed: { label: '已办结', open: false },
} as const satisfies Record<string, { label: string; open: boolean }>;
export type OpinionState = keyof typeof OPINION_STATES;

interface ActRow {
  label: string;
  /** What is asked with it; absent: nothing. */
  asks?: string;
}

export const OPINION_ACTS = {
  accept: { label: '签收' },
  answer: { label: '答复', asks: '怎么办、什么时候办好' },
  return: { label: '不归我们，退回', asks: '为什么退回，该找哪个单位' },
  reassign: { label: '改派单位', asks: '为什么改派' },
  urge: { label: '催办' },
  follow: { label: '跟踪过了，办结', asks: '看到落实得怎样' },
  redo: { label: '答复不够，重新办', asks: '哪里还不够' },
  proposeKey: { label: '提请重点督办', asks: '理由' },
  supervise: { label: '列入重点督办', asks: '主席团的意见' },
  declineKey: { label: '不列入重点督办', asks: '理由' },
  endSupervise: { label: '结束重点督办', asks: '说明' },
} as const satisfies Record<string, ActRow>;
export type OpinionAct = keyof typeof OPINION_ACTS;

/** 重点督办: proposed by a member of the presidium, decided by its chair or in a meeting. */
type KeyAct = 'proposeKey' | 'supervise' | 'declineKey' | 'endSupervise';

export type OpinionStep =
  | { act: 'accept' | 'urge' }
  | { act: 'answer' | 'return' | 'follow' | 'redo' | KeyAct; words: string }
  | { act: 'reassign'; words: string; unit: string };
