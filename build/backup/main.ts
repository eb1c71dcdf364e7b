/** `npm run backup -- FILE` and `npm run restore -- FILE`. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { init } from '@cloudbase/node-sdk';
import { parseEnv } from '../deploy/variables';
import { functionsOut, root } from '../paths';
import { digestOf, seal, unseal, type Head } from './archive';
import { findOccupied, readEnvironment, writeEnvironment } from './environment';

const HELP = `npm run backup -- 文件     把一个环境的全部数据和文件存成一个加密的文件
npm run restore -- 文件    恢复到一个空的环境，同一个 FIELD_KEYS 和 AppID
要的变量（.env 或环境变量）：ENV_ID、TENCENT_SECRET_ID、TENCENT_SECRET_KEY、FIELD_KEYS、WECHAT_APPID、
BACKUP_KEY（32 字节 base64，和数据分开保管）。备份时请先停一停写入，或记下开始的时间。`;

const NEEDED = [
  'ENV_ID',
  'TENCENT_SECRET_ID',
  'TENCENT_SECRET_KEY',
  'FIELD_KEYS',
  'WECHAT_APPID',
  'BACKUP_KEY',
];

function readVariables(): Record<string, string> {
  let file = {};
  try {
    file = parseEnv(readFileSync(join(root, '.env'), 'utf8'));
  } catch {
    // Without a file the environment has to say everything.
  }
  const named = NEEDED.map((name) => [
    name,
    process.env[name] ?? (file as Record<string, string>)[name] ?? '',
  ]);
  return Object.fromEntries(named) as Record<string, string>;
}

function headOf(variables: Readonly<Record<string, string>>): Head {
  const { current, keys, hash } = JSON.parse(variables['FIELD_KEYS'] ?? '') as {
    current: string;
    keys: Record<string, string>;
    hash?: string;
  };
  const hashKey = createHash('sha256')
    .update(keys[hash ?? current] ?? '')
    .digest('hex');
  return { version: 1, appid: variables['WECHAT_APPID'] ?? '', hashKey };
}

function listCollections(): string[] {
  return Object.keys(JSON.parse(readFileSync(join(functionsOut, 'database.json'), 'utf8')) as object);
}

async function run(act: string, file: string, variables: Readonly<Record<string, string>>): Promise<string> {
  const {
    ENV_ID: env = '',
    TENCENT_SECRET_ID: secretId = '',
    TENCENT_SECRET_KEY: secretKey = '',
    BACKUP_KEY: key = '',
  } = variables;
  const app = init({ env, secretId, secretKey });
  const names = listCollections();
  if (act === 'backup') {
    const content = await readEnvironment(app, names, headOf(variables));
    writeFileSync(file, seal(content, key), { mode: 0o600 });
    return `存好了：${file}，内容摘要 ${digestOf(content)}`;
  }
  const content = unseal(readFileSync(file), key);
  if (JSON.stringify(content.head) !== JSON.stringify(headOf(variables)))
    throw new Error('备份用的 FIELD_KEYS 或 AppID 和这里的不一样，编号会对不上，没有恢复');
  const occupied = await findOccupied(app, names);
  if (occupied !== undefined) throw new Error(`这个环境不是空的（${occupied}），没有恢复`);
  await writeEnvironment(app, content);
  const after = await readEnvironment(app, names, content.head);
  if (digestOf(after) !== digestOf(content)) throw new Error('恢复完了，但和备份不一样，请不要用');
  return `恢复好了，和备份一字不差：${digestOf(after)}`;
}

async function main(): Promise<void> {
  const [act = '', file = ''] = process.argv.slice(2);
  const variables = readVariables();
  const missing = NEEDED.filter((name) => variables[name] === '');
  if (file === '' || file === '--help') console.log(HELP);
  else if (missing.length > 0) throw new Error(`缺 ${missing.join('、')}，什么都没有做`);
  else console.log(await run(act, file, variables));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
