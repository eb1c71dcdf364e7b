/** A session's papers as files: taken in by content, seen by members, a bill's scan by whoever moved it. */
import { folderOf, newKey } from '../../request/requests';
import { startSampleCloud, type SampleCloud } from '../../../support/sample-cloud';
import { samplePhoto, uploadFile } from '../../../support/sample-files';
import type { RollRow, SessionView } from '../../../../miniprogram/contract/congress/session';
import type { SuggestionView } from '../../../../miniprogram/contract/congress/suggestion';
import type { PrintedFile } from '../../../../miniprogram/contract/report';

const STAFF = 'bh-staff';
const DEPUTY = 'bh-p5';
const OTHER = 'bh-p8';
const PDF = Buffer.from('%PDF-1.7\nwords\n%%EOF\n', 'latin1');

let cloud: SampleCloud;
let session = '';
beforeAll(async () => {
  cloud = await startSampleCloud();
  const about = { name: '某次会议', from: '2026-12-20', to: '2026-12-20', place: '礼堂' };
  const { data } = await ask(STAFF, 'prepareSession', about);
  session = (data as { session: string }).session;
  const sittings = [{ date: '2026-12-20', start: '08:30', end: '11:30', title: '上午会' }];
  const agenda = [{ title: '预算草案' }];
  const step = { act: 'saveAgenda', agenda, sittings };
  await ask(STAFF, 'actOnSession', { session, edition: 1, step });
  await ask(STAFF, 'actOnSession', { session, edition: 2, step: { act: 'notify', place: '礼堂' } });
});
afterAll(() => cloud.close());

function ask(openid: string, action: string, input: object = {}) {
  return cloud.invoke('congress', action, { township: 'bh', ...input }, { openid, key: newKey() });
}
const look = async (openid: string) => (await ask(openid, 'session', { session })).data as SessionView;

async function send(openid: string, bytes: Uint8Array, ending: string): Promise<string> {
  return uploadFile(cloud, openid, `${await folderOf(cloud, openid)}/${newKey()}/1.${ending}`, bytes);
}
async function take(openid: string, bytes: Uint8Array, ending: string) {
  const file = await send(openid, bytes, ending);
  return cloud.invoke('media', 'takePaper', { township: 'bh', file }, { openid });
}
async function add(file: string, more: object = {}) {
  const { edition } = await look(STAFF);
  const paper = { act: 'addPaper', title: '预算草案', kind: 'informational', where: '附件', file };
  return ask(STAFF, 'actOnSession', { session, edition, step: { ...paper, ...more } });
}

test('a PDF is kept byte for byte and opened by a member, not by a villager', async () => {
  const { data } = await take(STAFF, PDF, 'pdf');
  const { file } = data as { file: string };
  expect(file).toMatch(/\/bh\/papers\/[0-9a-z]+\.pdf$/);
  expect(await add(file)).toMatchObject({ ok: true });
  const paper = (await look(DEPUTY)).papers.at(-1);
  expect(paper).toMatchObject({ title: '预算草案', file: 'pdf' });
  const opened = await ask(DEPUTY, 'openPaper', { session, paper: paper?.id });
  const { file: link, name } = opened.data as PrintedFile;
  expect(name).toBe('预算草案.pdf');
  expect(Buffer.from(await (await fetch(link)).arrayBuffer())).toEqual(PDF);
  expect(await ask('bh-villager-1', 'openPaper', { session, paper: paper?.id })).toMatchObject({
    code: 'not-allowed',
  });
});

test('what is no paper by its content, whatever its name says, is told at once', async () => {
  expect((await take(STAFF, Buffer.from('MZ program'), 'pdf')).data).toEqual({ fault: 'unreadable' });
  expect((await take(STAFF, Buffer.from('%PDF-1.7 cut off'), 'pdf')).data).toEqual({ fault: 'unreadable' });
  expect((await take(STAFF, await samplePhoto(), 'jpg')).data).toMatchObject({
    file: expect.stringMatching(/\/bh\/papers\/.*\.jpg$/) as unknown,
  });
  expect(await take(DEPUTY, PDF, 'pdf')).toMatchObject({ code: 'not-allowed' });
});

