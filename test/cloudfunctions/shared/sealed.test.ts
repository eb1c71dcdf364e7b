/** What a store closes, and what comes back. */
import { decryptField, isEncrypted } from '../../../cloudfunctions/shared/cipher';
import { append, put } from '../../../cloudfunctions/shared/conditions';
import { sealedFields } from '../../../cloudfunctions/shared/sealed';
import { TEST_FIELD_KEYS } from '../../support/given';

process.env['FIELD_KEYS'] = TEST_FIELD_KEYS;

const written = sealedFields('words', 'data.*');
const document = {
  _id: 'a~1',
  words: '路断了',
  steps: [{ act: 'note', words: '已看' }, { act: 'keep' }],
  data: { thing1: '某事', list: ['一', ''] },
  history: [{ id: '1', words: 'x' }],
  at: 5,
};

test('what is closed holds no word of it and opens to the same', () => {
  const closed = written.close(document);
  expect(JSON.stringify(closed)).not.toMatch(/路断了|已看|某事|一/);
  expect(closed).toMatchObject({ _id: 'a~1', at: 5, history: document.history });
  expect(closed.data.list[1]).toBe('');
  expect(written.open(closed)).toEqual(document);
});

test('changes are closed by their path, and inside of what they bring', () => {
  const closed = written.closeChanges({
    'assists.u1.words': put('协办的话'),
    steps: append([{ act: 'note', words: '新的话' }], 9),
    state: put('open'),
    history: append([{ id: '2', words: 'x' }]),
  });
  expect(JSON.stringify(closed)).not.toMatch(/的话/);
  expect(closed['state']).toEqual(put('open'));
  expect(closed['history']).toEqual(append([{ id: '2', words: 'x' }]));
  expect(closed['steps']).toMatchObject({ keep: 9 });
  const { value } = closed['assists.u1.words'] as { value: string };
  expect(decryptField(value)).toBe('协办的话');
});

test('a field of that name that is no string is something else', () => {
  const checked = { checks: { words: { state: 'waiting' } } };
  expect(written.close(checked)).toEqual(checked);
  const changed = { 'checks.words': put({ state: 'passed' }) };
  expect(written.closeChanges(changed)).toEqual(changed);
});

test('what was stored in clear before is read as it is, and is not taken for something encrypted', () => {
  expect(written.open(document)).toEqual(document);
  for (const text of ['', 'a.b.c.d', '1.2.3.4', '路.断.了.吗']) expect(isEncrypted(text)).toBe(false);
});
