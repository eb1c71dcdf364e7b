/** What the audit's acts and the things they are done to are called. An act is named by its collection and its own name. */
import { ARTICLE_ACT_LABELS } from '../../../../miniprogram/contract/publicity-labels';
import { CHANGE_LABELS } from '../../../../miniprogram/contract/congress/change';
import { NOTE_LABELS, TOPIC_ACTS } from '../../../../miniprogram/contract/congress/presidium-labels';
import { SESSION_ACTS } from '../../../../miniprogram/contract/congress/session-labels';
import { SUGGESTION_ACT_NAMES } from '../../../../miniprogram/contract/congress/suggestion-act-names';
import { TERM_ACTS } from '../../../../miniprogram/contract/congress/term';
import { OPINION_ACTS } from '../../../../miniprogram/contract/opinion';
import { OTHER_STEPS, REQUEST_ACT_NAMES } from '../../../../miniprogram/contract/request-act-names';
import type { AuditKind } from '../../../../miniprogram/contract/audit';

type Words = Readonly<Record<string, string>>;

function labels(rows: Readonly<Record<string, { label: string }>>, before = ''): Words {
  return Object.fromEntries(Object.entries(rows).map(([act, { label }]) => [`${before}${act}`, label]));
}

const { submit: _submit, ...clockSteps } = OTHER_STEPS;

const requestWords: Words = Object.assign({ submit: '反映' }, REQUEST_ACT_NAMES, clockSteps, {
  'part-released': '待审核内容放行',
  'part-kept': '待审核内容不放行',
  reveal: '看了电话号码',
  'answer-passed-up': '区人大答复',
  erase: '按本人要求删除',
  sweep: '到保存期限，内容删除',
  unjoin: '不再跟着这件事',
});

const noteWords: Words = Object.fromEntries(
  Object.entries(NOTE_LABELS).map(([kind, { label }]) => [kind, `记下${label}`]),
);

