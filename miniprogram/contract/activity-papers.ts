/** What is printed of one activity for the archive (归档), and to sign. */
export const ACTIVITY_PAPERS = {
  notice: '通知',
  signIn: '签到册',
  record: '记录',
  summary: '总结',
  findings: '视察调研报告',
  allowance: '误工补贴签领表',
} as const;
export type ActivityPaperName = keyof typeof ACTIVITY_PAPERS;

/** The four that an archive asks for, in their order. */
export const ARCHIVE_SET: readonly ActivityPaperName[] = ['notice', 'signIn', 'record', 'summary'];
