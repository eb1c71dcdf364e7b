/** What each kind of row consists of, as the office fills it in. */
import { PROFILE_FIELDS, PROFILE_NAMES } from '../../contract/deputy-profile';
import type { ProfileField, ProfileName } from '../../contract/deputy-profile';
import type { DirectoryKind, DirectoryPart } from '../../contract/registry-office';
import type { FieldSpec } from './field-spec';
import { OWN_KIND } from './own-kind';

export const PART_KINDS: Readonly<Record<DirectoryPart, readonly DirectoryKind[]>> = {
  names: ['village', 'group', 'home', 'constituency', 'unit', 'category', 'term', 'card'],
  people: ['person'],
  routing: ['route', 'fallback'],
  settings: ['setting', 'ownKind', 'calendar', 'year'],
};

export const PARTS: readonly DirectoryPart[] = ['names', 'people', 'routing', 'settings'];

export const PART_TITLES: Readonly<Record<DirectoryPart, string>> = {
  names: '名册',
  people: '代表和接访人',
  routing: '路由表',
  settings: '设置',
};

export const KIND_LABELS: Readonly<Record<DirectoryKind, string>> = {
  card: '本镇',
  home: '代表之家',
  village: '村',
  constituency: '选区',
  group: '代表小组',
  term: '届',
  person: '代表和接访人',
  category: '类别',
  unit: '承办单位',
  route: '分派',
  fallback: '兜底',
  calendar: '放假调休',
  year: '已录入的年份',
  ownKind: '自定活动',
  setting: '规矩和数字',
};

const name: FieldSpec = { name: 'name', label: '名称', kind: 'text', maxlength: 30 };
const from: FieldSpec = { name: 'from', label: '从哪天起', kind: 'date', hint: '写成 2026-12-01' };
const to: FieldSpec = { name: 'to', label: '到哪天为止', kind: 'date', free: true, hint: '不写就一直有效' };
const dates = { kind: 'list', free: true, hint: '日期之间用、隔开', maxlength: 400 } as const;
const people = { kind: 'number', free: true, maxlength: 7 } as const;
const home: FieldSpec = { name: 'home', label: '代表之家', kind: 'choice', of: 'home' };
const group: FieldSpec = { name: 'group', label: '归哪个小组', kind: 'choice', of: 'group' };
const LEVELS = [
  { id: 'town', text: '镇代表' },
  { id: 'district', text: '区代表' },
];

function profileSpec(name: ProfileName): FieldSpec {
  const { label, choices, hint }: ProfileField = PROFILE_FIELDS[name];
  const spec = { name, label, free: true, hint: choices ? '只有人大办看得到' : hint } as const;
  if (!choices) return { ...spec, kind: 'text', maxlength: 30 };
  const texts = choices.map((text) => ({ id: text, text }));
  return { ...spec, kind: 'choice', choices: [...texts, { id: '', text: '不写' }] };
}

