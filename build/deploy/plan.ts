/** What a deployment consists of, from the declarations that the local cloud uses: nothing is said twice. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../files';
import { listFunctions } from '../functions';
import { functionsOut } from '../paths';
import { readForm, refuseForm, STORED_FORM } from '../stored-form';
import { bytesOf, checkFieldKeys, MOST_BYTES, variablesOf, type Environment } from './variables';

interface Manifest {
  dependencies: Readonly<Record<string, string>>;
}
interface Config {
  timeout: number;
  memorySize: number;
  triggers: readonly object[];
}

interface DeployedFunction extends Config {
  name: string;
  runtime: string;
  handler: string;
  /** Native parts are installed by the platform from the function's package.json. */
  installDependency: boolean;
  envVariables: Environment;
  /** Of all files that are uploaded. */
  bytes: number;
}

interface DeployedCollection {
  name: string;
  indexes: readonly { name: string; fields: readonly (readonly [string, 1 | -1])[]; unique: boolean }[];
}

export interface Deployment {
  functions: readonly DeployedFunction[];
  collections: readonly DeployedCollection[];
  /** Of FIELD_KEYS: id → digest of the key; `hash`: of the one by which ids are reckoned. */
  keys: Readonly<Record<string, string>>;
  faults: readonly string[];
}

/** The newest runtime of the platform that the product runs on. */
const RUNTIME = 'Nodejs20.19';
/** The platform takes twenty; each costs every write of its collection. */
const MOST_INDEXES = 15;
/** Of one function's code as it is uploaded. */
const MOST_CODE_BYTES = 50_000_000;

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** The files of a function that are uploaded, but for the map of its script. */
const uploaded = (name: string): string[] =>
  listFiles(join(functionsOut, name)).filter((file) => !file.endsWith('.map'));

function readFunction(name: string, environment: Environment): DeployedFunction {
  const folder = join(functionsOut, name);
  const { timeout, memorySize, triggers } = readJson(join(folder, 'config.json')) as Config;
  const { dependencies } = readJson(join(folder, 'package.json')) as Manifest;
  return {
    name,
    timeout,
    memorySize,
    triggers,
    runtime: RUNTIME,
    handler: 'index.main',
    installDependency: Object.keys(dependencies).length > 0,
    envVariables: variablesOf(readFileSync(join(folder, 'index.js'), 'utf8'), environment),
    bytes: uploaded(name).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0),
  };
}

const digest = (bytes: string | Buffer): string =>
  createHash('sha256').update(bytes).digest('hex').slice(0, 16);

/** Nothing where the ring cannot be read: checkEnvironment says so. */
function digestKeys({ FIELD_KEYS: ring }: Environment): Record<string, string> {
  if (ring === undefined || checkFieldKeys(ring) !== undefined) return {};
  const {
    current,
    keys,
    hash = current,
  } = JSON.parse(ring) as {
    current: string;
    keys: Readonly<Record<string, string>>;
    hash?: string;
  };
  const named = Object.entries(keys).map(([id, key]) => [id, digest(`key ${key}`)] as const);
  return Object.fromEntries([...named, ['hash', digest(`key ${keys[hash] ?? ''}`)]]);
}

/** What the platform would refuse, and more indexes than the product allows itself. */
export function faultsOf({
  functions,
  collections,
}: Pick<Deployment, 'functions' | 'collections'>): string[] {
  const variables = functions
    .filter(({ envVariables }) => bytesOf(envVariables) > MOST_BYTES)
    .map(({ name }) => `${name} 的环境变量超过 ${String(MOST_BYTES)} 字节`);
  const code = functions
    .filter(({ bytes }) => bytes > MOST_CODE_BYTES)
    .map(({ name, bytes }) => `${name} 的代码有 ${String(bytes)} 字节，超过平台的上限`);
  const indexes = collections
    .filter((each) => each.indexes.length > MOST_INDEXES)
    .map(({ name }) => `${name} 的索引超过 ${String(MOST_INDEXES)} 个`);
  return [...variables, ...code, ...indexes];
}

/** @throws when nothing was built */
export function planDeployment(environment: Environment): Deployment {
  const database = join(functionsOut, 'database.json');
  if (!existsSync(database)) throw new Error('还没有构建：先运行 npm run build');
  const declared = readJson(database) as Readonly<Record<string, Pick<DeployedCollection, 'indexes'>>>;
  const collections = Object.entries(declared).map(([name, { indexes }]) => ({ name, indexes }));
  const functions = listFunctions().map((name) => readFunction(name, environment));
  const faults = faultsOf({ functions, collections });
  return { functions, collections, keys: digestKeys(environment), faults };
}

