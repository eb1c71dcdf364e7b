import { SourceMap } from 'node:module';
import { relative } from 'node:path';

const PLACE = /(?:\(|@|at )?(\S*?\/__preview\/([\w-]+\.js)):(\d+):(\d+)\)?/;

/**
 * Turns a browser's stack into places in the sources.
 * @param maps source maps by the name of the script that the browser loaded
 */
export function locateStack(stack: string, maps: Readonly<Record<string, string>>, root: string): string {
  const parsed = new Map<string, SourceMap>();
  const mapOf = (name: string): SourceMap | null => {
    const text = maps[name];
    if (!text) return null;
    const map =
      parsed.get(name) ?? new SourceMap(JSON.parse(text) as ConstructorParameters<typeof SourceMap>[0]);
    parsed.set(name, map);
    return map;
  };
  const lines = stack.split('\n').map((line) => {
    const place = PLACE.exec(line);
    if (!place) return line;
    const entry = mapOf(place[2] ?? '')?.findEntry(Number(place[3]) - 1, Number(place[4]) - 1);
    if (!entry || !('originalSource' in entry)) return line;
    const file = entry.originalSource.replace(/^\/+/, '/');
    const shown = file.startsWith(root) ? relative(root, file) : file.replace(/^\//, '');
    return line.replace(
      place[0],
      `(${shown}:${String(entry.originalLine + 1)}:${String(entry.originalColumn + 1)})`,
    );
  });
  return lines.join('\n');
}
