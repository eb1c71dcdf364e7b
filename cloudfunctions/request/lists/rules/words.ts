/** Chinese text as words, by the splitter that is built in; for search and for likeness. */

const SPLITTER = new Intl.Segmenter('zh', { granularity: 'word' });
/** Words that say nothing of what a request is about. */
const EMPTY_WORDS = new Set(
  '的 了 是 在 有 和 与 也 都 就 很 不 没 没有 请 想 问 一 个 这 那 我 我们 他 她 你 您 们 到 去 来 要 能 上 下 里 把 被 让 还 又 吗 呢 吧 什么 怎么 一下 已经 可以 希望'.split(
    ' ',
  ),
);
/** Words of one text that are kept for search. */
const KEPT_WORDS = 24;

/** Distinct words with meaning, in the order in which they come. */
export function splitWords(text: string): string[] {
  const words = [...SPLITTER.segment(text.normalize('NFKC').toLowerCase())].flatMap(
    ({ segment, isWordLike }) => (isWordLike === true && !EMPTY_WORDS.has(segment) ? [segment] : []),
  );
  return [...new Set(words)];
}

/** Search entries of a title; a sign is a letter like any other, but splits no words. */
export function wordTokens(text: string): string[] {
  return splitWords(text)
    .slice(0, KEPT_WORDS)
    .map((word) => `w:${word.slice(0, 16)}`);
}

/** 0 … 1: how much of the shorter text's words the other has. Fewer than two words say nothing. */
export function likenessOf(one: string, other: string): number {
  const [words, others] = [splitWords(one), new Set(splitWords(other))];
  const shorter = Math.min(words.length, others.size);
  if (shorter < 2) return 0;
  return words.filter((word) => others.has(word)).length / shorter;
}
