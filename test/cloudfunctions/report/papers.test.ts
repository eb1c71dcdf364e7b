/** Papers of half a year, read as they are printed: who and what stands on them, for whom, and what is not to be had. In process. */
import type { ActivityDocument } from '../../../cloudfunctions/duty/activities/rules/activity-document';
import type { RequestDocument } from '../../../cloudfunctions/request/rules/request-document';
import { decryptField } from '../../../cloudfunctions/shared/cipher';
import type { InProcessCloud } from '../../support/in-process';
import { ask, directory, named, read, startPapers } from './paper-desk';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);
jest.mock(
  '../../../cloudfunctions/shared/files',
  () => jest.requireActual<{ filesHere: object }>('./paper-desk').filesHere,
);

const NONE = `bh~${'0'.repeat(16)}`;
let cloud: InProcessCloud;
beforeAll(async () => {
  cloud = await startPapers();
});
beforeEach(() => {
  cloud.clock.set(cloud.clock.now() + 61_000);
});

const requests = () =>
  cloud.documents<RequestDocument>('requests').filter(({ township }) => township === 'bh');
const inState = (state: string) => {
  const found = requests().find((one) => one.state === state);
  if (!found) throw new Error(`no request is ${state}`);
  return found;
};
function change(name: string, id: string, changes: object): () => void {
  const all = cloud.documents<{ _id: string }>(name);
  cloud.replace(
    name,
    all.map((one) => (one._id === id ? { ...one, ...changes } : one)),
  );
  return () => {
    cloud.replace(name, all);
  };
}

test('what is not there is not printed', async () => {
  const asked: readonly [string, object, string, string?][] = [
    ['assignmentSheet', { request: NONE }, 'not-found'],
    ['assignmentSheets', { requests: [NONE] }, 'not-found'],
    ['replySheet', { request: NONE }, 'not-found'],
    ['receipt', { request: NONE }, 'not-found'],
    ['suggestionPaper', { suggestion: NONE, paper: 'reply' }, 'not-found'],
    ['activityPaper', { activity: NONE, paper: 'archive' }, 'not-found'],
    ['articlePaper', { article: NONE }, 'not-found'],
    ['dutyReportPaper', { activity: NONE, paper: 'text' }, 'not-found'],
    ['sessionPaper', { session: 's999', paper: 'attendance' }, 'not-found'],
    ['dutyRecord', { year: 2026, person: 'p999' }, 'not-found'],
    ['dutyRecord', { year: 2026 }, 'not-found'],
    ['slip', { date: '2026-12-07', booking: `b${'0'.repeat(16)}-b00000000` }, 'not-found'],
    ['slip', { date: '2026-12-07', booking: `${'0'.repeat(16)}-b00000000` }, 'not-found'],
    ['poster', { place: 'v99', paper: 'A3' }, 'not-found'],
    ['numberList', { date: '2026-12-08', home: 'h1' }, 'not-published'],
    ['employerNotice', { date: '2026-12-07', seat: 'h9-am-1' }, 'not-found'],
    ['invitationSlips', { invitations: [NONE] }, 'not-found'],
    ['report', { report: NONE }, 'not-found'],
    ['wallRulePaper', { rule: NONE }, 'not-found'],
  ];
  for (const [action, input, code, openid] of asked) {
    expect([action, (await ask(action, input, openid)).code]).toEqual([action, code]);
  }
});

