export interface Tag {
  name: string;
  /** Value as written, or an empty text for an attribute without one. */
  attributes: ReadonlyMap<string, string>;
  /** Counted from 1. */
  line: number;
}

const opening = /<([a-zA-Z][\w-]*)((?:\s+[^\s=>/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*)\s*\/?>/g;
const attribute = /([^\s=>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/g;

/** Replaces by blanks, so that places in the file stay what they were. */
function blank(text: string, pattern: RegExp): string {
  return text.replace(pattern, (found) => found.replace(/[^\n]/g, ' '));
}

/** Every opening tag of a template, in order; comments and the scripts inside `<wxs>` are not read. */
export function readTags(template: string): Tag[] {
  const text = blank(blank(template, /<!--[\s\S]*?-->/g), /(?<=<wxs\b[^>]*[^/]>)[\s\S]*?(?=<\/wxs>)/g);
  return [...text.matchAll(opening)].map((match) => ({
    name: match[1] ?? '',
    attributes: new Map(
      [...(match[2] ?? '').matchAll(attribute)].map(([, name = '', double, single]) => [
        name,
        double ?? single ?? '',
      ]),
    ),
    line: text.slice(0, match.index).split('\n').length,
  }));
}
