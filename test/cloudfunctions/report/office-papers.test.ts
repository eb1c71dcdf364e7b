/** Papers that the office prints of everybody, read as they are printed. In process. */
import { main as report } from '../../../cloudfunctions/report/index';
import type { Directory } from '../../../cloudfunctions/registry/directory/rules/directory';
import type { PrintedFile } from '../../../miniprogram/contract/report';
import { wordsOf } from '../../support/docx';
import { startInProcess, type InProcessCloud } from '../../support/in-process';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);
const mockFiles = new Map<string, Buffer>();
jest.mock('../../../cloudfunctions/shared/files', () => ({
  storeFile: (path: string, bytes: Buffer) => {
    mockFiles.set(path, bytes);
    return Promise.resolve(path);
  },
  linkFiles: (paths: string[]) => Promise.resolve(paths),
  fetchFile: () => Promise.resolve(undefined),
}));

const STAFF = 'bh-staff';
let cloud: InProcessCloud;
beforeAll(async () => {
  cloud = await startInProcess({ report }, { lives: true });
});
beforeEach(() => {
  cloud.clock.set(cloud.clock.now() + 61_000);
});

const ask = (action: string, input: object = {}, openid = STAFF) =>
  cloud.invoke('report', action, { township: 'bh', ...input }, { openid });
/** The words of the paper, as somebody reads them. */
async function read(action: string, input: object = {}, openid = STAFF): Promise<string> {
  const answer = await ask(action, input, openid);
  if (!answer.ok) throw new Error(`${action}: ${JSON.stringify(answer)}`);
  return wordsOf(mockFiles.get((answer.data as PrintedFile).file) ?? Buffer.alloc(0));
}
const directory = () => cloud.documents<Directory>('townships').find(({ _id }) => _id === 'bh') as Directory;
const named = (rows: readonly { id: string; name: string }[], wanted: string | undefined) =>
  rows.find(({ id }) => id === wanted)?.name ?? 'nobody';
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
    const words = wordsOf(mockFiles.get((answer.data as PrintedFile).file) ?? Buffer.alloc(0));
    for (const one of said) expect(words).toContain(one);
  }
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
