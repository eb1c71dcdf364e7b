/** The environment variables of the functions: what each is, which function reads it, and whether a value is one. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths';

/** Read by build/backup besides ENV_ID, FIELD_KEYS and WECHAT_APPID. */
export const BACKUP_VARIABLES = ['TENCENT_SECRET_ID', 'TENCENT_SECRET_KEY', 'BACKUP_KEY'] as const;

interface Variable {
  name: string;
  /** In Chinese: who fills them in is the contractor. */
  words: string;
  /** `first`: only until something was deployed, it may be taken away afterwards. */
  needed: boolean | 'first';
  /** What is wrong with a value; undefined: nothing. */
  check?: (value: string) => string | undefined;
}

/** What is wrong with a key ring, as the functions read it (shared/cipher.ts); undefined: nothing. */
export function checkFieldKeys(value: string): string | undefined {
  try {
    const { current, keys, hash } = JSON.parse(value) as {
      current?: string;
      keys?: Record<string, string>;
      hash?: string;
    };
    const ids = Object.keys(keys ?? {});
    if (ids.length === 0 || current === undefined || !ids.includes(current))
      return 'current 要是 keys 里的一个';
    if (ids.some((id) => Buffer.from(keys?.[id] ?? '', 'base64').length !== 32))
      return '每个密钥都要是 32 字节的 base64';
    if (ids.length > 1 && hash === undefined) return '有几个密钥时要写明 hash 是哪一个，以后永远不改';
    return hash !== undefined && !ids.includes(hash) ? 'hash 要是 keys 里的一个' : undefined;
  } catch {
    return '不是 JSON';
  }
}

function checkTemplates(value: string): string | undefined {
  try {
    const templates = JSON.parse(value) as Record<string, unknown>;
    const unknown = Object.keys(templates).filter(
      (key) => !['reminder', 'change', 'progress', 'task'].includes(key),
    );
    return unknown.length > 0 ? `没有这种模板：${unknown.join('、')}` : undefined;
  } catch {
    return '不是 JSON';
  }
}

const oneOf =
  (...values: string[]) =>
  (value: string) =>
    values.includes(value) ? undefined : `只能是 ${values.join('、')}`;

const VARIABLES: readonly Variable[] = [
  {
    name: 'FIELD_KEYS',
    words: '姓名、电话的加密密钥。丢了就再也读不出来，要离线另存一份',
    needed: true,
    check: checkFieldKeys,
  },
  {
    name: 'SETUP_SECRET',
    words: '开通口令，至少 16 个字符；第一位管理员开通以后就删掉',
    needed: 'first',
    check: (value) => (value.length < 16 ? '至少 16 个字符' : undefined),
  },
  { name: 'WECHAT_APPID', words: '小程序的 AppID', needed: true },
  { name: 'WECHAT_SECRET', words: '小程序的 AppSecret', needed: true },
  { name: 'SUBSCRIBE_TEMPLATES', words: '四个订阅消息模板的 id，JSON', needed: false, check: checkTemplates },
  { name: 'OA_APPID', words: '区的公众号 AppID；没有公众号就空着', needed: false },
  { name: 'OA_SECRET', words: '区的公众号 AppSecret', needed: false },
  {
    name: 'CONTENT_CHECK',
    words: '内容安全检查，一般不写就是开着',
    needed: false,
    check: oneOf('on', 'off'),
  },
  {
    name: 'CHANGE_AND_READ',
    words: '平台不支持 updateAndReturn 时写 read-then-write',
    needed: false,
    check: oneOf('at-once', 'read-then-write'),
  },
  { name: 'SMS_GATEWAY', words: '短信网关地址，没有就空着', needed: false },
  { name: 'SMS_TOKEN', words: '短信网关口令', needed: false },
  {
    name: 'WECHAT_STATE',
    words: '试运行时写 trial，正式版空着',
    needed: false,
    check: oneOf('trial', 'developer'),
  },
  { name: 'WECHAT_API', words: '微信接口地址，空着就是官方的', needed: false },
  {
    name: 'WECHAT_TIMEOUT_MS',
    words: '等微信多少毫秒，空着就用默认',
    needed: false,
    check: (v) => (/^\d+$/.test(v) ? undefined : '要写毫秒数'),
  },
];

/**
 * Of the mini-program, the district's official account, or a township's own (`OA_QING_SHI_APPID`). The code puts these
 * names together (shared/wechat/accounts.ts), so that none of them stands in it whole.
 */
const ACCOUNT = /^(WECHAT|OA|OA_[A-Z0-9_]+)_(APPID|SECRET)$/;
/** What the tools of this machine read of the same file, and no function does. */
const OF_TOOLS: ReadonlySet<string> = new Set(['ENV_ID', 'UPLOAD_KEY', ...BACKUP_VARIABLES]);

export type Environment = Readonly<Record<string, string>>;

/** `NAME=value` lines; `#` begins a remark. A value may stand in quotes. */
export function parseEnv(text: string): Environment {
  const pairs = text.split(/\r?\n/).flatMap((line) => {
    const found = /^\s*([A-Z][A-Z0-9_]*)\s*=\s*(.*?)\s*$/.exec(line);
    if (!found) return [];
    const [, name = '', value = ''] = found;
    return [[name, value.replace(/^(['"])(.*)\1$/, '$2')] as const];
  });
  return Object.fromEntries(pairs.filter(([, value]) => value !== ''));
}

/** For the tools that speak to an environment: those of the process before those of .env; '' where neither has one. */
export function readVariables(names: readonly string[]): Environment {
  const path = join(root, '.env');
  const file = existsSync(path) ? parseEnv(readFileSync(path, 'utf8')) : {};
  return Object.fromEntries(names.map((name) => [name, process.env[name] ?? file[name] ?? '']));
}

/** Each thing that is wrong, in a sentence; `first`: nothing was deployed before. */
export function checkEnvironment(environment: Environment, first: boolean): string[] {
  const missing = VARIABLES.filter(
    ({ name, needed }) => (needed === 'first' ? first : needed) && environment[name] === undefined,
  );
  const wrong = VARIABLES.flatMap(({ name, check }) => {
    const value = environment[name];
    const why = value === undefined ? undefined : check?.(value);
    return why === undefined ? [] : [`${name}：${why}`];
  });
  const known = new Set(VARIABLES.map(({ name }) => name));
  const unknown = Object.keys(environment).filter(
    (name) => !known.has(name) && !ACCOUNT.test(name) && !OF_TOOLS.has(name),
  );
  return [
    ...missing.map(({ name, words }) => `缺 ${name}：${words}`),
    ...wrong,
    ...unknown.map((name) => `不认识的变量 ${name}`),
  ];
}

/** What a function's code reads of them. */
export function variablesOf(code: string, environment: Environment): Environment {
  const used = Object.entries(environment).filter(([name]) =>
    ACCOUNT.test(name) ? code.includes('_APPID`') : !OF_TOOLS.has(name) && code.includes(name),
  );
  return Object.fromEntries(used);
}

/** The platform's limit for the variables of one function. */
export const MOST_BYTES = 4_096;

export function bytesOf(environment: Environment): number {
  return Object.entries(environment).reduce((sum, [name, value]) => sum + Buffer.byteLength(name + value), 0);
}
