import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join, resolve } from 'node:path';
import { buildFunctions } from '../build/functions';
import { buildMiniprogramNpm } from '../build/miniprogram-npm';
import { type LocalCloud, startCloud } from './cloudbase';
import { createClock } from './cloudbase/clock';
import type { LocalDatabase } from './cloudbase/database/types';
import type { StartInstance } from './cloudbase/functions/host';
import { isForThisMachine } from './cloudbase/http';
import { type DataFolder, openDataFolder } from './data-folder';
import type { StartOptions } from './options';
import { type Preview, type PreviewOptions, createPreview } from './preview';
import { watchFolder } from './preview/watch';
import { StartError } from './start-error';
import { type SampleIndex, loadSample } from './townships';
import { listStrangers } from './townships/identities';

export interface LocalRun {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  /** Where a phone of the same network finds it; undefined unless `lan` was asked for. */
  readonly lanUrl: string | undefined;
  readonly cloud: LocalCloud;
  readonly sample: SampleIndex;
  /** What the first administrator types. */
  readonly setupSecret: string;
  readonly close: () => Promise<void>;
}

/** What a start makes of the sources first; tests that start often keep it. */
export interface Making {
  build(): Promise<unknown>;
  readonly compile?: NonNullable<PreviewOptions['compile']>;
  /** Where functions run; in processes of their own unless given. */
  readonly startInstance?: StartInstance;
}

const fromSources: Making = { build: () => Promise.all([buildFunctions(), buildMiniprogramNpm()]) };

type Log = (line: string) => void;

const ROOT = resolve(__dirname, '..');
const FUNCTIONS_DIR = resolve(ROOT, 'dist/cloudfunctions');

/**
 * Builds, opens the data folder and serves cloud and preview on one port. The port is taken first, so that a
 * taken one is told at once; requests that come early wait until everything is there.
 *
 * @throws StartError for what the person can mend; nothing is left behind
 */
export async function startLocal(
  options: StartOptions,
  log: Log = () => undefined,
  making: Making = fromSources,
): Promise<LocalRun> {
  const folder = openDataFolder(options.dataDir, options.reset);
  const undo: (() => Promise<void> | void)[] = [folder.release];
  const close = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const { server, ready } = await listen(options, log);
    undo.push(() => stop(server));
    const port = (server.address() as AddressInfo).port;
    const url = `http://127.0.0.1:${port}`;
    const lanUrl = options.lan ? `http://${lanAddress()}:${port}` : undefined;
    await making.build();
    const cloud = await openCloud(options, folder, { log, startInstance: making.startInstance });
    undo.push(() => cloud.close());
    cloud.setOrigin(url, lanUrl);
    const sample = await openSample(cloud, folder, options);
    cloud.nameWechatUsers(sample.identities);
    const watch = options.watch ?? true;
    const preview = await openPreview(cloud, sample, watch, making);
    undo.push(() => preview.close());
    if (watch) undo.push(rebuildOnSave(log));
    ready(async (request, response) => {
      if (await cloud.handle(request, response)) return;
      if (!(await preview.handle(request, response))) response.writeHead(404).end();
    });
    return { url, lanUrl, cloud, sample, setupSecret: folder.setupSecret, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function openCloud(
  options: StartOptions,
  folder: DataFolder,
  { log, startInstance }: { log: Log; startInstance: StartInstance | undefined },
): Promise<LocalCloud> {
  return startCloud({
    dataDir: folder.dir,
    functionsDir: FUNCTIONS_DIR,
    clock: createClock(options.now),
    functionEnv: {
      FIELD_KEYS: JSON.stringify(folder.fieldKeys),
      SETUP_SECRET: folder.setupSecret,
      CONTENT_CHECK: options.contentCheck === true ? 'on' : 'off',
    },
    sms: options.sms ?? false,
    ...(startInstance && { startInstance }),
    log,
  });
}

/** The sample is loaded into an empty database, and once more where a reset was asked for. */
async function openSample(
  cloud: LocalCloud,
  { dir, fieldKeys }: DataFolder,
  { reset, empty = false, lives = false }: StartOptions,
): Promise<SampleIndex> {
  const { clock, database } = cloud;
  const file = join(dir, 'sample.json');
  if (!reset && existsSync(file) && (empty || !isEmpty(database))) {
    return JSON.parse(readFileSync(file, 'utf8')) as SampleIndex;
  }
  await cloud.clear();
  if (empty) {
    const nobody: SampleIndex = { identities: listStrangers(), posters: [] };
    writeFileSync(file, JSON.stringify(nobody));
    return nobody;
  }
  const { current } = fieldKeys;
  const keys = { id: current, key: fieldKeys.keys[current] ?? '' };
  const sample = await loadSample(database, { now: clock.now(), keys, lives });
  // Written last: a start that was cut off in the middle begins again.
  writeFileSync(file, JSON.stringify(sample));
  return sample;
}

function isEmpty(database: LocalDatabase): boolean {
  return database.collectionNames().every((name) => {
    for (const _document of database.exportDocuments(name)) return false;
    return true;
  });
}

function openPreview(
  cloud: LocalCloud,
  sample: SampleIndex,
  watch: boolean,
  { compile }: Making,
): Promise<Preview> {
  const { identities, posters } = sample;
  return createPreview({
    root: ROOT,
    identities,
    posters,
    control: true,
    clock: cloud.clock,
    watch,
    ...(compile && { compile }),
  });
}

/** The next call runs what was saved; a declared index is built by the next start. */
function rebuildOnSave(log: Log): () => void {
  const rebuild = (): Promise<void> =>
    buildFunctions().catch((error: unknown) => {
      log(`[build] ${describe(error)}`);
    });
  const ends = ['cloudfunctions', 'miniprogram/contract'].map((name) =>
    watchFolder(join(ROOT, name), rebuild),
  );
  return () => {
    for (const end of ends) end();
  };
}

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The server, listening; `ready` gives it what answers. */
async function listen(
  { port, lan }: StartOptions,
  log: Log,
): Promise<{ server: Server; ready: (handler: Handler) => void }> {
  let ready: (handler: Handler) => void = () => undefined;
  const handler = new Promise<Handler>((done) => (ready = done));
  const server = createServer((request, response) => {
    if (!isForThisMachine(request, lan)) {
      response.writeHead(403).end('this server answers under its own address only\n');
      return;
    }
    handler
      .then((handle) => handle(request, response))
      .catch((error: unknown) => {
        log(`${request.method ?? ''} ${request.url ?? ''}: ${describe(error)}`);
        if (!response.headersSent) response.writeHead(500);
        response.end();
      });
  });
  await new Promise<void>((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      fail(new StartError(describeListenError(error, port)));
    });
    server.listen(port, lan ? '0.0.0.0' : '127.0.0.1', done);
  });
  return { server, ready };
}

function describeListenError(error: NodeJS.ErrnoException, port: number): string {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} is taken by another program; choose another with --port.`;
  if (error.code === 'EACCES')
    return `Port ${port} may not be used by this account; choose one above 1023 with --port.`;
  return `Port ${port} cannot be opened (${error.message}).`;
}

async function stop(server: Server): Promise<void> {
  const closed = new Promise((done) => server.close(done));
  server.closeAllConnections();
  await closed;
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** The first address of this machine that is not its own loopback. */
function lanAddress(): string {
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return all.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? '127.0.0.1';
}