/** The file of the official command-line tool. Values stay in the environment: the file names them alone. */
export function toCloudbaserc({ functions }: Deployment): object {
  return {
    version: '2.0',
    envId: '{{env.ENV_ID}}',
    functionRoot: './dist/cloudfunctions',
    functions: functions.map(({ bytes: _bytes, envVariables, ...each }) => ({
      ...each,
      envVariables: Object.fromEntries(Object.keys(envVariables).map((name) => [name, `{{env.${name}}}`])),
    })),
  };
}

/** Only functions touch the database and hand out files; a phone uploads into the folder of its own account. */
export const DATABASE_RULE = { read: false, write: false };
export const STORAGE_RULE = {
  read: false,
  write: 'resource.openid == auth.openid && /^[^/]+\\/u\\/[^/]+\\/./.test(resource.path)',
};

/** The indexes as the console's import takes them: one file a collection. */
function toIndexes({ collections }: Deployment): object {
  return Object.fromEntries(
    collections.map(({ name, indexes }) => [
      name,
      indexes.map((index) => ({
        IndexName: index.name,
        MgoIndexKeys: index.fields.map(([field, way]) => ({ Name: field, Direction: String(way) })),
        MgoIsUnique: index.unique,
      })),
    ]),
  );
}

/** The files that are written into dist/deploy, by name. */
export function filesOf(deployment: Deployment): Readonly<Record<string, object>> {
  return {
    'cloudbaserc.json': toCloudbaserc(deployment),
    'indexes.json': toIndexes(deployment),
    'database-rule.json': DATABASE_RULE,
    'storage-rule.json': STORAGE_RULE,
  };
}

function digestFiles(name: string): string[] {
  return uploaded(name).map((file) => `${file} ${digest(readFileSync(join(functionsOut, name, file)))}`);
}

/** Under this name a state says of what form its data are. */
const FORM = '数据版本';

/** Functions of one form must not meet data of another: what was deployed before says which it has. */
export function refuseState(before: Readonly<Record<string, string>>): string[] {
  if (Object.keys(before).length === 0) return [];
  const wrong = refuseForm(readForm(before[FORM]));
  return wrong === undefined ? [] : [`上次部署的${wrong}`];
}

/** Before the names of keys. */
const KEY = '密钥 ';

/** A key that data were written with must not get lost: without it nobody reads them again. */
export function refuseKeys(before: Readonly<Record<string, string>>, { keys }: Deployment): string[] {
  return Object.entries(before).flatMap(([name, was]) => {
    if (!name.startsWith(KEY)) return [];
    const id = name.slice(KEY.length);
    if (keys[id] === was) return [];
    if (id === 'hash') return ['FIELD_KEYS 的 hash 换了密钥：所有人的编号都会对不上，要用上次部署的那一个'];
    const what = keys[id] === undefined ? '不见了' : '换成了别的';
    return [`FIELD_KEYS 里的密钥 ${id} ${what}：用它写的姓名、电话再也读不出来，请把上次部署的那一个放回去`];
  });
}

/** One line a thing that is deployed; of variables the names alone, of keys a digest. */
export function stateOf({ functions, collections, keys }: Deployment): Record<string, string> {
  const code = functions.map(({ name, envVariables, bytes: _bytes, ...config }): [string, string] => [
    `函数 ${name}`,
    digest(JSON.stringify([config, Object.keys(envVariables), digestFiles(name)])),
  ]);
  const data = collections.flatMap(({ name, indexes }): [string, string][] => [
    [`集合 ${name}`, 'there'],
    ...indexes.map((index): [string, string] => [
      `索引 ${name}.${index.name}`,
      digest(JSON.stringify(index)),
    ]),
  ]);
  const ring = Object.entries(keys).map(([id, key]): [string, string] => [`${KEY}${id}`, key]);
  return Object.fromEntries([[FORM, String(STORED_FORM)], ...ring, ...code, ...data]);
}

/** What differs between two states, a line each. */
export function compareStates(
  before: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])].sort();
  return names.flatMap((name) => {
    if (before[name] === now[name]) return [];
    if (before[name] === undefined) return [`加 ${name}`];
    return [now[name] === undefined ? `没有了 ${name}（不会自动删）` : `改 ${name}`];
  });
}
