import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { VirtualClock } from '../clock';
import type { Cost } from '../database/types';
import { type PlatformError, platformError } from '../errors';
import { type FunctionConfig, artefactVersion, readFunctionConfig } from './config';
import {
  type Origin,
  instanceEnvironment,
  invocationContext,
  invocationEnvironment,
  withUserInfo,
} from './environment';
import {
  type Instance,
  type InstanceOptions,
  type Invocation,
  type Outcome,
  ProcessInstance,
} from './instance';
import { type Lease, Pool } from './pool';

export interface HostOptions {
  /** Holds one folder per function, each with `index.js`. */
  readonly functionsDir: string;
  /** Where the bundled runtime is written. */
  readonly workDir: string;
  readonly clock: VirtualClock;
  /** Asked for when an instance starts. */
  readonly env: () => Readonly<Record<string, string>>;
  readonly instancesPerFunction: number;
  /** `http://127.0.0.1:8080`; asked for when an instance starts. */
  readonly adminOrigin: () => string;
  /** A fault: how far this instance's clock is off, in milliseconds. */
  readonly skewMs: (functionName: string, ordinal: number) => number;
  /** Makes an instance; a process of its own unless given. */
  readonly startInstance?: StartInstance;
  readonly log: (line: string) => void;
}

export type StartInstance = (options: InstanceOptions) => Instance;

export interface FunctionHost {
  /** Never rejects for what a function does. `event` must be JSON. */
  invoke(functionName: string, event: unknown, origin: Origin, cost: Cost): Promise<Outcome>;
  /** The living instance that calls itself by this id. */
  instance(id: string): Instance | undefined;
  functions(): { readonly name: string; readonly config: FunctionConfig }[];
  close(): Promise<void>;
}

/** 100 KB of text for an event, 6 MB for a result (docs.cloudbase.net, EXCEED_MAX_PAYLOAD_SIZE; SCF quota). */
const EVENT_LIMIT_BYTES = 100 * 1024;
const RESULT_LIMIT_BYTES = 6 * 1024 * 1024;
const FUNCTION_NAME = /^[A-Za-z][A-Za-z0-9_-]{0,59}$/;

export async function createFunctionHost(options: HostOptions): Promise<FunctionHost> {
  return new Host(options, options.startInstance ?? (await inProcesses(options.workDir)));
}

async function inProcesses(workDir: string): Promise<StartInstance> {
  const runtimeFile = await bundleRuntime(workDir);
  return (options) => new ProcessInstance(options, runtimeFile);
}

async function bundleRuntime(workDir: string): Promise<string> {
  const outfile = join(workDir, 'function-runtime.js');
  await build({
    entryPoints: [join(__dirname, 'runtime.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'silent',
  });
  return outfile;
}

class Host implements FunctionHost {
  readonly #options: HostOptions;
  readonly #startInstance: StartInstance;
  readonly #pools = new Map<string, Pool<PlatformError>>();
  readonly #ordinals = new Map<string, number>();
  readonly #instances = new Map<string, Instance>();
  #closed = false;

  constructor(options: HostOptions, startInstance: StartInstance) {
    this.#options = options;
    this.#startInstance = startInstance;
  }

  instance(id: string): Instance | undefined {
    return this.#instances.get(id);
  }

  functions(): { name: string; config: FunctionConfig }[] {
    const { functionsDir } = this.#options;
    if (!existsSync(functionsDir)) return [];
    return readdirSync(functionsDir)
      .filter((name) => this.#exists(name))
      .sort()
      .map((name) => ({ name, config: readFunctionConfig(join(functionsDir, name)) }));
  }

  async invoke(functionName: string, event: unknown, origin: Origin, cost: Cost): Promise<Outcome> {
    if (this.#closed || !this.#exists(functionName)) return refuse(platformError('functionNotFound'));
    const text = JSON.stringify(event ?? {});
    if (Buffer.byteLength(text) > EVENT_LIMIT_BYTES) return refuse(platformError('eventTooLarge'));
    const lease = await this.#pool(functionName).lease();
    if ('failure' in lease) return refuse(lease.failure);
    const invocation: Invocation = { id: randomUUID(), origin, cost, databaseCalls: 0 };
    const outcome = await this.#run(lease.instance, invocation, withUserInfo(event ?? {}, origin.openid));
    this.#pool(functionName).giveBack(lease.instance);
    if (outcome.ok && Buffer.byteLength(outcome.text) > RESULT_LIMIT_BYTES) {
      return refuse(platformError('resultTooLarge'));
    }
    return outcome;
  }

  async close(): Promise<void> {
    this.#closed = true;
    const instances = [...this.#instances.values()];
    for (const instance of instances) instance.kill();
    await Promise.all(instances.map((instance) => instance.ended));
  }

  async #run(instance: Instance, invocation: Invocation, event: unknown): Promise<Outcome> {
    const { clock, skewMs, log } = this.#options;
    const { functionName, ordinal, config } = instance;
    const env = invocationEnvironment(invocation.id, invocation.origin);
    const outcome = await instance.run(invocation, {
      type: 'invoke',
      id: invocation.id,
      event: JSON.stringify(event),
      context: invocationContext(functionName, invocation.id, config, env),
      env,
      offsetMs: clock.offsetMs() + skewMs(functionName, ordinal),
    });
    if (!outcome.ok) log(`[${functionName}#${String(ordinal)}] failed: ${outcome.error.message}`);
    return outcome;
  }

  #exists(functionName: string): boolean {
    return (
      FUNCTION_NAME.test(functionName) &&
      existsSync(join(this.#options.functionsDir, functionName, 'index.js'))
    );
  }

  #pool(functionName: string): Pool<PlatformError> {
    const known = this.#pools.get(functionName);
    if (known) return known;
    const folder = join(this.#options.functionsDir, functionName);
    const pool = new Pool<PlatformError>({
      size: this.#options.instancesPerFunction,
      start: () => this.#start(functionName, folder),
      isUsable: (instance) => !this.#closed && instance.alive && instance.version === artefactVersion(folder),
    });
    this.#pools.set(functionName, pool);
    return pool;
  }

  async #start(functionName: string, folder: string): Promise<Lease<PlatformError>> {
    if (this.#closed)
      return { failure: platformError('functionNotFound', 'the local cloud has been closed') };
    const { clock, skewMs, log, adminOrigin, env } = this.#options;
    const ordinal = (this.#ordinals.get(functionName) ?? 0) + 1;
    this.#ordinals.set(functionName, ordinal);
    const id = randomBytes(16).toString('hex');
    const label = `[${functionName}#${String(ordinal)}]`;
    const startedAt = performance.now();
    const instance = this.#startInstance({
      id,
      functionName,
      ordinal,
      artefactFile: join(folder, 'index.js'),
      version: artefactVersion(folder),
      config: readFunctionConfig(folder),
      env: instanceEnvironment(functionName, `${adminOrigin()}/admin/${id}`, env()),
      offsetMs: clock.offsetMs() + skewMs(functionName, ordinal),
      log: (line) => {
        log(`${label} ${line}`);
      },
    });
    this.#instances.set(id, instance);
    void instance.ended.then(() => this.#instances.delete(id));
    const failure = await instance.load();
    if (failure) {
      instance.kill();
      log(`${label} could not be loaded: ${failure.message}`);
      return { failure };
    }
    log(`${label} cold start in ${(performance.now() - startedAt).toFixed(0)} ms`);
    return { instance };
  }
}

function refuse(error: PlatformError): Outcome {
  return { ok: false, error };
}
