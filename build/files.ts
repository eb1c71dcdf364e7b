import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Writes a file so that a reader sees the old bytes or the new ones, never half of them; a file that already
 * holds these bytes is left alone, so that watchers and warm function instances notice real changes only.
 */
export function writeIfChanged(path: string, content: string | Uint8Array): boolean {
  const bytes = Buffer.from(content);
  if (existsSync(path) && readFileSync(path).equals(bytes)) return false;
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${String(process.pid)}.new`;
  writeFileSync(draft, bytes);
  renameSync(draft, path);
  return true;
}

/** Every file below a folder, in a fixed order, as paths from that folder with `/`; none when it is missing. */
export function listFiles(folder: string, skip: (path: string) => boolean = () => false): string[] {
  if (!existsSync(folder)) return [];
  const found: string[] = [];
  const walk = (relative: string): void => {
    for (const name of readdirSync(join(folder, relative)).sort()) {
      const path = relative === '' ? name : `${relative}/${name}`;
      if (skip(path)) continue;
      if (statSync(join(folder, path)).isDirectory()) walk(path);
      else found.push(path);
    }
  };
  walk('');
  return found;
}

/** The folders directly below a folder, in a fixed order; none when it is missing. */
export function listFolders(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
