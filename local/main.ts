/** `npm start`: reads the options, starts everything, says where it is, and ends it on Ctrl-C. */
import { complainAboutNode } from './node-version';

async function main(): Promise<void> {
  const complaint = complainAboutNode(process.versions.node);
  if (complaint !== undefined) {
    fail(complaint);
    return;
  }
  const { HELP, parseOptions } = await import('./options');
  const { StartError } = await import('./start-error');
  const { startLocal } = await import('./start');
  try {
    const options = parseOptions(process.argv.slice(2));
    if (options === undefined) {
      console.log(HELP);
      return;
    }
    const run = await startLocal(options, (line) => {
      console.log(line);
    });
    endWith(run.close);
    console.log(run.url);
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    fail(error.message);
  }
}

function fail(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}

/** Once, however often it is asked; a second Ctrl-C does not wait. */
function endWith(close: () => Promise<void>): void {
  let ending = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (ending) process.exit(1);
      ending = true;
      void close().then(() => process.exit(0));
    });
  }
}

void main();
