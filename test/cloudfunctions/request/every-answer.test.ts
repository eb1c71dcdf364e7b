/**
 * What reads of the other functions say of a request (every-read.test.ts has request and overview): lists, inbox,
 * messages, articles, and the documents that are printed or taken out, part by part as the one rule gives them. Documents
 * are opened and all their words are read. A few cells of all in `npm test`; PROOF=1 tries each.
 */
import { strFromU8, unzipSync } from 'fflate';
import { main as congress } from '../../../cloudfunctions/congress/index';
import { main as duty } from '../../../cloudfunctions/duty/index';
import { main as notify } from '../../../cloudfunctions/notify/index';
import { main as publicity } from '../../../cloudfunctions/publicity/index';
import { main as report } from '../../../cloudfunctions/report/index';
import { main as request } from '../../../cloudfunctions/request/index';
import { closeRequest } from '../../../cloudfunctions/request/store';
import { startInProcess, type InProcessCloud } from '../../support/in-process';
import { ASKER, bearWorld, cells, partsNotDue, readerOf, requestOf, WHO, type World } from './reading-cells';
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
jest.setTimeout(1_800_000);

const SPAN = { from: '2026-01-01', to: '2026-12-31' };
const OF_P5 = { ...SPAN, by: { dimension: 'person', value: 'p5' } };
const reason = 'meeting';
const list = (of: object) => ['report', 'exportList', { of, reason }] as const;

const readsOf = (id: string): readonly (readonly [string, string, object])[] => [
  ['duty', 'facts', { of: 'all', ...SPAN }],
  ['duty', 'facts', { of: 'all', ...OF_P5 }],
  ['duty', 'figures', { queries: [{ of: 'visited', ...SPAN }] }],
  ['duty', 'record', { year: 2026 }],
  ['duty', 'record', { year: 2026, person: 'p5' }],
  ['duty', 'listActivities', { scope: 'mine' }],
  ['duty', 'listOpinions', {}],
  ['duty', 'listDisputes', {}],
  ['duty', 'publicFacts', { person: 'p5' }],
  ['congress', 'suggestions', { queue: 'all' }],
  ['congress', 'publicSuggestions', {}],
  ['congress', 'draftFromRequests', { requests: [id] }],
  ['congress', 'leaving', {}],
  ['congress', 'meetings', { year: 2026 }],
  ['congress', 'topics', { year: 2026 }],
  ['congress', 'liaison', {}],
  ['congress', 'guidance', {}],
  ['congress', 'listAsked', {}],
  ['congress', 'sessions', {}],
  ['publicity', 'list', {}],
  ['publicity', 'happenings', {}],
  ['publicity', 'compose', { from: { kind: 'request', of: id } }],
  ['publicity', 'published', {}],
  ['notify', 'inbox', {}],
  ['notify', 'notices', {}],
  ['notify', 'calls', {}],
  ['notify', 'letters', { kind: 'message' }],
  ['notify', 'letters', { kind: 'event' }],
  ['notify', 'audit', {}],
  ['report', 'registrationForm', {}],
  ['report', 'assignmentSheet', { request: id }],
  ['report', 'assignmentSheets', { requests: [id] }],
  ['report', 'replySheet', { request: id }],
  ['report', 'receipt', { request: id }],
  ['report', 'dutyRecord', { year: 2026, person: 'p5' }],
  ['report', 'presidiumPack', { year: 2026, quarter: 4 }],
  ['report', 'reportCharts', { of: 'received' }],
  ['report', 'chartRows', { of: 'received', ...SPAN }],
  ['report', 'districtFigures', {}],
  ['report', 'districtRecord', { of: 'bh', person: 'p1', year: 2026 }],
  ['report', 'ownData', {}],
  list({ list: 'requests', queue: 'all' }),
  list({ list: 'requests', queue: 'all', chosen: [id] }),
  list({ list: 'facts', of: 'all', ...SPAN }),
  list({ list: 'duty', year: 2026, person: 'p5' }),
  list({ list: 'audit', filter: {} }),
];

/** Every word of the documents that were made since. */
function printed(): string {
  return mockFiles
    .splice(0)
    .flatMap((bytes) => Object.entries(unzipSync(new Uint8Array(bytes))))
    .filter(([name]) => name.endsWith('.xml'))
    .map(([, bytes]) => strFromU8(bytes).replace(/<[^>]+>/g, ''))
    .join('\n');
}

let cloud: InProcessCloud;
let world: World;
beforeAll(async () => {
  cloud = await startInProcess({ congress, duty, notify, publicity, report, request });
  world = await bearWorld(cloud);
});

it('says of a request in every other answer and document what the rule gives, and nothing more', async () => {
  const all = [...cells()];
  const chosen = process.env['PROOF'] === '1' ? all : all.filter((_cell, at) => at % 71 === 0);
  let looked = 0;
  const answered = new Set<string>();
  for (const cell of chosen) {
    const document = requestOf(world, cell);
    cloud.replace('requests', [closeRequest(document)]);
    cloud.replace('invitations', world.grants);
    for (const name of ['inbox', 'messages', 'audit', 'facts', 'articles']) cloud.replace(name, []);
    // What its life tells, and leaves in the ledger and the audit.
    await cloud.invoke('notify', 'kick', { township: 'bh' }, { openid: ASKER, key: newKey() });
    for (const openid of WHO) {
      cloud.clock.set(cloud.clock.now() + 61_000);
      const reader = readerOf(world, { openid, now: cloud.clock.now() }, document);
      for (const [fn, action, input] of readsOf(document._id)) {
        const answer = await cloud.invoke(
          fn,
          action,
          { township: 'bh', ...input },
          { openid, key: newKey() },
        );
        if (answer.code === 'internal' || answer.code === 'bad-input')
          throw new Error(`${fn}.${action} did not answer: ${JSON.stringify(answer)}`);
        const said = JSON.stringify(answer) + printed();
        const at = JSON.stringify({ ...cell, openid, reader, fn, action, input });
        expect([at, partsNotDue(reader, document, said)]).toEqual([at, []]);
        looked++;
        if (answer.ok) answered.add(`${fn}.${action}`);
      }
      cloud.replace('articles', []);
    }
  }
  expect(looked).toBe(chosen.length * WHO.length * readsOf('').length);
  // Each of them answered somebody.
  const silent = readsOf('').flatMap(([fn, action]) =>
    answered.has(`${fn}.${action}`) ? [] : [`${fn}.${action}`],
  );
  expect(silent).toEqual([]);
});
