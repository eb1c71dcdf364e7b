/** What WeChat pushes about a photo or a recording. */
import { main as notify } from '../../../../cloudfunctions/notify/index';
import { startInProcess, type InProcessCloud } from '../../../support/in-process';

jest.mock('../../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../../support/memory-database'),
);
let mockVerdict: (verdict: object, at: number) => Promise<boolean>;
jest.mock('../../../../cloudfunctions/notify/relay/consumers', () => ({
  takeMediaVerdict: (verdict: object, at: number) => mockVerdict(verdict, at),
}));

let cloud: InProcessCloud;
beforeAll(async () => {
  cloud = await startInProcess({ notify });
});

const push = async (openid?: string) => {
  if (openid === undefined) delete process.env['WX_OPENID'];
  else process.env['WX_OPENID'] = openid;
  const result = { suggest: 'risky' };
  return notify({ MsgType: 'event', Event: 'wxa_media_check', trace_id: 't1', errcode: 0, result });
};

it('is taken by whoever asked, pushed again where nobody did yet, and nothing that an account may write', async () => {
  const taken: unknown[][] = [];
  mockVerdict = (...verdict) => Promise.resolve(taken.push(verdict) > 1);
  expect(await push()).toEqual({ ok: false, code: 'busy' });
  expect(await push()).toBe('success');
  expect(taken).toEqual(Array(2).fill([{ traceId: 't1', suggest: 'risky' }, cloud.clock.now()]));
  expect(await push('o-somebody')).toEqual({ ok: false, code: 'not-allowed' });
  expect(taken).toHaveLength(2);
});

it('is pushed again when it could not be written down, and nobody reads why', async () => {
  const { error } = console;
  const said: unknown[][] = [];
  console.error = (...words: unknown[]) => said.push(words);
  mockVerdict = () => Promise.reject(new Error('金丝雀'));
  expect(await push().finally(() => (console.error = error))).toEqual({ ok: false, code: 'busy' });
  expect(JSON.stringify(said)).toMatch(/notify.*push/);
  expect(JSON.stringify(said)).not.toContain('金丝雀');
});
