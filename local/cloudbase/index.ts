import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { type AdminParts, type AdminReply, answerAdmin, handleAdmin } from './admin';
import { watchCalls } from './calls';
import { handleClient } from './client';
import type { VirtualClock } from './clock';
import { type ControlCommand, type ControlParts, type ControlState, control, handleControl } from './control';
import { openDatabase } from './database';
import type { Cost, DatabaseOptions, IndexTable, LocalDatabase } from './database/types';
import { platformError, toPhone } from './errors';
import { Faults } from './faults';
import { type FunctionHost, type StartInstance, createFunctionHost } from './functions/host';
import { handleInvoke } from './gateway';
import { sendJson } from './http';
import { type StorageActions, createStorageActions } from './storage/actions';
import { handleStorage } from './storage/http';
import { type Storage, openStorage } from './storage/storage';
import { type Timers, type TimersOptions, createTimers } from './timers/timers';
import { type Wechat, createWechat } from '../wechat';

export interface CloudOptions extends Pick<
  DatabaseOptions,
  'strictScans' | 'duplicateCode' | 'aggregateDefaultLimit' | 'updateAndReturn' | 'updatedCounts'
> {
  /** Holds the database, the stored files and the function runtime; made when it does not exist. */
  readonly dataDir: string;
  /** `dist/cloudfunctions`: the built artefacts and `database.json`. */
  readonly functionsDir: string;
  readonly clock: VirtualClock;
  /** Added to every instance's variables. */
  readonly functionEnv?: Readonly<Record<string, string>>;
  /** One line without its end: cold starts, what functions print, what went wrong. Nothing unless given. */
  readonly log?: (line: string) => void;
  /** False: timers fire only by `control({runTimers: true})`. */
  readonly timers?: boolean;
  readonly instancesPerFunction?: number;
  /** How an instance of a function is made; a process of its own unless given. */
  readonly startInstance?: StartInstance;
  /** True: functions find a gateway for short messages, which only records them. */
  readonly sms?: boolean;
}

export interface InvokeAnswer {
  readonly result?: unknown;
  readonly errCode?: number;
  readonly errMsg?: string;
  readonly cost: Cost;
}

export interface LocalCloud {
  readonly database: LocalDatabase;
  readonly clock: VirtualClock;
  /** True when the path was the cloud's and an answer has been sent. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  /**
   * How function instances reach this server, e.g. `http://127.0.0.1:8080`; needed before the first call.
   * @param publicUrl where a phone on the network reaches it, for file addresses; the same unless given
   */
  setOrigin(url: string, publicUrl?: string): void;
  /** As the phone calls a function; without `openid` there is no identity. */
  invoke(
    functionName: string,
    event: unknown,
    caller?: { openid?: string; timer?: boolean },
  ): Promise<InvokeAnswer>;
  /** What `/admin/<id>` answers to a call of the SDK; undefined: the connection breaks. For instances in this process. */
  answerAdmin(
    instanceId: string,
    action: string,
    params: Record<string, unknown>,
  ): Promise<AdminReply | undefined>;
  /** Names on the page of what WeChat was told, by openid. */
  nameWechatUsers(people: readonly { readonly openid: string; readonly label: string }[]): void;
  control(command: ControlCommand): Promise<ControlState>;
  /** Removes all documents and all stored files. */
  clear(): Promise<void>;
  /** Ends every instance, then closes the database. */
  close(): Promise<void>;
}

/** Starts everything behind the SDK's wire; the caller owns the HTTP server and passes requests on. */
export async function startCloud(options: CloudOptions): Promise<LocalCloud> {
  const { log = () => undefined } = options;
  const parts = await assemble(options, log);
  const { calls, clock, database, host, storage, timers, origins, wechat } = parts;
  const routes: Readonly<Record<string, Route>> = {
    admin: (steps, request, response) => handleAdmin(parts, steps[0] ?? '', request, response),
    invoke: (steps, request, response) => handleInvoke(parts, steps[0] ?? '', request, response),
    client: (steps, request, response) => handleClient(storage, steps[0] ?? '', request, response),
    storage: (steps, request, response) => handleStorage(storage, steps, request, response),
    control: (_steps, request, response) => handleControl(parts, request, response),
    weixin: (steps, request, response) => wechat.handleApi(`/${steps.join('/')}`, request, response),
    wechat: (steps, request, response) => wechat.handle(steps, request, response),
  };
  return {
    database,
    clock,
    handle: (request, response) => dispatch(routes, log, request, response),
    setOrigin: (url, publicUrl = url) => {
      origins.admin = url;
      origins.files = publicUrl;
    },
    answerAdmin: (instanceId, action, params) => answerAdmin(parts, instanceId, { action, params }),
    nameWechatUsers: (people) => {
      wechat.name(people);
    },
    async invoke(functionName, event, { openid, timer = false } = {}) {
      if (openid !== undefined) wechat.see(openid);
      const cost: Cost = { calls: 0, examined: 0 };
      const outcome = await host.invoke(
        functionName,
        event,
        { openid, source: timer ? 'wx_trigger' : 'wx_client' },
        cost,
      );
      if (!outcome.ok) return { ...toPhone(outcome.error, 'cloud.callFunction'), cost };
      return { result: JSON.parse(outcome.text) as unknown, cost };
    },
    control: (command) => control(parts, command),
    async clear() {
      await database.drop();
      storage.files.clear();
      await wechat.clear();
    },
    async close() {
      timers.close();
      await wechat.settled();
      await host.close();
      await calls.end();
      await database.close();
      await wechat.close();
    },
  };
}

