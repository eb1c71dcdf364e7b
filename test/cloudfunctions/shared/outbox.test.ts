import { bornWith, recordAct, recordActs, type Act } from '../../../cloudfunctions/shared/outbox';
import { decryptField } from '../../../cloudfunctions/shared/cipher';
import { append, put } from '../../../cloudfunctions/shared/conditions';
import { TEST_FIELD_KEYS } from '../../support/given';

process.env['FIELD_KEYS'] = TEST_FIELD_KEYS;

const act: Act = {
  at: 5,
  by: 'acc',
  act: 'book',
  of: 'acc-b1',
  from: '',
  to: 'h1-0830-1',
  key: 'key-0001',
  event: 'booked',
  about: { place: 'h1-0830-1' },
};
const id = expect.stringMatching(/^acc~key-0001~booked~[0-9a-f]{8}$/) as string;
const row = { id, at: 5, by: 'acc', act: 'book', of: 'acc-b1', from: '', to: 'h1-0830-1' };
const entry = { id, event: 'booked', at: 5, about: { place: 'h1-0830-1' } };

test('an act leaves one row of history and one event under one name', () => {
  expect(recordAct(act)).toEqual({ history: append([row]), outbox: append([entry]), outboxAt: put(5) });
  expect(bornWith(act)).toEqual({ history: [row], outbox: [entry], outboxAt: 5 });
});

test('a reason stands encrypted in its history, and not in the event', () => {
  const spoken = bornWith({ ...act, words: '说明' });
  expect(decryptField(spoken.history[0]?.words ?? '')).toBe('说明');
  expect(JSON.stringify(spoken)).not.toContain('说明');
  expect(spoken.history[0]).not.toHaveProperty('about');
});

test("nobody's act can pass for another's, though both phones chose the same key", () => {
  const [one, other] = [bornWith(act), bornWith({ ...act, by: 'other' })];
  expect(one.outbox[0]?.id).not.toBe(other.outbox[0]?.id);
});

test('two acts under one key leave two rows: what was done, and to what, is in the name', () => {
  const ids = [act, { ...act, of: 'acc-b2' }, { ...act, act: 'move' }].map((one) => bornWith(one));
  expect(new Set(ids.map(({ history }) => history[0]?.id)).size).toBe(3);
  expect(new Set(ids.map(({ outbox }) => outbox[0]?.id)).size).toBe(3);
  expect(bornWith(act)).toEqual(bornWith({ ...act }));
});

test('several acts in one write, and none', () => {
  const second = { ...act, event: 'place-freed' };
  const freed = expect.stringMatching(/^acc~key-0001~place-freed~[0-9a-f]{8}$/) as string;
  expect(recordActs([act, second])).toEqual({
    history: append([row, { ...row, id: freed }]),
    outbox: append([entry, { ...entry, id: freed, event: 'place-freed' }]),
    outboxAt: put(5),
  });
  expect(recordActs([])).toEqual({});
});
