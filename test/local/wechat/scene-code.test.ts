import { drawQrPng } from '../../../cloudfunctions/shared/qr-png';
import { drawScene, isDrawn } from '../../../cloudfunctions/shared/scene-code';
import { startWechat, type WechatRun } from './harness';

let run: WechatRun;
beforeAll(async () => {
  run = await startWechat();
});
afterAll(() => run.close());

test('a place has WeChat’s own code where there is an account', async () => {
  const drawn = await drawScene('bh.v4');
  if (!isDrawn(drawn)) throw new Error(`not drawn: ${drawn.code}`);
  expect(drawn.bytes.equals(drawQrPng('bh.v4'))).toBe(false);
  expect(await run.page()).toContain('bh.v4');
});

test('without an account, and for what WeChat refuses for good, the code is an ordinary one', async () => {
  const appid = process.env['WECHAT_APPID'] ?? '';
  process.env['WECHAT_APPID'] = '';
  try {
    const drawn = await drawScene('bh.v4');
    expect(isDrawn(drawn) && drawn.bytes.equals(drawQrPng('bh.v4'))).toBe(true);
  } finally {
    process.env['WECHAT_APPID'] = appid;
  }
  const odd = await drawScene('村口');
  expect(isDrawn(odd) && odd.type).toBe('image/png');
});
