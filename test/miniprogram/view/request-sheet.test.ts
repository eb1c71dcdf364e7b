import { request } from '../../support/sample-answers';
import { toRequestWords } from '../../../miniprogram/view/request-sheet';

const marksFor = (reader: 'asker' | 'owner', hidden?: number): string =>
  toRequestWords({ ...request, reader, ...(hidden !== undefined && { hidden }) }, '2026-11-24').marks.join();

test('whoever wrote it hears that a part is being checked, and that it was received', () => {
  expect(marksFor('asker', 2)).toContain('有 2 段内容还在检查');
  expect(marksFor('asker', 2)).toContain('您说的都收到了');
});

test('whoever has it hears that there is more to come; nothing hidden, nothing said', () => {
  expect(marksFor('owner', 1)).toContain('检查过了才看得到');
  expect(marksFor('owner')).not.toContain('检查');
});
