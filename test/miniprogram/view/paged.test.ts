import { explainOpening } from '../../../miniprogram/view/feedback';
import { readOn, showOn } from '../../../miniprogram/view/paged';

const page = (requests: string[], next?: string) =>
  Promise.resolve({ ok: true as const, data: { requests, ...(next !== undefined && { next }) } });

test('the next page stands behind what is there, and asks from where that ended', async () => {
  const asked: unknown[] = [];
  const fetch = (after?: string) => {
    asked.push(after);
    return after === undefined ? page(['a', 'b'], 'b') : page(['c']);
  };
  const first = await readOn(undefined, fetch, ({ requests }) => requests);
  const second = await readOn(first.ok ? first.data : undefined, fetch, ({ requests }) => requests);
  expect(second).toEqual({ ok: true, data: { rows: ['a', 'b', 'c'] } });
  expect(asked).toEqual([undefined, 'b']);
});

test('a failure is handed on; what was read stays with the caller', async () => {
  const offline = () => Promise.resolve({ ok: false as const, code: 'offline' as const });
  expect(await readOn({ rows: ['a'], next: 'a' }, offline, () => [])).toEqual({ ok: false, code: 'offline' });
});

test('a page that shows such a list is busy while it reads, and keeps what it has when that fails', async () => {
  const set: Record<string, unknown>[] = [];
  const shown = {
    paged: { rows: ['a'], next: 'a' },
    setData: (data: Record<string, unknown>) => void set.push(data),
  };
  const toScreen = ({ rows }: { rows: readonly string[] }) => ({ rows });
  await showOn(
    shown,
    () => page(['b']),
    ({ requests }) => requests,
    toScreen,
  );
  expect(set).toEqual([
    { busy: true },
    { busy: false, loading: false, problem: '' },
    { screen: { rows: ['a', 'b'] } },
  ]);
  expect(shown.paged).toEqual({ rows: ['a', 'b'] });
  set.length = 0;
  const offline = () => Promise.resolve({ ok: false as const, code: 'offline' as const });
  await showOn(shown, offline, () => [], toScreen);
  expect(set).toEqual([
    { busy: true },
    { busy: false, loading: false, problem: explainOpening({ code: 'offline' }) },
  ]);
  expect(shown.paged).toEqual({ rows: ['a', 'b'] });
});
