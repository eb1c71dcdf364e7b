import { bringPaper, leftPaper, watchPaper } from '../../../miniprogram/deputy/services/papers';
import { installFakeWx } from '../../support/fake-wx';

const chosen = { kind: 'public' as const, path: '/1.pdf', name: '报告.pdf' };

function openPage() {
  const seen: unknown[] = [];
  return {
    seen,
    loaded: 0,
    load() {
      this.loaded += 1;
      return Promise.resolve();
    },
    setData: ({ paper }: { paper: unknown }) => void seen.push(paper),
  };
}

test('a page that is left and opened again sees its paper go on, and what became of it', async () => {
  const fake = installFakeWx();
  fake.storage.set('v1.whereabouts', { township: 'bh' });
  fake.answer = ({ data }) =>
    data.action === 'whoAmI'
      ? { ok: true, data: { grants: [], folder: 'bh/u/a' } }
      : { ok: true, data: { file: 'kept/1.pdf' } };
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  fake.uploadHeld = () => held;
  const left = openPage();
  const errand = { about: 's1', chosen, key: 'k1' };
  const offline = () => Promise.resolve({ ok: false as const, code: 'offline' as const });
  const work = bringPaper(left, errand, offline);
  for (let turn = 0; turn < 200 && left.seen.length < 2; turn += 1) await Promise.resolve();
  const again = openPage();
  watchPaper('s1', again);
  expect(again.seen).toEqual([{ name: '报告.pdf', percent: 50, why: '' }]);
  expect(leftPaper('s1')).toBeUndefined();
  letGo();
  await work;
  expect(again.seen.at(-1)).toEqual({ name: '报告.pdf', percent: 50, why: '没有网络' });
  expect(again.loaded).toBe(1);
  expect(leftPaper('s1')).toEqual(errand);
  await bringPaper(again, errand, () => Promise.resolve({ ok: true, data: {} }));
  expect(again.seen.at(-1)).toBeNull();
  expect(leftPaper('s1')).toBeUndefined();
});

test('a second paper that is begun before the first is in is the one that is seen, and can be tried again', async () => {
  const fake = installFakeWx();
  fake.storage.set('v1.whereabouts', { township: 'bh' });
  fake.answer = ({ data }) =>
    data.action === 'whoAmI'
      ? { ok: true, data: { grants: [], folder: 'bh/u/a' } }
      : { ok: true, data: { file: 'kept/1.pdf' } };
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  fake.uploadHeld = () => held;
  const page = openPage();
  const first = bringPaper(page, { about: 's2', chosen, key: 'k1' }, () =>
    Promise.resolve({ ok: true, data: {} }),
  );
  const errand = { about: 's2', chosen: { ...chosen, name: '附件.pdf' }, key: 'k2' };
  const second = bringPaper(page, errand, () => Promise.resolve({ ok: false as const, code: 'offline' }));
  letGo();
  await Promise.all([first, second]);
  expect(page.seen.at(-1)).toMatchObject({ name: '附件.pdf', why: '没有网络' });
  expect(leftPaper('s2')).toEqual(errand);
});
