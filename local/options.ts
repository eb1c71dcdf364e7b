import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parseInstant } from './cloudbase/clock';
import { StartError } from './start-error';

export interface StartOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly dataDir: string;
  /** Throws away what the folder holds and loads the sample townships again. */
  readonly reset: boolean;
  /** Begins with an empty database: the first run is lived by screens. Only given where asked for. */
  readonly empty?: boolean;
  /** Where the clock starts, epoch milliseconds; the real time unless given. */
  readonly now?: number;
  /** Listens for phones of the same network too, not only for this machine. */
  readonly lan: boolean;
  /** False: sources that are saved change nothing that runs. */
  readonly watch?: boolean;
  /** True: what is submitted is checked before others see it, as in a deployment. Off unless given. */
  readonly contentCheck?: boolean;
  /** True: short messages go to a recorder, as in a deployment that has a gateway. Off unless given. */
  readonly sms?: boolean;
  /** True: the sample has a request in every state. `npm start` gives it; tests begin with few. */
  readonly lives?: boolean;
}

export const HELP = `npm start -- [options]
  --port N      port of the one server (8080)
  --data DIR    folder that survives restarts (.local/)
  --empty       begin with an empty database and print the set-up secret
  --reset       load the sample townships again
  --now ISO     starting clock, with a zone: 2026-11-23T09:00:00+08:00; it runs on from there
  --sms         send short messages too; /wechat shows them
  --lan         let phones of the same network in (anyone there may then act as any sample person)`;

/** @throws StartError with one sentence; undefined when help was asked for */
export function parseOptions(args: readonly string[]): StartOptions | undefined {
  const values = readArgs(args);
  if (values.help) return undefined;
  const now = values.now === undefined ? undefined : readNow(values.now);
  return {
    port: readPort(values.port),
    dataDir: resolve(values.data),
    reset: values.reset,
    lan: values.lan,
    contentCheck: true,
    sms: values.sms,
    ...(values.empty ? { empty: true } : {}),
    ...(now === undefined ? {} : { now }),
  };
}

function readArgs(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '8080' },
        data: { type: 'string', default: '.local' },
        reset: { type: 'boolean', default: false },
        empty: { type: 'boolean', default: false },
        now: { type: 'string' },
        sms: { type: 'boolean', default: false },
        lan: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (error) {
    const [sentence = ''] = (error as Error).message.split('\n');
    throw new StartError(`${sentence} (npm start -- --help lists the options)`);
  }
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new StartError(`--port ${text} is not a port: a whole number from 0 to 65535 is needed.`);
}

function readNow(text: string): number {
  const instant = parseInstant(text);
  if (instant !== undefined) return instant;
  throw new StartError(`--now ${text} is not a time with a zone, such as 2026-11-23T09:00:00+08:00.`);
}
