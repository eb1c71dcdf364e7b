/**
 * Instances of functions in the test's own process: the artefact's own bytes, evaluated anew for each instance, with an
 * environment, a Date and a way to the platform of its own. What is left out is the process around it and the socket
 * between it and the platform. These are tried by test/local/, by the browser's stories and by the suites that ask for
 * processes.
 */
import { randomUUID } from 'node:crypto';
import { Console } from 'node:console';
import { readFileSync } from 'node:fs';
import http, { type RequestOptions } from 'node:http';
import { dirname, join } from 'node:path';
import { Writable } from 'node:stream';
import { Script, runInThisContext } from 'node:vm';
import type { LocalCloud } from '../../local/cloudbase';
import { platformError, type PlatformError } from '../../local/cloudbase/errors';
import type {
  Instance,
  InstanceOptions,
  Invocation,
  Outcome,
} from '../../local/cloudbase/functions/instance';
import type { InvokeMessage } from '../../local/cloudbase/functions/messages';
import { createVirtualDate } from '../../local/cloudbase/functions/virtual-date';
import { AdminCall, answerCall } from './admin-call';

/** Of Node itself, where the artefact lives: a test has objects, dates and a `require` of jest's own. */
const node = runInThisContext('({ JSON, Date, Error, fetch, process })') as {
  JSON: JSON;
  Date: DateConstructor;
  Error: ErrorConstructor;
  fetch: typeof fetch;
  process: NodeJS.Process & { getBuiltinModule(name: 'module'): typeof import('node:module') };
};

type Platform = Pick<LocalCloud, 'answerAdmin'>;
type Main = (event: unknown, context: unknown) => unknown;

const GIVEN = [
  'exports',
  'require',
  'module',
  '__filename',
  '__dirname',
  'process',
  'console',
  'Date',
  'fetch',
  'setTimeout',
] as const;
type Given = Readonly<Record<(typeof GIVEN)[number], unknown>>;

/** Compiled once for all test files of this process, function by function as they are called. */
const scripts = runInThisContext("globalThis[Symbol.for('compiled functions')] ??= new Map()") as Map<
  string,
  Script
>;

function compile(file: string, version: string): Script {
  const key = `${file} ${version}`;
  let script = scripts.get(key);
  if (!script) {
    const source = `(function (${GIVEN.join(', ')}) {${readFileSync(file, 'utf8')}\n})`;
    script = new Script(source, { filename: file });
    scripts.set(key, script);
  }
  return script;
}

class InlineInstance implements Instance {
  current: Invocation | undefined;
  alive = true;
  readonly id: string;
  readonly functionName: string;
  readonly ordinal: number;
  readonly config: Instance['config'];
  readonly version: string;
  readonly ended: Promise<void>;
  readonly #options: InstanceOptions;
  readonly #platform: () => Platform;
  readonly #env: Record<string, string>;
  readonly #died: Promise<PlatformError>;
  #die: (death: PlatformError) => void = () => undefined;
  #offsetMs: number;
  #adminCalls = 0;
  #main: Main = () => undefined;
  readonly #globals: Pick<Given, 'process' | 'console' | 'Date' | 'fetch' | 'setTimeout'>;
  readonly #evaluated = new Map<string, { exports: object }>();

  constructor(options: InstanceOptions, platform: () => Platform) {
    this.#options = options;
    this.#platform = platform;
    this.#env = { ...options.env };
    this.#offsetMs = options.offsetMs;
    this.id = options.id;
    this.functionName = options.functionName;
    this.ordinal = options.ordinal;
    this.config = options.config;
    this.version = options.version;
    this.#globals = this.#nodeGlobals();
    this.#died = new Promise((die) => (this.#die = die));
    this.ended = this.#died.then(() => undefined);
  }

  load(): Promise<PlatformError | undefined> {
    try {
      const { main } = this.#evaluate(this.#options.artefactFile) as { main?: Main };
      if (typeof main !== 'function') throw new TypeError('index.js exports no main');
      this.#main = main;
      return Promise.resolve(undefined);
    } catch (error) {
      return Promise.resolve(failed(error));
    }
  }

  /** A file of the function, once in the life of this instance. */
  #evaluate(file: string): object {
    const known = this.#evaluated.get(file);
    if (known) return known.exports;
    const module = { exports: {} };
    this.#evaluated.set(file, module);
    const given: Given = { ...this.#nodeModule(module, file), ...this.#globals };
    const run = compile(file, this.version).runInThisContext() as (...given: unknown[]) => void;
    run(...GIVEN.map((name) => given[name]));
    return module.exports;
  }

