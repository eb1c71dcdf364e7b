/**
 * `npm run deploy -- --dry-run`: what the official command-line tool would be asked, and what differs from the files written last.
 * `npm run deploy` also writes its files into dist/deploy. Neither calls the platform: docs/deploy.md says who does.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildFunctions } from '../functions';
import { root } from '../paths';
import {
  compareStates,
  DATABASE_RULE,
  planDeployment,
  refuseState,
  stateOf,
  STORAGE_RULE,
  toCloudbaserc,
  toIndexes,
  type Deployment,
} from './plan';
import { bytesOf, checkEnvironment, MOST_BYTES, parseEnv } from './variables';

const OUT = join(root, 'dist', 'deploy');
const STATE = join(root, '.deploy-state.json');

function describe(deployment: Deployment, environmentId: string): string {
  const { functions, collections } = deployment;
  const lines = functions.map(
    ({ name, bytes, timeout, memorySize, triggers, installDependency, envVariables }) => {
      const parts = [
        `${String(Math.ceil(bytes / 1024))} KB`,
        `${String(timeout)} 秒`,
        `${String(memorySize)} MB`,
      ];
      if (triggers.length > 0) parts.push('有定时器');
      if (installDependency) parts.push('云端安装依赖');
      parts.push(`变量 ${String(bytesOf(envVariables))}/${String(MOST_BYTES)} 字节`);
      return `  tcb fn deploy ${name} -e ${environmentId}    # ${parts.join('，')}`;
    },
  );
  const indexes = collections.reduce((sum, each) => sum + each.indexes.length, 0);
  return [
    '函数：',
    ...lines,
    `数据库：${String(collections.length)} 个集合，${String(indexes)} 个索引，安全规则都是 ${JSON.stringify(DATABASE_RULE)}`,
    ...collections.map(
      ({ name, indexes: own }) => `  ${name}: ${own.map((index) => index.name).join('、') || '（只有 _id）'}`,
    ),
    `云存储安全规则：${JSON.stringify(STORAGE_RULE)}`,
    '云存储生命周期：每个乡镇的 printed/ 和 packs/ 留 7 天，u/*/import-*/ 留 30 天',
  ].join('\n');
}

function writeFiles(deployment: Deployment): void {
  mkdirSync(OUT, { recursive: true });
  const files = {
    'cloudbaserc.json': toCloudbaserc(deployment),
    'indexes.json': toIndexes(deployment),
    'database-rule.json': DATABASE_RULE,
    'storage-rule.json': STORAGE_RULE,
  };
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(OUT, name), `${JSON.stringify(content, null, 2)}\n`);
  writeFileSync(STATE, `${JSON.stringify(stateOf(deployment), null, 2)}\n`);
}

async function main(): Promise<void> {
  const dry = process.argv.includes('--dry-run');
  const file = join(root, '.env');
  const environment = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
  await buildFunctions();
  const deployment = planDeployment(environment);
  const before = existsSync(STATE) ? (JSON.parse(readFileSync(STATE, 'utf8')) as Record<string, string>) : {};
  const isFirst = Object.keys(before).length === 0;
  const faults = [...checkEnvironment(environment, isFirst), ...refuseState(before), ...deployment.faults];
  const changes = compareStates(before, stateOf(deployment));
  console.log(describe(deployment, environment['ENV_ID'] ?? '<环境id>'));
  console.log(
    changes.length === 0
      ? '和上次写出的文件一样。'
      : `和上次写出的文件不同：\n${changes.map((each) => `  ${each}`).join('\n')}`,
  );
  if (faults.length > 0) console.log(`还不能部署：\n${faults.map((each) => `  ${each}`).join('\n')}`);
  if (dry) return;
  if (environment['ENV_ID'] === undefined || faults.length > 0) {
    console.error('没有写文件：.env 里没有 ENV_ID，或者上面还有没改好的。见 docs/deploy.md。');
    process.exitCode = 1;
    return;
  }
  writeFiles(deployment);
  console.log(`文件写好了：${OUT}，什么都没有上传。照 docs/deploy.md 用官方命令行工具上传。`);
}

void main();
