/**
 * `npm run deploy -- --dry-run`: what the official command-line tool would be asked, and what differs from the files written last.
 * `npm run deploy` also writes its files into dist/deploy. Neither calls the platform: docs/deploy.md says who does.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildFunctions } from '../functions';
import { root } from '../paths';
import { describe } from './describe';
import {
  compareStates,
  filesOf,
  planDeployment,
  refuseKeys,
  refuseState,
  stateOf,
  type Deployment,
} from './plan';
import { checkEnvironment, parseEnv } from './variables';

const OUT = join(root, 'dist', 'deploy');
const STATE = join(root, '.deploy-state.json');

function writeFiles(deployment: Deployment): void {
  mkdirSync(OUT, { recursive: true });
  for (const [name, content] of Object.entries(filesOf(deployment)))
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
  const faults = [
    ...(environment['ENV_ID'] === undefined ? ['缺 ENV_ID：云开发环境 id'] : []),
    ...checkEnvironment(environment, isFirst),
    ...refuseState(before),
    ...refuseKeys(before, deployment),
    ...deployment.faults,
  ];
  const changes = compareStates(before, stateOf(deployment));
  console.log(describe(deployment, environment['ENV_ID'] ?? '<环境id>'));
  console.log(
    changes.length === 0
      ? '和上次写出的文件一样。'
      : `和上次写出的文件不同：\n${changes.map((each) => `  ${each}`).join('\n')}`,
  );
  if (faults.length > 0) console.log(`还不能部署：\n${faults.map((each) => `  ${each}`).join('\n')}`);
  if (dry) return;
  if (faults.length > 0) {
    console.error('没有写文件：上面还有没改好的。见 docs/deploy.md。');
    process.exitCode = 1;
    return;
  }
  writeFiles(deployment);
  console.log(`文件写好了：${OUT}，什么都没有上传。照 docs/deploy.md 用官方命令行工具上传。`);
}

void main();
