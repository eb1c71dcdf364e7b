/** `npm run verify -- --env`: asks the real environment what docs/limits.md says nobody confirmed, and prints a table. */
import { init } from '@cloudbase/node-sdk';
import type { VerifiedLine } from '../../miniprogram/contract/health';
import { askPlatform } from '../../cloudfunctions/shared/ask-platform';
import { judgeAnswers, type Form } from '../../cloudfunctions/shared/judge-answers';
import { readVariables } from '../deploy/variables';

const HELP = `npm run verify -- --env    问一问真实环境：文档里没有证实的几样，它到底怎么答
要的变量（.env 或环境变量）：ENV_ID、TENCENT_SECRET_ID、TENCENT_SECRET_KEY；CHANGE_AND_READ 按部署时填的。
只在集合 probes 里试，试完就删。答案不存；要存下来，请在小程序「运行状况」里点「自检」。`;

const NEEDED = ['ENV_ID', 'TENCENT_SECRET_ID', 'TENCENT_SECRET_KEY'] as const;
const COLLECTION = 'probes';

function printTable(lines: readonly VerifiedLine[]): string {
  const rows = lines.map(
    ({ question, answer, means, safe }) => `${safe ? '✓' : '✗ 不安全'}  ${question}：${answer}。${means}`,
  );
  const unsafe = lines.filter(({ safe }) => !safe).length;
  return [...rows, unsafe === 0 ? '都安全。' : `有 ${String(unsafe)} 样不安全，改好再上线。`].join('\n');
}

async function run(args: readonly string[]): Promise<string> {
  if (args[0] !== '--env') return HELP;
  const variables = readVariables([...NEEDED, 'CHANGE_AND_READ']);
  const missing = NEEDED.filter((name) => variables[name] === '');
  if (missing.length > 0) throw new Error(`缺 ${missing.join('、')}，什么都没有问`);
  const {
    ENV_ID: env = '',
    TENCENT_SECRET_ID: secretId = '',
    TENCENT_SECRET_KEY: secretKey = '',
    CHANGE_AND_READ: form,
  } = variables;
  const database = init({ env, secretId, secretKey }).database();
  const answers = await askPlatform(database, COLLECTION, `c${String(Date.now())}`);
  const inForce: Form = form === 'read-then-write' ? form : 'at-once';
  return printTable(judgeAnswers(answers, inForce));
}

run(process.argv.slice(2)).then(
  (text) => {
    console.log(text);
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  },
);
