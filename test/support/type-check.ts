/** The compiler's word on the product with other words in some of its files: on a copy, so that nobody sees them. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../build/paths';

export type Room = 'cloudfunctions' | 'miniprogram';

export interface ProductCopy {
  /** Puts a text into the place of a file's own; the path is from the root. */
  write(path: string, text: string): void;
  /** `path(line,column): error …`, one for each fault, as the compiler prints them. */
  complain(room: Room): string[];
  remove(): void;
}

export function copyProduct(): ProductCopy {
  const copy = mkdtempSync(join(tmpdir(), 'product-'));
  for (const room of ['cloudfunctions', 'miniprogram']) {
    cpSync(join(root, room), join(copy, room), {
      recursive: true,
      filter: (path) => !path.includes('miniprogram_npm') && (/\.ts$/.test(path) || !/\.\w+$/.test(path)),
    });
  }
  for (const name of readdirSync(root).filter((name) => /^tsconfig.*\.json$/.test(name))) {
    cpSync(join(root, name), join(copy, name));
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  const tsc = join(root, 'node_modules/typescript-7/bin/tsc');
  return {
    write: (path, text) => {
      writeFileSync(join(copy, path), text);
    },
    complain: (room) => {
      const args = [tsc, '-p', join(copy, `tsconfig.${room}.json`), '--pretty', 'false'];
      try {
        execFileSync(process.execPath, args, { cwd: copy, encoding: 'utf8' });
        return [];
      } catch (error) {
        const said = String((error as { stdout?: unknown }).stdout);
        const faults = said.split('\n').filter((line) => line.includes(': error '));
        // One that could not begin names no file.
        if (faults.length === 0) throw new Error(`the compiler failed: ${said}`, { cause: error });
        return faults;
      }
    },
    remove: () => {
      rmSync(copy, { recursive: true });
    },
  };
}
