/** Chinese words of sessions. */
import type { PaperKind, SessionAct, SessionState } from './session';

export const SESSION_LABELS: Readonly<Record<SessionState, string>> = {
  prepared: '正在准备',
  noticed: '已发通知',
  closed: '已闭会',
};

/** Asked at each upload: anything else may not lie here. */
export const PAPER_LABELS: Readonly<Record<PaperKind, string>> = {
  public: '公开性内容',
  informational: '周知性内容（只给代表看）',
};

export const NOT_HERE = '涉密的、人事的、党委没有公布的意见，不能放在这里。';

export const SESSION_ACTS: Readonly<Record<SessionAct, string>> = {
  saveAgenda: '议程和时间',
  addPaper: '登记会议材料',
  dropPaper: '撤下会议材料',
  notify: '发会议通知',
  recordVote: '登记表决结果',
  fileMinutes: '登记会议记录',
  close: '闭会',
};