test('a file that still lies in somebody’s own folder is no paper', async () => {
  const own = await send(STAFF, PDF, 'pdf');
  expect(await add(own)).toMatchObject({ code: 'bad-input', details: { field: 'step.file' } });
});

test('the scan of a bill is for whoever moved it and for the office', async () => {
  const { data: roll } = await ask(STAFF, 'roll', { session, sitting: 'b1' });
  const others = (roll as { rows: readonly RollRow[] }).rows
    .filter(({ as, person }) => as === 'deputy' && person !== 'p5' && person !== 'p8')
    .map(({ person }) => person);
  const movers = ['p5', ...others.slice(0, 4)];
  const bill = { session, title: '修路议案', persons: movers, listed: true };
  const added = await ask(STAFF, 'addBill', bill);
  const { id } = added.data as { id: string };
  const { data } = await take(STAFF, PDF, 'pdf');
  expect(await add((data as { file: string }).file, { title: '修路议案 议案原件', bill: id })).toMatchObject({
    ok: true,
  });
  const scan = (await look(STAFF)).papers.find((one) => one.bill === id);
  expect((await look(DEPUTY)).papers).toContainEqual(scan);
  expect((await look(OTHER)).papers.map((one) => one.bill)).not.toContain(id);
  const open = (openid: string) => ask(openid, 'openPaper', { session, paper: scan?.id });
  expect(await open(OTHER)).toMatchObject({ code: 'not-found' });
  expect(await open(DEPUTY)).toMatchObject({ ok: true });
});

test('a paper that is taken down takes its file along, and no other', async () => {
  const { papers } = await look(STAFF);
  const [kept, other] = papers.filter(({ file, bill }) => file === 'pdf' && bill === undefined);
  const added = (await take(STAFF, Buffer.from('%PDF-1.7\nothers\n%%EOF\n', 'latin1'), 'pdf')).data;
  expect(other).toBeUndefined();
  await add((added as { file: string }).file, { title: '误传的文件' });
  const wrong = (await look(STAFF)).papers.at(-1);
  const linkOf = async (paper = '') =>
    ((await ask(STAFF, 'openPaper', { session, paper })).data as PrintedFile).file;
  const links = await Promise.all([kept?.id, wrong?.id].map(linkOf));
  const { edition } = await look(STAFF);
  const step = { act: 'dropPaper', paper: wrong?.id };
  expect(await ask(STAFF, 'actOnSession', { session, edition, step })).toMatchObject({ ok: true });
  const found = await Promise.all(links.map(async (link) => (await fetch(link)).ok));
  expect(found).toEqual([true, false]);
});

test('the signed letter of an answer is opened by who sees the suggestion, and by nobody else', async () => {
  const text = { category: 'road', requests: [], title: '修路', grounds: '路坏了。', plan: '修好它。' };
  const { suggestion } = (await ask(DEPUTY, 'draftSuggestion', text)).data as { suggestion: string };
  const { file: scan } = (await take(STAFF, PDF, 'pdf')).data as { file: string };
  const said = { letter: '1号', signer: '某', class: 'A', words: '办好了' };
  const steps = [
    [DEPUTY, { act: 'submit' }],
    [STAFF, { act: 'examine' }],
    ['bh-p1', { act: 'assign', lead: 'u1', assist: [] }],
    ['bh-unit', { act: 'contact', date: '2026-11-23', words: '看过现场' }],
    ['bh-unit', { act: 'writeReply', ...said }],
    ['bh-unit', { act: 'reply', scan, paper: 'public' }],
  ] as const;
  for (const [openid, step] of steps)
    expect([step.act, await ask(openid, 'actOnSuggestion', { suggestion, step })]).toMatchObject([
      step.act,
      { ok: true },
    ]);
  const { number, replies } = (await ask(DEPUTY, 'suggestion', { suggestion })).data as SuggestionView;
  const letter = (openid: string) => ask(openid, 'openLetter', { suggestion, at: replies[0]?.at });
  for (const openid of [DEPUTY, STAFF, 'bh-unit']) {
    const { file, name } = (await letter(openid)).data as PrintedFile;
    expect(name).toBe(`答复函 ${number}.pdf`);
    expect(Buffer.from(await (await fetch(file)).arrayBuffer())).toEqual(PDF);
  }
  expect(await letter(OTHER)).toMatchObject({ code: 'not-found' });
});