describe('a request', () => {
  test('assigned: its number and unit; several in one document, and which of them could not be', async () => {
    const [one, two] = [inState('assigned'), inState('accepted')];
    const words = await read('assignmentSheet', { request: one._id });
    expect(words).toContain(one.number);
    expect(words).toContain(named(directory().units, one.lead));
    const waiting = inState('submitted');
    const asked = { requests: [one._id, two._id, waiting._id] };
    const answer = await ask('assignmentSheets', asked);
    expect(answer.data).toMatchObject({
      refused: [waiting._id],
      name: expect.stringMatching(/^转办单 2件 /) as string,
    });
    const all = await read('assignmentSheets', asked);
    expect([all.includes(one.number), all.includes(two.number), all.includes(waiting.number)]).toEqual([
      true,
      true,
      false,
    ]);
    expect(await ask('assignmentSheets', { requests: [waiting._id] })).toMatchObject({ code: 'not-found' });
  });

  test('from whose deputy it is hidden, it is not printed by them, nor its reply or receipt', async () => {
    const answered = inState('replied');
    const back = change('requests', answered._id, { hidden: ['p1'], recused: ['p1'] });
    for (const action of ['assignmentSheet', 'replySheet', 'receipt'])
      expect([action, (await ask(action, { request: answered._id }, 'bh-p1')).code]).toEqual([
        action,
        'not-found',
      ]);
    back();
    for (const action of ['assignmentSheet', 'replySheet', 'receipt'])
      expect([action, (await ask(action, { request: answered._id }, 'bh-p1')).ok]).toEqual([action, true]);
    expect(await ask('replySheet', { request: inState('assigned')._id })).toMatchObject({
      code: 'not-found',
    });
    expect(await ask('receipt', { request: inState('withdrawn')._id })).toMatchObject({ code: 'not-found' });
  });

  test('its receipt: where it is, by when it is told where it went, and the words with which it was', async () => {
    const waiting = inState('visiting');
    const words = await read('receipt', { request: waiting._id });
    const { villages, categories } = directory();
    for (const said of [
      waiting.number,
      named(villages, waiting.village),
      named(categories, waiting.category),
    ])
      expect(words).toContain(said);
    expect(words).not.toContain('办理去向告知');
    const told = inState('out-of-scope');
    const steps = told.steps.map(({ act, words: said }) => [act, said] as const);
    const last = steps.filter(([act, said]) => act === 'outOfScope' && said !== undefined).at(-1)?.[1] ?? '';
    const paper = await read('receipt', { request: told._id });
    expect(paper).toContain('办理去向告知');
    expect(paper).toContain('法院');
    if (last.startsWith('k1.')) expect(paper).toContain(decryptField(last));
  });
});

describe('an activity', () => {
  const all = () =>
    cloud.documents<ActivityDocument>('activities').filter(({ township }) => township === 'bh');

  test('held: its archive has the day, and who was there; withdrawn it has none', async () => {
    const kinds = new Map(
      all()
        .filter(({ state }) => state === 'held')
        .map((one) => [one.kind, one]),
    );
    expect(kinds.size).toBeGreaterThan(3);
    for (const one of kinds.values()) {
      const answer = await ask('activityPaper', { activity: one._id, paper: 'archive' });
      if (one.kind === 'tied-help') {
        expect(answer.code).toBe('not-found');
        continue;
      }
      expect([one.kind, answer.ok]).toEqual([one.kind, true]);
      const words = await read('activityPaper', { activity: one._id, paper: 'archive' });
      for (const person of one.persons) expect(words).toContain(named(directory().people, person));
      const [, month, on] = one.date.split('-').map(Number);
      expect(words).toContain(`${String(month)}月${String(on)}日`);
      const back = change('activities', one._id, { state: 'withdrawn' });
      expect(await ask('activityPaper', { activity: one._id, paper: 'archive' })).toMatchObject({
        code: 'not-found',
      });
      back();
    }
  });

  test('what was found is printed of an inspection alone', async () => {
    for (const one of new Map(all().map((each) => [each.kind, each])).values()) {
      const { code, ok } = await ask('activityPaper', { activity: one._id, paper: 'findings' });
      const wanted =
        one.kind === 'inspection'
          ? [true, undefined]
          : [false, one.kind === 'tied-help' ? 'not-found' : 'wrong-state'];
      if (['inspection', 'study', 'household-visit', 'tied-help'].includes(one.kind))
        expect([one.kind, ok, code]).toEqual([one.kind, ...wanted]);
    }
  });
});
