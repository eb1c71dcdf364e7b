/** 全部催办: which ones there are, the question that names them, and what became of each. */
import type { OfficeCard } from '../../contract/request-lists';
import { explain, explainOpening } from '../../view/feedback';
import { readOn } from '../../view/paged';
import type { Paged } from '../../view/paged';
import { actOnAll } from '../services/act-many';
import { listOffice } from '../../services/request-lists';

export interface UrgeQuestion {
  title: string;
  words: string;
  yes: string;
}

/** More are urged in a second go. */
const PAGES = 5;
const NAMED = 5;

/** Every late one that this caller may know of, oldest first. */
export async function listLate(): Promise<{ late: readonly OfficeCard[]; problem: string }> {
  let paged: Paged<OfficeCard> | undefined;
  for (let n = 0; n < PAGES; n++) {
    const read = await readOn(
      paged,
      (after) => listOffice('overdue', {}, after),
      ({ requests }) => requests,
    );
    if (!read.ok) return { late: [], problem: explainOpening(read) };
    paged = read.data;
    if (paged.next === undefined) break;
  }
  return { late: paged?.rows ?? [], problem: '' };
}

export function askUrge(late: readonly OfficeCard[]): UrgeQuestion {
  const names = late.slice(0, NAMED).map(({ title, owner }) => `${title}（${owner}）`);
  const rest = late.length > NAMED ? `等 ${String(late.length)} 件` : '';
  return {
    title: `催办 ${String(late.length)} 件？`,
    words: `${names.join('、')}${rest}。经办的人马上收到提醒；今天催过的不再催。`,
    yes: `催办 ${String(late.length)} 件`,
  };
}

export async function urgeAll(late: readonly OfficeCard[]): Promise<{ done: string; problem: string }> {
  const acts = late.map(({ request }) => ({ request, step: { act: 'urge' as const } }));
  const { done, refused } = await actOnAll(acts);
  const already = refused.filter(({ code }) => code === 'step-used').length;
  const others = refused.filter(({ code }) => code !== 'step-used');
  const [first] = others;
  const titles = new Map(late.map(({ request, title }) => [request, title]));
  return {
    done:
      [`催办了 ${String(done.length)} 件`, ...(already > 0 ? [`${String(already)} 件今天催过了`] : [])].join(
        '，',
      ) + '。',
    problem: first
      ? `没有催成 ${String(others.length)} 件（${others.map(({ request }) => titles.get(request) ?? '').join('、')}）：${explain(first)}`
      : '',
  };
}
