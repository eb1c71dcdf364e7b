import { sayDone, toRequestScreen } from '../../../../miniprogram/deputy/request/view';
import { places, request } from '../../../support/sample-answers';

const owned = { ...request, reader: 'owner' as const, mine: false };
const TODAY = '2026-11-23';

test('a hidden name is said to be hidden; without a phone it is said how to reach them', () => {
  const { asker: _hidden, ...veiled } = owned;
  expect(toRequestScreen(veiled, places, TODAY).request).toMatchObject({ asker: '不让看名字', phone: '' });
  const nameless = { ...owned, asker: {} };
  expect(toRequestScreen(nameless, places, TODAY).request).toMatchObject({ asker: '没写称呼' });
  expect(toRequestScreen(nameless, places, TODAY).request.reach).toContain('上门');
});

test('only what is legal now has a button; without the directory they are still there', () => {
  const { acts } = toRequestScreen({ ...owned, acts: ['explain', 'handOver'] }, null, TODAY);
  expect(acts.map(({ label }) => label)).toEqual(['已说清', '转给组里别的代表']);
});

test('the deputy reads who decides next', () => {
  expect(sayDone({ act: 'propose', words: '要挖机' })).toContain('人大办决定');
});
