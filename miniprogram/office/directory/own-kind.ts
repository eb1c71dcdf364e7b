/** A kind of activities of the township's own, as the office writes it. */
import type { OwnField, OwnKind, OwnUnit } from '../../contract/activity-kinds';
import { HEADINGS } from '../../contract/facts';
import type { FieldSpec } from './field-spec';

function inOrder<T extends string>(texts: Readonly<Record<T, string>>): { id: string; text: string }[] {
  return Object.entries<string>(texts).map(([id, text]) => ({ id, text }));
}

/** What a kind of the township's own asks besides «是什么». */
export const OWN_FIELD_LABELS: Readonly<Record<OwnField, string>> = {
  village: '哪个村',
  category: '哪一类',
  household: '哪一户',
  people: '见到几个人',
  place: '在哪里',
  persons: '哪些代表',
  words: '说说情况',
  result: '结果怎样',
  tag: '属于哪项活动',
};
export const OWN_UNITS: Readonly<Record<OwnUnit, string>> = {
  sessions: '场次',
  matters: '件',
  visits: '户次',
  households: '户（同一户只算一户）',
};
export const OWN_BY: Readonly<Record<OwnKind['by'], string>> = {
  deputies: '代表',
  receivers: '代表和接访人',
  leaders: '只有组长',
  office: '只有人大办',
};
const PICTURES = { all: '看得到这条的人都能看', recorder: '只有登记的人和人大办能看' };

export const OWN_KIND: readonly FieldSpec[] = [
  {
    name: 'heading',
    label: '归在履职档案哪一项',
    kind: 'choice',
    choices: [...inOrder(HEADINGS), { id: '', text: '不进档案' }],
    free: true,
  },
  { name: 'unit', label: '按什么算', kind: 'choice', choices: inOrder(OWN_UNITS) },
  {
    name: 'fields',
    label: '登记时问什么',
    kind: 'many',
    of: 'ownField',
    hint: '“是什么（一句话）”总要写；按户算的要问哪一户',
  },
  { name: 'by', label: '谁能登记', kind: 'choice', choices: inOrder(OWN_BY), hint: '人大办总能登记' },
  {
    name: 'pictures',
    label: '照片和录音',
    kind: 'choice',
    choices: [...inOrder(PICTURES), { id: '', text: '不要照片' }],
    free: true,
  },
  {
    name: 'fades',
    label: '到期删去写的内容，只留次数',
    kind: 'yes',
    free: true,
    hint: '和入户走访同一个期限；写到群众家里事的选“是”',
  },
  { name: 'paused', label: '停用', kind: 'yes', free: true, hint: '停用后不能再登记，登过的都还在' },
];
