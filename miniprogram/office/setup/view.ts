/** «还差什么» as words: each step with the page where it is done. */
import type { FormField } from '../../view/form-field';
import type { DistrictCard, Paper, SetUpStep, SetUpView } from '../../contract/district';
import type { Failure } from '../../contract/result';
import type { PageName } from '../../platform/navigate';
import { explain } from '../../view/feedback';

interface Step {
  title: string;
  words: string;
  /** Absent: it is done on this page. */
  page?: PageName;
  query?: Readonly<Record<string, string>>;
}

const rows = (title: string, words: string, part: string, kind: string): Step => ({
  title,
  words,
  page: 'office/directory',
  query: { part, kind },
});
const table = (title: string, words: string, id: string): Step => ({
  title,
  words,
  page: 'office/import',
  query: { table: id },
});

export const STEPS: Readonly<Record<SetUpStep, Step>> = {
  district: { title: '区的名片', words: '区县、主办单位、备案号、投诉电话、个人信息保护负责人' },
  card: rows('本镇的名片', '主办单位、投诉建议电话', 'names', 'card'),
  population: rows('人口和选民数', '写在“本镇”里，工作汇报的开头要用', 'names', 'card'),
  term: rows('届次', '现在是第几届，从哪天开始', 'names', 'term'),
  home: rows('代表之家', '名称、地址、座机、开门时间、办公设备', 'names', 'home'),
  village: table('村（社区）', '用表格一次导入，也可以一行一行写', 'village'),
  group: table('代表小组', '几个小组，各在哪个代表之家', 'group'),
  constituency: table('选区', '镇、区两级，各包括哪些村', 'constituency'),
  unit: table('承办单位', '能签收、答复的办所站', 'unit'),
  person: table('代表和接访人', '姓名、选区、小组；不写电话', 'person'),
  fallback: { title: '哪个村归哪个小组', words: '先按就近的代表之家配好，以后随时能改' },
  category: rows('类别', '已经有常用的十类，可以增减', 'names', 'category'),
  chief: { title: '请人大主席', words: '发邀请码，本人认领，您确认', page: 'office/roles' },
  calendar: rows('今年的放假安排', '系统里有的不用写，没有的照国务院通知写', 'settings', 'calendar'),
  'next-year': rows('明年的放假安排', '通知一般在十一月；没公布就先空着，不要猜', 'settings', 'calendar'),
};

const PAPER_WORDS: Readonly<Record<Paper, string>> = {
  approval: '立项批复',
  cyberspace: '区委网信办意见',
  'app-filing': '政务应用备案号',
  icp: 'ICP 备案号',
  'protection-level': '等级保护备案',
  'impact-assessment': '个人信息保护影响评估',
  'gov-cloud': '政务云意见',
  templates: '微信订阅消息模板',
  'official-account': '公众号授权',
  'privacy-guide': '用户隐私保护指引',
  backup: '备份和恢复演练',
};

const PAPERS = Object.keys(PAPER_WORDS) as Paper[];

export interface StepLine {
  id: SetUpStep;
  title: string;
  words: string;
  mark: '✓' | '○';
  done: boolean;
}

/** Steps whose count says something. */
const COUNTED: readonly SetUpStep[] = [
  'term',
  'home',
  'village',
  'group',
  'constituency',
  'unit',
  'person',
  'category',
];

export function toSteps({ steps }: Pick<SetUpView, 'steps'>): StepLine[] {
  return steps.map(({ step, done, count }) => {
    const { title, words } = STEPS[step];
    const said = COUNTED.includes(step) && count > 0 ? `已有 ${String(count)} 个。${words}` : words;
    return { id: step, title, words: said, mark: done ? '✓' : '○', done };
  });
}

export interface PaperLine {
  id: Paper;
  title: string;
  words: string;
  mark: '✓' | '○' | '—';
  done: boolean;
}

export function toPapers({ papers }: Pick<SetUpView, 'papers'>): PaperLine[] {
  return PAPERS.map((id) => {
    const mark = papers[id];
    const state = mark === undefined ? '○' : mark.state === 'done' ? '✓' : '—';
    const words =
      mark === undefined ? '还没有' : `${mark.state === 'done' ? '有了' : '不需要'}：${mark.words}`;
    return { id, title: PAPER_WORDS[id], words, mark: state, done: mark !== undefined };
  });
}

/** «还差 5 项» */
export function sayLeft({ steps, papers }: Pick<SetUpView, 'steps' | 'papers'>): string {
  const left =
    steps.filter(({ done }) => !done).length + PAPERS.filter((id) => papers[id] === undefined).length;
  return left === 0
    ? '都齐了，可以开门了。'
    : `还差 ${String(left)} 项，做一项少一项，随时可以离开，回来接着做。`;
}

export type Values = Readonly<Record<string, string>>;

const CARD_FIELDS: readonly { name: keyof DistrictCard; label: string; hint: string }[] = [
  { name: 'name', label: '区县', hint: '如：清河区' },
  { name: 'host', label: '主办单位', hint: '一般是区县人大常委会办公室' },
  { name: 'filingNumber', label: '备案号', hint: '还没有就写“办理中”' },
  { name: 'complaints', label: '投诉建议电话', hint: '座机，或 12345' },
  { name: 'privacyOfficer', label: '个人信息保护负责人', hint: '写科室和电话，不写个人手机' },
];

function toField(values: Values, name: string, label: string, hint: string): FormField {
  const value = values[name] ?? '';
  return {
    name,
    label,
    hint,
    value,
    kind: 'text',
    choices: [],
    placeholder: '',
    maxlength: name === 'name' ? 30 : 60,
  };
}

function cardFields(values: Values): FormField[] {
  return CARD_FIELDS.map(({ name, label, hint }) => toField(values, name, label, hint));
}

export function toCard(values: Values): DistrictCard {
  const { name = '', host = '', filingNumber = '', complaints = '', privacyOfficer = '' } = values;
  return { name, host, filingNumber, complaints, privacyOfficer };
}

function claimFields(values: Values): FormField[] {
  return [
    toField(values, 'secret', '开通口令', '部署的同志给的一长串字'),
    toField(values, 'name', '第一个乡镇', '如：白鹤镇。别的乡镇以后再加'),
  ];
}

export function fieldsOf(show: string, open: string, values: Values): FormField[] {
  if (show === 'claim') return claimFields(values);
  return open === 'district' ? cardFields(values) : [];
}

/** Why it cannot be sent yet; '' when it can. */
export function sayLacking(values: Values, names: readonly string[]): string {
  return names.every((name) => (values[name] ?? '').trim() !== '') ? '' : '每一项都要写';
}

/** Why it did not go through; `open`: what was open on the page. */
export function explainSetUp(refused: Failure, open: string): string {
  const isTaken = refused.code === 'setup-void' && open === 'another';
  return isTaken ? '刚才别人也在开通乡镇，没有开通成。请再点一次“开通”。' : explain(refused);
}

export const CARD_NAMES: readonly string[] = CARD_FIELDS.map(({ name }) => name);
