import { buildFunctions } from './functions';
import { buildMiniprogramNpm } from './miniprogram-npm';

async function main(): Promise<void> {
  await Promise.all([buildFunctions(), buildMiniprogramNpm()]);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
