import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles, writeIfChanged } from './files';
import { listUsedComponents, npmFolder, readMiniprogram } from './miniprogram';
import { bundleLibraries, listLibraries } from './npm-libraries';
import { gatherTDesign } from './tdesign';

const tdesign = `${npmFolder}/tdesign-miniprogram/`;

/**
 * Writes miniprogram/miniprogram_npm: the used components of TDesign and the used libraries, and nothing else; and
 * the folder of that name in each subpackage that alone uses a library.
 * What is no longer used is removed; files that stay the same are not touched.
 * @param folder the mini-program; the tests plant their own
 */
export async function buildMiniprogramNpm(folder?: string): Promise<void> {
  const app = readMiniprogram(folder);
  const components = [...listUsedComponents(app)].filter((path) => path.startsWith(tdesign));
  const wanted = new Map<string, string | Uint8Array>();
  for (const [path, content] of gatherTDesign(components.map((path) => path.slice(tdesign.length)))) {
    wanted.set(join(app.root, tdesign, path), content);
  }
  const libraries = await listLibraries(app);
  for (const [path, content] of await bundleLibraries(libraries, app.root)) wanted.set(path, content);
  for (const outDir of ['', ...app.subpackages].map((each) => join(app.root, each, npmFolder))) {
    for (const file of listFiles(outDir)) {
      if (!wanted.has(join(outDir, file))) rmSync(join(outDir, file));
    }
  }
  for (const [path, content] of wanted) writeIfChanged(path, content);
}
