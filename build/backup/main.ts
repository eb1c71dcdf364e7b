/** `npm run backup -- FILE` and `npm run restore -- FILE`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { init } from '@cloudbase/node-sdk';
import { BACKUP_VARIABLES, checkFieldKeys, readVariables } from '../deploy/variables';
import { functionsOut } from '../paths';
import { backUp, restore } from './backup';

const HELP = `npm run backup -- 文件     把一个环境的全部数据和文件存成一个加密的文件
npm run restore -- 文件    恢复到一个空的环境，同一个 FIELD_KEYS 和 AppID
要的变量（.env 或环境变量）：ENV_ID、TENCENT_SECRET_ID、TENCENT_SECRET_KEY、FIELD_KEYS、WECHAT_APPID、
BACKUP_KEY（32 字节 base64，和数据分开保管）。备份时请先停一停写入，或记下开始的时间。`;

const NEEDED = ['ENV_ID', 'FIELD_KEYS', 'WECHAT_APPID', ...BACKUP_VARIABLES];

function listCollections(): string[] {
  return Object.keys(JSON.parse(readFileSync(join(functionsOut, 'database.json'), 'utf8')) as object);
}

async function run(act: string, file: string): Promise<string> {
  const variables = readVariables(NEEDED);
  const missing = NEEDED.filter((name) => variables[name] === '');
  if (missing.length > 0) throw new Error(`缺 ${missing.join('、')}，什么都没有做`);
  const wrong = checkFieldKeys(variables['FIELD_KEYS'] ?? '');
  if (wrong !== undefined) throw new Error(`FIELD_KEYS：${wrong}，什么都没有做`);
  const {
    ENV_ID: env = '',
    TENCENT_SECRET_ID: secretId = '',
    TENCENT_SECRET_KEY: secretKey = '',
  } = variables;
  const place = { app: init({ env, secretId, secretKey }), names: listCollections(), variables };
  return act === 'backup' ? backUp(place, file) : restore(place, file);
}

async function main(): Promise<void> {
  const [act = '', file = ''] = process.argv.slice(2);
  // Whoever runs it by a clock must not take the help for a backup.
  if (file === '') throw new Error(HELP);
  console.log(file === '--help' ? HELP : await run(act, file));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
