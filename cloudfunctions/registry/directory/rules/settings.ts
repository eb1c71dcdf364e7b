/** Every number that people feel, named, with its unit and reason; a township's rows replace the defaults. */

interface Setting {
  readonly value: number | string;
  readonly unit: string;
  readonly reason: string;
}

export const SETTINGS = {
  receptionDay: { value: 5, unit: '每月第几日', reason: '镇里定每月5日为代表接访日' },
  receptionShift: {
    value: 'next',
    unit: 'next、previous 或 stays',
    reason: '接访日逢周末或节假日，顺延到下一个工作日',
  },
  morning: { value: '08:30-11:30', unit: '时段', reason: '机关上午对外时间' },
  afternoon: { value: '14:30-17:00', unit: '时段', reason: '机关下午对外时间' },
  noticeDays: { value: 3, unit: '天', reason: '日期、地点和接访人至少提前3天公布' },
  closingDaysBefore: { value: 1, unit: '天', reason: '前一天截止，接访人来得及准备' },
  closingTime: { value: '18:00', unit: '时刻', reason: '下班时截止' },
  slotMinutes: { value: 30, unit: '分钟', reason: '一件事通常半小时能说清' },
  capacity: { value: 1, unit: '人', reason: '同一时间、同一接访人只约一位' },
  walkInEvery: { value: 3, unit: '个名额', reason: '每三个名额留一个给直接来的人' },
  bookingsPerAccount: { value: 3, unit: '人', reason: '自己和家里人，一个微信一个接访日最多约3位' },
  movesPerDay: { value: 5, unit: '次', reason: '改来改去的位置别人约不上，5次够用' },
  noteDays: { value: 1, unit: '天', reason: '晚上回去补记结果还来得及，再晚就凭印象了' },
  backEntryDays: { value: 14, unit: '天', reason: '纸上记的两周内由人大办补录，写明原因' },
  contactDays: { value: 3, unit: '工作日', reason: '代表在3个工作日内联系反映人' },
  leaderAfterDays: { value: 2, unit: '工作日', reason: '2个工作日没人接，转组长' },
  officeAfterDays: { value: 4, unit: '工作日', reason: '4个工作日没人接，转人大办' },
  promisedVisitDays: { value: 10, unit: '工作日', reason: '接访时约好上门的，两周内去到' },
  studyDay: { value: 15, unit: '每月第几日', reason: '小组学习放在月中，避开接访日和月底' },
  dutyReportTo: { value: '选区选民', unit: '称呼', reason: '代表向选区选民述职，接受测评' },
  dutyReportGrades: {
    value: '满意、基本满意、不满意',
    unit: '等次',
    reason: '测评票上的等次，用顿号隔开，2到6个',
  },
  tiedHouseholds: { value: 2, unit: '户', reason: '每位代表结对帮扶1至2户' },
  tiedName: { value: '监测户', unit: '称呼', reason: '各县叫法不同：监测户、帮扶户' },
  tiedNotice: {
    value: 'off',
    unit: '每月提醒或不提醒',
    reason: '默认不打扰；要求户户有人帮的镇可以打开',
  },
  assignDays: { value: 5, unit: '工作日', reason: '人大办5个工作日内交办' },
  requestWay: {
    value: 'straight',
    unit: '直接交，或经镇政府',
    reason: '群众意见直接交承办单位，抄送镇政府',
  },
  signDays: { value: 3, unit: '工作日', reason: '镇政府分管领导3个工作日内签发答复' },
  unitReturnDays: { value: 5, unit: '工作日', reason: '承办单位可在5个工作日内退回一次' },
  unitReplyDays: { value: 15, unit: '工作日', reason: '承办单位答复期限' },
  unitReplyLongDays: { value: 30, unit: '工作日', reason: '说明理由后的答复期限' },
  opinionReplyDays: { value: 15, unit: '工作日', reason: '视察意见转交后承办单位答复期限' },
  opinionFollowDays: { value: 20, unit: '工作日', reason: '答复后一个月内去看落实得怎样' },
  assistReplyDays: { value: 10, unit: '工作日', reason: '协办单位答复期限' },
  requestsPerDay: { value: 5, unit: '件', reason: '一个微信一天最多反映5件，多的第二天接着提' },
  nudgeDays: { value: 3, unit: '天', reason: '反映人过三天可以催一次，办的人来得及动' },
  writtenWordDays: {
    value: 15,
    unit: '天',
    reason: '信访工作条例第二十三条：投诉请求自收到之日起15日内书面告知去向',
  },
  writtenWarnDays: { value: 5, unit: '天', reason: '还剩5天时提醒，来得及寄、来得及送' },
  ratingDays: { value: 10, unit: '工作日', reason: '评价窗口' },
  redoDays: { value: 30, unit: '工作日', reason: '重新办理期限' },
  redoTimes: { value: 2, unit: '次', reason: '「没办好」重新办理至多两次，之后由主席团议定' },
  reopenDays: { value: 30, unit: '工作日', reason: '办结后还可以说没办好的期限' },
  deliverDays: { value: 5, unit: '工作日', reason: '答复送到没有手机的人手里的期限' },
  callBackPercent: { value: 5, unit: '%', reason: '办结的随机抽5%回访' },
  similarDays: { value: 90, unit: '天', reason: '90天内同村同类的算相似' },
  yellowDays: { value: 2, unit: '工作日', reason: '剩2个工作日时黄牌提醒' },
  suggestionMonths: { value: 3, unit: '个月', reason: '代表建议办理期限' },
  suggestionLongMonths: { value: 6, unit: '个月', reason: '难办的代表建议办理期限' },
  suggestionDraftDays: { value: 20, unit: '工作日', reason: '起草和征集联名通常一个月内' },
  suggestionExamineDays: { value: 5, unit: '工作日', reason: '人大办5个工作日内审查' },
  suggestionReviseDays: { value: 10, unit: '工作日', reason: '退回的两周内改好再交' },
  suggestionDecideDays: { value: 10, unit: '工作日', reason: '主席团、镇政府两周内定下来' },
  suggestionOpinionDays: { value: 10, unit: '工作日', reason: '代表收到答复后填征询意见表的时间' },
  sessionNoticeDays: { value: 7, unit: '天', reason: '会议通知至少提前7天发给代表' },
  governmentUnit: {
    value: '',
    unit: '承办单位编号',
    reason: '代表建议经镇政府（党政办）交办，群众意见抄送它；空着就直接交承办单位',
  },
  invitationDays: { value: 14, unit: '天', reason: '两周内认领，过期可以重发' },
  seatsPerHalf: { value: 2, unit: '人', reason: '每半天一位带头坐班，一位代表轮到' },
  dutiesPerYear: { value: 1, unit: '次', reason: '每位代表每年至少坐班一次' },
  inboxDays: { value: 180, unit: '天', reason: '消息留半年，够回头查' },
  auditDays: { value: 400, unit: '天', reason: '操作记录留满一年还多一个月；填得再少也留365天' },
  requestMonths: {
    value: 24,
    unit: '个月',
    reason: '办结满两年，内容、称呼和电话删去，件数还在；填得再少也留3个月；已公开的和打印归档的不动',
  },
  bookingMonths: {
    value: 12,
    unit: '个月',
    reason: '接访满一年，称呼、电话和谈话备注删去，人次还在；填得再少也留3个月',
  },
  visitMonths: {
    value: 24,
    unit: '个月',
    reason: '走访帮办满两年，户主姓名、电话和谈的话删去，户次还在；填得再少也留3个月',
  },
  presidiumMonths: { value: 3, unit: '个月', reason: '主席团至少每3个月开一次会' },
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof SETTINGS;
type ValueOf<N extends SettingName> = (typeof SETTINGS)[N]['value'] extends number ? number : string;
export type Settings = { readonly [N in SettingName]: ValueOf<N> };

const DEFAULTS = Object.fromEntries(
  Object.entries(SETTINGS).map(([name, { value }]) => [name, value]),
) as unknown as Settings;

/** The township's own values over the defaults; a value of another type than the default's is not taken. */
export function settingsOf(own: Partial<Settings>): Settings {
  const settings: Record<string, unknown> = Object.assign({}, DEFAULTS);
  for (const [name, mine] of Object.entries(own))
    if (Object.hasOwn(DEFAULTS, name) && typeof mine === typeof settings[name]) settings[name] = mine;
  return settings as unknown as Settings;
}
