import { type ChildProcess, fork } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Cost } from '../database/types';
import { type PlatformError, platformError } from '../errors';
import type { FunctionConfig } from './config';
import type { Origin } from './environment';
import type { InstanceFailure, InstanceMessage, InvokeMessage } from './messages';

/** One call of one function on its way through the host. */
export interface Invocation {
  readonly id: string;
  readonly origin: Origin;
  /** Grows while the invocation runs, by its own database calls and by those of functions it calls. */
  readonly cost: Cost;
  /** Database calls that arrived, counted before any of them is carried out. */
  databaseCalls: number;
}

export type Outcome =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly error: PlatformError };

export interface InstanceOptions {
  /** Unguessable; the instance's own path under `/admin`, by which its calls are known to be its own. */
  readonly id: string;
  readonly functionName: string;
  /** 1, 2, 3 … per function, as the log shows it. */
  readonly ordinal: number;
  readonly artefactFile: string;
  readonly version: string;
  readonly config: FunctionConfig;
  readonly env: Readonly<Record<string, string>>;
  readonly offsetMs: number;
  readonly log: (line: string) => void;
}

/** One living copy of a function, as the host sees it. It serves one invocation at a time and ends for good. */
export interface Instance {
  current: Invocation | undefined;
  readonly id: string;
  readonly functionName: string;
  readonly ordinal: number;
  readonly config: FunctionConfig;
  readonly version: string;
  readonly alive: boolean;
  /** Resolves when it is gone, however it went. */
  readonly ended: Promise<void>;
  /** Waits until the artefact is loaded; undefined when it is. */
  load(): Promise<PlatformError | undefined>;
  /** Never rejects. After a time-out the instance is killed; a dead one is an error answer. */
  run(invocation: Invocation, message: InvokeMessage): Promise<Outcome>;
  kill(): void;
}

const LOAD_LIMIT_MS = 30_000;
const STDERR_TAIL_CHARACTERS = 4000;

/** The host's side of one child process. */
export class ProcessInstance implements Instance {
  current: Invocation | undefined;
  readonly #child: ChildProcess;
  readonly #options: InstanceOptions;
  readonly #ended: Promise<void>;
  #alive = true;
  #killed = false;
  #death: PlatformError | undefined;
  #settle: ((message: InstanceMessage | PlatformError) => void) | undefined;
  #stderrTail = '';

  /** @param runtimeFile the bundled runtime.ts */
  constructor(options: InstanceOptions, runtimeFile: string) {
    this.#options = options;
    this.#child = fork(runtimeFile, [options.artefactFile, String(options.offsetMs)], {
      env: { ...options.env },
      execArgv: [`--max-old-space-size=${String(options.config.memoryMb)}`, '--enable-source-maps'],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#pipe(this.#child.stdout);
    this.#pipe(this.#child.stderr, true);
    this.#child.on('message', (message) => {
      this.#receive(message as InstanceMessage);
    });
    this.#child.on('error', () => undefined);
    this.#ended = new Promise((resolve) => {
      this.#child.on('close', (code, signal) => {
        this.#alive = false;
        this.#death = this.#deathOf(code, signal);
        if (this.#settle) this.#settle(this.#death);
        else if (!this.#killed) options.log(this.#death.message);
        resolve();
      });
    });
  }

  get id(): string {
    return this.#options.id;
  }

  get functionName(): string {
    return this.#options.functionName;
  }

  get ordinal(): number {
    return this.#options.ordinal;
  }

  get config(): FunctionConfig {
    return this.#options.config;
  }

  get version(): string {
    return this.#options.version;
  }

  get alive(): boolean {
    return this.#alive;
  }

  get ended(): Promise<void> {
    return this.#ended;
  }

  async load(): Promise<PlatformError | undefined> {
    const answer = await this.#wait(LOAD_LIMIT_MS, platformError('functionTimeout', 'loading timed out'));
    if (!('type' in answer)) return answer;
    return answer.type === 'unloadable' ? failed(answer.failure) : undefined;
  }

  async run(invocation: Invocation, message: InvokeMessage): Promise<Outcome> {
    const { timeoutSeconds } = this.config;
    this.current = invocation;
    const late = `Invoking task timed out after ${String(timeoutSeconds)} seconds`;
    const answered = this.#wait(timeoutSeconds * 1000, platformError('functionTimeout', late));
    this.#child.send(message, (error) => {
      if (error) this.kill();
    });
    const answer = await answered;
    this.current = undefined;
    if (!('type' in answer)) return { ok: false, error: answer };
    if (answer.type === 'result') return { ok: true, text: answer.result };
    const failure = answer.type === 'failure' ? failed(answer.failure) : platformError('system');
    return { ok: false, error: failure };
  }

  kill(): void {
    this.#alive = false;
    this.#killed = true;
    this.#child.kill('SIGKILL');
  }

  #wait(limitMs: number, late: PlatformError): Promise<InstanceMessage | PlatformError> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.kill();
        this.#settle?.(late);
      }, limitMs);
      this.#settle = (answer) => {
        clearTimeout(timer);
        this.#settle = undefined;
        resolve(answer);
      };
      if (this.#death) this.#settle(this.#death);
    });
  }

  #receive(message: InstanceMessage): void {
    if (message.type !== 'print') this.#settle?.(message);
    else for (const line of message.text.replace(/\n$/, '').split('\n')) this.#options.log(line);
  }

  #deathOf(code: number | null, signal: NodeJS.Signals | null): PlatformError {
    if (this.#stderrTail.includes('JavaScript heap out of memory')) return platformError('functionMemory');
    const how = signal === null ? `code ${String(code)}` : `signal ${signal}`;
    const why = this.#stderrTail === '' ? '' : `\n${this.#stderrTail}`;
    return platformError('functionFailed', `the process of the function ended with ${how}${why}`);
  }

  #pipe(stream: Readable | null, keepTail = false): void {
    if (stream === null) return;
    createInterface({ input: stream }).on('line', (line) => {
      if (keepTail) this.#stderrTail = `${this.#stderrTail}${line}\n`.slice(-STDERR_TAIL_CHARACTERS);
      this.#options.log(line);
    });
  }
}

/** As the platform quotes an error: its text and where it came from, without the frames of this host. */
function failed({ name, message, stack }: InstanceFailure): PlatformError {
  const text = stack.includes(message) ? stack : `${name}: ${message}\n${stack}`;
  const own = text.split('\n').filter((line) => !/^ {4}at .*(function-runtime\.js|\(?node:)/.test(line));
  return platformError('functionFailed', own.join('\n'));
}
