/** Chinese words for what articles are made of and where they are. */
import type {
  ArticleAct,
  ArticleState,
  BlockType,
  MarkKind,
  Problem,
  PushStepName,
  SourceKind,
} from './article';

/** `type` tells code whether somebody still has something to do with it. */
export const ARTICLE_STATES: Readonly<
  Record<
    ArticleState,
    { label: string; type: 'open' | 'closed'; shape: 'waiting' | 'in-hand' | 'done' | 'late' }
  >
> = {
  draft: { label: '在写', type: 'open', shape: 'in-hand' },
  submitted: { label: '待审', type: 'open', shape: 'waiting' },
  approved: { label: '已审，待推送', type: 'open', shape: 'waiting' },
  pushing: { label: '正在推送', type: 'open', shape: 'in-hand' },
  'in-box': { label: '在公众号草稿箱', type: 'open', shape: 'waiting' },
  publishing: { label: '正在发布', type: 'open', shape: 'in-hand' },
  published: { label: '已发布', type: 'closed', shape: 'done' },
  handed: { label: '已送区融媒体', type: 'closed', shape: 'done' },
  failed: { label: '没推成', type: 'open', shape: 'late' },
  dropped: { label: '已作废', type: 'closed', shape: 'done' },
};

export const ARTICLE_ACT_LABELS: Readonly<Record<ArticleAct, string>> = {
  save: '修改',
  submit: '送审',
  withdraw: '撤回',
  review: '复审',
  approve: '审核通过',
  'send-back': '退回修改',
  reopen: '改稿',
  push: '推送到公众号',
  'mark-published': '已经发布',
  'hand-over': '已送区里或融媒体',
  'take-back': '没有送，撤回',
  drop: '作废',
  restore: '恢复',
};

export const BLOCK_LABELS: Readonly<Record<BlockType, string>> = {
  heading: '小标题',
  text: '正文',
  quote: '引文',
  picture: '图片',
  numbers: '数字栏',
  card: '小程序卡片',
  code: '二维码',
};

export const SOURCE_LABELS: Readonly<Record<SourceKind, string>> = {
  'reception-day': '代表接访日',
  request: '办成的事',
  activity: '宣传月活动',
  duty: '代表活动',
  blank: '自己写',
};

/** What each mark says beside the words it stands for. */
export const MARK_LABELS: Readonly<Record<MarkKind, { label: string; todo: string }>> = {
  phone: { label: '电话号码', todo: '删掉，或说明为什么可以公开' },
  'id-number': { label: '证件号', todo: '删掉，或说明为什么可以公开' },
  address: { label: '门牌、组号', todo: '写到村就够了；要留请说明' },
  name: { label: '人名', todo: '改成“一位村民”，或说明本人同意' },
  consent: { label: '照片里的人', todo: '请选“认不出人”，或写明谁同意的' },
  election: { label: '选举期不宣传个人', todo: '请去掉代表的姓名' },
};

export const PROBLEM_LABELS: Readonly<Record<Problem['code'], string>> = {
  'title-missing': '还没有标题',
  'title-long': '标题太长',
  'author-long': '作者太长',
  'digest-long': '摘要太长',
  'cover-missing': '还没有封面',
  'body-missing': '还没有正文',
  'picture-missing': '有一处图片还没有放',
  'html-long': '正文太长，公众号不收',
};

export const PUSH_STEP_LABELS: Readonly<Record<PushStepName, string>> = {
  pictures: '正在传图片',
  cover: '正在传封面',
  draft: '正在放进草稿箱',
  publish: '正在发布',
};

/** What a template may name as `{{name}}`, by what the article tells of. */
export const TEMPLATE_FIELDS: Readonly<Record<SourceKind, Readonly<Record<string, string>>>> = {
  'reception-day': {
    township: '乡镇',
    date: '日期',
    homes: '代表之家个数',
    homeNames: '代表之家名称',
    receivers: '接访人',
    receiverCount: '接访人数',
    visits: '接待人次',
    people: '接待人数',
    explained: '当场说清件数',
    requests: '转为意见件数',
    agreed: '约好上门件数',
  },
  request: {
    township: '乡镇',
    title: '题目',
    village: '村',
    category: '类别',
    asked: '反映了什么',
    reply: '怎么办的',
    days: '用了几天',
  },
  activity: {
    township: '乡镇',
    date: '日期',
    profession: '行业',
    title: '活动',
    speaker: '主讲',
    place: '地点',
    people: '参加人次',
  },
  duty: {
    township: '乡镇',
    date: '日期',
    kind: '活动类别',
    title: '题目',
    deputies: '参加代表人数',
    place: '地点',
    sites: '看的点',
    words: '内容',
    result: '结果',
  },
  blank: { township: '乡镇', date: '日期' },
};
