/** From the versions of an article to the words of 以前的版本. */
import type { Block, Content } from '../../contract/article';
import { BLOCK_LABELS } from '../../contract/publicity-labels';
import type { VersionCard } from '../../contract/publicity';
import type { LocalDate } from '../../contract/wire';
import { sayMoment } from '../../view/dates';

export interface VersionLine {
  id: string;
  title: string;
  words: string;
  /** Refused because somebody was faster: it was never the article. */
  aside: boolean;
}

export function toVersionLines(versions: readonly VersionCard[], today: LocalDate): VersionLine[] {
  return versions.map(({ version, kind, by, at, title }) => ({
    id: version,
    title: title || '（还没有标题）',
    words: `${by} · ${sayMoment(at, today)}`,
    aside: kind === 'aside',
  }));
}

export interface Part {
  key: string;
  label: string;
  words: string;
}

function wordsOf(block: Block): string {
  if (block.type === 'picture') return block.caption || '（没有说明）';
  if (block.type === 'numbers') {
    return block.items.map(({ label, value, unit }) => `${label} ${value}${unit}`).join('，');
  }
  if (block.type === 'quote') return block.from ? `“${block.text}”——${block.from}` : block.text;
  if (block.type === 'card') return block.title;
  return block.type === 'code' ? block.caption : block.text;
}

/** A whole version, to be read. */
export function toParts({ title, author, digest, blocks }: Content): Part[] {
  const head: Part[] = [
    { key: 'title', label: '标题', words: title },
    { key: 'author', label: '作者', words: author },
    { key: 'digest', label: '摘要', words: digest },
  ];
  const body = blocks.map((block) => ({
    key: block.id,
    label: BLOCK_LABELS[block.type],
    words: wordsOf(block),
  }));
  return [...head, ...body].map((part) => ({ ...part, words: part.words || '（空）' }));
}
