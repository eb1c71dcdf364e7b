import { clearScreen, showPage } from '../../../support/components';
import { NOW } from '../../../support/sample-answers';

interface Sent {
  action: string;
  key?: string;
  input: { kind?: string };
}
const added: Sent[] = [];
/** The next one that is chosen: 0 public, 1 informational. */
let kind = 0;
let answer: object;

beforeEach(() => {
  added.length = 0;
  jest.spyOn(Date, 'now').mockReturnValue(NOW);
  const callFunction = ({ data }: { data: Sent }) => {
    if (data.action === 'whoAmI')
      return Promise.resolve({ result: { ok: true, data: { grants: [], folder: 'in/bh/a' } } });
    if (data.action === 'takePaper')
      return Promise.resolve({ result: { ok: true, data: { file: 'kept/1.pdf' } } });
    if (data.action !== 'addMaterial') return Promise.resolve({ result: { ok: false, code: 'internal' } });
    added.push(data);
    return Promise.resolve({ result: answer });
  };
  const uploadFile = ({ success }: { success(sent: { fileID: string }): void }) => {
    success({ fileID: 'cloud://1.pdf' });
    return { onProgressUpdate: () => undefined };
  };
  Object.assign(wx, {
    cloud: { callFunction, uploadFile },
    showActionSheet: ({ success }: { success(chosen: { tapIndex: number }): void }) => {
      success({ tapIndex: kind });
    },
    chooseMessageFile: ({ success }: { success(chosen: object): void }) => {
      success({ tempFiles: [{ path: 'tmp/1.pdf', name: '学习材料.pdf', size: 10 }] });
    },
  });
});
afterEach(() => {
  clearScreen();
  jest.restoreAllMocks();
});

test('a file whose answer was lost is sent again under its key; called something else it is another act', async () => {
  const { page } = await showPage('deputy/activity/activity', { activity: 'a1' });
  const activity = page.instance as unknown as { upload(): Promise<void> };
  answer = { ok: false, code: 'busy' };
  kind = 0;
  await activity.upload();
  await activity.upload();
  kind = 1;
  answer = { ok: true, data: { material: 'm1' } };
  await activity.upload();
  const keysOf = (called: string) =>
    new Set(added.filter(({ input }) => input.kind === called).map(({ key }) => key));
  expect(keysOf('public').size).toBe(1);
  expect(keysOf('informational').size).toBe(1);
  expect(keysOf('informational')).not.toEqual(keysOf('public'));
});
