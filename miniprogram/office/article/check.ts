/** What has to be looked at before an article is sent to be approved: marks and what is missing. */
import type { Choice } from '../../components/choice-chips/choice-chips';
import { ARTICLE_STATES, MARK_LABELS, PROBLEM_LABELS } from '../../contract/publicity-labels';
import type { ArticleState, Block, Mark, Problem } from '../../contract/article';
import { sayBlock } from '../view/blocks';

export interface BlockLine {
  id: string;
  label: string;
  words: string;
  /** «要核对 2 处», or what is missing. */
  flag: string;
}

export interface MarkLine {
  id: string;
  /** The block to jump to; empty for the head. */
  block: string;
  title: string;
  quote: string;
  todo: string;
  /** By whom and why it was let stand. */
  ruled: string;
  overrulable: boolean;
}

function isOpen({ overruled }: Mark): boolean {
  return overruled === undefined;
}

/** «138…：电话号码，删掉，或说明为什么可以公开» */
export function sayMark({ kind, quote }: Mark): string {
  const { label, todo } = MARK_LABELS[kind];
  return `${quote ? `“${quote}”是` : ''}${label}：${todo}`;
}

export function toBlockLines(
  blocks: readonly Block[],
  marks: readonly Mark[],
  problems: readonly Problem[],
): BlockLine[] {
  return blocks.map((block) => {
    const open = marks.filter((mark) => mark.where === block.id && isOpen(mark)).length;
    const problem = problems.find(({ where }) => where === block.id);
    const flag = open > 0 ? `要核对 ${String(open)} 处` : problem ? PROBLEM_LABELS[problem.code] : '';
    return { id: block.id, ...sayBlock(block), flag };
  });
}

const HEAD_FIELDS: Readonly<Partial<Record<Mark['field'], string>>> = {
  title: '标题',
  author: '作者',
  digest: '摘要',
  cover: '封面',
};

export function toMarkLines(marks: readonly Mark[], blocks: readonly Block[]): MarkLine[] {
  const lines = marks.map((mark): MarkLine => {
    const at = blocks.findIndex(({ id }) => id === mark.where);
    const block = blocks[at];
    const place = block
      ? `第 ${String(at + 1)} 段 ${sayBlock(block).label}`
      : (HEAD_FIELDS[mark.field] ?? '开头');
    const { label, todo } = MARK_LABELS[mark.kind];
    const { overruled } = mark;
    return {
      id: mark.id,
      block: block?.id ?? '',
      title: `${place} · ${label}`,
      quote: mark.quote,
      todo: overruled ? '' : todo,
      ruled: overruled ? `${overruled.by}：${overruled.words}` : '',
      overrulable: mark.overrulable && !overruled,
    };
  });
  return [...lines.filter(({ ruled }) => !ruled), ...lines.filter(({ ruled }) => ruled)];
}

export function sayProblem({ code, now, max }: Problem): string {
  const words = PROBLEM_LABELS[code];
  return now !== undefined && max !== undefined ? `${words}（${String(now)}/${String(max)}）` : words;
}

/** What each tab has to tell beside its name. */
export function toTabs(marks: readonly Mark[], problems: readonly Problem[], state: ArticleState): Choice[] {
  const open = marks.filter(isOpen).length + problems.length;
  return [
    { id: 'write', text: '写' },
    { id: 'check', text: '核对', hint: open > 0 ? `${String(open)} 处` : '都好了' },
    { id: 'look', text: '看样子' },
    { id: 'send', text: '送出去', hint: ARTICLE_STATES[state].label },
  ];
}
