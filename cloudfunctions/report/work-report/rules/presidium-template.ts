/** 主席团工作报告 to the session: the same figures under the headings of a report to deputies. */
import type { Template } from './template';

export const PRESIDIUM_TEMPLATE: Template = {
  title: '{township}人民代表大会主席团工作报告',
  items: 'number',
  sections: [
    { id: 'intro', level: 1, heading: '', prompt: '各位代表：受主席团委托，报告工作，请予审议。' },
    { id: 'past', level: 1, heading: '主要工作', prompt: '总的评价。' },
    {
      id: 'supervision',
      level: 2,
      heading: '依法监督，推动重点工作',
      prompt: '听取了哪些专项工作报告，审议意见办得怎样。',
      sentences: [
        { id: 'inspections', head: '{period}', clauses: ['组织代表视察调研{inspections}次'] },
        { id: 'inspectionNames', clauses: ['{inspectionNames}'] },
        { id: 'appointments', clauses: ['代表约见有关单位负责人{appointments}次'] },
      ],
    },
    {
      id: 'suggestions',
      level: 2,
      heading: '督办代表建议，回应群众关切',
      prompt: '重点督办了哪些，还有哪些没有办好。',
      sentences: [
        {
          id: 'suggestionsAllDone',
          head: '{session}以来，',
          clauses: [
            '代表建议{suggestions}条',
            '涉及{suggestionCategories}',
            '已全部办复（{suggestionsAnswered}条）',
          ],
          when: { slot: 'suggestions', as: 'suggestionsAnswered', equal: true },
        },
        {
          id: 'suggestionsUnderWay',
          head: '{session}以来，',
          clauses: [
            '代表建议{suggestions}条',
            '涉及{suggestionCategories}',
            '办复{suggestionsAnswered}条',
            '正在办理{suggestionsOpen}条',
          ],
          when: { slot: 'suggestions', as: 'suggestionsAnswered', equal: false },
        },
        { id: 'between', head: '闭会期间', clauses: ['代表提出建议{between}条', '办复{betweenAnswered}条'] },
        { id: 'requests', clauses: ['收到群众意见{submitted}件', '答复{answered}件'] },
      ],
    },
    {
      id: 'contact',
      level: 2,
      heading: '密切联系群众，做好接访走访',
      prompt: '一两件有代表性的事。',
      sentences: [
        {
          id: 'received',
          head: '{period}，区、镇人大代表在{homes}个代表之家和村里共',
          clauses: ['接待选民{received}人', '走访选民{visited}户', '帮办实事{done}件'],
          missing: '接待、走访和帮办：台账里没有记录',
        },
        { id: 'others', clauses: ['其他接访人接待群众{receivedByOthers}人'] },
      ],
    },
    {
      id: 'service',
      level: 2,
      heading: '服务代表履职，加强自身建设',
      prompt: '主席团联系代表的情况，代表的困难怎样解决。',
      sentences: [
        { id: 'liaisons', clauses: ['主席团成员联系代表{liaisons}次'] },
        { id: 'studies', clauses: ['小组集中学习{studies}次', '举办代表培训班{trainings}期'] },
        { id: 'dutyReports', clauses: ['代表述职{dutyReports}人次'] },
      ],
    },
    {
      id: 'problems',
      level: 1,
      heading: '存在的不足',
      prompt: '由主席团判断和书写。',
      offered: [
        {
          id: 'late',
          head: '截至{until}，',
          clauses: ['群众意见在办{open}件', '超期{late}件', '承诺事项{promised}件'],
        },
      ],
    },
    {
      id: 'plans',
      level: 1,
      heading: '今后的工作安排',
      prompt: '明年的监督计划和代表工作。',
      offered: [{ id: 'hotSpots', head: '群众反映较多的是', clauses: ['{hotSpots}'] }],
    },
  ],
};
