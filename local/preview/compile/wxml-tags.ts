import { BUILT_IN_TAGS, REFUSED_TAGS, STRUCTURAL_TAGS } from './tags';

interface TagProblem {
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/** Reports tags that are neither built into the preview nor declared in `usingComponents`. */
export function checkTags(wxml: string, components: readonly string[]): TagProblem[] {
  const known = new Set([...BUILT_IN_TAGS, ...STRUCTURAL_TAGS, ...components]);
  const problems: TagProblem[] = [];
  const text = blank(wxml);
  for (const match of text.matchAll(/<([a-zA-Z][\w-]*)/g)) {
    const tag = match[1] ?? '';
    if (known.has(tag)) continue;
    const before = wxml.slice(0, match.index);
    const reason = REFUSED_TAGS.has(tag)
      ? `NotInPreviewError: <${tag}> is not in the preview`
      : `<${tag}> is neither built in nor in usingComponents`;
    problems.push({
      line: before.split('\n').length,
      column: match.index - before.lastIndexOf('\n'),
      text: reason,
    });
  }
  return problems;
}

/** Blanks out comments, inline WXS and expressions, so that a `<` in them is not taken for a tag. */
function blank(wxml: string): string {
  const blanked = (part: string): string => part.replace(/[^\n]/g, ' ');
  return wxml
    .replace(/<!--[\s\S]*?-->/g, blanked)
    .replace(
      /(<wxs\b[^>]*[^/]>)([\s\S]*?)(?=<\/wxs>)/g,
      (_whole, open: string, code: string) => open + blanked(code),
    )
    .replace(/\{\{[\s\S]*?\}\}/g, blanked);
}
