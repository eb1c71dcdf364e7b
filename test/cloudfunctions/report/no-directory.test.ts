/** Papers of a township that has no directory, each of which is printed where there is one. In process. */
import { encryptField as sealed } from '../../../cloudfunctions/shared/cipher';
import type { InProcessCloud } from '../../support/in-process';
import { ask, put, startPapers, type Row } from './paper-desk';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);
jest.mock(
  '../../../cloudfunctions/shared/files',
  () => jest.requireActual<{ filesHere: object }>('./paper-desk').filesHere,
);
jest.mock(
  '../../../cloudfunctions/report/documents/print-sheet',
  () => jest.requireActual<{ sheetsHere: object }>('./paper-desk').sheetsHere,
);

let cloud: InProcessCloud;
beforeAll(async () => {
  cloud = await startPapers({ lives: false });
});

test('of a township without a directory nothing is printed', async () => {
  const idOf = (collection: string, is: (one: Row & { state?: string; unit?: string }) => boolean) =>
    cloud
      .documents<Row & { state?: string; unit?: string }>(collection)
      .find((one) => one.township === 'bh' && is(one))?._id;
  const request = idOf('requests', ({ state }) => state !== 'withdrawn') ?? '';
  const replies = [{ class: 'A', words: sealed('修好了'), unit: 'u1', at: 1 }];
  put('requests', request, { state: 'replied', lead: 'u1', replies });
  const suggestion = idOf('suggestions', ({ unit }) => unit !== undefined);
  put('suggestions', suggestion ?? '', { number: '建2026-0001' });
  put('activities', 'bh~inspection000001', {
    kind: 'inspection',
    state: 'held',
    date: '2026-11-20',
    persons: ['p5'],
    invited: {},
    said: sealed('{}'),
    opinions: {},
  });
  put('wallrules', 'bh~wallrule00000001', {
    title: sealed('制度'),
    inForce: { body: sealed('一'), since: '2026-01-01' },
  });
  const [date, month] = ['2026-12-07', { year: 2026, month: 12 }];
  const asked: readonly [string, object, string?][] = [
    ['deputySheet', { paper: 'roster' }],
    ['registrationForm', {}],
    ['essentialsSheet', {}],
    ['numberList', { date, home: 'h2' }],
    ['dutyTable', { date }],
    ['dutyTable', { year: 2026 }],
    ['poster', { place: 'v4' }],
    ['employerNotice', { date, seat: 'h2-am-2' }],
    ['employerNotices', month],
    ['handlingReport', { reader: 'session' }],
    ['presidiumPack', { year: 2026, quarter: 4 }],
    ['dutyRecord', { year: 2026, person: 'p5' }],
    ['assignmentSheet', { request }],
    ['assignmentSheets', { requests: [request] }],
    ['replySheet', { request }],
    ['receipt', { request }],
    ['suggestionPaper', { suggestion, paper: 'reply' }],
    ['sessionPaper', { session: 's181', paper: 'signSheet' }],
    ['activityPaper', { activity: 'bh~inspection000001', paper: 'archive' }],
    ['wallRulePaper', { rule: 'bh~wallrule00000001' }],
    ['ownData', {}, 'somebody'],
  ];
  const codes = () =>
    Promise.all(
      asked.map(async ([action, input, openid]) => [action, (await ask(action, input, openid)).code]),
    );
  const before = await codes();
  const townships = cloud.documents<Row>('townships');
  cloud.replace(
    'townships',
    townships.filter(({ _id }) => _id !== 'bh'),
  );
  cloud.clock.set(cloud.clock.now() + 61_000);
  expect(await codes()).toEqual(asked.map(([action]) => [action, 'not-found']));
  cloud.replace('townships', townships);
  // Of those that are printed where there is one.
  expect(before.filter(([, code]) => code === undefined).length).toBeGreaterThan(15);
});
