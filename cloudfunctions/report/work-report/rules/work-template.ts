/**
 * 乡镇人大工作汇报: the four parts and headings of a township's report. Sentences are computed; what is judged, planned
 * and asked for is people's to write, with facts beside it.
 */
import type { Template } from './template';

const NOT_NOTED = '台账里没有记录，可以先补录，或在下面写上';

export const WORK_TEMPLATE: Template = {
  title: '{township}人大工作汇报',
  items: 'ordinal',
  sections: [
    {
      id: 'intro',
      level: 1,
      heading: '',
      prompt: '一两句总的话。',
      lacking: {
        slots: ['population', 'voters'],
        prompt: '人口、选民人数：名册的“本镇”里没有写全，可以先写上再重新计算，或在这里写。',
      },
      sentences: [
        {
          id: 'townshipIs',
          head: '{township}辖',
          clauses: [
            '{villages}个行政村',
            '{villagerGroups}个村民小组',
            '{population}万人口',
            '现有选民{voters}人',
          ],
        },
        {
          id: 'deputiesAre',
          head: '全镇',
          clauses: [
            '分为{groups}个代表小组',
            '现有区人大代表{districtDeputies}名',
            '镇人大代表{townDeputies}名',
          ],
        },
      ],
    },
    { id: 'work', level: 1, heading: '人大工作开展情况' },
    {
      id: 'buildings',
      level: 2,
      heading: '规范建设，不断提升硬件水平',
      prompt: '人大办和代表之家的改造、设备的添置、上墙的制度。',
      sentences: [
        { id: 'homesAre', clauses: ['全镇建有{homes}个人大代表之家'] },
        { id: 'equipmentIs', clauses: ['配有{equipment}等办公设备'] },
        { id: 'positionsAre', head: '阵地建设方面，', clauses: ['{positions}'] },
        { id: 'rulesAre', clauses: ['制定、修订制度{rules}项：{ruleNames}'] },
      ],
    },
    {
      id: 'training',
      level: 2,
      heading: '加强培训，提升为民服务能力',
      prompt: '学了什么、有什么收获。',
      sentences: [
        {
          id: 'studiesAre',
          head: '以代表小组为单位',
          clauses: ['{period}开展集中学习{studies}次', '到会{studyAttendances}人次'],
          missing: `这段时间的小组学习：${NOT_NOTED}`,
        },
        {
          id: 'trainingsAre',
          clauses: ['举办代表培训班{trainings}期', '到会{trainingAttendances}人次', '内容为{trainingNames}'],
          missing: `代表培训班：${NOT_NOTED}`,
        },
        { id: 'upperAre', clauses: ['代表参加上级培训{upperTrainings}次', '观摩交流{exchanges}次'] },
      ],
    },
    { id: 'platform', level: 2, heading: '健全机制，搭建代表履职平台' },
    {
      id: 'sessions',
      level: 3,
      heading: '依法召开本级人民代表大会。',
      prompt: '会议的议程、建议怎样列入计划、调度和督办。',
      sentences: [
        { id: 'attended', clauses: ['代表出席人代会{sessionsAttended}人次', '审议发言{speeches}人次'] },
        { id: 'bills', clauses: ['提出议案{bills}件'] },
        {
          id: 'suggestionsAllDone',
          head: '{session}以来，',
          clauses: [
            '共收到代表建议{suggestions}条',
            '涉及{suggestionCategories}',
            '现{suggestionsAnswered}条已全部办复',
          ],
          when: { slot: 'suggestions', as: 'suggestionsAnswered', equal: true },
        },
        {
          id: 'suggestionsUnderWay',
          head: '{session}以来，',
          clauses: [
            '共收到代表建议{suggestions}条',
            '涉及{suggestionCategories}',
            '办复{suggestionsAnswered}条',
            '正在办理{suggestionsOpen}条',
          ],
          when: { slot: 'suggestions', as: 'suggestionsAnswered', equal: false },
        },
        {
          id: 'suggestionsSolved',
          head: '其中',
          clauses: ['已经落实{suggestionsSolved}条', '列入承诺事项{suggestionsPromised}条'],
        },
        {
          id: 'between',
          head: '{period}闭会期间',
          clauses: ['代表提出建议{between}条', '办复{betweenAnswered}条'],
        },
      ],
    },
    {
      id: 'liaison',
      level: 3,
      heading: '健全主席团联系代表制度。',
      prompt: '征询了哪些意见、帮代表解决了哪些困难。',
      sentences: [
        {
          id: 'liaisons',
          clauses: ['{period}主席团成员联系代表{liaisons}次'],
          missing: `主席团联系代表：${NOT_NOTED}`,
        },
      ],
    },
    {
      id: 'reception',
      level: 3,
      heading: '代表定期走访接待选民。',
      prompt: '带头坐班的情况，一两件有代表性的事。',
      sentences: [
        { id: 'receptionDay', clauses: ['每月{receptionDay}日为代表接访日'] },
        {
          id: 'received',
          head: '{period}，区、镇人大代表共',
          clauses: ['接待选民{received}人', '走访选民{visited}户', '帮办实事{done}件'],
          missing: `接待、走访和帮办：${NOT_NOTED}`,
        },
        {
          id: 'doneOf',
          head: '帮办的实事中，',
          clauses: ['代表帮办{helped}件', '群众意见经反映人确认解决{solved}件'],
        },
        { id: 'others', clauses: ['其他接访人接待群众{receivedByOthers}人'] },
        {
          id: 'requests',
          clauses: ['收到群众意见{submitted}件', '答复{answered}件'],
        },
        {
          id: 'ratings',
          head: '群众评价中，',
          clauses: ['满意{satisfied}件', '基本满意{nearlySatisfied}件', '不满意{notSatisfied}件'],
        },
      ],
    },
    {
      id: 'inspection',
      level: 3,
      heading: '完善视察调研机制。',
      prompt: '查出了什么、提了什么建议、落实得怎样。',
      sentences: [
        {
          id: 'inspections',
          head: '{period}',
          clauses: ['组织代表视察调研{inspections}次'],
          missing: `视察调研：${NOT_NOTED}`,
        },
        { id: 'inspectionNames', clauses: ['{inspectionNames}'] },
        { id: 'appointments', clauses: ['代表约见有关单位负责人{appointments}次'] },
      ],
    },
    {
      id: 'publicity',
      level: 3,
      heading: '强化宣传引导。',
      prompt: '各行业代表怎样宣传，群众的反响。',
      sentences: [
        {
          id: 'campaigns',
          clauses: ['代表开展宣传活动{campaigns}场', '内容有{campaignNames}'],
          missing: `宣传活动：${NOT_NOTED}`,
        },
      ],
    },
    {
      id: 'example',
      level: 3,
      heading: '发挥先锋模范作用。',
      prompt: '结对帮扶、关爱行动、重点工作里代表做了什么。',
      sentences: [
        {
          id: 'example',
          head: '{period}代表',
          clauses: ['帮扶监测户{tiedHelps}次', '开展关爱行动{cares}次', '参与重点工作{keyWorks}次'],
          missing: `帮扶、关爱和重点工作：${NOT_NOTED}`,
        },
        { id: 'keyWorks', head: '重点工作有', clauses: ['{keyWorkNames}'] },
        { id: 'dutyReports', clauses: ['代表述职{dutyReports}人次'] },
      ],
    },
    {
      id: 'problems',
      level: 1,
      heading: '存在的问题',
      prompt: '总的看法。下面三条各写各的，不写的不印。',
    },
    {
      id: 'awareness',
      level: 3,
      heading: '思想认识有待进一步提高。',
      prompt: '由人大办判断和书写。',
      offered: [{ id: 'silent', head: '镇代表中', clauses: ['出席了会议、没有发言记录的{silent}名'] }],
    },
    {
      id: 'zeal',
      level: 3,
      heading: '履职热情有待进一步提高。',
      prompt: '由人大办判断和书写。',
      offered: [
        {
          id: 'sessionsOnly',
          head: '镇代表中',
          clauses: ['除出席人代会外没有活动记录的{sessionsOnly}名'],
        },
        { id: 'missedStudies', clauses: ['小组学习排了没有学的{missedStudies}次'] },
        {
          id: 'late',
          head: '截至{until}，',
          clauses: ['群众意见在办{open}件', '超期{late}件', '承诺事项{promised}件'],
        },
      ],
    },
    {
      id: 'skill',
      level: 3,
      heading: '业务素质有待进一步提高。',
      prompt: '由人大办判断和书写。',
      offered: [
        { id: 'untrained', head: '镇代表中', clauses: ['没有学习培训记录的{untrained}名'] },
        {
          id: 'sentBack',
          clauses: ['代表建议退回修改的{sentBack}条', '答复为「解释说明」的{suggestionsExplained}条'],
        },
        { id: 'answeredD', clauses: ['群众意见答复为「解释说明」的{answeredD}件'] },
      ],
    },
    {
      id: 'plans',
      level: 1,
      heading: '下一步的工作打算',
      prompt: '总的思路。',
      offered: [{ id: 'hotSpots', head: '群众反映较多的是', clauses: ['{hotSpots}'] }],
    },
    { id: 'planSkill', level: 3, heading: '抓好自身强本领。', prompt: '学习培训怎么安排。' },
    { id: 'planDuty', level: 3, heading: '抓好履职促发展。', prompt: '监督和代表活动怎么安排。' },
    { id: 'planHomes', level: 3, heading: '抓好阵地惠民生。', prompt: '代表之家和群众反映的难点怎么办。' },
    { id: 'planPublicity', level: 3, heading: '抓好宣传树形象。', prompt: '微信群、公众号、视频号怎么用。' },
    {
      id: 'upward',
      level: 1,
      heading: '对上级人大的意见和建议',
      prompt: '希望上级指导什么、培训什么。',
      offered: [
        { id: 'guidances', head: '这段时间上级来指导过：', clauses: ['{guidanceNames}'] },
        { id: 'wishes', head: '代表想要的培训：', clauses: ['{wishedTrainings}'] },
      ],
    },
  ],
};