export const FIELDS: Readonly<Record<DirectoryKind, readonly FieldSpec[]>> = {
  card: [
    name,
    { name: 'host', label: '主办单位', kind: 'text', maxlength: 60 },
    { name: 'filingNumber', label: '备案号', kind: 'text', maxlength: 60 },
    { name: 'complaints', label: '投诉建议电话', kind: 'text' },
    { ...people, name: 'population', label: '人口', hint: '写多少人，汇报里说成几点几万' },
    { ...people, name: 'voters', label: '登记选民', hint: '写多少人，不会多过人口' },
    {
      name: 'countedOn',
      label: '人口和选民截至哪天',
      kind: 'date',
      free: true,
      hint: '写了数字就要写，写成 2026-12-01',
    },
  ],
  home: [
    name,
    { name: 'address', label: '地址', kind: 'text', maxlength: 60 },
    { name: 'landline', label: '座机', kind: 'text' },
    {
      name: 'hours',
      label: '平时什么时候开门',
      kind: 'text',
      free: true,
      maxlength: 30,
      hint: '如：周一至周五 8:30—17:30，群众看得到',
    },
    {
      name: 'equipment',
      label: '办公设备',
      kind: 'list',
      free: true,
      maxlength: 200,
      hint: '如：电脑、办公桌、档案柜，用、隔开；写进工作汇报',
    },
    { ...dates, name: 'marketDays', label: '另外接访的赶集日' },
    {
      ...dates,
      name: 'phoneDays',
      label: '电话接访的日子',
      hint: '有人守着座机，群众不用跑；正好是接访日的，也改成打电话',
    },
  ],
  village: [
    name,
    {
      name: 'formerNames',
      label: '曾用名',
      kind: 'list',
      free: true,
      hint: '群众按老名字也找得到；用、隔开',
      maxlength: 200,
    },
    { name: 'villagerGroups', label: '村民小组', kind: 'list', free: true, hint: '用、隔开', maxlength: 400 },
    { ...home, label: '就近的代表之家' },
  ],
  constituency: [
    name,
    { name: 'level', label: '哪一级', kind: 'choice', choices: LEVELS },
    { name: 'villages', label: '有哪些村', kind: 'many', of: 'village' },
  ],
  group: [name, home],
  term: [name, from, to],
  category: [
    name,
    { name: 'hint', label: '提示语', kind: 'text', maxlength: 60, hint: '几个例子，帮群众选对' },
  ],
  unit: [
    name,
    { name: 'categories', label: '通常办哪些类', kind: 'many', of: 'category' },
    {
      name: 'county',
      label: '归县里管（派出所、供电所等）',
      kind: 'yes',
      free: true,
      hint: '只能经镇政府转，或者转报区人大',
    },
  ],
  person: [
    { ...name, label: '姓名', maxlength: 20 },
    { name: 'strokes', label: '姓氏笔画序号', kind: 'number' },
    { name: 'term', label: '哪一届', kind: 'choice', of: 'term' },
    {
      name: 'level',
      label: '代表',
      kind: 'choice',
      choices: [...LEVELS, { id: '', text: '不是代表' }],
      free: true,
    },
    { name: 'constituency', label: '选区', kind: 'choice', of: 'constituency', free: true },
    { ...group, label: '代表小组', free: true },
    { ...home, free: true },
    { name: 'leader', label: '组长', kind: 'yes', free: true },
    { name: 'presidium', label: '主席团成员', kind: 'yes', free: true },
    { name: 'credentials', label: '代表资格审查委员会成员', kind: 'yes', free: true },
    { name: 'receiver', label: '不是代表但接访', kind: 'yes', free: true },
    { name: 'title', label: '职务', kind: 'text', free: true, maxlength: 30 },
    { ...from, hint: '改了上面的，从这天起算，以前的留着' },
    { ...to, label: '任到哪天', hint: '不再担任的写最后一天' },
    { name: 'awayFrom', label: '外出从哪天起', kind: 'date', free: true, hint: '外出时新的意见不交给他' },
    { name: 'awayTo', label: '外出到哪天', kind: 'date', free: true },
    ...PROFILE_NAMES.map(profileSpec),
  ],
  route: [
    { name: 'village', label: '哪个村', kind: 'choice', of: 'village', any: '全镇' },
    { name: 'villagerGroup', label: '哪个组', kind: 'choice', of: 'part', free: true },
    { name: 'category', label: '哪一类', kind: 'choice', of: 'category', any: '全部' },
    group,
    { ...home, label: '到哪个代表之家', free: true },
    from,
    to,
    { name: 'reason', label: '为什么这样分', kind: 'text', free: true, maxlength: 60 },
  ],
  fallback: [{ ...group, label: '没有写明的都归' }],
  calendar: [
    {
      name: 'workday',
      label: '这天',
      kind: 'choice',
      choices: [
        { id: '', text: '放假' },
        { id: 'yes', text: '调休上班' },
      ],
      free: true,
    },
    name,
  ],
  year: [],
  ownKind: OWN_KIND,
  setting: [{ name: 'value', label: '改成', kind: 'text' }],
};
