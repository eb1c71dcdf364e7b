import { readMiniprogram } from './miniprogram';
import { buildMiniprogramNpm } from './miniprogram-npm';
import { compileTemplates } from './wxml-compile';
import { checkTemplates } from './wxml-checks';

/** Everything wrong with the templates and sheets of a mini-program, one line each. */
export async function checkMiniprogram(folder?: string): Promise<string[]> {
  const app = readMiniprogram(folder);
  return [...(await compileTemplates(app)), ...checkTemplates(app)];
}

async function main(): Promise<void> {
  await buildMiniprogramNpm();
  const found = await checkMiniprogram();
  for (const line of found) console.error(line);
  if (found.length > 0) process.exitCode = 1;
}

if (require.main === module) {
  main().catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
}
