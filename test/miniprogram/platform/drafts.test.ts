import { KEY_PATTERN } from '../../../miniprogram/contract/limits';
import {
  beginAnew,
  beginSending,
  cloudPathOf,
  emptyDraft,
  hasContent,
  loadDraft,
  missingIn,
  saveDraft,
  toSubmitInput,
  unsentFiles,
  withFile,
  withoutFile,
  withSentFile,
  withTry,
} from '../../../miniprogram/platform/drafts';
import type { Draft } from '../../../miniprogram/platform/kept';
import { installFakeWx } from '../../support/fake-wx';

const filled: Draft = { ...emptyDraft('bh'), village: 'v1', category: 'road', text: '路灯坏了' };

beforeEach(() => {
  installFakeWx();
});

describe('what is missing', () => {
  test('is asked in the order of the page', () => {
    const empty = emptyDraft('bh');
    expect(missingIn(empty)).toBe('village');
    expect(missingIn({ ...empty, village: 'v1' })).toBe('category');
    expect(missingIn({ ...empty, village: 'v1', category: 'road' })).toBe('content');
  });

  test('one of text, photo, recording is enough; blanks are nothing', () => {
    const ready = { ...filled, text: '' };
    expect(missingIn({ ...ready, text: ' \n ' })).toBe('content');
    expect(missingIn(filled)).toBeUndefined();
    expect(missingIn(withFile(ready, 'photos', '/p1.jpg'))).toBeUndefined();
    expect(missingIn(withFile(ready, 'recordings', '/r1.mp3', 12))).toBeUndefined();
    expect(hasContent(ready)).toBe(false);
  });
});

describe('sending', () => {
  test('a retry keeps its key, and that it was tried', () => {
    const first = withTry(beginSending(filled));
    const again = beginSending({ ...first, text: '改了几个字' });
    expect(again.sending).toEqual(first.sending);
    expect(again.sending.tried).toBe(true);
    expect(again.sending.key).toMatch(KEY_PATTERN);
  });

  test('only when the server holds nothing of it does it begin anew', () => {
    const first = withTry(beginSending(filled));
    const anew = beginSending(beginAnew(first));
    expect(anew.sending.tried).toBeUndefined();
    expect(anew.sending.key).not.toBe(first.sending.key);
  });

  test('what was not filled in does not go over the wire, nor anything of the phone’s clock', () => {
    const input = toSubmitInput(beginSending({ ...filled, name: '  ' }));
    expect(input).toEqual({
      township: 'bh',
      village: 'v1',
      category: 'road',
      kind: 'report',
      text: '路灯坏了',
      photos: [],
      recordings: [],
      privacy: { hideName: false, notOwnVillage: false, publishable: false },
    });
  });

  test('files go by their cloud ids, recordings with their seconds', () => {
    let draft = withFile(withFile(filled, 'photos', '/p.jpg'), 'recordings', '/r.mp3', 42);
    expect(unsentFiles(draft)).toHaveLength(2);
    for (const { i } of unsentFiles(draft)) draft = withSentFile(draft, i, `cloud://${String(i)}`);
    const input = toSubmitInput(beginSending(draft));
    expect(input.photos).toEqual(['cloud://1']);
    expect(input.recordings).toEqual([{ file: 'cloud://2', seconds: 42 }]);
    expect(unsentFiles(draft)).toEqual([]);
  });
});

describe('the place of a file in the cloud', () => {
  const sending = { key: 'k' };

  test('follows folder, key and its own number', () => {
    expect(cloudPathOf('bh/u/a', sending, { i: 3, path: 'wxfile://store_1.JPG' })).toBe('bh/u/a/k/3.jpg');
    expect(cloudPathOf('bh/u/a', sending, { i: 1, path: 'http://store/noending' })).toBe('bh/u/a/k/1.bin');
  });

  test('is not that of a request which another phone of the same account sends', () => {
    const [one, other] = [beginSending(filled), beginSending(filled)];
    const place = ({ sending }: typeof one) => cloudPathOf('bh/u/a', sending, { i: 1, path: '/p.jpg' });
    expect(place(other)).not.toBe(place(one));
    expect(place(one)).toBe(place(one));
  });

  test('a photo taken away does not give its place to the next one: that would overwrite what is sent', () => {
    const two = withFile(withFile(filled, 'photos', '/a.jpg'), 'photos', '/b.jpg');
    const next = withFile(withoutFile(withSentFile(two, 2, 'cloud://b'), '/a.jpg'), 'photos', '/c.jpg');
    expect(next.photos.map(({ i }) => i)).toEqual([2, 3]);
  });
});

test('a draft survives, but only in its own township', () => {
  saveDraft(filled);
  expect(loadDraft('bh')).toEqual(filled);
  expect(loadDraft('qs')).toEqual(emptyDraft('qs'));
  expect(loadDraft('bh')).toEqual(filled);
});
