import { sayNarrowed } from '../../../../../cloudfunctions/report/lists/rules/say-narrowed';
import type { OfficeQueue, RequestFilter } from '../../../../../miniprogram/contract/request-lists';
import { smallDirectory } from '../../../request/rules/books';

const directory = { ...smallDirectory([], []), units: [{ id: 'u1', name: '交通办', categories: [] }] };
const say = (queue: OfficeQueue, filter: RequestFilter = {}) => sayNarrowed(queue, filter, directory);

it('says of all requests whether they are open, over, or in one state', () => {
  expect(say('all')).toBe('所有在办的');
  expect(say('all', { closed: true })).toBe('已经结束的');
  expect(say('all', { state: 'promised' })).toBe('承诺办理中');
});

it('says a queue by its own name, whatever the state', () => {
  expect([say('late'), say('key', { closed: true })]).toEqual(['快到期、超期', '重点督办']);
});

it('then says of which village, category, group and unit', () => {
  const all = { village: 'v2', category: 'water', group: 'g1', unit: 'u1' };
  expect(say('to-route', all)).toBe('待转办 乙村 水利 第一小组 交通办');
  expect(say('all', { group: 'g2', village: 'gone' })).toBe('所有在办的 第二小组');
});