/** By collection, in the order in which they are offered. */
const THINGS: Readonly<Record<string, { name: string; acts: Words }>> = {
  requests: { name: '群众意见', acts: requestWords },
  days: {
    name: '接访日',
    acts: {
      publish: '公布',
      withdraw: '撤下',
      book: '预约',
      move: '改时间',
      cancel: '取消预约',
      wait: '候补',
      leave: '不再候补',
      give: '候补到号',
      'take-over': '接管预约单',
      block: '关时间',
      open: '开时间',
      add: '加号',
      visit: '登记到访',
      'walk-in': '直接来登记',
      replace: '换接访人',
      erase: '按本人要求删除',
      sweep: '到保存期限，称呼电话删除',
    },
  },
  rosters: {
    name: '值班表',
    acts: {
      propose: '排班',
      'edit-seat': '改座位',
      'hand-on-seat': '离任后换人值班',
      'ask-swap': '请人替班',
      'withdraw-swap': '收回换班',
      'hand-back': '交回人大办',
      'accept-swap': '同意替班',
      'decline-swap': '不能替班',
      'state-absence': '登记请假',
      'take-back-absence': '撤销请假',
    },
  },
  bans: { name: '暂停网上预约', acts: { bar: '暂停', lift: '解除' } },
  townships: {
    name: '名册和设置',
    acts: Object.assign(
      {
        'edit-book': '修改',
        'merge-villages': '并村',
        import: '导入表格',
        'take-back-import': '撤回导入',
        'change-term': '换届',
        'close-township': '停用',
        'open-township': '重新开通',
        'take-over': '从别的环境接收',
        'save-card': '修改全区的名片',
        'save-paper': '登记全区的手续',
      },
      CHANGE_LABELS,
    ),
  },
  invitations: {
    name: '身份',
    acts: { invite: '发邀请', claim: '核验', confirm: '确认', revoke: '收回', 'set-up': '开通' },
  },
  activities: {
    name: '履职登记',
    acts: Object.assign(
      {
        note: '登记',
        'plan-study': '排学习计划',
        correct: '更正',
        withdraw: '撤回',
        coming: '答复参加',
        leave: '请假',
        'grant-leave': '准假',
        'refuse-leave': '不准假',
        attend: '登记到会',
        'agree-to-story': '同意写成稿件',
        'refuse-story': '不同意写成稿件',
        'add-picture': '加照片或录音',
        'drop-picture': '删照片或录音',
        'picture-released': '放行照片或录音',
        'picture-kept': '照片或录音不给别人看',
        'check-picture': '照片或录音待人工查看',
        'add-material': '放上学习材料',
        'drop-material': '撤下学习材料',
        'transfer-opinion': '转交视察意见',
        'opinion-late': '视察意见过了日期',
        erase: '按本人要求删除',
        sweep: '到保存期限，户主姓名删除',
      },
      labels(OPINION_ACTS, 'opinion-'),
    ),
  },
  ties: {
    name: '结对帮扶',
    acts: {
      tie: '结对',
      'change-tie': '修改',
      'end-tie': '结束',
      'tie-access-ask': '申请查看',
      'tie-access-grant': '同意查看',
      'tie-access-end': '停止查看',
    },
  },
  dutyreports: {
    name: '述职',
    acts: {
      'draft-duty-report': '按台账起草',
      'write-duty-report': '修改报告',
      'hand-in-duty-report': '交报告',
      'file-ballot': '测评结果归档',
      'hand-ballot': '测评结果交本人',
    },
  },
  disputes: { name: '履职档案异议', acts: { dispute: '提出', 'answer-dispute': '答复' } },
  suggestions: {
    name: '代表建议',
    acts: Object.assign(
      { draft: '起草', 'from-bill': '议案转为建议', 'owner-gone': '领衔代表不再任职' },
      SUGGESTION_ACT_NAMES,
    ),
  },
  sessions: {
    name: '人代会',
    acts: Object.assign(
      {
        prepare: '开始准备',
      },
      SESSION_ACTS,
    ),
  },
  attendance: {
    name: '人代会到会',
    acts: {
      'answer-notice': '答复参加',
      'decide-leave': '请假审批',
      'sign-in': '扫码签到',
      'sign-on-paper': '登记签到',
    },
  },
  sessionrows: {
    name: '人代会上的意见和议案',
    acts: { 'add-opinion': '登记审议意见', 'add-bill': '登记议案' },
  },
  changes: {
    name: '代表变动和换届',
    acts: Object.assign({ prepare: '准备换届', open: '新一届开始' }, CHANGE_LABELS, TERM_ACTS),
  },
  presidium: {
    name: '主席团工作',
    acts: Object.assign(
      { settle: '登记结果', meeting: '登记会议', liaison: '安排联系代表', touch: '安排联系代表' },
      TOPIC_ACTS,
      noteWords,
    ),
  },
  articles: {
    name: '文章',
    acts: Object.assign(
      {
        compose: '开始写',
        overrule: '说明可以公开',
        'set-aside': '存得晚了，另放一份',
        box: '放进草稿箱',
        fail: '没有推成',
        'start-publishing': '开始发布',
        publish: '发布了',
        'fail-publishing': '没有发成',
        'stay-in-box': '留在草稿箱',
        erase: '内容已删除',
      },
      ARTICLE_ACT_LABELS,
    ),
  },
  publicityrows: {
    name: '文章的模板、计划和设置',
    acts: {
      'template-saved': '存模板',
      'template-dropped': '删模板',
      'activity-saved': '存宣传月活动',
      'publicity-settings-saved': '存公众号设置',
    },
  },
  officialkeys: { name: '公众号密钥', acts: { saved: '存密钥', revoked: '停用密钥' } },
  reports: {
    name: '工作汇报',
    acts: {
      create: '新建',
      compute: '重新计算',
      submit: '送审',
      withdraw: '撤回',
      sign: '定稿',
      'send-back': '退回修改',
    },
  },
  reporttemplates: {
    name: '汇报的模板',
    acts: { 'template-saved': '存模板', 'template-reset': '改回原来的模板' },
  },
  wallrules: { name: '上墙的制度', acts: { save: '写草稿', enforce: '施行', end: '停止施行' } },
  probes: { name: '上线检查', acts: { verify: '问了一遍平台' } },
  lists: { name: '导出的名单', acts: { export: '导出' } },
  messages: {
    name: '电话通知',
    acts: { reveal: '看了电话号码', called: '打通了', missed: '没有打通', retry: '再发一次' },
  },
  deadletters: { name: '没有办成的后台任务', acts: { retry: '再办一次' } },
};

/** An act's name in a filter. */
export function actId(collection: string, act: string): string {
  return `${collection}.${act}`;
}

export function partsOfAct(id: string): { collection: string; act: string } {
  const at = id.indexOf('.');
  return { collection: id.slice(0, at), act: id.slice(at + 1) };
}

/** Undefined: nobody has named it. */
export function nameAct(collection: string, act: string): string | undefined {
  return THINGS[collection]?.acts[act];
}

export function nameThing(collection: string): string {
  return THINGS[collection]?.name ?? '';
}

export const AUDIT_KINDS: readonly AuditKind[] = Object.entries(THINGS).map(([of, { name, acts }]) => ({
  of,
  name,
  acts,
}));
