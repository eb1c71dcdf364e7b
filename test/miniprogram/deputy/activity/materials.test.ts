/** @jest-environment jsdom */
import { clearScreen, showPage } from '../../../support/components';
import { NOW } from '../../../support/sample-answers';

interface Sent {
  action: string;
  key?: string;
  input: { kind?: string };
}
interface Upload {
  cloudPath: string;
  success(sent: { fileID: string }): void;
}
const added: Sent[] = [];
/** The next one that is chosen: 0 public, 1 informational. */
let kind = 0;
let answer: object;
/** Lets the next upload come to its end; nothing holds it by itself. */
let held: Promise<void> | undefined;
let places: string[] = [];

beforeEach(() => {
  added.length = 0;
  held = undefined;
  places = [];
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
  const uploadFile = ({ cloudPath, success }: Upload) => {
    places.push(cloudPath);
    const end = () => {
      success({ fileID: 'cloud://1.pdf' });
    };
    if (held) void held.then(end);
    else end();
    return {
      onProgressUpdate: (tell: (at: { progress: number }) => void) => {
        tell({ progress: 40 });
      },
    };
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

interface ActivityPage {
  data: { paper: { name: string; percent: number; why: string } | null };
  upload(): Promise<void>;
  uploadAgain(): Promise<void>;
}

test('a paper on its way says how far it is; not taken, a tap sends it once more', async () => {
  const { page } = await showPage('deputy/activity/activity', { activity: 'a2' });
  const activity = page.instance as unknown as ActivityPage;
  kind = 0;
  answer = { ok: false, code: 'busy' };
  let letGo = (): void => undefined;
  held = new Promise((resolve) => (letGo = resolve));
  const work = activity.upload();
  for (let turn = 0; turn < 200 && !activity.data.paper?.percent; turn += 1) await Promise.resolve();
  expect(activity.data.paper).toEqual({ name: '学习材料.pdf', percent: 40, why: '' });
  letGo();
  await work;
  expect(activity.data.paper).toEqual({ name: '学习材料.pdf', percent: 40, why: '没有办成' });
  answer = { ok: true, data: { material: 'm1' } };
  await activity.uploadAgain();
  expect(activity.data.paper).toBeNull();
  expect(new Set(added.map(({ key }) => key)).size).toBe(1);
  expect(new Set(places).size).toBe(1);
});
