/**
 * The subscribe messages (订阅消息) that a deployment registers in its back office, with WeChat's keyword types; a
 * keyword's type is its name without the number. Ids belong to the deployment: the server tells them (`notices`).
 * Four serve everybody, because one consent is good for one message of one template.
 */

interface Template {
  /** As people see it when asked. */
  readonly title: string;
  /** Keyword → its label in the template. All must be sent, none empty. */
  readonly keywords: Readonly<Record<string, string>>;
}

export const TEMPLATES = {
  reminder: {
    title: '预约到期提醒',
    keywords: { thing1: '预约事项', time2: '预约时间', thing3: '地点', thing4: '温馨提示' },
  },
  change: {
    title: '预约变更通知',
    keywords: { thing1: '预约事项', phrase2: '变更类型', time3: '预约时间', thing4: '备注' },
  },
  progress: {
    title: '办理进度通知',
    keywords: {
      thing1: '事项',
      character_string2: '编号',
      phrase3: '进度',
      time4: '更新时间',
      thing5: '备注',
    },
  },
  task: {
    title: '待办事项提醒',
    keywords: { thing1: '事项', thing2: '来自', time3: '时间', thing4: '备注' },
  },
} as const satisfies Readonly<Record<string, Template>>;

export type TemplateKey = keyof typeof TEMPLATES;
export const TEMPLATE_KEYS = Object.keys(TEMPLATES) as TemplateKey[];

/** What each keyword of a template is to say. */
export type TemplateValues<K extends TemplateKey> = Readonly<
  Record<keyof (typeof TEMPLATES)[K]['keywords'] & string, string>
>;