  async run(invocation: Invocation, message: InvokeMessage): Promise<Outcome> {
    this.current = invocation;
    const { timeoutSeconds } = this.config;
    const late = platformError('functionTimeout', `Invoking task timed out after ${timeoutSeconds} seconds`);
    const timer = setTimeout(() => {
      this.#end(late);
    }, timeoutSeconds * 1000);
    const dead = this.#died.then((error): Outcome => ({ ok: false, error }));
    const outcome = await Promise.race([this.#answer(message), dead]);
    clearTimeout(timer);
    this.current = undefined;
    return outcome;
  }

  kill(): void {
    this.#end(platformError('functionFailed', 'the instance of the function was killed'));
  }

  #end(death: PlatformError): void {
    this.alive = false;
    this.#die(death);
  }

  async #answer(message: InvokeMessage): Promise<Outcome> {
    this.#offsetMs = message.offsetMs;
    const before = { ...this.#env };
    Object.assign(this.#env, message.env);
    try {
      const event: unknown = node.JSON.parse(message.event);
      const result = await this.#main(event, node.JSON.parse(JSON.stringify(message.context)));
      // A function that returns nothing (or a function) has no JSON text.
      const text = JSON.stringify(result) as string | undefined;
      return { ok: true, text: text ?? 'null' };
    } catch (error) {
      return { ok: false, error: failed(error) };
    } finally {
      for (const name of Object.keys(message.env)) Reflect.deleteProperty(this.#env, name);
      Object.assign(this.#env, before);
    }
  }

  #nodeModule(module: { exports: object }, file: string) {
    const require = node.process.getBuiltinModule('module').createRequire(file);
    const ownHttp = { ...http, request: this.#request };
    return {
      exports: module.exports,
      module,
      require: (name: string): unknown => {
        if (name.startsWith('./')) return this.#evaluate(join(dirname(file), name));
        return /^(node:)?http$/.test(name) ? ownHttp : require(name);
      },
      __filename: file,
      __dirname: dirname(file),
    };
  }

  /** What outlives the instance hears nothing more. */
  #nodeGlobals() {
    const { log } = this.#options;
    const printed = new Writable({
      decodeStrings: false,
      write: (text: string, _encoding, done) => {
        for (const line of text.replace(/\n$/, '').split('\n')) log(line);
        done();
      },
    });
    return {
      process: Object.create(node.process, {
        env: { value: this.#env },
        stdout: { value: printed },
        stderr: { value: printed },
      }) as NodeJS.Process,
      console: new Console(printed),
      Date: createVirtualDate(node.Date, () => node.Date.now() + this.#offsetMs),
      fetch: (...asked: Parameters<typeof fetch>) =>
        this.alive ? node.fetch(...asked) : new Promise<never>(() => undefined),
      setTimeout: (wake: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) =>
        setTimeout(() => {
          if (this.alive) wake(...args);
        }, ms),
    };
  }

  /** `http.request` of this instance: its own door of the platform is in this process. */
  readonly #request = (url: string, options: RequestOptions, hear: (response: unknown) => void): unknown => {
    if (!new URL(url).pathname.endsWith(`/admin/${this.id}`))
      return http.request(url, options, hear as Parameters<typeof http.request>[1] & typeof hear);
    return new AdminCall(this.#adminCalls++ > 0, (call, body) => void this.#ask(call, body, hear));
  };

  async #ask(call: AdminCall, body: string, hear: (response: unknown) => void): Promise<void> {
    // Others have their turn between two calls, as on a network.
    await new Promise((turn) => setImmediate(turn));
    const params = JSON.parse(body) as Record<string, unknown>;
    const reply = await this.#platform().answerAdmin(this.id, String(params['action']), params);
    if (!this.alive) return;
    if (!reply) {
      call.breakOff(new node.Error('socket hang up'));
      return;
    }
    answerCall(hear, reply.headers ?? {}, { requestId: randomUUID(), ...reply.body });
  }
}

function failed(error: unknown): PlatformError {
  const { stack, message } = error as Partial<Error>;
  return platformError('functionFailed', stack ?? message ?? String(error));
}

export interface InlineInstances {
  start(options: InstanceOptions): Instance;
  /** Before the first call. */
  connect(platform: Platform): void;
}

export function inlineInstances(): InlineInstances {
  let connected: Platform | undefined;
  const platform = (): Platform => {
    if (!connected) throw new Error('no platform yet');
    return connected;
  };
  return {
    start: (options) => new InlineInstance(options, platform),
    connect: (to) => (connected = to),
  };
}
