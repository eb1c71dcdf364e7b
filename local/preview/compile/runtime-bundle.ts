import { join } from 'node:path';
import { build } from 'esbuild';

export interface BrowserBundle {
  readonly code: string;
  readonly map: string;
}

/** Bundles a script of the preview's own (`runtime/main`, `runtime/frame/main`) for the browser. */
export async function bundleForBrowser(entry: string, name: string): Promise<BrowserBundle> {
  const result = await build({
    entryPoints: [join(__dirname, '..', entry)],
    bundle: true,
    write: false,
    outfile: `${name}.js`,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    sourcemap: 'external',
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const text = (suffix: string): string =>
    result.outputFiles.find((file) => file.path.endsWith(suffix))?.text ?? '';
  return { code: `${text('.js')}\n//# sourceMappingURL=${name}.js.map\n`, map: text('.map') };
}
