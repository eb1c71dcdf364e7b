/** What came of an edit, or would come of it, in words. */
import type { DirectoryKind, Edit } from '../../contract/registry-office';
import type { Details } from '../../contract/errors';
import { today } from '../../platform/clock';
import { explain } from '../../view/feedback';
import type { Result } from '../../contract/result';
import { tryRoute } from '../services/registry-office';
import type { Editor } from './editor';
import { FIELDS, KIND_LABELS } from './fields';
import type { Names } from './form';

const WHY: Readonly<Record<string, string>> = {
  taken: '已经有同名的',
  span: '结束早过开始',
  overlap: '和另一届的日子重叠',
  bounds: '超出了范围',
  unknown: '没有这一个',
  needed: '还没有写',
  claimed: '已经开通账号，请写任到哪天',
  stays: '不能撤',
  name: '不能这样叫：不要带顿号、逗号、斜线，也不要叫“全镇”“全部”或以“例：”开头',
};

/** Which field, and why; '' when the refusal is about something else. */
function sayWrong(kind: DirectoryKind, details: Details | undefined): string {
  const { field, why } = (details ?? {}) as { field?: string; why?: string };
  if (why === undefined) return '';
  const label = FIELDS[kind].find(({ name }) => name === field)?.label ?? KIND_LABELS[kind];
  return `没有保存：「${label}」${WHY[why] ?? '填得不对'}。填好的都还在`;
}

/** What the page says after the act. */
export function sayResult(
  kind: DirectoryKind,
  result: Result<unknown>,
  away: boolean,
): Record<string, unknown> {
  if (result.ok) return { done: away ? '撤掉了。' : '保存了。一分钟内处处都按新的来。', open: false };
  return { problem: sayWrong(kind, result.details) || explain(result) };
}

/** Where a request would go with the row in hand in the table: the first village and category where it names all. */
export async function tryRow(editor: Editor, names: Names): Promise<string> {
  const { village = '*', villagerGroup = '', category = '*', from = '' } = editor.values;
  const asked = {
    village: village === '*' ? (names.village[0]?.id ?? '') : village,
    category: category === '*' ? (names.category[0]?.id ?? '') : category,
    ...(villagerGroup && { villagerGroup }),
  };
  const date = from > today() ? from : today();
  const result = await tryRoute({ ...asked, date, edits: [editor.edit()] as Edit<'route'>[] });
  return result.ok ? result.data.words : sayWrong('route', result.details) || explain(result);
}
