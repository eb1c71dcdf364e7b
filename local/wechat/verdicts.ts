/**
 * What the local WeChat thinks of something, as data: whoever wants to see a verdict writes the word. Of pictures and
 * recordings the bytes are searched, so a word in a file's comment or at its end does it.
 */
export interface Verdict {
  readonly suggest: 'pass' | 'review' | 'risky';
  readonly label: number;
  readonly keyword?: string;
}

const PASS: Verdict = { suggest: 'pass', label: 100 };

const WORDS: readonly (readonly [word: string, suggest: Verdict['suggest'], label: number])[] = [
  ['内容违规', 'risky', 20006],
  ['辱骂', 'risky', 20003],
  // Congress requests often score as political.
  ['选举', 'review', 20001],
  ['罢免', 'risky', 20001],
  ['加微信', 'review', 10001],
];

export function judgeText(text: string): Verdict {
  const found = WORDS.find(([word]) => text.includes(word));
  return found ? { suggest: found[1], label: found[2], keyword: found[0] } : PASS;
}

const MARKS: readonly (readonly [mark: string, suggest: Verdict['suggest'], label: number])[] = [
  ['local-verdict:risky', 'risky', 20002],
  ['local-verdict:review', 'review', 20001],
];

export function judgeBytes(bytes: Buffer): Verdict {
  const found = MARKS.find(([mark]) => bytes.includes(mark));
  return found ? { suggest: found[1], label: found[2] } : PASS;
}

/** How a publication ends, by a word in its title; `freepublish/get` has the numbers. */
const ENDINGS: readonly (readonly [word: string, status: number])[] = [
  ['原创校验失败', 2],
  ['发布失败', 3],
  ['审核不通过', 4],
  ['发布后删除', 5],
  ['发布后封禁', 6],
];

export function endingOf(title: string): number {
  return ENDINGS.find(([word]) => title.includes(word))?.[1] ?? 0;
}
