import { installFakeWx } from '../support/fake-wx';
import type { FakeWx } from '../support/fake-wx';

interface App {
  counted: string;
  onLaunch(options: { query: Record<string, string> }): void;
  onShow(options: { query: Record<string, string> }): void;
}

let fake: FakeWx;
let app: App;
beforeEach(async () => {
  fake = installFakeWx();
  fake.answer = () => ({ ok: true, data: { counted: true } });
  Object.assign(globalThis, {
    App: (made: App) => {
      app = made;
    },
  });
  jest.resetModules();
  await import('../../miniprogram/app');
});

const scans = () => fake.calls.map(({ data }) => data.input['place']);
const by = (scene: string) => ({ query: { scene } });

test('a launch by a poster counts once, and not again when the phone wakes up', () => {
  app.onLaunch(by('bh.v4'));
  app.onShow(by('bh.v4'));
  app.onShow(by('bh.v4'));
  expect(scans()).toEqual(['v4']);
});

test('another poster scanned while the app is open counts as well', () => {
  app.onLaunch(by('bh.v4'));
  app.onShow(by('bh.v4'));
  app.onShow({ query: {} });
  app.onShow(by('bh.h1'));
  expect(scans()).toEqual(['v4', 'h1']);
});
