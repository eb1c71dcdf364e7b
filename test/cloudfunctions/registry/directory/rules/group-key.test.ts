import { groupKey } from '../../../../../cloudfunctions/registry/directory/rules/group-key';

test.each(['3组', '三组', '第三组', '③组', ' ３ 组', '三小组', '第3村民小组', '第３居民小组', '03组'])(
  '%s is the third group',
  (name) => {
    expect(groupKey(name)).toBe('3组');
  },
);

test('a group with a name, and one of another number, is another', () => {
  const names = ['三组', '十三组', '老三组', '三岔组', '三组长', '组', '原双井村三组'];
  expect(new Set(names.map(groupKey)).size).toBe(names.length);
});
