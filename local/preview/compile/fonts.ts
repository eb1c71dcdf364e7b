import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Weights that the interface uses; the browser takes the nearest for others. */
const WEIGHTS = { 400: 'PingFangSC-Regular', 700: 'PingFangSC-Semibold' } as const;

const FILE_ROOT = '/__preview/fonts';

function fontFolder(): string {
  return dirname(require.resolve('@fontsource/noto-sans-sc/package.json'));
}

/**
 * Makes "PingFang SC", which the pages ask for, available everywhere: the system's own where there is one, else
 * Noto Sans SC from npm, in slices of which the browser loads only those that the text needs.
 */
export function fontSheet(): string {
  return Object.entries(WEIGHTS)
    .map(([weight, local]) =>
      readFileSync(join(fontFolder(), `${weight}.css`), 'utf8')
        .replace(/font-family:\s*'Noto Sans SC'/g, "font-family: 'PingFang SC'")
        .replace(/font-display:\s*swap/g, 'font-display: block')
        .replace(/src:\s*url\(\.\/files\/([^)]+\.woff2)\)[^;]*;/g, (_whole, file: string) => {
          return `src: local('${local}'), url(${FILE_ROOT}/${file}) format('woff2');`;
        }),
    )
    .join('\n');
}

/** Content of one slice, or null when there is no such file. */
export function fontFile(name: string): Buffer | null {
  if (!/^[\w-]+\.woff2$/.test(name)) return null;
  try {
    return readFileSync(join(fontFolder(), 'files', name));
  } catch {
    return null;
  }
}
