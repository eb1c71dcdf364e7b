/** What is refused before anything is sent; the upload itself needs an account and was never run. */
import { readWish, refuseUpload, sayFailure } from '../../build/upload';

const KEY = ['-----BEGIN RSA', 'PRIVATE KEY-----\\nAAAA'].join(' ');
const VARIABLES = { WECHAT_APPID: `wx${'0'.repeat(16)}`, UPLOAD_KEY: KEY };

test('a version of three numbers with its words, a preview, or the help; anything else is an error with the help', () => {
  expect(readWish(['1.0.0', '第一版', '试运行'])).toEqual({ version: '1.0.0', desc: '第一版 试运行' });
  expect(readWish(['--preview'])).toBe('preview');
  expect(readWish(['--help'])).toBe('help');
  for (const args of [[], ['1.0'], ['v1.0.0']])
    expect(() => readWish(args)).toThrow('npm run upload -- 版本号 说明');
});

test('nothing is sent without a key, or with a wrong one', () => {
  expect(refuseUpload(VARIABLES)).toBeUndefined();
  expect(refuseUpload({})).toContain('缺 WECHAT_APPID');
  expect(refuseUpload({ ...VARIABLES, WECHAT_APPID: 'touristappid' })).toContain('AppID');
  expect(refuseUpload({ ...VARIABLES, UPLOAD_KEY: 'abc' })).toContain('密钥');
});

test('what went wrong is one sentence, which says where to look and that nothing went out', () => {
  const offline = new Error('getaddrinfo EAI_AGAIN servicewechat.com');
  expect(sayFailure(offline)).toBe(`连不上微信，看看网络和代理（${offline.message}）。什么都没有上传`);
  expect(sayFailure(new Error('{"errCode":-10008}\nat …'))).toBe(
    '微信没有收，看看密钥是不是这个 AppID 的、白名单里有没有这台机器的地址（{"errCode":-10008}）。什么都没有上传',
  );
});
