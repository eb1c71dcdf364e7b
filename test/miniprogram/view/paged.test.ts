import { readOn } from '../../../miniprogram/view/paged';

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
