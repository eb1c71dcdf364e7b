import { buildFunctions } from './functions';

async function main(): Promise<void> {
  await buildFunctions();
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
