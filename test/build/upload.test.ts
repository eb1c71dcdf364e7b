/** What is refused before anything is sent; the upload itself needs an account and was never run. */
import { readWish, refuseUpload } from '../../build/upload';

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
