/**
 * What reads of the other functions say of a request (every-read.test.ts has request and overview): lists, inbox,
 * messages, articles, and the documents that are printed or taken out, part by part as the one rule gives them. Documents
 * are opened and all their words are read. `npm test` asks one cell of 163, ANSWERS_SEED others, and papers in which no
 * request stands of the first alone; PROOF=1 asks each.
 */
import { main as congress } from '../../../cloudfunctions/congress/index';
import { main as duty } from '../../../cloudfunctions/duty/index';
import { main as media } from '../../../cloudfunctions/media/index';
import { main as notify } from '../../../cloudfunctions/notify/index';
import { main as overview } from '../../../cloudfunctions/overview/index';
import { main as publicity } from '../../../cloudfunctions/publicity/index';
import { main as reception } from '../../../cloudfunctions/reception/index';
import { main as registry } from '../../../cloudfunctions/registry/index';
import { main as report } from '../../../cloudfunctions/report/index';
import { main as request } from '../../../cloudfunctions/request/index';
import type { RequestDocument } from '../../../cloudfunctions/request/rules/request-document';
import type { Reader } from '../../../cloudfunctions/request/view/rules/reader';
import { closeRequest } from '../../../cloudfunctions/request/store';
import { ACCESS, type Access } from '../../../cloudfunctions/shared/access';
import type { ArticleView, Saved } from '../../../miniprogram/contract/publicity';
import type { FunctionName } from '../../../miniprogram/contract/wire';
import { writeWorkbench } from '../../../cloudfunctions/notify/workbench/store';
import { countCases } from '../../support/cases';
import { startInProcess, type InProcessCloud } from '../../support/in-process';
import { listActions, type Table } from '../../support/listed-actions';
import { wordsOf, type Draw } from './drawn-once';
import { ASKER, bearWorld, cells, partsNotDue, readerOf, requestOf, WHO, type World } from './reading-cells';
import { ALL_READS, READ_NAMES, type Told } from './reads';
import { newKey } from './requests';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);
const mockFiles: Buffer[] = [];
jest.mock('../../../cloudfunctions/shared/files', () => ({
  storeFile: (path: string, bytes: Buffer) => {
    mockFiles.push(bytes);
    return Promise.resolve(path);
  },
  linkFiles: (paths: string[]) => Promise.resolve(paths),
}));
/** The module in the report's folder with this drawing of its own: what was drawn is not drawn anew. */
function mockOnce(path: string, name: string): object {
  const real = jest.requireActual<Record<string, Draw>>(`../../../cloudfunctions/report/${path}`);
  const { drawOnce } = jest.requireActual<typeof import('./drawn-once')>('./drawn-once');
  return { ...real, [name]: drawOnce(real[name] as Draw) };
}
jest.mock('../../../cloudfunctions/report/documents/print-sheet', () =>
  mockOnce('documents/print-sheet', 'printSheet'),
);
jest.mock('../../../cloudfunctions/report/work-report/print-report', () =>
  mockOnce('work-report/print-report', 'printReport'),
);
jest.mock('../../../cloudfunctions/report/lists/write-list', () => mockOnce('lists/write-list', 'writeList'));
jest.mock('../../../cloudfunctions/shared/serve', () => {
  const real = jest.requireActual<{ serve: (...all: unknown[]) => unknown }>(
    '../../../cloudfunctions/shared/serve',
  );
  const tables: Table[] = [];
  const serve = (fn: string, actions: Table['actions'], ...rest: unknown[]) => {
    tables.push({ fn, actions });
    return real.serve(fn, actions, ...rest);
  };
  return { ...real, serve, tables };
});
const { tables } = jest.requireMock<{ tables: Table[] }>('../../../cloudfunctions/shared/serve');
jest.setTimeout(10_800_000);

/** Those of request and overview are every-read.test.ts's. */
const ASKED = ALL_READS.filter(
  ({ fn, action }) => !['request', 'overview'].includes(fn) || action === 'audit',
).map((read, at) => Object.assign({ at }, read));

/** Every word of the documents that were made since. */
function printed(): string {
  return mockFiles.splice(0).map(wordsOf).join('\n');
}

