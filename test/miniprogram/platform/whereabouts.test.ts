import {
  arriveBy,
  goTo,
  rememberVillage,
  township,
  whereabouts,
} from '../../../miniprogram/platform/whereabouts';
import { installFakeWx } from '../../support/fake-wx';

beforeEach(() => {
  installFakeWx();
});

test('opened without a code, nothing is known and nothing is guessed', () => {
  expect(arriveBy({})).toBe(false);
  expect(arriveBy({ scene: 'nonsense.x' })).toBe(false);
  expect(whereabouts()).toBeUndefined();
  expect(township()).toBe('');
});

test('a poster is remembered, also when the app is later opened without one', () => {
  arriveBy({ scene: 'bh.h1' });
  arriveBy({});
  expect(whereabouts()).toEqual({ township: 'bh', home: 'h1' });
});

test('a village poster forgets the home chosen before: the village has its own', () => {
  goTo({ township: 'bh', home: 'h1' });
  goTo({ township: 'bh', village: 'v3' });
  expect(whereabouts()).toEqual({ township: 'bh', village: 'v3' });
});

test('another home of the same township keeps the village', () => {
  goTo({ township: 'bh', village: 'v3' });
  rememberVillage('v3', 's2');
  goTo({ township: 'bh', home: 'h2' });
  expect(whereabouts()).toEqual({ township: 'bh', home: 'h2', village: 'v3', villagerGroup: 's2' });
});

test('the villager group belongs to its village', () => {
  goTo({ township: 'bh', village: 'v3' });
  rememberVillage('v3', 's2');
  goTo({ township: 'bh', village: 'v4' });
  expect(whereabouts()).toEqual({ township: 'bh', village: 'v4' });
});

test('nothing of one township is carried into another', () => {
  goTo({ township: 'bh', village: 'v3' });
  goTo({ township: 'qs' });
  expect(whereabouts()).toEqual({ township: 'qs' });
});
