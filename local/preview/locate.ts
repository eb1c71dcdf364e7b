import { SourceMap } from 'node:module';
import { relative } from 'node:path';

const SCRIPT = /\/__preview\/([\w-]+\.js):(\d+):(\d+)\)?/;

interface Place {
  /** The address as it stands in the line, with the bracket or `@` around it. */
  readonly text: string;
  readonly script: string;
  readonly line: number;
  readonly column: number;
}

/** The first address of a script in a line. Its beginning is looked for backwards, so that no line takes long. */
function findPlace(line: string): Place | undefined {
  const found = SCRIPT.exec(line);
  if (!found) return undefined;
  let start = found.index;
  while (start > 0 && !/[\s(@]/.test(line.charAt(start - 1))) start--;
  if (/[(@]/.test(line.charAt(start - 1))) start--;
  const text = line.slice(start, found.index + found[0].length);
  return { text, script: found[1] ?? '', line: Number(found[2]), column: Number(found[3]) };
}

/**
 * Turns a browser's stack into places in the sources.
 * @param maps source maps by the name of the script that the browser loaded
 */
export function locateStack(stack: string, maps: Readonly<Record<string, string>>, root: string): string {
  const parsed = new Map<string, SourceMap>();
  const mapOf = (name: string): SourceMap | null => {
    const text = Object.hasOwn(maps, name) ? maps[name] : undefined;
    if (!text) return null;
    const map =
      parsed.get(name) ?? new SourceMap(JSON.parse(text) as ConstructorParameters<typeof SourceMap>[0]);
    parsed.set(name, map);
    return map;
  };
  const lines = stack.split('\n').map((line) => {
    const place = findPlace(line);
    if (!place) return line;
    const entry = mapOf(place.script)?.findEntry(place.line - 1, place.column - 1);
    if (!entry || !('originalSource' in entry)) return line;
    const file = entry.originalSource.replace(/^\/+/, '/');
    const shown = file.startsWith(root) ? relative(root, file) : file.replace(/^\//, '');
    return line.replace(
      place.text,
      `(${shown}:${String(entry.originalLine + 1)}:${String(entry.originalColumn + 1)})`,
    );
  });
  return lines.join('\n');
}
