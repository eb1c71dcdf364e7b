import { countArrival, countScan } from '../../../miniprogram/services/registry';
import { installFakeWx } from '../../support/fake-wx';
import type { FakeWx } from '../../support/fake-wx';

let fake: FakeWx;
beforeEach(() => {
  fake = installFakeWx();
  fake.answer = () => ({ ok: true, data: { counted: true } });
});

const sent = () => fake.calls.map(({ data }) => data);

test('a poster’s scene is told with the township it names, not the one the phone was in', () => {
  fake.storage.set('v1.whereabouts', { township: 'qs' });
  countArrival({ scene: 'bh.v3' });
  expect(sent()).toEqual([{ action: 'countScan', input: { township: 'bh', place: 'v3' } }]);
});

test.each([{}, { scene: '' }, { scene: 'bh' }, { scene: 'bh.x1' }, { scene: 'https://example.com' }])(
  'nothing is told of %j',
  (query) => {
    countArrival(query);
    countScan(undefined);
    expect(sent()).toEqual([]);
  },
);
