/** What congress leaves on paper: blank papers of a session, its attendance, and the two letters of a suggestion. */
export const SESSION_PAPERS = {
  request: '关于召开会议的请示',
  plan: '会议工作方案',
  script: '主持词',
  signSheet: '签到册',
  ballot: '表决票',
  interpellation: '质询案（空白）',
  attendance: '出席情况表',
} as const;
export type SessionPaperName = keyof typeof SESSION_PAPERS;

export const SUGGESTION_PAPERS = { reply: '答复函', opinion: '征询意见表' } as const;
export type SuggestionPaperName = keyof typeof SUGGESTION_PAPERS;

/** 代表建议办理情况: whom it is for. */
export const HANDLING_READERS = {
  session: '办理情况报告（送会议）',
  public: '办理情况（向社会公开）',
} as const;
export type HandlingReader = keyof typeof HANDLING_READERS;
