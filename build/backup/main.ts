/** `npm run backup -- [--township ID] FILE` and `npm run restore -- [--into ID] FILE`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { init } from '@cloudbase/node-sdk';
import { BACKUP_VARIABLES, checkFieldKeys, readVariables } from '../deploy/variables';
import { backUpTownship } from '../handover/township';
import { restoreTownship } from '../handover/bring-township';
import { functionsOut } from '../paths';
import { backUp, restore } from './backup';

const HELP = `npm run backup -- 文件     把一个环境的全部数据和文件存成一个加密的文件
npm run restore -- 文件    恢复到一个空的环境，同一个 FIELD_KEYS 和 AppID
npm run backup -- --township 编号 文件    把一个停用了的乡镇存成一份移交档案
npm run restore -- --into 编号 文件    把移交档案接到另一个环境里刚开通的、空的乡镇
要的变量（.env 或环境变量）：ENV_ID、TENCENT_SECRET_ID、TENCENT_SECRET_KEY、FIELD_KEYS、WECHAT_APPID、
BACKUP_KEY（32 字节 base64，和数据分开保管；移交档案用一把只为它做的）。备份时请先停一停写入，或记下开始的时间。`;

const NEEDED = ['ENV_ID', 'FIELD_KEYS', 'WECHAT_APPID', ...BACKUP_VARIABLES];

function listCollections(): string[] {
  return Object.keys(JSON.parse(readFileSync(join(functionsOut, 'database.json'), 'utf8')) as object);
}

interface Wish {
  act: string;
  file: string;
  /** One township's. */
  township?: string;
}

const OPTIONS: Readonly<Record<string, string>> = { backup: '--township', restore: '--into' };

/** @throws the help where something else is asked for */
export function readWish([act = '', ...rest]: readonly string[]): Wish {
  const [first = '', second, third] = rest;
  if (first === OPTIONS[act]) {
    if (second === undefined || third === undefined || rest.length > 3) throw new Error(HELP);
    return { act, file: third, township: second };
  }
  // Whoever runs it by a clock must not take the help for a backup.
  if (first === '' || rest.length > 1 || (first.startsWith('-') && first !== '--help')) throw new Error(HELP);
  return { act, file: first };
}

async function run({ act, file, township }: Wish): Promise<string> {
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
  if (township === undefined) return act === 'backup' ? backUp(place, file) : restore(place, file);
  return act === 'backup' ? backUpTownship(place, township, file) : restoreTownship(place, township, file);
}

async function main(): Promise<void> {
  const wish = readWish(process.argv.slice(2));
  console.log(wish.file === '--help' ? HELP : await run(wish));
}

if (require.main === module) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  });
}
