/** `npm start`: reads the options, starts everything, says where it is, and ends it on Ctrl-C. */
import type { LocalRun } from './start';
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
    const startedAt = performance.now();
    const run = await startLocal({ ...options, lives: true }, (line) => {
      console.log(line);
    });
    endWith(run.close);
    const tookMs = performance.now() - startedAt;
    console.log(describeRun(run, options.dataDir, tookMs));
    if (options.empty) console.log(describeEmpty(run));
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    fail(error.message);
  }
}

/** The address, and what to try first. */
function describeRun({ url, lanUrl, cloud, sample }: LocalRun, dataDir: string, tookMs: number): string {
  const { identities, posters } = sample;
  const china = new Date(cloud.clock.now() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
  return `
  代表之家  ${url}   ready in ${(tookMs / 1000).toFixed(1)} s, clock ${china} (China time)
${lanUrl === undefined ? '' : `  phones of this network: ${lanUrl} (anyone there may act as any sample person)\n`}
  To try: open the address; beside the phone choose who you are (${identities.length} sample persons), scan one of
  ${posters.length} posters, book a deputy, submit a request; then be a deputy of that group and take it.
  What WeChat would have got, messages, articles, codes: ${url}/wechat
  Data: ${dataDir} (npm start -- --reset loads the sample again).  Clock and faults: POST ${url}/control
  Ctrl-C ends everything.
`;
}

/** The first run: where, and with which secret. */
function describeEmpty({ url, setupSecret }: LocalRun): string {
  return `
  Empty district.  Open ${url}, be «管理员的手机», press «我来开通» on the first screen.
  Set-up secret: ${setupSecret}
`;
}

function fail(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}

const PARENT = process.ppid;
const PARENT_LOOK_MS = 500;

/** Once, however often it is asked; a second Ctrl-C does not wait. */
function endWith(close: () => Promise<void>): void {
  let ending = false;
  const end = (): void => {
    if (ending) process.exit(1);
    ending = true;
    void close().then(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  if (process.env['npm_lifecycle_event'] === 'start') endWithParent(end);
}

/** npm that is told to end tells only the shell in between, which goes without a word. */
function endWithParent(end: () => void): void {
  const look = setInterval(() => {
    if (process.ppid === PARENT) return;
    clearInterval(look);
    end();
  }, PARENT_LOOK_MS);
  look.unref();
}

void main();
