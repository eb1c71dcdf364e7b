/**
 * `npm run upload -- 1.2.0 说明` hands the mini-program to WeChat as a version to be reviewed; `npm run upload --
 * --preview` makes a code for one's own phone. Never run with a real key: it needs an app id whose white list names the
 * address of this machine.
 */
import { join } from 'node:path';
import { readVariables } from './deploy/variables';
import { buildMiniprogramNpm } from './miniprogram-npm';
import { loadOfficial, MINIFIED } from './official-tool';
import { root } from './paths';

const HELP = `npm run upload -- 版本号 说明     把小程序上传成一个待审核的版本，如：npm run upload -- 1.0.0 第一版
npm run upload -- --preview     生成预览码 dist/preview.png，用自己的微信扫
要的变量（.env 或环境变量）：WECHAT_APPID、UPLOAD_KEY（公众平台「开发管理 → 小程序代码上传」下载的密钥，整段文字，
换行可以写成 \\n）；那里的白名单要有这台机器的地址。提交审核和发布还在公众平台里点。`;

interface Wish {
  version: string;
  desc: string;
}

/** What is asked for. @throws the help, where it is none of it: a pipeline must not take that for a version sent */
export function readWish([first = '', ...rest]: readonly string[]): Wish | 'preview' | 'help' {
  if (first === '--preview') return 'preview';
  if (first === '--help') return 'help';
  if (!/^\d+\.\d+\.\d+$/.test(first)) throw new Error(HELP);
  return { version: first, desc: rest.join(' ') };
}

/** Why nothing can be uploaded; undefined: it can. */
export function refuseUpload({
  WECHAT_APPID: appid = '',
  UPLOAD_KEY: key = '',
}: Readonly<Record<string, string>>): string | undefined {
  if (appid === '' || key === '') return '缺 WECHAT_APPID 或 UPLOAD_KEY';
  if (!/^wx[0-9a-f]{16}$/.test(appid)) return 'WECHAT_APPID 不像一个 AppID';
  if (!/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(key)) return 'UPLOAD_KEY 不是下载的那把密钥';
}

/** WeChat's package says what its network or the service said, in English or as a code. */
export function sayFailure(error: unknown): string {
  const [said = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  const reason = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|socket hang up/.test(said)
    ? '连不上微信，看看网络和代理'
    : '微信没有收，看看密钥是不是这个 AppID 的、白名单里有没有这台机器的地址';
  return `${reason}（${said}）。什么都没有上传`;
}

/** @throws one sentence */
async function hand(act: Promise<unknown>): Promise<void> {
  await act.catch((error: unknown) => {
    throw new Error(sayFailure(error), { cause: error });
  });
}

async function run(args: readonly string[]): Promise<string> {
  const wish = readWish(args);
  if (wish === 'help') return HELP;
  const variables = readVariables(['WECHAT_APPID', 'UPLOAD_KEY']);
  const wrong = refuseUpload(variables);
  if (wrong !== undefined) throw new Error(`${wrong}，什么都没有上传`);
  const { WECHAT_APPID: appid = '', UPLOAD_KEY: key = '' } = variables;
  await buildMiniprogramNpm();
  const { Project, upload, preview } = loadOfficial();
  const privateKey = key.replaceAll('\\n', '\n');
  const project = new Project({
    appid,
    type: 'miniProgram',
    projectPath: root,
    privateKey,
    ignores: ['node_modules/**/*'],
  });
  const common = { project, setting: MINIFIED, onProgressUpdate: () => undefined };
  if (wish === 'preview') {
    const qrcodeOutputDest = join(root, 'dist', 'preview.png');
    await hand(preview({ ...common, desc: '预览', qrcodeFormat: 'image', qrcodeOutputDest }));
    return `预览码：${qrcodeOutputDest}`;
  }
  await hand(upload({ ...common, version: wish.version, desc: wish.desc }));
  return `上传了 ${wish.version}，请到公众平台提交审核。`;
}

if (require.main === module) {
  run(process.argv.slice(2))
    .then(
      (text) => {
        console.log(text);
      },
      (error: unknown) => {
        console.error(error instanceof Error ? error.message : String(error));
        process.exitCode = 1;
      },
    )
    .finally(() => {
      // The package's helpers would wait for more work for ever.
      process.exit();
    });
}
