/**
 * Runs inside an instance: one process, one artefact, one invocation at a time. Bundled by the host when
 * the cloud starts and forked with the artefact's path and the first clock offset as arguments.
 */
import { createRequire } from 'node:module';
import { refuseOutsideNetwork } from './loopback-only';
import type { InstanceFailure, InstanceMessage, InvokeMessage } from './messages';
import { installVirtualDate, setDateOffset } from './virtual-date';

type Main = (event: unknown, context: unknown) => unknown;

const [artefact = '', firstOffset = '0'] = process.argv.splice(2);

function tell(message: InstanceMessage): void {
  process.send?.(message);
}

function describe(error: unknown): InstanceFailure {
  if (error instanceof Error) {
    return { name: error.name, message: error.message, stack: error.stack ?? error.message };
  }
  const text = String(error);
  return { name: 'Error', message: text, stack: text };
}

/** The pipes would tell what is printed at some later time, perhaps after the answer. */
function printInOrder(stream: NodeJS.WriteStream): void {
  stream.write = (chunk: Uint8Array | string, ...rest: unknown[]): boolean => {
    tell({ type: 'print', text: Buffer.from(chunk).toString('utf8') });
    const done = rest.at(-1);
    if (typeof done === 'function') (done as () => void)();
    return true;
  };
}

/** Sets the invocation's variables; the returned function puts everything back as it was. */
function lendEnvironment(env: Readonly<Record<string, string>>): () => void {
  const before = new Map(Object.keys(env).map((name) => [name, process.env[name]]));
  Object.assign(process.env, env);
  return () => {
    for (const [name, value] of before) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  };
}

async function answer(main: Main, message: InvokeMessage): Promise<void> {
  setDateOffset(message.offsetMs);
  const takeBack = lendEnvironment(message.env);
  let reply: InstanceMessage;
  try {
    const result = await main(JSON.parse(message.event), message.context);
    // A function that returns nothing (or a function) has no JSON text.
    const text = JSON.stringify(result) as string | undefined;
    reply = { type: 'result', id: message.id, result: text ?? 'null' };
  } catch (error) {
    reply = { type: 'failure', id: message.id, failure: describe(error) };
  }
  takeBack();
  tell(reply);
}

function load(): Main {
  const { main } = createRequire(artefact)(artefact) as { main?: unknown };
  if (typeof main !== 'function') throw new TypeError('index.js exports no function named main');
  return main as Main;
}

// The host decides when an instance ends: a Ctrl-C in the terminal reaches the whole process group.
process.on('SIGINT', () => undefined);
process.on('disconnect', () => process.exit());
setDateOffset(Number(firstOffset));
installVirtualDate();
printInOrder(process.stdout);
printInOrder(process.stderr);
refuseOutsideNetwork();
try {
  const main = load();
  process.on('message', (message: InvokeMessage) => void answer(main, message));
  tell({ type: 'ready' });
} catch (error) {
  tell({ type: 'unloadable', failure: describe(error) });
}
