/** Each photo and recording on its own way: seen while a slow line carries it, left alone, come back to, tried again. */
import { sendFrom } from '../../../miniprogram/services/send-request';
import { goOn, sendLeft } from '../../../miniprogram/services/uploads';
import { emptyDraft, loadDraft, saveDraft, withFile } from '../../../miniprogram/platform/drafts';
import type { Draft } from '../../../miniprogram/platform/kept';
import type { Upload } from '../../../miniprogram/services/uploads';
import { explainDraft } from '../../../miniprogram/view/feedback';
import { installFakeWx } from '../../support/fake-wx';
import type { FakeWx } from '../../support/fake-wx';
import { NOW } from '../../support/sample-answers';

let fake: FakeWx;
/** Lets the upload go that ends so. */
let letGo: Map<string, () => void>;

const written: Draft = { ...emptyDraft('bh'), village: 'v1', category: 'road', text: '路灯坏了' };
const three = withFile(
  withFile(withFile(written, 'photos', '/a.jpg'), 'photos', '/b.jpg'),
  'recordings',
  '/r.mp3',
  9,
);

beforeEach(() => {
  jest.useFakeTimers({ now: NOW });
  fake = installFakeWx();
  fake.storage.set('v1.whereabouts', { township: 'bh' });
  fake.storage.set('v1.folders', { bh: 'bh/u/a' });
  fake.answer = () => ({ ok: true, data: { request: 'r1', number: '1123-K7Q2' } });
  letGo = new Map();
});
afterEach(() => {
  jest.useRealTimers();
});

const hold = (): void => {
  fake.uploadHeld = (path) => new Promise((resolve) => letGo.set(path.slice(-5), resolve));
};
const release = async (ending: string): Promise<void> => {
  letGo.get(ending)?.();
  await jest.advanceTimersByTimeAsync(0);
};
const submitted = () => fake.calls.filter(({ data }) => data.action === 'submit');

/** A page as the phone opens it: with the draft that is kept. */
function openPage(opened: Draft = loadDraft('bh')) {
  const page = {
    shown: opened,
    uploads: {} as Upload['uploads'],
    busy: false,
    problem: '',
    ended: [] as unknown[],
    draft: () => page.shown,
    show: (draft: Draft) => (page.shown = draft),
    change: (draft: Draft) => {
      saveDraft(draft);
      page.shown = draft;
    },
    setData: (data: { draft?: Draft; busy?: boolean; problem?: string } & Partial<Upload>) => {
      if (data.draft) page.shown = data.draft;
      if (data.uploads) page.uploads = data.uploads;
      if (data.busy !== undefined) page.busy = data.busy;
      if (data.problem !== undefined) page.problem = data.problem;
    },
    send: async () => {
      page.ended.push(await sendFrom(page, explainDraft));
    },
  };
  return page;
}
const inCloud = ({ photos, recordings }: Draft) =>
  [...photos, ...recordings].map(({ file }) => file !== undefined);

test('on a slow line one is half there while the others wait, then it is in and the next is on its way', async () => {
  hold();
  const page = openPage(three);
  void page.send();
  await jest.advanceTimersByTimeAsync(0);
  expect(page.uploads).toEqual({ '/a.jpg': { percent: 50, why: '' } });
  await release('1.jpg');
  expect(inCloud(page.shown)).toEqual([true, false, false]);
  expect(page.uploads['/b.jpg']).toEqual({ percent: 50, why: '' });
  expect(page.uploads['/r.mp3']).toBeUndefined();
  await release('2.jpg');
  await release('3.mp3');
  expect(page.ended).toEqual([{ request: 'r1', number: '1123-K7Q2' }]);
});

test('a photo that the phone lost says so; the others go in; taken away, the rest is not sent again', async () => {
  fake.uploadFails = (path) => path.endsWith('/1.jpg') && 'cloud.uploadFile:fail file /a.jpg does not exist';
  const page = openPage(three);
  await page.send();
  expect(page.uploads['/a.jpg']?.why).toContain('找不到');
  expect(inCloud(page.shown)).toEqual([false, true, true]);
  expect(submitted()).toEqual([]);
  page.change({ ...page.shown, photos: page.shown.photos.slice(1) });
  await page.send();
  expect(fake.uploads.map((path) => path.slice(-5))).toEqual(['2.jpg', '3.mp3']);
  expect(submitted()).toHaveLength(1);
});

test('without a network the rest is not tried; a tap on the one that failed sends what is left, not the words', async () => {
  let offline = true;
  fake.uploadFails = (path) => offline && path.endsWith('/2.jpg');
  const page = openPage(three);
  await page.send();
  expect(page.uploads).toEqual({
    '/a.jpg': { percent: 50, why: '' },
    '/b.jpg': { percent: 0, why: '没有网络' },
  });
  expect(page.problem).toContain('存为草稿');
  offline = false;
  await sendLeft(page, explainDraft);
  expect(inCloud(page.shown)).toEqual([true, true, true]);
  expect(fake.uploads.map((path) => path.slice(-5))).toEqual(['1.jpg', '2.jpg', '3.mp3']);
  expect(page.busy).toBe(false);
  expect(submitted()).toEqual([]);
});

test('the page is left on the way and opened again: it shows the same sending to its end, and nothing goes twice', async () => {
  hold();
  const left = openPage(three);
  void left.send();
  await jest.advanceTimersByTimeAsync(0);
  await release('1.jpg');
  const again = openPage();
  void goOn(again, explainDraft);
  await release('2.jpg');
  expect(inCloud(again.shown)).toEqual([true, true, false]);
  expect(again.uploads['/r.mp3']).toEqual({ percent: 50, why: '' });
  await release('3.mp3');
  expect(again.ended).toEqual([{ request: 'r1', number: '1123-K7Q2' }]);
  expect(left.ended).toEqual([]);
  expect(fake.uploads).toHaveLength(3);
  expect(submitted()).toHaveLength(1);
});

test('the app was closed on the way: opened again it sends the files that are missing and waits for the word', async () => {
  const begun = { ...three, sending: { key: 'k-of-before' } };
  saveDraft({
    ...begun,
    photos: begun.photos.map((each) => (each.i === 1 ? { ...each, file: 'cloud://1' } : each)),
  });
  const page = openPage();
  await goOn(page, explainDraft);
  expect(fake.uploads).toEqual(['bh/u/a/k-of-before/2.jpg', 'bh/u/a/k-of-before/3.mp3']);
  expect(inCloud(loadDraft('bh'))).toEqual([true, true, true]);
  expect(submitted()).toEqual([]);
});

test('what is written while the files go by themselves stays, and so does the file that went', async () => {
  hold();
  const page = openPage(three);
  void sendLeft(page, explainDraft);
  await jest.advanceTimersByTimeAsync(0);
  page.change({ ...page.shown, text: '路灯坏了，晚上看不见' });
  await release('1.jpg');
  expect(loadDraft('bh').text).toBe('路灯坏了，晚上看不见');
  expect(inCloud(loadDraft('bh'))).toEqual([true, false, false]);
  for (const each of ['2.jpg', '3.mp3']) await release(each);
});

test('the first photo of the next request has nothing to do with the first of the one before', async () => {
  const page = openPage(three);
  await page.send();
  page.change(withFile(page.shown, 'photos', '/next.jpg'));
  const [next] = page.shown.photos;
  expect(next?.i).toBe(1);
  expect(page.uploads[next?.path ?? '']).toBeUndefined();
});

test('a draft that nobody sent sends nothing when it is opened', async () => {
  const page = openPage(three);
  await goOn(page, explainDraft);
  expect(fake.uploads).toEqual([]);
});
