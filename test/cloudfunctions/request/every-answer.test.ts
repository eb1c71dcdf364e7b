/**
 * What reads of the other functions say of a request (every-read.test.ts has request and overview): lists, inbox,
 * messages, articles, and the documents that are printed or taken out, part by part as the one rule gives them. Documents
 * are opened and all their words are read. `npm test` asks one cell of 101, ANSWERS_SEED others; PROOF=1 asks each.
 */
import { strFromU8, unzipSync } from 'fflate';
import { main as congress } from '../../../cloudfunctions/congress/index';
import { main as duty } from '../../../cloudfunctions/duty/index';
import { main as notify } from '../../../cloudfunctions/notify/index';
import { main as overview } from '../../../cloudfunctions/overview/index';
import { main as publicity } from '../../../cloudfunctions/publicity/index';
import { main as report } from '../../../cloudfunctions/report/index';
import { main as request } from '../../../cloudfunctions/request/index';
import type { RequestDocument } from '../../../cloudfunctions/request/rules/request-document';
import type { Reader } from '../../../cloudfunctions/request/view/rules/reader';
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
  ['congress', 'suggestions', { queue: 'mine' }],
  ['congress', 'suggestions', { queue: 'unit' }],
  ['congress', 'publicSuggestions', {}],
  ['congress', 'draftFromRequests', { requests: [id] }],
  ['congress', 'leaving', {}],
  ['congress', 'meetings', { year: 2026 }],
  ['congress', 'keyCandidates', {}],
  ['congress', 'topics', { year: 2026 }],
  ['congress', 'liaison', {}],
  ['congress', 'guidance', {}],
  ['congress', 'listAsked', {}],
  ['congress', 'sessions', {}],
  ['publicity', 'list', {}],
  ['publicity', 'happenings', { kind: 'request' }],
  ['publicity', 'compose', { from: { kind: 'request', of: id } }],
  ['publicity', 'published', {}],
  ['notify', 'inbox', {}],
  ['notify', 'notices', {}],
  ['notify', 'calls', {}],
  ['notify', 'letters', { kind: 'message' }],
  ['notify', 'letters', { kind: 'event' }],
  ['overview', 'audit', {}],
  ['overview', 'audit', { filter: { act: 'request.submit' } }],
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
  ['report', 'districtRecord', { of: 'bh', person: 'p3', year: 2026 }],
  ['report', 'ownData', {}],
  list({ list: 'requests', queue: 'all' }),
  list({ list: 'requests', queue: 'all', chosen: [id] }),
  list({ list: 'facts', of: 'all', ...SPAN }),
  list({ list: 'duty', year: 2026, person: 'p5' }),
  list({ list: 'audit', filter: {} }),
  list({ list: 'opinions' }),
  list({ list: 'meetings', year: 2026 }),
  list({ list: 'liaison' }),
  list({ list: 'guidance' }),
  list({ list: 'directory', kind: 'person' }),
  list({ list: 'disputes' }),
  list({ list: 'absences' }),
  list({ list: 'plan', year: 2026 }),
  list({ list: 'studies', year: 2026 }),
  list({ list: 'quiet', months: 6 }),
  list({ list: 'district-deputies', of: 'bh', year: 2026 }),
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

let cloud: InProcessCloud;
let world: World;
beforeAll(async () => {
  cloud = await startInProcess({ congress, duty, notify, overview, publicity, report, request });
  world = await bearWorld(cloud);
});

/** The one request as stored, what its birth and an article of it tell everybody, and nothing of the cell before. */
async function tellOf(document: RequestDocument): Promise<void> {
  cloud.replace('requests', [closeRequest(document)]);
  cloud.replace('invitations', world.grants);
  for (const name of ['inbox', 'messages', 'audit', 'facts', 'articles', 'charts']) cloud.replace(name, []);
  cloud.clock.set(cloud.clock.now() + 61_000);
  const from = { kind: 'request', of: document._id };
  await cloud.invoke('publicity', 'compose', { township: 'bh', from }, { openid: 'bh-staff', key: newKey() });
  await cloud.invoke('notify', 'kick', { township: 'bh' }, { openid: ASKER, key: newKey() });
}

/** 101 and 24 have no divisor in common: the few cells differ in each switch. */
const EACH = 101;
const SEED = Number(process.env['ANSWERS_SEED'] ?? 0);

it('says of a request in every other answer and document what the rule gives, and nothing more', async () => {
  const all = [...cells()].map((cell, at) => ({ cell, isPublished: Math.floor(at / 24) % 3 === 0 }));
  expect(all.length).toBe(480);
  const chosen = process.env['PROOF'] === '1' ? all : all.filter((_one, at) => at % EACH === SEED % EACH);
  let looked = 0;
  let told = 0;
  const silent = new Set(readsOf('').keys());
  for (const { cell, isPublished } of chosen) {
    const document = handled(requestOf(world, cell), isPublished);
    await tellOf(document);
    for (const openid of WHO) {
      cloud.clock.set(cloud.clock.now() + 61_000);
      const reader = readerOf(world, { openid, now: cloud.clock.now() }, document);
      for (const [at, [fn, action, input]] of readsOf(document._id).entries()) {
        const answer = await cloud.invoke(
          fn,
          action,
          { township: 'bh', ...input },
          { openid, key: newKey() },
        );
        const said = JSON.stringify(answer) + printed();
        const asked = JSON.stringify({ ...cell, isPublished, openid, reader, fn, action, input });
        expect([asked, answer.code]).not.toEqual([asked, 'internal']);
        const leaked = partsNotDue(reader && (GOES_TO[action] ?? reader), document, said);
        // The public board tells everybody that it is there; the administrator sees in the audit that there was an act.
        const isNumberDue = reader !== undefined || isPublished || openid === 'bh-admin';
        if (!isNumberDue && said.includes(document.number)) leaked.push('number');
        const wrong = leaked.filter((part) => !isPublished || part !== EXISTENCE);
        expect([asked, wrong]).toEqual([asked, []]);
        looked++;
        if (answer.ok) silent.delete(at);
        if (said.includes(document._id) || said.includes(document.number)) told++;
      }
    }
  }
  expect(looked).toBe(chosen.length * WHO.length * readsOf('').length);
  expect(told).toBeGreaterThan(chosen.length * WHO.length);
  // Each of them answered somebody.
  expect([...silent].map((at) => readsOf('')[at])).toEqual([]);
});