/** Assigned and answered, so that each sheet has something to say; what is published are the office's words. */
function handled(document: RequestDocument, isPublished: boolean): RequestDocument {
  const at = document.createdAt;
  const day = '2026-12-20';
  return {
    ...document,
    assigned: { at, replyBy: day, longBy: day },
    replies: [{ class: 'A', words: '路灯修好了', unit: 'u1', by: 'bh-unit', at }],
    ...(isPublished && { published: { title: '一盏路灯', summary: '路灯不亮', result: '修好了', on: day } }),
  };
}

/** Whom these are made for, whoever asks for them. */
const GOES_TO: Readonly<Record<string, Reader>> = {
  assignmentSheet: 'unit',
  assignmentSheets: 'unit',
  presidiumPack: 'overseer',
  draftFromRequests: 'overseer',
};
const EXISTENCE = 'that it is there';
/** Nothing is there under it. */
const NONE = `bh~${'0'.repeat(16)}`;

let cloud: InProcessCloud;
let world: World;
let beside: Omit<Told, 'request' | 'number' | 'article' | 'version'>;
beforeAll(async () => {
  cloud = await startInProcess({
    congress,
    duty,
    media,
    notify,
    overview,
    publicity,
    reception,
    registry,
    report,
    request,
  });
  world = await bearWorld(cloud);
  beside = await bearBeside(world.born._id);
});

async function granted<T>(name: string, openid: string, input: object): Promise<T> {
  const [fn = '', action = ''] = name.split('.');
  const answer = await cloud.invoke(fn, action, { township: 'bh', ...input }, { openid, key: newKey() });
  if (!answer.ok) throw new Error(`${name} was refused: ${JSON.stringify(answer)}`);
  return answer.data as T;
}

/** A suggestion that grew out of the request, and what else reads are asked about. */
async function bearBeside(id: string): Promise<typeof beside> {
  const { suggestion } = await granted<{ suggestion: string }>('congress.draftSuggestion', 'bh-p5', {
    category: 'road',
    requests: [id],
    title: '关于路灯的建议',
    grounds: '路黑。',
    plan: '装灯。',
  });
  const { report: made } = await granted<{ report: string }>('report.createReport', 'bh-staff', {
    kind: 'work',
    from: '2026-07-01',
    to: '2026-11-30',
  });
  const { activity } = await granted<{ activity: string }>('duty.note', 'bh-p5', {
    activity: { kind: 'household-visit', date: '2026-11-20', village: 'v4', people: 2 },
  });
  const { session } = await granted<{ session: string }>('congress.prepareSession', 'bh-staff', {
    name: '第十八届第六次会议',
    from: '2026-12-20',
    to: '2026-12-21',
    place: '礼堂',
  });
  // The office and the presidium read it too.
  await granted('congress.actOnSuggestion', 'bh-p5', { suggestion, step: { act: 'submit' } });
  return { suggestion, report: made, activity, session };
}

/** The one request as stored, what its birth and an article of it tell everybody, and nothing of the cell before. */
async function tellOf(document: RequestDocument): Promise<Told> {
  cloud.replace('requests', [closeRequest(document)]);
  cloud.replace('invitations', world.grants);
  for (const name of ['inbox', 'messages', 'audit', 'facts', 'articles', 'charts']) cloud.replace(name, []);
  cloud.clock.set(cloud.clock.now() + 61_000);
  const from = { kind: 'request', of: document._id };
  const staff = () => ({ openid: 'bh-staff', key: newKey() });
  const composed = await cloud.invoke('publicity', 'compose', { township: 'bh', from }, staff());
  const { article = NONE } = (composed.data ?? {}) as { article?: string };
  const of = { township: 'bh', article };
  // What is written anew half an hour later leaves a version of what stood there.
  const view = (await cloud.invoke('publicity', 'get', of, staff())).data as ArticleView | undefined;
  if (view) {
    // The phone names the blocks.
    const blocks = view.content.blocks.map((block, at) => Object.assign({}, block, { id: `b${String(at)}` }));
    let { edition } = view;
    for (const title of ['一盏路灯', '路灯亮了']) {
      cloud.clock.set(cloud.clock.now() + 1_800_000);
      const content = Object.assign({}, view.content, { blocks, title });
      ({ edition } = await granted<Saved>('publicity.save', 'bh-staff', { article, edition, content }));
    }
  }
  await cloud.invoke('notify', 'kick', { township: 'bh' }, { openid: ASKER, key: newKey() });
  await writeWorkbench('bh', cloud.clock.now());
  const history = await cloud.invoke('publicity', 'history', of, staff());
  const { versions = [] } = (history.data ?? {}) as { versions?: { version: string }[] };
  const version = versions[0]?.version ?? `${NONE}~v1`;
  return { ...beside, request: document._id, number: document.number, article, version };
}