interface Parts extends Omit<AdminParts, 'storage'>, ControlParts {
  readonly database: LocalDatabase;
  readonly storage: Storage;
  readonly storageActions: StorageActions;
  readonly wechat: Wechat;
  readonly origins: { admin: string; files: string };
}

/** Everything that lives as long as the cloud. */
async function assemble(options: CloudOptions, log: (line: string) => void): Promise<Parts> {
  const { dataDir, functionsDir, clock } = options;
  mkdirSync(dataDir, { recursive: true });
  const origins = { admin: '', files: '' };
  const faults = new Faults();
  const database = openDatabase(databaseOptions(options, log));
  const storage = openStorage(join(dataDir, 'storage'), clock);
  const wechat = createWechat({
    dataDir,
    clock,
    log,
    publicOrigin: () => origins.files,
    push: (event) => pushEvent(host, event),
    ...(options.sms !== undefined && { sms: options.sms }),
  });
  const host: FunctionHost = await createFunctionHost({
    functionsDir,
    workDir: dataDir,
    clock,
    env: () => ({ ...wechat.environment(origins.admin), ...options.functionEnv }),
    instancesPerFunction: options.instancesPerFunction ?? 4,
    adminOrigin: () => origins.admin,
    skewMs: (functionName, ordinal) => faults.skewMs(functionName, ordinal),
    ...(options.startInstance !== undefined && { startInstance: options.startInstance }),
    log,
  });
  const automatic = options.timers ?? true;
  const runTwice = (): boolean => faults.settings.duplicateTimers ?? false;
  const timers = await readTimers({ clock, host, automatic, runTwice, log }, database);
  const storageActions = createStorageActions(storage, () => origins.files);
  const calls = watchCalls(database);
  return { calls, clock, database, faults, host, log, origins, storage, storageActions, timers, wechat };
}

/** The function that takes WeChat's pushes, as it would be named in the console. */
const PUSHED_TO = 'notify';

/** An event without an identity; what the function answers, undefined where it did not. */
async function pushEvent(host: FunctionHost, event: unknown): Promise<unknown> {
  const outcome = await host.invoke(PUSHED_TO, event, { source: 'wx_unknown' }, { calls: 0, examined: 0 });
  return outcome.ok ? (JSON.parse(outcome.text) as unknown) : undefined;
}

/** A trigger that cannot be read stops the start: nothing stays open then. */
async function readTimers(options: TimersOptions, database: LocalDatabase): Promise<Timers> {
  try {
    return createTimers(options);
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Where the documents lie in a data folder. */
export function databaseFolder(dataDir: string): string {
  return join(dataDir, 'database');
}

function databaseOptions(options: CloudOptions, log: (line: string) => void): DatabaseOptions {
  const { dataDir, functionsDir, clock, strictScans, duplicateCode, aggregateDefaultLimit } = options;
  const { updateAndReturn, updatedCounts } = options;
  return {
    dir: databaseFolder(dataDir),
    now: () => clock.now(),
    indexes: readIndexes(join(functionsDir, 'database.json')),
    onWarning: (text) => {
      log(`[database] ${text}`);
    },
    ...(strictScans === undefined ? {} : { strictScans }),
    ...(duplicateCode === undefined ? {} : { duplicateCode }),
    ...(aggregateDefaultLimit === undefined ? {} : { aggregateDefaultLimit }),
    ...(updateAndReturn === undefined ? {} : { updateAndReturn }),
    ...(updatedCounts === undefined ? {} : { updatedCounts }),
  };
}

function readIndexes(file: string): IndexTable {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as IndexTable) : {};
}

type Route = (steps: readonly string[], request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** A bug in a route is logged and answered; it must not take the server down. */
async function dispatch(
  routes: Readonly<Record<string, Route>>,
  log: (line: string) => void,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const [first = '', ...steps] = (request.url ?? '').replace(/\?.*$/s, '').split('/').slice(1);
  const route = Object.hasOwn(routes, first) ? routes[first] : undefined;
  if (!route) return false;
  try {
    await route(steps, request, response);
  } catch (error) {
    const gone = response.destroyed || request.destroyed;
    if (!gone) log(`[cloud] ${request.method ?? ''} /${first}: ${describe(error)}`);
    sendJson(response, 500, toPhone(platformError('system'), 'cloud'));
  }
  return true;
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
