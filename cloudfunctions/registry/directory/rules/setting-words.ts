/** What each setting is called where the office reads and changes it, and what its choices mean. */
import type { SettingName } from './settings';

interface SettingWords {
  label: string;
  /** Value → its words, where one chooses instead of writing. */
  choices?: Readonly<Record<string, string>>;
}

export const SETTING_WORDS: Readonly<Record<SettingName, SettingWords>> = {
  receptionDay: { label: '代表接访日' },
  receptionShift: {
    label: '接访日遇到周末、节假日',
    choices: { next: '顺延到下一个工作日', previous: '提前到上一个工作日', stays: '照旧，不改日子' },
  },
  morning: { label: '上午接访时间' },
  afternoon: { label: '下午接访时间' },
  noticeDays: { label: '提前公布值班表' },
  closingDaysBefore: { label: '预约提前几天截止' },
  closingTime: { label: '预约截止的钟点' },
  slotMinutes: { label: '一个预约时段' },
  capacity: { label: '同一时段每位接访人接待' },
  walkInEvery: { label: '每几个名额留一个给直接来的人' },
  noteDays: { label: '接访结果补记期限' },
  backEntryDays: { label: '人大办补录期限' },
  contactDays: { label: '代表联系反映人' },
  leaderAfterDays: { label: '没人接，转组长' },
  officeAfterDays: { label: '没人接，转人大办' },
  promisedVisitDays: { label: '接访时约好的上门' },
  studyDay: { label: '小组学习排在' },
  tiedHouseholds: { label: '每位代表最多结对帮扶' },
  tiedName: { label: '结对帮扶的户怎么称呼' },
  tiedNotice: {
    label: '还有代表没有结对时提醒人大办',
    choices: { off: '不提醒', monthly: '每月一次' },
  },
  assignDays: { label: '人大办决定交办' },
  requestWay: {
    label: '群众意见怎么交办',
    choices: {
      straight: '直接交承办单位，抄送镇政府',
      government: '先交镇政府，由它定单位、签发答复',
    },
  },
  signDays: { label: '镇政府签发答复' },
  unitReturnDays: { label: '承办单位退回' },
  unitReplyDays: { label: '承办单位答复' },
  unitReplyLongDays: { label: '承办单位延期答复' },
  opinionReplyDays: { label: '视察意见答复' },
  opinionFollowDays: { label: '视察意见回头看' },
  assistReplyDays: { label: '协办单位答复' },
  nudgeDays: { label: '反映人几天可以催一次' },
  writtenWordDays: { label: '投诉请求书面告知去向' },
  writtenWarnDays: { label: '书面告知到期前提醒' },
  ratingDays: { label: '反映人评价' },
  redoDays: { label: '重新办理' },
  redoTimes: { label: '「没办好」重新办理' },
  reopenDays: { label: '办结后还可以说没办好' },
  deliverDays: { label: '答复送到没有手机的人' },
  callBackPercent: { label: '办结后随机回访' },
  similarDays: { label: '多少天内的算相似' },
  yellowDays: { label: '快到期的黄牌提醒' },
  suggestionMonths: { label: '代表建议办理' },
  suggestionLongMonths: { label: '难办的代表建议办理' },
  suggestionDraftDays: { label: '代表建议起草和联名' },
  suggestionExamineDays: { label: '代表建议审查' },
  suggestionReviseDays: { label: '代表建议退回修改' },
  suggestionDecideDays: { label: '主席团、镇政府定承办单位' },
  suggestionOpinionDays: { label: '代表填征询意见表' },
  sessionNoticeDays: { label: '会议通知提前' },
  governmentUnit: { label: '镇政府（党政办）是哪个单位' },
  invitationDays: { label: '邀请码有效' },
  seatsPerHalf: { label: '每半天坐班人数' },
  dutiesPerYear: { label: '每位代表每年至少坐班' },
  inboxDays: { label: '消息保留' },
  auditDays: { label: '操作记录保留' },
  presidiumMonths: { label: '主席团会议间隔' },
};
