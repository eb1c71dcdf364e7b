/** Rules of the house as words: a list, one of them with its versions, and the titles that most townships have. */
import type { Choice } from '../../components/choice-chips/choice-chips';
import type { WallRuleRow, WallRuleVersion, WallRuleView } from '../../contract/work-report';
import { sayFullDate } from '../../view/dates';

/** Titles alone: what they say is each township's own. */
const USUAL: readonly string[] = [
  '学习培训制度',
  '代表述职制度',
  '联系和接待选民制度',
  '代表小组活动制度',
  '代表建议办理制度',
  '代表之家管理制度',
];

export interface RuleLine {
  rule: string;
  title: string;
  words: string;
}

export function toLines(rules: readonly WallRuleRow[]): RuleLine[] {
  return rules.map(({ rule, title, version, since, drafted }) => {
    const stands =
      since === undefined ? (version === 0 ? '还没有施行' : '已停止施行') : `${sayFullDate(since)}起施行`;
    return { rule, title, words: drafted ? `${stands}，有草稿等施行` : stands };
  });
}

/** Those that nobody wrote yet. */
export function listUsual(rules: readonly WallRuleRow[]): Choice[] {
  const there = new Set(rules.map(({ title }) => title));
  return USUAL.filter((title) => !there.has(title)).map((title) => ({ id: title, text: title }));
}

export interface RuleScreen {
  rule: string;
  title: string;
  edition: number;
  /** '' where nothing is in force. */
  stands: string;
  body: string;
  /** Who wrote the draft; '' where there is none. */
  drafted: string;
  draft: string;
  earlier: readonly { version: number; words: string; body: string }[];
}

function sayVersion({ version, since, until, by }: WallRuleVersion): string {
  const to = until === undefined ? '起施行' : `到${sayFullDate(until)}`;
  return `第${String(version)}版，${sayFullDate(since)}${to}，${by}`;
}

export function toScreen({ rule, title, edition, inForce, draft, earlier }: WallRuleView): RuleScreen {
  return {
    rule,
    title,
    edition,
    stands: inForce ? sayVersion(inForce) : '',
    body: inForce?.body ?? '',
    drafted: draft ? `${draft.by}写的草稿，还没有施行` : '',
    draft: draft?.body ?? '',
    earlier: earlier.map((one) => ({ version: one.version, words: sayVersion(one), body: one.body })),
  };
}

export interface RuleForm {
  title: string;
  body: string;
  /** The rule is there: its title stays. */
  fixed: boolean;
  edition: number;
}

export function toForm(screen: RuleScreen | null): RuleForm {
  if (!screen) return { title: '', body: '', fixed: false, edition: 0 };
  const { title, draft, body, edition } = screen;
  return { title, body: draft || body, fixed: true, edition };
}

/** Why it cannot be saved yet; '' when it can. */
export function sayLacking({ title, body }: RuleForm): string {
  if (title.trim() === '') return '先写制度的名称';
  return body.trim() === '' ? '还没有写内容，内容要自己写' : '';
}
