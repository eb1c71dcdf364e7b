import { createQueue } from '../../../../miniprogram/office/desk/queue';
import type { Act, Wish } from '../../../../miniprogram/office/desk/queue';
import type { Result } from '../../../../miniprogram/contract/result';

type Answer = Result<{ booking: string }>;

function stepOf(booking: string): Wish {
  const step = { date: '2026-12-07', booking, place: 'h1-0830-1', from: 'booked', to: 'arrived' } as const;
  return { step, words: booking };
}

function setUp(answer: (act: Act) => Answer) {
  const sent: Act[] = [];
  const ended: [string, Answer][] = [];
  const fake = { answer };
  const queue = createQueue({
    send: (act) => {
      sent.push(act);
      return Promise.resolve(fake.answer(act));
    },
    ended: (act, result) => {
      ended.push([act.words, result]);
    },
  });
  return { queue, sent, ended, fake };
}

const ok: Answer = { ok: true, data: { booking: 'b1' } };
const offline: Answer = { ok: false, code: 'offline' };

test('without a network an act waits and goes again under the same key and body', async () => {
  const { queue, sent, ended, fake } = setUp(() => offline);
  await queue.add(stepOf('b1'));
  expect(ended).toEqual([]);
  expect(queue.holds('b1')).toBe(true);
  fake.answer = () => ok;
  await queue.flush();
  expect(sent).toHaveLength(2);
  expect(sent[1]).toEqual(sent[0]);
  expect(ended).toEqual([['b1', ok]]);
  expect(queue.holds('b1')).toBe(false);
});

test('what waits in front is not overtaken', async () => {
  const { queue, sent, fake } = setUp(() => offline);
  await queue.add(stepOf('b1'));
  await queue.add(stepOf('b2'));
  expect(sent.map(({ words }) => words)).toEqual(['b1', 'b1']);
  fake.answer = () => ok;
  await queue.flush();
  expect(sent.slice(2).map(({ words }) => words)).toEqual(['b1', 'b2']);
  expect(queue.waiting()).toEqual([]);
});

test('a refusal leaves the queue, is told, and lets the next one through', async () => {
  const refused: Answer = { ok: false, code: 'visit-changed', details: { state: 'talking' } };
  const { queue, ended } = setUp((act) => (act.words === 'b1' ? refused : ok));
  await Promise.all([queue.add(stepOf('b1')), queue.add(stepOf('b2'))]);
  expect(ended).toEqual([
    ['b1', refused],
    ['b2', ok],
  ]);
});

test('two flushes at once send nothing twice', async () => {
  const { queue, sent, fake } = setUp(() => offline);
  await queue.add(stepOf('b1'));
  fake.answer = () => ok;
  await Promise.all([queue.flush(), queue.flush()]);
  expect(sent).toHaveLength(2);
});
