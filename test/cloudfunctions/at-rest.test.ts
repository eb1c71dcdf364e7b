/**
 * Whoever has the data folder reads nobody's words: canaries go in by every door that takes what people write, the
 * relay ships and tells, documents are printed, and the bytes of the folder are searched: those of the database for every
 * word, documents (.docx, .xlsx) part by part for names and phones, photos for what the camera wrote into them.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzip } from '../support/docx';
import { startSampleCloud, type SampleCloud } from '../support/sample-cloud';
import { samplePhoto, uploadFile } from '../support/sample-files';
import { folderOf, newKey, submit, view } from './request/requests';
import { mustStep, relay } from './request/steps';

jest.setTimeout(120_000);

const STAFF = 'bh-staff';
const CANARY = '金丝雀';
/** Different words for each door, so that a failure says which one leaks. */
const say = (door: string): string => `${CANARY}${door}`;

let cloud: SampleCloud;
const dataDir = mkdtempSync(join(tmpdir(), 'at-rest-'));
beforeAll(async () => {
  cloud = await startSampleCloud({ dataDir, instancesPerFunction: 1 });
});
afterAll(() => {
  rmSync(dataDir, { recursive: true });
});

function* filesIn(folder: string): Generator<string> {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* filesIn(path);
    else yield path;
  }
}

/** The parts of every document in the folder, and how many documents there are. */
function readDocuments(): { parts: string[]; count: number } {
  const zips = [...filesIn(dataDir)]
    .map((path) => readFileSync(path))
    .filter((bytes) => bytes.subarray(0, 2).toString('latin1') === 'PK');
  const parts = zips.flatMap((bytes) => [...unzip(bytes).values()].map((part) => part.toString('utf8')));
  return { parts, count: zips.length };
}

/** What stands around each canary in the bytes; latin1 keeps every byte a letter. */
function findCanaries(): string[] {
  const canary = Buffer.from(CANARY).toString('latin1');
  return [...filesIn(dataDir)].flatMap((path) => {
    const bytes = readFileSync(path).toString('latin1');
    const found: string[] = [];
    for (let at = bytes.indexOf(canary); at >= 0; at = bytes.indexOf(canary, at + 1))
      found.push(Buffer.from(bytes.slice(Math.max(0, at - 40), at + 60), 'latin1').toString());
    return found;
  });
}

async function must(openid: string, fn: string, action: string, input: object): Promise<unknown> {
  const answer = await cloud.invoke(fn, action, { township: 'bh', ...input }, { openid, key: newKey() });
  if (!answer.ok) throw new Error(`${fn}.${action} was refused: ${JSON.stringify(answer)}`);
  return answer.data;
}

it('holds no word of a request, its steps, its notices or an article', async () => {
  const said = { name: say('称呼'), phone: '13987654321', text: `${say('正文')}路灯坏了` };
  const photo = await uploadFile(
    cloud,
    'canary',
    `${await folderOf(cloud, 'canary')}/1/1.jpg`,
    await samplePhoto(),
  );
  const { request, number } = await submit(cloud, 'canary', { ...said, photos: [photo], deputy: 'p5' });
  await mustStep(cloud, 'bh-p5', request, { act: 'take' });
  await mustStep(cloud, STAFF, request, { act: 'setTitle', title: say('标题') });
  await mustStep(cloud, 'bh-p5', request, { act: 'note', words: say('记录') });
  await mustStep(cloud, 'bh-p5', request, { act: 'propose', words: say('提请') });
  await mustStep(cloud, STAFF, request, { act: 'assign', lead: 'u1', assist: ['u2'], words: say('交办') });
  await mustStep(cloud, 'bh-unit', request, { act: 'accept' });
  await mustStep(cloud, 'bh-unit', request, { act: 'askExtension', until: '2026-12-25', words: say('延期') });
  await mustStep(cloud, 'bh-unit', request, { act: 'reply', class: 'A', words: say('答复') });
  await mustStep(cloud, 'canary', request, { act: 'solved' });
  const { article } = (await must(STAFF, 'publicity', 'compose', { from: { kind: 'blank', of: '' } })) as {
    article: string;
  };
  const block = { id: 'b1', type: 'text', text: say('段落') };
  const content = { title: say('文章'), author: '人大办', digest: say('摘要'), blocks: [block] };
  await must(STAFF, 'publicity', 'save', { article, edition: 1, content });
  for (let n = 0; n < 3; n++) await relay(cloud);

  // It is all there for whoever may read it …
  const seen = await view(cloud, 'canary', request);
  expect(seen).toMatchObject({ title: say('标题'), text: said.text, replies: [{ words: say('答复') }] });
  expect(await must(STAFF, 'request', 'find', { text: say('标题') })).toMatchObject({
    requests: [{ number }],
  });
  expect(JSON.stringify(await must('canary', 'notify', 'inbox', {}))).toContain('您');

  for (const action of ['assignmentSheet', 'replySheet']) await must(STAFF, 'report', action, { request });
  for (const table of ['person', 'village', 'unit', 'activity'])
    await must(STAFF, 'report', 'exportTable', { table, reason: 'archive' });
  await must(STAFF, 'report', 'dutyTable', { date: '2026-12-07' });
  await must('bh-p5', 'report', 'dutyRecord', { year: 2026 });

  // … and in no byte of the folder.
  await cloud.close();
  expect(findCanaries()).toEqual([]);
  const { parts, count } = readDocuments();
  expect(count).toBeGreaterThanOrEqual(7);
  const told = parts.filter((part) => part.includes(said.name) || part.includes(said.phone));
  expect(told).toEqual([]);
  const bytes = [...filesIn(dataDir)].map((path) => readFileSync(path).toString('latin1')).join('');
  expect(bytes).toContain('\u00ff\u00d8\u00ff');
  expect(bytes).not.toMatch(/canary-camera|Exif/);
});

it('would be found: the search reads what the folder holds', () => {
  expect([...filesIn(dataDir)].length).toBeGreaterThan(0);
  const bytes = [...filesIn(dataDir)].map((path) => readFileSync(path).toString('latin1')).join('');
  expect(bytes).toContain('request-submitted');
});
