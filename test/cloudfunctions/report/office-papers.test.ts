/** Papers that the office prints of everybody, read as they are printed. In process. */
import type { PrintedFile } from '../../../miniprogram/contract/report';
import type { InProcessCloud } from '../../support/in-process';
import { ask, directory, named, read, startPapers, wordsIn } from './paper-desk';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);
jest.mock(
  '../../../cloudfunctions/shared/files',
  () => jest.requireActual<{ filesHere: object }>('./paper-desk').filesHere,
);

let cloud: InProcessCloud;
beforeAll(async () => {
  cloud = await startPapers();
});
beforeEach(() => {
  cloud.clock.set(cloud.clock.now() + 61_000);
});

test('the office’s papers of everybody are there, each under its name', async () => {
  const { card, people } = directory();
  const papers: readonly [string, object, RegExp, readonly string[]][] = [
    ['deputySheet', { paper: 'roster' }, /\.docx$/, [people.find(({ id }) => id === 'p5')?.name ?? '']],
    ['deputySheet', { paper: 'structure' }, /\.docx$/, [card.name]],
    ['registrationForm', {}, /\.docx$/, [card.name]],
    ['essentialsSheet', {}, /\.docx$/, []],
    ['handlingReport', { reader: 'session' }, /\.docx$/, []],
    ['presidiumPack', { year: 2026, quarter: 4 }, /\.docx$/, [card.name]],
    [
      'dutyRecord',
      { year: 2026, person: 'p5' },
      /\.docx$/,
      [people.find(({ id }) => id === 'p5')?.name ?? ''],
    ],
  ];
  for (const [action, input, name, said] of papers) {
    const answer = await ask(action, input);
    expect([action, answer.ok, name.test((answer.data as PrintedFile).name)]).toEqual([action, true, true]);
    const words = wordsIn(answer);
    for (const one of said) expect(words).toContain(one);
  }
});

test('a duty record is the chair’s to print, who is let in as a deputy, and no other deputy’s', async () => {
  const record = { year: 2026, person: 'p5' };
  expect(await ask('dutyRecord', record, 'bh-p1')).toMatchObject({ ok: true });
  expect(await ask('dutyRecord', record, 'bh-p17')).toMatchObject({ code: 'not-allowed' });
});

test('a session’s papers name it; at a sitting each member’s result stands beside the name, before it nobody’s', async () => {
  interface Session {
    session: string;
    name: string;
    sittings: { id: string }[];
  }
  const [first] = cloud.documents<Session>('sessions');
  if (!first) throw new Error('no session');
  const { session, name, sittings } = first;
  const sitting = sittings[0]?.id;
  expect(await ask('sessionPaper', { session, paper: 'attendance' })).toMatchObject({ code: 'not-found' });
  const other = { session, paper: 'attendance', sitting: 'x9' };
  expect(await ask('sessionPaper', other)).toMatchObject({ code: 'not-found' });
  for (const paper of ['signSheet', 'request', 'plan']) {
    const words = await read('sessionPaper', { session, paper });
    expect([paper, words.includes(name), /未到/.test(words)]).toEqual([paper, true, false]);
  }
  const attended = await read('sessionPaper', { session, paper: 'attendance', sitting });
  expect(attended).toContain('未到');
  for (const person of ['p5', 'p8', 'p20']) expect(attended).toContain(named(directory().people, person));
});
