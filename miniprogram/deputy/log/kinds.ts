/** 履职登记: which kinds somebody may record, the most frequent first. */
import type { Choice } from '../../components/choice-chips/choice-chips';
import {
  ACTIVITY_KINDS,
  isOwnKind,
  kindRow,
  type ActivityKind,
  type BuiltInKind,
  type OwnKindCard,
} from '../../contract/activity-kinds';
import { OFFICE, type Role } from '../../contract/roles';

/** What whoever records one is asked first. */
const HINTS: Readonly<Record<BuiltInKind, string>> = {
  'household-visit': '到谁家、说了什么',
  help: '办成了一件什么事',
  'tied-help': '只记做了什么，不写姓名和病情',
  care: '看望了哪些人',
  'key-work': '产业、环境、防控等',
  inspection: '看了哪些点',
  research: '题目和去的地方',
  appointment: '约见了哪个部门、谈什么',
  study: '学了什么、谁到了',
  training: '镇里办的培训',
  'upper-training': '谁办的、几天',
  exchange: '去了哪里、看到什么',
  position: '代表之家和人大办的建设',
  rules: '哪一项制度',
  liaison: '主席团里没记过的：听到的意见',
  campaign: '讲了什么、来了多少人',
  guidance: '主席团里没记过的：谁来指导、提了什么',
  'duty-report': '什么时候、在哪里、向谁',
};

/** The two that are recorded most stand first and large. */
const FIRST: readonly BuiltInKind[] = ['household-visit', 'help', 'tied-help', 'care'];

export function hintOf(kind: ActivityKind): string {
  return isOwnKind(kind) ? '本镇自己加的一类' : HINTS[kind];
}

/** Of the township's own kinds those that are not paused. */
export function kindsFor(roles: readonly Role[], own: readonly OwnKindCard[] = []): Choice[] {
  const office = roles.some((role) => OFFICE.includes(role));
  const open = own.filter(({ paused }) => !paused).map(({ id }): ActivityKind => `own-${id}`);
  const others = ACTIVITY_KINDS.filter((kind) => !FIRST.includes(kind));
  return [...FIRST, ...open, ...others].flatMap((kind) => {
    const row = kindRow(kind, own);
    const mine = office || row?.by.some((role) => roles.includes(role));
    return row && mine ? [{ id: kind, text: row.label, hint: hintOf(kind) }] : [];
  });
}