/** 163 and 24 have no divisor in common: the few cells differ in each switch. */
const EACH = 163;
const SEED = Number(process.env['ANSWERS_SEED'] ?? 0);

it('says of a request in every other answer and document what the rule gives, and nothing more', async () => {
  const all = [...cells()];
  expect(all.length).toBe(480);
  const isWhole = process.env['PROOF'] === '1';
  const chosen = all
    .filter((_one, at) => isWhole || at % EACH === SEED % EACH)
    // A third of the states; of the few cells the first.
    .map((cell, nth) => ({ cell, isPublished: Math.floor(nth / (isWhole ? 24 : 1)) % 3 === 0 }));
  const [first] = chosen;
  let looked = 0;
  let expected = 0;
  let named = 0;
  const silent = new Set(ASKED.filter(({ nameless }) => !nameless).map(({ at }) => at));
  for (const { cell, isPublished } of chosen) {
    const document = handled(requestOf(world, cell), isPublished);
    const told = await tellOf(document);
    const inCell = isWhole || cell === first?.cell ? ASKED : ASKED.filter(({ plain }) => !plain);
    for (const openid of WHO) {
      cloud.clock.set(cloud.clock.now() + 61_000);
      const reader = readerOf(world, { openid, now: cloud.clock.now() }, document);
      expected += inCell.length;
      const found: object[] = [];
      for (const { at, fn, action, input: inputOf } of inCell) {
        // Sixty calls in a minute belong to an account.
        cloud.clock.set(cloud.clock.now() + 1_100);
        const input = inputOf(told);
        const answer = await cloud.invoke(fn, action, input, { openid, key: newKey() });
        const said = JSON.stringify(answer) + printed();
        const leaked = partsNotDue(reader && (GOES_TO[action] ?? reader), document, said);
        // The public board tells everybody that it is there; the administrator sees in the audit that there was an act.
        const isNumberDue = reader !== undefined || isPublished || openid === 'bh-admin';
        if (!isNumberDue && said.includes(document.number)) leaked.push('number');
        const wrong = leaked.filter((part) => !isPublished || part !== EXISTENCE);
        if (answer.code === 'internal') wrong.push('an internal error');
        const asked = { ...cell, isPublished, openid, reader, fn, action, input };
        if (wrong.length > 0) found.push({ wrong, asked });
        looked++;
        if (answer.ok) silent.delete(at);
        if (said.includes(document._id) || said.includes(document.number)) named++;
      }
      expect(found).toEqual([]);
      countCases(inCell.length);
    }
  }
  expect(looked).toBe(expected);
  expect(expected).toBeGreaterThan(chosen.length * WHO.length * 100);
  expect(named).toBeGreaterThan(chosen.length * WHO.length);
  // Each of them answered somebody.
  expect([...silent].map((at) => ASKED[at]?.action)).toEqual([]);
});

/** Open to no account. */
const PLATFORMS: readonly string[] = (Object.keys(ACCESS) as FunctionName[]).flatMap((fn) =>
  Object.entries<Access>(ACCESS[fn]).flatMap(([action, { by }]) =>
    by === 'platform' ? [`${fn}.${action}`] : [],
  ),
);

test('every read of every function is asked', async () => {
  const reads = await listActions(tables, false);
  expect(reads.length).toBeGreaterThan(100);
  expect(reads.filter((name) => !READ_NAMES.includes(name) && !PLATFORMS.includes(name))).toEqual([]);
});
